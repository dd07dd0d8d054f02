package dmvpn.sim.testing;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.router.IpStack;
import dmvpn.sim.router.RouterInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** IP that keeps what is sent; a test delivers and forwards through it. */
public final class FakeIpStack implements IpStack {

    private final List<IpPacket> sent = new ArrayList<>();
    private final Map<Integer, IpReceiver> receivers = new LinkedHashMap<>();
    private final Map<Integer, UdpReceiver> udpReceivers = new LinkedHashMap<>();
    private final List<TransitListener> transitListeners = new ArrayList<>();

    /** Packets sent so far, UDP included. */
    public List<IpPacket> sent() {
        return sent;
    }

    /** Delivers a packet to the receiver of its protocol. */
    public void deliver(RouterInterface ingress, IpPacket packet) {
        if (packet.content() instanceof UdpDatagram datagram) {
            udpReceivers.get(datagram.destinationPort()).receive(ingress, packet, datagram);
        } else {
            receivers.get(packet.protocolNumber()).receive(ingress, packet);
        }
    }

    /** Tells listeners of a packet in transit. */
    public void transit(RouterInterface ingress, RouterInterface egress, IpAddress nextHop, IpPacket packet) {
        transitListeners.forEach(listener -> listener.transit(ingress, egress, nextHop, packet));
    }

    @Override
    public void send(Optional<String> vrf, IpPacket packet) {
        sent.add(packet);
    }

    @Override
    public void sendOn(RouterInterface egress, IpPacket packet, IpAddress nextHop) {
        egress.send(packet, nextHop);
    }

    @Override
    public void receive(RouterInterface ingress, IpPacket packet) {
        deliver(ingress, packet);
    }

    @Override
    public void register(int protocolNumber, IpReceiver receiver) {
        receivers.put(protocolNumber, receiver);
    }

    @Override
    public void registerUdp(int port, UdpReceiver receiver) {
        udpReceivers.put(port, receiver);
    }

    @Override
    public void sendUdp(Optional<String> vrf, IpAddress source, int sourcePort, IpAddress destination,
            int destinationPort, Packet content) {
        sent.add(IpPacket.originated(source, destination, IpPacket.UDP,
                new UdpDatagram(sourcePort, destinationPort, content)));
    }

    @Override
    public void addTransitListener(TransitListener listener) {
        transitListeners.add(listener);
    }
}
