package dmvpn.sim.router;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import java.util.Optional;

/** IP on one router: sending by the routing table, and local delivery to protocols. */
public interface IpStack {

    /**
     * Sends a packet of this router by the routing table of a VRF. Without a route it is dropped and the drop recorded.
     *
     * @param vrf VRF, or empty for the global table
     */
    void send(Optional<String> vrf, IpPacket packet);

    /**
     * Sends what a tunnel encapsulated, as {@link #send} does but past the place where local policy is applied (ipSpace.net,
     * "Redundant DMVPN designs").
     *
     * @param vrf front-door VRF of the tunnel, or empty for the global table
     */
    default void sendEncapsulated(Optional<String> vrf, IpPacket packet) {
        send(vrf, packet);
    }

    /**
     * Sends a packet of this router out of an interface, whatever the routing table says: in fragments when the interface takes
     * no packets of its size.
     *
     * @param nextHop neighbour on the interface's network, or a group
     */
    void sendOn(RouterInterface egress, IpPacket packet, IpAddress nextHop);

    /** A packet arrived on an interface: delivers it locally or forwards it. */
    void receive(RouterInterface ingress, IpPacket packet);

    /**
     * Delivers packets of an IP protocol that are addressed to this router, or to a group that it hears. Each receiver of a
     * protocol gets each packet: two routing processes are two receivers.
     */
    void register(int protocolNumber, IpReceiver receiver);

    /** Delivers UDP datagrams to a local port. Each receiver of a port gets each datagram: two processes are two receivers. */
    void registerUdp(int port, UdpReceiver receiver);

    /**
     * Sends a UDP datagram by the routing table of a VRF.
     *
     * @param vrf VRF, or empty for the global table
     */
    void sendUdp(Optional<String> vrf, IpAddress source, int sourcePort, IpAddress destination, int destinationPort,
            Packet content);

    /** Told of each packet that enters and leaves through interfaces of this router, before it is sent on. */
    void addTransitListener(TransitListener listener);

    /** Receives IP packets for this router. */
    @FunctionalInterface
    interface IpReceiver {
        /** A packet for this router arrived on an interface. */
        void receive(RouterInterface ingress, IpPacket packet);
    }

    /** Receives UDP datagrams for this router. */
    @FunctionalInterface
    interface UdpReceiver {
        /** A datagram arrived. */
        void receive(RouterInterface ingress, IpPacket packet, UdpDatagram datagram);
    }

    /** Sees packets in transit. */
    @FunctionalInterface
    interface TransitListener {
        /** A packet that came in on one interface is about to leave on another, or on the same. */
        void transit(RouterInterface ingress, RouterInterface egress, IpAddress nextHop, IpPacket packet);
    }
}
