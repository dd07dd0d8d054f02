package dmvpn.sim.tunnel;

import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.RouterInterface;

/** Where GRE packets enter the tunnel layer of a router: from IP when clear, from IPsec after decryption. */
@FunctionalInterface
public interface GreInput {

    /**
     * Demultiplexes by outer destination, VRF and key, and decapsulates.
     *
     * @param ingress physical interface that the packet came in on
     * @param outer outer IP packet with GRE inside
     * @param wasProtected true when it arrived inside ESP
     */
    void receive(RouterInterface ingress, IpPacket outer, boolean wasProtected);
}
