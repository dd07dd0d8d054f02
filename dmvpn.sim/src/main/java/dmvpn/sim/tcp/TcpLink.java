package dmvpn.sim.tcp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;

/** IP below TCP on a node. */
public interface TcpLink {

    /** Sends a packet. */
    void send(IpPacket packet);

    /** Largest packet to a destination, as far as the node knows. */
    int pathMtuBytes(IpAddress destination);

    /** MTU of the node's own link. */
    int linkMtuBytes();
}
