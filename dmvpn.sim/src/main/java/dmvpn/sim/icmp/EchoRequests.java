package dmvpn.sim.icmp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.IpPacket;

/** Echo requests as packets of the family of their addresses: RFC 792 for IPv4, RFC 4443 for IPv6. */
public final class EchoRequests {

    private EchoRequests() {
    }

    /** A request of the default size of an IOS ping, 100 bytes, which belongs to no conversation. */
    public static IpPacket ofDefaultSize(IpAddress source, IpAddress destination) {
        return packet(source, destination, new IcmpPacket.EchoRequest(0, 0, defaultDataBytes(source)));
    }

    /** Data bytes of an IOS ping of the default size of 100 bytes. */
    public static int defaultDataBytes(IpAddress source) {
        return source instanceof Ipv4Address
                ? IcmpPacket.EchoRequest.DEFAULT_DATA_BYTES : Icmpv6Packet.EchoRequest.DEFAULT_DATA_BYTES;
    }

    static IpPacket packet(IpAddress source, IpAddress destination, IcmpPacket.EchoRequest request) {
        return source instanceof Ipv4Address
                ? IpPacket.originated(source, destination, IpPacket.ICMP, request)
                : IpPacket.originated(source, destination, IpPacket.ICMPV6,
                        new Icmpv6Packet.EchoRequest(request.identifier(), request.sequenceNumber(), request.dataBytes()));
    }
}
