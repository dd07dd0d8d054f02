package dmvpn.app.storm;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.underlay.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Pings between hosts: in a storm, so that there are shortcuts and associations to lose, and behind it, to see what works again. */
final class StormTraffic {

    /** Hosts that ping each other; of larger networks a few, evenly from the first to the last. */
    private static final int MOST_HOSTS = 8;
    private static final Duration TESTING_INTERVAL = Duration.ofSeconds(1);
    private static final int TESTING_COUNT = 20;
    private static final Duration TRAFFIC_INTERVAL = Duration.ofSeconds(7);
    private static final String TRAFFIC = "traffic ";

    private final List<Pair> pairs = new ArrayList<>();

    /** Two hosts, and how the language writes them. */
    private record Pair(Endpoint from, Endpoint to, Optional<String> statement) {

        private String name() {
            return from.text() + " to " + to.text();
        }
    }

    StormTraffic(CompiledNetwork network) {
        List<Host> hosts = chosen(network.hosts());
        for (Host from : hosts) {
            for (Host to : hosts) {
                if (!from.address().address().equals(to.address().address())) { // in different VRFs two hosts may have one
                    Optional<String> statement = reference(network, from).flatMap(source ->
                            reference(network, to).map(destination -> "from " + source + " to " + destination));
                    pairs.add(new Pair(endpoint(from), endpoint(to), statement));
                }
            }
        }
    }

    private static List<Host> chosen(List<Host> hosts) {
        List<Host> chosen = new ArrayList<>();
        int count = Math.min(MOST_HOSTS, hosts.size());
        for (int index = 0; index < count; index++) {
            chosen.add(hosts.get(count == 1 ? 0 : (int) ((long) index * (hosts.size() - 1) / (count - 1))));
        }
        return chosen;
    }

    private static Endpoint endpoint(Host host) {
        return new Endpoint(host.name(), host.device(), host.address().address(), Origin.NONE);
    }

    /** How the language names a host; empty for the one of a second local network, which has no name. */
    private static Optional<String> reference(CompiledNetwork network, Host host) {
        if (!host.isUnnamed()) {
            return Optional.of(StormPlanner.written(host.name()));
        }
        return host.isUnnamedInFirstNetwork()
                ? network.deviceNamed(host.device()).map(Device::reference).map(name -> StormPlanner.written(name) + ".lan") : Optional.empty();
    }

    /** Names of the pings that show what works, one for each pair of hosts. */
    List<String> names() {
        return pairs.stream().map(Pair::name).toList();
    }

    /** From the first of these pings until the last request is answered, or will not be. */
    static Duration testing() {
        return TESTING_INTERVAL.multipliedBy(TESTING_COUNT + 10L);
    }

    /**
     * The pings of a storm.
     *
     * @param repaired when the last fault is repaired; zero for a calm run, which has no traffic before
     * @param tested when everything must work again
     */
    List<Action> actions(Duration repaired, Duration tested) {
        List<Action> actions = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!repaired.isZero()) {
                actions.add(ping(Duration.ofSeconds(1), TRAFFIC + pair.name(), pair, TRAFFIC_INTERVAL, trafficCount(repaired)));
            }
            actions.add(ping(tested, pair.name(), pair, TESTING_INTERVAL, TESTING_COUNT));
        }
        return actions;
    }

    private static int trafficCount(Duration repaired) {
        return (int) Math.max(1, repaired.dividedBy(TRAFFIC_INTERVAL));
    }

    private static Action.Ping ping(Duration at, String name, Pair pair, Duration interval, int count) {
        return new Action.Ping(at, name, pair.from(), pair.to(), Optional.of(interval), OptionalInt.of(count), Origin.NONE);
    }

    /** The same as statements of the language, as far as that has names for the hosts. */
    List<String> statements(Duration repaired, Duration tested) {
        List<String> statements = new ArrayList<>();
        int number = 0;
        for (Pair pair : pairs) {
            number++;
            if (pair.statement().isPresent()) {
                statements.add("at 1s ping Traffic" + number + " every " + Storm.text(TRAFFIC_INTERVAL) + " count "
                        + trafficCount(repaired) + " " + pair.statement().get());
                statements.add("at " + Storm.text(tested) + " ping Healed" + number + " every " + Storm.text(TESTING_INTERVAL)
                        + " count " + TESTING_COUNT + " " + pair.statement().get());
            }
        }
        return statements;
    }
}
