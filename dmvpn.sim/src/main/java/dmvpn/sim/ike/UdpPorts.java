package dmvpn.sim.ike;

import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;

/**
 * The UDP ports of an exchange, as one router sees them.
 *
 * @param local port of this router
 * @param remote port of the peer, or of the translating device that it is behind
 */
public record UdpPorts(int local, int remote) {

    /** Where IKE starts (RFC 7296 section 2). */
    public static final UdpPorts IKE = new UdpPorts(IkePacket.UDP_PORT, IkePacket.UDP_PORT);

    /** Where it goes on when there is a NAT (RFC 7296 section 2.23, RFC 3947 section 4). */
    public static final UdpPorts NAT_TRAVERSAL = new UdpPorts(UdpEncapsulated.UDP_PORT, UdpEncapsulated.UDP_PORT);

    /** The ports for the answer to a datagram. */
    public static UdpPorts answering(UdpDatagram received) {
        return new UdpPorts(received.destinationPort(), received.sourcePort());
    }

    /** True on the port where IKE messages have a marker in front and ESP travels too. */
    public boolean isNatTraversal() {
        return local == UdpEncapsulated.UDP_PORT;
    }
}
