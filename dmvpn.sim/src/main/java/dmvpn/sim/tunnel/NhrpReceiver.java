package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.Packet;

/** Takes GRE payloads of protocol type 0x2001. */
@FunctionalInterface
public interface NhrpReceiver {

    /**
     * An NHRP packet arrived on the tunnel.
     *
     * @param outerSource source address of the outer IP packet: the sender's NBMA address behind any NAT
     * @param packet the NHRP packet
     */
    void receive(IpAddress outerSource, Packet packet);

    /**
     * The tunnel is taken out of service, and can still send what others must know before.
     *
     * @param reason why, for the trace
     */
    default void goingDown(String reason) {
    }
}
