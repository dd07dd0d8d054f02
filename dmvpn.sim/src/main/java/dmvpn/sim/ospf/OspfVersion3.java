package dmvpn.sim.ospf;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.Ospfv3;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.message.OspfPacket;
import dmvpn.sim.ospf.message.OspfPacketV3;
import dmvpn.sim.ospf.spf.AdvertisementReader;
import dmvpn.sim.ospf.spf.AdvertisementReaderV3;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.show.ShowCommand;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** OSPF for IPv6 (RFC 5340): packets have link-local addresses, and routers are known by their router IDs. */
final class OspfVersion3 implements OspfVersion {

    /** RFC 5340 appendix A.1. */
    private static final Ipv6Address ALL_ROUTERS = (Ipv6Address) IpAddress.parse("ff02::5");
    private static final Ipv6Address ALL_DESIGNATED_ROUTERS = (Ipv6Address) IpAddress.parse("ff02::6");
    /** Interfaces have instance 0 unless something else is configured (RFC 5340 appendix C.3). */
    private static final int INSTANCE_ID = 0;
    private static final IpPrefix DEFAULT = new IpPrefix(Ipv6Address.ANY, 0);

    private final AdvertisementWriter writer = new AdvertisementWriterV3();
    private final AdvertisementReader reader = new AdvertisementReaderV3();

    @Override
    public String title() {
        return "OSPFv3";
    }

    @Override
    public Optional<Ipv4Address> routerId(OspfContext context) {
        return Optional.of(Ospfv3.routerId(context.router().device(), context.process()));
    }

    @Override
    public Optional<InterfaceAddress> addressOf(RouterInterface candidate) {
        boolean usable = candidate.isUp() && (candidate.linkLocalAddress().isPresent());
        return usable ? candidate.address().filter(current -> current.address() instanceof Ipv6Address) : Optional.empty();
    }

    @Override
    public boolean carries(IpPrefix prefix) {
        return prefix.network() instanceof Ipv6Address;
    }

    @Override
    public IpPrefix defaultPrefix() {
        return DEFAULT;
    }

    @Override
    public IpAddress sourceOf(OspfPort port) {
        return port.linkLocalAddress();
    }

    @Override
    public IpAddress allRouters() {
        return ALL_ROUTERS;
    }

    @Override
    public IpAddress allDesignatedRouters() {
        return ALL_DESIGNATED_ROUTERS;
    }

    @Override
    public Ipv4Address identity(IpAddress address, Ipv4Address routerId) {
        return routerId;
    }

    @Override
    public OspfPacket packet(Ipv4Address routerId, Area area, OspfBody body) {
        return new OspfPacketV3(routerId, area.id(), INSTANCE_ID, body);
    }

    /** Packets of another instance are of another process on the same link (RFC 5340 section 4.2.2). */
    @Override
    public boolean understands(OspfPacket packet) {
        return packet instanceof OspfPacketV3 version3 && version3.instanceId() == INSTANCE_ID;
    }

    @Override
    public int headerBytes() {
        return IpPacket.IPV6_HEADER_BYTES + OspfPacketV3.HEADER_BYTES;
    }

    @Override
    public int descriptionBytes() {
        return OspfPacketV3.DESCRIPTION_BYTES;
    }

    @Override
    public OspfBody.SenderInterface sender(OspfPort port) {
        return new OspfBody.InterfaceId(port.interfaceId());
    }

    @Override
    public OspfOptions options(Area area) {
        return area.options().forwardingIpv6();
    }

    /** Routers of a link need no common prefix (RFC 5340 section 2.1). */
    @Override
    public Optional<Misfit> misfit(OspfPort port, IpAddress source, OspfBody.Hello hello) {
        return Optional.empty();
    }

    @Override
    public RouterAdvertisements ownLinks(OspfContext context, Origination origination, BooleanSupplier boundary) {
        return new RouterAdvertisementsV3(context, origination, boundary);
    }

    @Override
    public AdvertisementWriter writer() {
        return writer;
    }

    @Override
    public AdvertisementReader reader() {
        return reader;
    }

    @Override
    public List<ShowCommand> showCommands(OspfContext context, Collection<OspfPort> ports) {
        return new ShowOspfV3(context, ports).commands();
    }
}
