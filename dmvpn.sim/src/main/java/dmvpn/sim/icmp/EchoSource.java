package dmvpn.sim.icmp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;

/** A node that can send echo requests and data: a host, or a powered router. */
public interface EchoSource {

    /**
     * Sends an echo request (RFC 792), between IPv6 addresses one of ICMPv6 with the same numbers (RFC 4443).
     *
     * @param dontFragment true when nobody may fragment it
     */
    void sendEchoRequest(IpAddress source, IpAddress destination, IcmpPacket.EchoRequest request, boolean dontFragment);

    /** Sends any packet that a program on the node makes. */
    void sendData(IpPacket packet);
}
