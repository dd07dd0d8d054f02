package dmvpn.sim.capture;

import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ipsec.AhPacket;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;
import java.util.Optional;

/** Packets as they would be without IPsec: what ESP and AH protect takes their place, and the key exchange is in clear. */
final class ClearPackets {

    private ClearPackets() {
    }

    /** The packet without protection; a packet that has none comes back as it is. */
    static IpPacket of(IpPacket packet) {
        return switch (packet.content()) {
            case EspPacket esp -> within(packet, esp.nextHeader(), esp.content());
            case AhPacket ah -> of(within(packet, ah.nextHeader(), ah.content()));
            case UdpDatagram datagram -> ofDatagram(packet, datagram);
            case IpFragment.OfPacket fragment when isProtected(fragment.whole()) -> of(packet.withContent(fragment.whole()));
            default -> packet;
        };
    }

    /** True for a piece of a protected packet that is not the first: the first one stands for the whole packet. */
    static boolean isInFormerPiece(IpPacket packet) {
        return packet.content() instanceof IpFragment.OfPacket fragment && fragment.offsetBytes() > 0 && isProtected(fragment.whole());
    }

    private static boolean isProtected(Packet content) {
        return content instanceof EspPacket || content instanceof AhPacket
                || content instanceof UdpDatagram datagram && datagram.content() instanceof UdpEncapsulated;
    }

    /** In tunnel mode the packet inside is the whole packet. */
    private static IpPacket within(IpPacket packet, int nextHeader, Packet content) {
        if (content instanceof IpPacket inner) {
            return inner;
        }
        return new IpPacket(packet.source(), packet.destination(), nextHeader, packet.timeToLive(), packet.trafficClass(),
                packet.dontFragment(), packet.identification(), content);
    }

    private static IpPacket ofDatagram(IpPacket packet, UdpDatagram datagram) {
        if (datagram.content() instanceof UdpEncapsulated capsule && capsule.content() instanceof EspPacket esp) {
            return within(packet, esp.nextHeader(), esp.content());
        }
        Packet inside = datagram.content() instanceof UdpEncapsulated capsule ? capsule.content() : datagram.content();
        Packet clear = switch (inside) {
            case IkePacket ike -> new IkePacket(ike.initiatorSpi(), ike.responderSpi(), ike.exchange(), ike.fromInitiator(),
                    ike.response(), ike.messageId(), Optional.empty(), ike.payloads());
            case IsakmpPacket isakmp -> new IsakmpPacket(isakmp.initiatorCookie(), isakmp.responderCookie(), isakmp.exchange(),
                    isakmp.messageId(), Optional.empty(), isakmp.payloads());
            default -> inside;
        };
        return clear == inside ? packet : packet.withContent(new UdpDatagram(datagram.sourcePort(), datagram.destinationPort(),
                datagram.content() instanceof UdpEncapsulated capsule ? new UdpEncapsulated(capsule.nonEspMarker(), clear) : clear));
    }
}
