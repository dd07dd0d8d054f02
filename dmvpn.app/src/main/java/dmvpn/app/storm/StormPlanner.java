package dmvpn.app.storm;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.ClearedState;
import dmvpn.network.scenario.LinkSetting;
import dmvpn.network.scenario.UnderlayProtocol;
import dmvpn.network.underlay.Transport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;

/** Makes up storms: which fault, where, when and for how long follows from the network and a seed. */
final class StormPlanner {

    private static final int SECOND_MILLIS = 1000;
    /** Shorter than hold times (15 s), longer than those, and longer than dead peer detection and most retries. */
    private static final int[] LONGEST_MILLIS = {3 * SECOND_MILLIS, 40 * SECOND_MILLIS, 400 * SECOND_MILLIS};
    private static final int MOST_ATTEMPTS_PER_FAULT = 50;
    /** More, and a key exchange of four messages hardly ever ends. */
    private static final int HIGHEST_LOSS_PERCENT = 40;
    /** More than a satellite takes one way. */
    private static final int HIGHEST_LATENCY_MILLIS = 800;
    /** What the language reads as a name behind the dot of {@code fail R.PART}. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9%+*:/-]*");
    private static final Pattern KEYWORD_LIKE = Pattern.compile("[a-z0-9-]+(\\[|$)");

    private final CompiledNetwork network;
    private final RandomGenerator random;
    private final int stormMillis;
    private final List<StormStep> steps = new ArrayList<>();
    /** When each thing that was broken is whole again. */
    private final Map<String, List<int[]>> broken = new HashMap<>();

    private StormPlanner(CompiledNetwork network, long seed, Duration length) {
        this.network = network;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.stormMillis = Math.toIntExact(length.toMillis());
    }

    /**
     * A storm.
     *
     * @param faults how many things break or change
     * @param length time from power on to the last repair
     */
    static Storm plan(CompiledNetwork network, long seed, int faults, Duration length) {
        StormPlanner planner = new StormPlanner(network, seed, length);
        for (int fault = 0; fault < faults; fault++) {
            boolean planned = false;
            for (int attempt = 0; !planned && attempt < MOST_ATTEMPTS_PER_FAULT; attempt++) {
                planned = planner.addFault();
            }
        }
        planner.steps.sort(Comparator.comparing(step -> step.action().at()));
        return new Storm(seed, planner.steps, length);
    }

