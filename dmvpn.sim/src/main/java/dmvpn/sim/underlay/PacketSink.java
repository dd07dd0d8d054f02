package dmvpn.sim.underlay;

import dmvpn.sim.packet.IpPacket;

/** Takes the packets that arrive at an attachment. */
@FunctionalInterface
public interface PacketSink {

    /** A packet arrived. */
    void deliver(IpPacket packet);
}
