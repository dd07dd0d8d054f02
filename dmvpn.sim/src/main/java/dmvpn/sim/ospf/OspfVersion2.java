package dmvpn.sim.ospf;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.ospf.message.OspfAuthentication;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfOptions;
import dmvpn.sim.ospf.message.OspfPacket;
import dmvpn.sim.ospf.message.OspfPacketV2;
import dmvpn.sim.ospf.spf.AdvertisementReader;
import dmvpn.sim.ospf.spf.AdvertisementReaderV2;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.show.ShowCommand;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** OSPF for IPv4 (RFC 2328). */
final class OspfVersion2 implements OspfVersion {

    /** RFC 2328 appendix A.1. */
    private static final Ipv4Address ALL_ROUTERS = Ipv4Address.parse("224.0.0.5");
    private static final Ipv4Address ALL_DESIGNATED_ROUTERS = Ipv4Address.parse("224.0.0.6");

    private final AdvertisementWriter writer = new AdvertisementWriterV2();
    private final AdvertisementReader reader = new AdvertisementReaderV2();

    @Override
    public String title() {
        return "OSPF";
    }

    /**
     * The highest address of a loopback, else of any interface that is up (Cisco, OSPF Design Guide). It stays until the router
     * is powered off.
     */
    @Override
    public Optional<Ipv4Address> routerId(OspfContext context) {
        return context.router().interfaces().stream()
                .filter(each -> each.vrf().equals(context.process().vrf()) && addressOf(each).isPresent())
                .max(Comparator.<RouterInterface, Boolean>comparing(each -> context.isLoopback(each.name()))
                        .thenComparing(each -> each.address().get().address()))
                .map(each -> (Ipv4Address) each.address().get().address());
    }

    @Override
    public Optional<InterfaceAddress> addressOf(RouterInterface candidate) {
        return candidate.isUp()
                ? candidate.address().filter(current -> current.address() instanceof Ipv4Address) : Optional.empty();
    }

    @Override
    public boolean carries(IpPrefix prefix) {
        return prefix.network() instanceof Ipv4Address;
    }

    @Override
    public IpPrefix defaultPrefix() {
        return IpPrefix.IPV4_DEFAULT;
    }

    @Override
    public IpAddress sourceOf(OspfPort port) {
        return port.ownAddress();
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
        return (Ipv4Address) address;
    }

    @Override
    public OspfPacket packet(Ipv4Address routerId, Area area, OspfBody body) {
        return new OspfPacketV2(routerId, area.id(), new OspfAuthentication.None(), body);
    }

    @Override
    public boolean understands(OspfPacket packet) {
        return packet instanceof OspfPacketV2;
    }

    @Override
    public int headerBytes() {
        return IpPacket.IPV4_HEADER_BYTES + OspfPacketV2.HEADER_BYTES;
    }

    @Override
    public int descriptionBytes() {
        return OspfBody.DatabaseDescription.FIXED_BYTES;
    }

    @Override
    public OspfBody.SenderInterface sender(OspfPort port) {
        return new OspfBody.NetworkMask(port.address().prefixLength());
    }

    @Override
    public OspfOptions options(Area area) {
        return area.options();
    }

    /** On point-to-point networks addresses do not matter (RFC 2328 section 10.5). */
    @Override
    public Optional<Misfit> misfit(OspfPort port, IpAddress source, OspfBody.Hello hello) {
        if (port.networkType() == OspfNetworkType.POINT_TO_POINT) {
            return Optional.empty();
        }
        int ownLength = port.address().prefixLength();
        int otherLength = ((OspfBody.NetworkMask) hello.sender()).length();
        IpPrefix network = port.address().prefix();
        if (otherLength != ownLength) {
            return Optional.of(new Misfit("mask mismatch", "/" + ownLength, "/" + otherLength));
        }
        return network.contains(source) || network.isHost() ? Optional.empty()
                : Optional.of(new Misfit("not on a common network", network.toString(), source.toString()));
    }

    @Override
    public RouterAdvertisements ownLinks(OspfContext context, Origination origination, BooleanSupplier boundary) {
        return new RouterAdvertisementsV2(context, origination, boundary);
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
        return new ShowOspf(context, ports).commands();
    }
}
