package dmvpn.sim.underlay;

import dmvpn.sim.packet.IpPacket;

/** Sees each packet on the wire of a router: captures hang on here. */
@FunctionalInterface
public interface PacketTap {

    /** Which way a packet goes. */
    enum Direction {
        /** Received by the router. */
        RECEIVED,
        /** Sent by the router. */
        SENT
    }

    /**
     * A packet crosses an interface.
     *
     * @param node index of the router or host
     * @param interfaceName physical interface
     * @param timeNanos instant since the start of the run
     */
    void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet);
}
