package dmvpn.sim.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.PortPacket;
import dmvpn.sim.packet.QueryPacket;

/**
 * The packets between an inside and an outside station that belong together, as devices between them see it.
 *
 * @param protocolNumber IP protocol
 * @param inside address of the station inside
 * @param insidePort its port or query identifier, 0 for protocols that have neither
 * @param remote address of the station outside
 * @param remotePort its port, 0 for protocols without ports
 */
record Flow(int protocolNumber, IpAddress inside, int insidePort, IpAddress remote, int remotePort) {

    /** The flow of a packet that goes out. */
    static Flow leaving(IpPacket packet) {
        return switch (packet.content()) {
            case PortPacket datagram -> new Flow(packet.protocolNumber(), packet.source(), datagram.sourcePort(),
                    packet.destination(), datagram.destinationPort());
            case QueryPacket query -> new Flow(packet.protocolNumber(), packet.source(), query.identifier(),
                    packet.destination(), 0);
            default -> new Flow(packet.protocolNumber(), packet.source(), 0, packet.destination(), 0);
        };
    }

    /** The flow of a packet that comes in. */
    static Flow entering(IpPacket packet) {
        return switch (packet.content()) {
            case PortPacket datagram -> new Flow(packet.protocolNumber(), packet.destination(),
                    datagram.destinationPort(), packet.source(), datagram.sourcePort());
            case QueryPacket query -> new Flow(packet.protocolNumber(), packet.destination(), query.identifier(),
                    packet.source(), 0);
            default -> new Flow(packet.protocolNumber(), packet.destination(), 0, packet.source(), 0);
        };
    }

    /** True when something in the packets beyond their addresses tells the stations inside apart. */
    static boolean hasPorts(IpPacket packet) {
        return packet.content() instanceof PortPacket || packet.content() instanceof QueryPacket;
    }
}
