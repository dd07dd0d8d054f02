package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The next-hop servers of one tunnel, in the order of preference. */
final class NextHopServers {

    private final NhrpTunnel tunnel;
    private final List<RegistrationClient> inConfigurationOrder = new ArrayList<>();
    private final List<RegistrationClient> byPreference = new ArrayList<>();

    NextHopServers(NhrpTunnel tunnel) {
        this.tunnel = tunnel;
    }

    void add(RegistrationClient client) {
        inConfigurationOrder.add(client);
        byPreference.add(client);
        byPreference.sort(Comparator.comparingInt(candidate -> candidate.server().priority()));
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
                .filter(client -> tunnel.isUsable(client.server().nbmaAddress()))
                .toList();
        return reachable.isEmpty() ? byPreference : reachable;
    }

    /** The client of the server with that NBMA address. */
    Optional<RegistrationClient> withNbmaAddress(IpAddress nbmaAddress) {
        return inConfigurationOrder.stream()
                .filter(client -> client.server().nbmaAddress().equals(nbmaAddress))
                .findFirst();
    }

    /** The client of the server with that tunnel address. */
    Optional<RegistrationClient> withProtocolAddress(IpAddress protocolAddress) {
        return inConfigurationOrder.stream()
                .filter(client -> client.server().protocolAddress().equals(protocolAddress))
                .findFirst();
    }

    boolean isEmpty() {
        return inConfigurationOrder.isEmpty();
    }
}
