package dmvpn.sim.invariant;

import dmvpn.sim.ipsec.AhPacket;
import dmvpn.sim.ipsec.EspPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;
import dmvpn.sim.tunnel.GrePacket;

/** The layers of packets that can have an IP packet inside. */
final class Layers {

    private Layers() {
    }

    /** What is inside, or null where no IP packet can be. This is asked for every packet, so it makes no objects. */
    static Packet inside(Packet layer) {
        return switch (layer) {
            case IpPacket packet -> packet.content();
            case GrePacket packet -> packet.content();
            case EspPacket packet -> packet.content();
            case AhPacket packet -> packet.content();
            case UdpDatagram packet -> packet.content();
            case UdpEncapsulated packet -> packet.content();
            default -> null;
        };
    }
}
