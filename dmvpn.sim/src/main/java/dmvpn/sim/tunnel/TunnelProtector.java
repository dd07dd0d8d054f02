package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import java.util.List;

/** Encrypts what a tunnel sends: implemented by IPsec, used by the tunnel interface. */
public interface TunnelProtector {

    /**
     * Protects an encapsulated packet.
     *
     * @param farEnd where it goes: security associations with another station behind the same NAT do not count
     * @param clear outer IP packet with GRE inside, from the tunnel source to the peer
     * @return the packet to send, several when it is cut before it is encrypted, or none when no security association leads
     *     to the peer; the tunnel then drops it
     */
    List<IpPacket> protect(FarEnd farEnd, IpPacket clear);

    /**
     * Largest packet in clear that is no larger than an MTU when it is protected.
     *
     * @param farEnd where it goes; without a security association there nothing is added
     * @param mtuBytes largest packet on the way
     */
    int largestClearBytes(FarEnd farEnd, int mtuBytes);

    /** Sockets of the tunnel. */
    CryptoSockets sockets();

    /** Called by the tunnel layer when a packet came in clear for a tunnel that is protected, and was dropped. */
    void receivedInClear(IpAddress source);
}
