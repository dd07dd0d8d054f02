package dmvpn.sim.packet;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.trace.FieldWriter;
import java.util.Optional;

/**
 * An IP packet of either family.
 *
 * @param source source address
 * @param destination destination address
 * @param protocolNumber IANA protocol number of the content
 * @param timeToLive TTL or hop limit, 0 to 255
 * @param trafficClass type of service or traffic class octet
 * @param dontFragment DF bit of IPv4; of IPv6, where nobody but the source may cut, true when that must not either, which is not on
 *     the wire
 * @param identification identification of IPv4, 0 to 65535
 * @param content the packet inside
 */
public record IpPacket(
        IpAddress source,
        IpAddress destination,
        int protocolNumber,
        int timeToLive,
        int trafficClass,
        boolean dontFragment,
        int identification,
        Packet content) implements Packet {

    /** Length of an IPv4 header without options, in bytes (RFC 791 section 3.1). */
    public static final int IPV4_HEADER_BYTES = 20;

    /** Length of an IPv6 header, in bytes (RFC 8200 section 3). */
    public static final int IPV6_HEADER_BYTES = 40;

    /** Protocol numbers of the IANA registry. */
    public static final int ICMP = 1;
    /** TCP. */
    public static final int TCP = 6;
    /** UDP. */
    public static final int UDP = 17;
    /** GRE. */
    public static final int GRE = 47;
    /** Authentication Header. */
    public static final int AH = 51;
    /** ESP. */
    public static final int ESP = 50;
    /** ICMPv6. */
    public static final int ICMPV6 = 58;
    /** EIGRP. */
    public static final int EIGRP = 88;
    /** OSPF. */
    public static final int OSPF = 89;

    /** A packet with the TTL of an originating router (RFC 1122 section 3.2.1.7 leaves the value open; IOS uses 255). */
    public static IpPacket originated(IpAddress source, IpAddress destination, int protocolNumber, Packet content) {
        return new IpPacket(source, destination, protocolNumber, 255, 0, false, 0, content);
    }

    /** The same packet with another DF bit. */
    public IpPacket withDontFragment(boolean newDontFragment) {
        return newDontFragment == dontFragment ? this : new IpPacket(source, destination, protocolNumber, timeToLive,
                trafficClass, newDontFragment, identification, content);
    }

    /** The same packet from another address. */
    public IpPacket withSource(IpAddress newSource) {
        return new IpPacket(newSource, destination, protocolNumber, timeToLive, trafficClass, dontFragment,
                identification, content);
    }

    /** The same packet to another address. */
    public IpPacket withDestination(IpAddress newDestination) {
        return new IpPacket(source, newDestination, protocolNumber, timeToLive, trafficClass, dontFragment,
                identification, content);
    }

    /** The same header around another content. */
    public IpPacket withContent(Packet newContent) {
        return new IpPacket(source, destination, protocolNumber, timeToLive, trafficClass, dontFragment,
                identification, newContent);
    }

    /** The same packet one hop further. */
    public IpPacket withDecrementedTimeToLive() {
        return new IpPacket(source, destination, protocolNumber, timeToLive - 1, trafficClass, dontFragment,
                identification, content);
    }

    /** The same packet with another identification. */
    public IpPacket withIdentification(int newIdentification) {
        return new IpPacket(source, destination, protocolNumber, timeToLive, trafficClass, dontFragment,
                newIdentification, content);
    }

    /** What a device on the way can read of the content: of fragments only the first has the headers behind IP. */
    public Packet readableContent() {
        return content instanceof IpFragment fragment ? fragment.readable() : content;
    }

    @Override
    public String protocol() {
        return source instanceof Ipv4Address ? "IPv4" : "IPv6";
    }

    @Override
    public String summary() {
        return content.summary();
    }

    @Override
    public int lengthBytes() {
        return headerBytes() + content.lengthBytes();
    }

    /** Length of the header alone, in bytes. */
    public int headerBytes() {
        return source instanceof Ipv4Address ? IPV4_HEADER_BYTES : IPV6_HEADER_BYTES;
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.address("source", source);
        fields.address("destination", destination);
        fields.number("protocol", protocolNumber);
        fields.number("timeToLive", timeToLive);
    }

    @Override
    public Optional<Packet> payload() {
        return Optional.of(content);
    }
}
