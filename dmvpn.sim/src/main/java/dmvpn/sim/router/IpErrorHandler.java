package dmvpn.sim.router;

import dmvpn.sim.packet.IpPacket;

/** Tells senders of packets that went no further: implemented by ICMP, used by IP. */
@FunctionalInterface
public interface IpErrorHandler {

    /**
     * A packet went no further.
     *
     * @param ingress interface that it came in on
     * @param packet the packet as it came in
     * @param mtuBytes MTU of the next hop for {@link IpError#FRAGMENTATION_NEEDED}, otherwise 0
     */
    void failed(IpError error, RouterInterface ingress, IpPacket packet, int mtuBytes);
}
