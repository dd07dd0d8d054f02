package dmvpn.sim.packet;

/** A packet with ports, which tell the stations behind one address apart: UDP and TCP. */
public interface PortPacket extends Packet {

    /** Port of the sender, 0 to 65535. */
    int sourcePort();

    /** Port of the receiver, 0 to 65535. */
    int destinationPort();

    /** The same packet with other ports. */
    PortPacket withPorts(int newSourcePort, int newDestinationPort);
}
