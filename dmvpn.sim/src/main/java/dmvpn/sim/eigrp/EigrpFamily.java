package dmvpn.sim.eigrp;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.RouterInterface;
import java.util.Optional;

/** What a process carries routes of: its packets are of the same family (RFC 7868, protocol-dependent modules). */
public enum EigrpFamily {
    /** IPv4, with the addresses of interfaces. */
    IPV4("ip", "IPv4", Ipv4Address.parse("224.0.0.10"), Ipv4Address.ANY, IpPacket.IPV4_HEADER_BYTES),
    /** IPv6, with link-local addresses. */
    IPV6("ipv6", "IPv6", IpAddress.parse("ff02::a"), Ipv6Address.ANY, IpPacket.IPV6_HEADER_BYTES);

    private final String keyword;
    private final String title;
    private final IpAddress allRouters;
    private final IpAddress unspecified;
    private final int headerBytes;

    EigrpFamily(String keyword, String title, IpAddress allRouters, IpAddress unspecified, int headerBytes) {
        this.keyword = keyword;
        this.title = title;
        this.allRouters = allRouters;
        this.unspecified = unspecified;
        this.headerBytes = headerBytes;
    }

    /** The word in show commands. */
    String keyword() {
        return keyword;
    }

    /** What people call it. */
    String title() {
        return title;
    }

    /** All EIGRP routers (IANA, IPv4 and IPv6 multicast address registries; RFC 7868). */
    IpAddress allRouters() {
        return allRouters;
    }

    /** The next hop that stands for the sender. */
    IpAddress unspecified() {
        return unspecified;
    }

    /** Length of the IP header that packets have. */
    int headerBytes() {
        return headerBytes;
    }

    /** True for an address of this family. */
    public boolean has(IpAddress address) {
        return address instanceof Ipv4Address == (this == IPV4);
    }

    /** The address that packets of an interface come from; empty when it has none. */
    Optional<IpAddress> source(RouterInterface port) {
        if (this == IPV6) {
            return port.linkLocalAddress().map(address -> address);
        }
        IpAddress own = port.address().map(InterfaceAddress::address).orElse(null);
        return own != null && has(own) ? Optional.of(own) : Optional.empty();
    }
}
