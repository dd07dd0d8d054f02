package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The next-hop servers of one tunnel, in the order of preference. */
final class NextHopServers {

    /** Told when the state of a server changed, after its cluster has drawn its conclusions. */
    @FunctionalInterface
    interface Listener {
        void serversChanged();
    }

    private final NhrpTunnel tunnel;
    private final List<RegistrationClient> inConfigurationOrder = new ArrayList<>();
    private final List<RegistrationClient> byPreference = new ArrayList<>();
    /** By cluster. */
    private final Map<Integer, ServerChoice> choices = new LinkedHashMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private boolean running;

    NextHopServers(NhrpTunnel tunnel) {
        this.tunnel = tunnel;
    }

    /** Adds a listener; listeners are told in the order of their addition. */
    void addListener(Listener added) {
        listeners.add(added);
    }

    void add(RegistrationClient client) {
        inConfigurationOrder.add(client);
        byPreference.add(client);
        byPreference.sort(Comparator.comparingInt(candidate -> candidate.server().priority()));
        ServerChoice choice = choiceOf(client.server().cluster());
        choice.add(client);
        client.setStateListener(changed -> {
            choice.stateChanged();
            if (running) {
                listeners.forEach(Listener::serversChanged);
            }
        });
    }

    /** FRRouting knows no clusters. */
    private ServerChoice choiceOf(int cluster) {
        return tunnel.behaviour().has(NhrpSwitch.ASKS_BEST_PRIORITY_ONLY)
                ? choices.computeIfAbsent(0, absent -> new PriorityChoice(tunnel))
                : choices.computeIfAbsent(cluster, absent -> new ServerSelector(tunnel, absent));
    }

    /** The tunnel came up. */
    void start() {
        running = true;
        choices.values().forEach(ServerChoice::start);
    }

    /** The tunnel went down. */
    void stop(String reason) {
        running = false;
        choices.values().forEach(choice -> choice.stop(reason));
    }

    /** Stops without a word. */
    void powerOff() {
        choices.values().forEach(ServerChoice::powerOff);
    }

    /** One for each server, in configuration order. */
    List<RegistrationClient> clients() {
        return inConfigurationOrder;
    }

    /** The server that takes packets for which nothing better is known. */
    Optional<RegistrationClient> best() {
        List<RegistrationClient> candidates = candidates();
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(0));
    }

    /** The server for a try: each try asks the next one, so that a server whose death is not noticed yet costs one try. */
    Optional<RegistrationClient> forAttempt(int attempt) {
        List<RegistrationClient> candidates = candidates();
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(attempt % candidates.size()));
    }

    /** Servers that answer, best first; when none does those that can be reached; when none can all. */
    private List<RegistrationClient> candidates() {
        List<RegistrationClient> up = byPreference.stream().filter(RegistrationClient::isUp).toList();
        if (!up.isEmpty()) {
            return up;
        }
        List<RegistrationClient> reachable = byPreference.stream()
                .filter(client -> !client.isWaiting() && tunnel.isUsable(client.server().nbmaAddress()))
                .toList();
        return reachable.isEmpty() ? byPreference : reachable;
    }

    /** The client of the server with that NBMA address. */
    Optional<RegistrationClient> withNbmaAddress(IpAddress nbmaAddress) {
        // Asked for each copy of each multicast packet.
        for (RegistrationClient client : inConfigurationOrder) {
            if (client.server().nbmaAddress().equals(nbmaAddress)) {
                return Optional.of(client);
            }
        }
        return Optional.empty();
    }

    /** The client of the server with that tunnel address. */
    Optional<RegistrationClient> withProtocolAddress(IpAddress protocolAddress) {
        return inConfigurationOrder.stream()
                .filter(client -> client.server().protocolAddress().equals(protocolAddress))
                .findFirst();
    }

    /** True when the address is of a server that is not in use, since others of its cluster are. */
    boolean isWaiting(IpAddress nbmaAddress) {
        return withNbmaAddress(nbmaAddress).filter(RegistrationClient::isWaiting).isPresent();
    }

    boolean isEmpty() {
        return inConfigurationOrder.isEmpty();
    }
}
