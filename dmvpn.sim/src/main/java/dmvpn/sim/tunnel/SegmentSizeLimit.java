package dmvpn.sim.tunnel;

import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.tcp.TcpSegment;
import java.util.OptionalInt;

/**
 * {@code ip tcp adjust-mss} and {@code ipv6 tcp adjust-mss}: a SYN that crosses the interface, in either direction, offers no
 * larger segments (Cisco, IP Addressing Services Command Reference), so that what answers it fits into the tunnel.
 */
final class SegmentSizeLimit {

    private SegmentSizeLimit() {
    }

    /**
     * The segment size that a packet offers beyond a limit; empty when it is no SYN, or offers no more.
     *
     * @param limitBytes largest segment, empty for no limit
     */
    static OptionalInt exceeded(IpPacket packet, OptionalInt limitBytes) {
        boolean offersMore = packet.protocolNumber() == IpPacket.TCP && limitBytes.isPresent()
                && packet.content() instanceof TcpSegment segment && segment.synchronize()
                && segment.maximumSegmentBytes().orElse(0) > limitBytes.getAsInt();
        return offersMore ? ((TcpSegment) packet.content()).maximumSegmentBytes() : OptionalInt.empty();
    }

    /** The packet with an offer that is the limit. */
    static IpPacket limited(IpPacket packet, int limitBytes) {
        return packet.withContent(((TcpSegment) packet.content()).withMaximumSegmentBytes(limitBytes));
    }
}
