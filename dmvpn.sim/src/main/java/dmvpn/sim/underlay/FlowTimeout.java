package dmvpn.sim.underlay;

import dmvpn.sim.packet.IpPacket;
import java.util.concurrent.TimeUnit;

/** How long devices between a router and its transport remember a flow without packets. */
final class FlowTimeout {

    /** RFC 4787 section 4.3, REQ-5; also the default of {@code ip nat translation udp-timeout} of Cisco IOS. */
    static final long UDP_NANOS = TimeUnit.SECONDS.toNanos(300);

    /** RFC 5508 section 3.2, REQ-2; also the default of {@code ip nat translation icmp-timeout} of Cisco IOS. */
    static final long QUERY_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** Protocols without ports: {@code nf_conntrack_generic_timeout} of Linux. */
    static final long OTHER_NANOS = TimeUnit.SECONDS.toNanos(600);

    private FlowTimeout() {
    }

    /** The timeout of an IP protocol. */
    static long ofProtocol(int protocolNumber) {
        return switch (protocolNumber) {
            case IpPacket.UDP -> UDP_NANOS;
            case IpPacket.ICMP, IpPacket.ICMPV6 -> QUERY_NANOS;
            default -> OTHER_NANOS;
        };
    }
}
