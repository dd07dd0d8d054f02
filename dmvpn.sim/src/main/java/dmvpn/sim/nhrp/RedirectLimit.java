package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.packet.IpPacket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a router sends redirects. IOS: one for a pair of hosts in 8 s (its default), or in the time of
 * {@code ip nhrp redirect timeout}. FRRouting: nhrpd gets its packets from the packet filter, whose documented rule lets four a
 * minute pass for a pair of /24 with a burst of one (doc/user/nhrpd.rst), which is one in 15 s; of IPv6 the networks are /64, the
 * length of a LAN, since nothing is documented.
 */
final class RedirectLimit {

    private static final long SECOND = 1_000_000_000L;
    private static final int SECONDS_OF_A_PAIR_OF_HOSTS = 8;
    private static final int SECONDS_OF_A_PAIR_OF_NETWORKS = 15;
    private static final int IPV4_LENGTH = 24;
    private static final int IPV6_LENGTH = 64;

    private final Map<Pair, Long> mayTellAgainAtNanos = new LinkedHashMap<>();

    private record Pair(IpPrefix source, IpPrefix destination) {
    }

    /** True when a redirect for a packet may go now; then the next ones for its pair may not. */
    boolean takeOne(NhrpTunnel tunnel, IpPacket packet) {
        long nowNanos = tunnel.nowNanos();
        mayTellAgainAtNanos.values().removeIf(instant -> instant <= nowNanos);
        boolean perNetwork = tunnel.behaviour().has(NhrpSwitch.LIMITS_REDIRECTS_PER_NETWORK);
        Pair pair = perNetwork ? new Pair(network(packet.source()), network(packet.destination()))
                : new Pair(IpPrefix.host(packet.source()), IpPrefix.host(packet.destination()));
        int seconds = tunnel.configuration().options().redirectIntervalSeconds()
                .orElse(perNetwork ? SECONDS_OF_A_PAIR_OF_NETWORKS : SECONDS_OF_A_PAIR_OF_HOSTS);
        return mayTellAgainAtNanos.putIfAbsent(pair, nowNanos + seconds * SECOND) == null;
    }

    private static IpPrefix network(IpAddress address) {
        return IpPrefix.containing(address, address.bitLength() == 32 ? IPV4_LENGTH : IPV6_LENGTH);
    }
}
