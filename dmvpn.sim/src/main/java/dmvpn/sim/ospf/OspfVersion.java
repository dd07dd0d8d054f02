package dmvpn.sim.ospf;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.message.OspfPacket;
import dmvpn.sim.ospf.spf.AdvertisementReader;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.show.ShowCommand;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * In what version 2, for IPv4, and version 3, for IPv6, differ (RFC 5340 section 2): addresses, packets, and how advertisements
 * say what they say. Neighbours, the exchange of databases, flooding, elections and the calculation are the same.
 */
interface OspfVersion {

    /** What state tables are named after. */
    String title();

    /** The router ID as of now; empty when there is none. */
    Optional<Ipv4Address> routerId(OspfContext context);

    /** The address that OSPF uses of an interface that is up; empty without one of the family. */
    Optional<InterfaceAddress> addressOf(RouterInterface candidate);

    /** True for prefixes of the family. */
    boolean carries(IpPrefix prefix);

    /** The default route. */
    IpPrefix defaultPrefix();

    /** The address that packets leave an interface with. */
    IpAddress sourceOf(OspfPort port);

    /** All OSPF routers of a network. */
    IpAddress allRouters();

    /** The designated router and its backup. */
    IpAddress allDesignatedRouters();

    /**
     * What a router is called where designated routers are named, and what its neighbours know it by on a network: its address
     * there, or in version 3 its router ID (RFC 5340 section 2.11).
     */
    Ipv4Address identity(IpAddress address, Ipv4Address routerId);

    /** A packet of this router. */
    OspfPacket packet(Ipv4Address routerId, Area area, OspfBody body);

    /** True for a packet of this version that is for the process. */
    boolean understands(OspfPacket packet);

    /** Length of the headers of IP and OSPF. */
    int headerBytes();

    /** Length of a database description without headers of advertisements. */
    int descriptionBytes();

    /** What hellos say of the interface. */
    OspfBody.SenderInterface sender(OspfPort port);

    /** What hellos and descriptions say of the area. */
    OspfOptions options(Area area);

    /** What a hello says of its sender's interface that does not fit; empty when all fits. */
    Optional<Misfit> misfit(OspfPort port, IpAddress source, OspfBody.Hello hello);

    /**
     * Something that two routers must agree about.
     *
     * @param reason what it is
     * @param own what this router has
     * @param other what the other one has
     */
    record Misfit(String reason, String own, String other) {
    }

    /** Tells of the router itself and its networks. */
    RouterAdvertisements ownLinks(OspfContext context, Origination origination, BooleanSupplier boundary);

    /** Makes the content of advertisements of destinations elsewhere. */
    AdvertisementWriter writer();

    /** Reads advertisements. */
    AdvertisementReader reader();

    /** The router's own commands. */
    List<ShowCommand> showCommands(OspfContext context, Collection<OspfPort> ports);
}
