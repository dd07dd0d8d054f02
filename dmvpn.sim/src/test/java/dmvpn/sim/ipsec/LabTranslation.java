package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;
import java.util.function.UnaryOperator;

/** A device of the lab that stands for port 4500 of one router inside with another port, and leaves the others alone. */
final class LabTranslation implements UnaryOperator<IpPacket> {

    private final IpAddress inside;
    IpAddress outside;
    int outsidePort;

    LabTranslation(IpAddress inside, IpAddress outside, int outsidePort) {
        this.inside = inside;
        this.outside = outside;
        this.outsidePort = outsidePort;
    }

    @Override
    public IpPacket apply(IpPacket packet) {
        UdpDatagram datagram = packet.content() instanceof UdpDatagram udp ? udp : null;
        if (packet.source().equals(inside)) {
            IpPacket out = packet.withSource(outside);
            return datagram == null || datagram.sourcePort() != UdpEncapsulated.UDP_PORT ? out
                    : out.withContent(new UdpDatagram(outsidePort, datagram.destinationPort(), datagram.content()));
        }
        if (!packet.destination().equals(outside)) {
            return packet;
        }
        IpPacket in = packet.withDestination(inside);
        return datagram == null || datagram.destinationPort() != outsidePort ? in
                : in.withContent(new UdpDatagram(datagram.sourcePort(), UdpEncapsulated.UDP_PORT, datagram.content()));
    }
}
