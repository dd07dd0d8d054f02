package dmvpn.dsl.ide.quickfix;

import dmvpn.network.tunnel.SendLimit;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.List;
import java.util.stream.Stream;

/** How many NHRP messages a hub has to send. */
final class SendLimits {

    /** A request and a reply for each registration, and as many again for what is not registration. */
    private static final int MESSAGES_PER_REGISTRATION = 4;
    private static final int STEP = 100;

    private SendLimits() {
    }

    /** A limit that is enough for the clients of the hub that a problem is at, such as {@code 500 per 10s}. */
    static Stream<String> enough(Problem problem) {
        List<TunnelInterface> hubs = Tunnels.at(problem).toList();
        return hubs.stream().map(hub -> limit(problem, hub)).limit(1);
    }

    private static String limit(Problem problem, TunnelInterface hub) {
        int seconds = hub.nhrp().options().sendLimit().map(SendLimit::seconds).orElse(SendLimit.DEFAULT_SECONDS);
        double perSecond = problem.network().devices().stream().flatMap(device -> device.tunnels().stream())
                .filter(tunnel -> tunnel.nhrp().nextHopServers().stream()
                        .anyMatch(server -> server.protocolAddress().equals(hub.address().address())))
                .mapToDouble(client -> 1.0 / Math.max(1, client.nhrp().registrationIntervalSeconds())).sum();
        long steps = (long) Math.ceil(perSecond * seconds * MESSAGES_PER_REGISTRATION / STEP);
        return Math.max(1, steps) * STEP + " per " + seconds + "s";
    }
}