    /** False when what the dice say is not in this network, or is broken at that time already. */
    private boolean addFault() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> device();
            case 2, 3 -> part();
            case 4 -> transport();
            case 5 -> path();
            case 6 -> protocol();
            case 7 -> random.nextBoolean() ? loss() : latency();
            case 8 -> renumber();
            default -> clear();
        };
    }

    private boolean device() {
        Device device = anyDevice();
        return during(device.name(), (from, to) -> {
            add(new Action.FailDevice(from, device.name(), Origin.NONE), "fail " + reference(device));
            add(new Action.RestoreDevice(to, device.name(), Origin.NONE), "restore " + reference(device));
        });
    }

    private boolean part() {
        Device device = anyDevice();
        List<String> names = new ArrayList<>();
        device.interfaces().forEach(each -> names.add(each.name()));
        device.tunnels().forEach(each -> names.add(each.name()));
        names.removeIf(name -> !NAME.matcher(name).matches()); // a statement cannot name a subinterface
        if (names.isEmpty()) {
            return false;
        }
        String part = names.get(random.nextInt(names.size()));
        return during(device.name() + "." + part, (from, to) -> {
            add(new Action.FailInterface(from, device.name(), part, Origin.NONE), "fail " + reference(device) + "." + part);
            add(new Action.RestoreInterface(to, device.name(), part, Origin.NONE), "restore " + reference(device) + "." + part);
        });
    }

    private boolean transport() {
        Optional<Transport> transport = anyTransport();
        return transport.isPresent() && during("transport " + transport.get().name(), (from, to) -> {
            String name = transport.get().name();
            add(new Action.FailTransport(from, name, Origin.NONE), "fail transport " + written(name));
            add(new Action.RestoreTransport(to, name, Origin.NONE), "restore transport " + written(name));
        });
    }

    private boolean path() {
        Optional<Device[]> ends = neighbours();
        boolean oneWay = random.nextBoolean();
        return ends.isPresent() && during("path " + key(ends.get()), (from, to) -> {
            Device first = ends.get()[0];
            Device second = ends.get()[1];
            String text = "path " + reference(first) + " to " + reference(second) + (oneWay ? " one-way" : "");
            add(new Action.FailPath(from, first.name(), second.name(), Optional.empty(), oneWay, Origin.NONE), "fail " + text);
            add(new Action.RestorePath(to, first.name(), second.name(), Optional.empty(), oneWay, Origin.NONE), "restore " + text);
        });
    }

    private boolean protocol() {
        Optional<Device[]> ends = neighbours();
        UnderlayProtocol protocol = UnderlayProtocol.values()[random.nextInt(UnderlayProtocol.values().length)];
        return ends.isPresent() && during(protocol + key(ends.get()), (from, to) -> {
            Device first = ends.get()[0];
            Device second = ends.get()[1];
            String text = "protocol " + protocol.keyword() + " from " + reference(first) + " to " + reference(second);
            add(new Action.BlockProtocol(from, protocol, first.name(), second.name(), Origin.NONE), "fail " + text);
            add(new Action.UnblockProtocol(to, protocol, first.name(), second.name(), Origin.NONE), "restore " + text);
        });
    }

    private boolean loss() {
        Optional<Transport> transport = anyTransport();
        return transport.isPresent() && during("loss " + transport.get().name(), (from, to) -> {
            int percent = random.nextInt(1, HIGHEST_LOSS_PERCENT);
            setLoss(from, transport.get(), BigDecimal.valueOf(percent, 2).doubleValue());
            setLoss(to, transport.get(), transport.get().lossProbability());
        });
    }

    private void setLoss(Duration at, Transport transport, double probability) {
        add(new Action.SetTransport(at, transport.name(), new LinkSetting.Loss(probability, Origin.NONE), Origin.NONE),
                "set loss " + BigDecimal.valueOf(probability).movePointRight(2).stripTrailingZeros().toPlainString() + "% on "
                        + written(transport.name()));
    }

    private boolean latency() {
        Optional<Transport> transport = anyTransport();
        return transport.isPresent() && during("latency " + transport.get().name(), (from, to) -> {
            setLatency(from, transport.get(), Duration.ofMillis(random.nextInt(1, HIGHEST_LATENCY_MILLIS)));
            setLatency(to, transport.get(), transport.get().latency());
        });
    }

    private void setLatency(Duration at, Transport transport, Duration latency) {
        add(new Action.SetTransport(at, transport.name(), new LinkSetting.Latency(latency, Origin.NONE), Origin.NONE),
                "set latency " + latency.toNanos() / 1000 + "us on " + written(transport.name()));
    }

    /** Nothing to repair: the new address is as good as the old one, but for a server, which its clients know by its address. */
    private boolean renumber() {
        Device device = anyDevice();
        List<NetworkInterface> leased = device.interfaces().stream()
                .filter(each -> each.assignment() instanceof AddressAssignment.Dhcp && NAME.matcher(each.name()).matches()).toList();
        if (leased.isEmpty() || isServer(device)) {
            return false;
        }
        String part = leased.get(random.nextInt(leased.size())).name();
        add(new Action.Renumber(anyTime(), device.name(), part, Optional.empty(), Origin.NONE),
                "renumber " + reference(device) + "." + part);
        return true;
    }

    private boolean clear() {
        Device device = anyDevice();
        List<ClearedState> states = new ArrayList<>();
        if (!device.tunnels().isEmpty()) {
            states.add(ClearedState.NHRP);
            states.add(ClearedState.DMVPN);
        }
        if (!device.crypto().profiles().isEmpty()) {
            states.add(ClearedState.CRYPTO);
        }
        if (!device.routing().eigrp().isEmpty()) {
            states.add(ClearedState.EIGRP);
        }
        if (!device.routing().ospf().isEmpty()) {
            states.add(ClearedState.OSPF);
        }
        if (!device.routing().bgp().isEmpty()) {
            states.add(ClearedState.BGP);
        }
        if (states.isEmpty()) {
            return false;
        }
        ClearedState state = states.get(random.nextInt(states.size()));
        add(new Action.Clear(anyTime(), state, device.name(), Optional.empty(), Origin.NONE),
                "clear " + state.keyword() + " on " + reference(device));
        return true;
    }

    private boolean isServer(Device device) {
        return network.routers().representatives().stream().flatMap(each -> each.tunnels().stream())
                .flatMap(tunnel -> tunnel.nhrp().nextHopServers().stream())
                .anyMatch(server -> server.device().filter(device.name()::equals).isPresent());
    }

    private static String reference(Device device) {
        return written(device.reference());
    }

    /** A name that may be a keyword is written with an escape, which does no harm to another one. */
    static String written(String name) {
        return KEYWORD_LIKE.matcher(name).lookingAt() ? "^" + name : name;
    }

    private Device anyDevice() {
        return network.devices().get(random.nextInt(network.devices().size()));
    }

    private Optional<Transport> anyTransport() {
        return network.transports().isEmpty() ? Optional.empty()
                : Optional.of(network.transports().get(random.nextInt(network.transports().size())));
    }

    /** Two routers at one transport. */
    private Optional<Device[]> neighbours() {
        Device first = anyDevice();
        Device second = anyDevice();
        boolean meet = first != second && first.interfaces().stream().flatMap(each -> each.transport().stream())
                .anyMatch(transport -> second.interfaces().stream().anyMatch(each -> each.transport().equals(Optional.of(transport))));
        return meet ? Optional.of(new Device[] {first, second}) : Optional.empty();
    }

    /** The same for both directions: what is broken one way is not broken both ways at the same time. */
    private static String key(Device[] ends) {
        String first = ends[0].name();
        String second = ends[1].name();
        return first.compareTo(second) < 0 ? first + " " + second : second + " " + first;
    }

    private interface Outage {
        void between(Duration from, Duration to);
    }

    private boolean during(String what, Outage outage) {
        int from = random.nextInt(stormMillis);
        int longest = LONGEST_MILLIS[random.nextInt(LONGEST_MILLIS.length)];
        int to = Math.min(stormMillis, from + 1 + random.nextInt(longest));
        List<int[]> others = broken.computeIfAbsent(what, unused -> new ArrayList<>(1));
        if (others.stream().anyMatch(other -> from <= other[1] && other[0] <= to)) {
            return false;
        }
        others.add(new int[] {from, to});
        outage.between(Duration.ofMillis(from), Duration.ofMillis(to));
        return true;
    }

    private Duration anyTime() {
        return Duration.ofMillis(random.nextInt(stormMillis));
    }

    private void add(Action action, String statement) {
        steps.add(new StormStep(action, statement));
    }
}
