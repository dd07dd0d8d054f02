package dmvpn.sim.odr;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.sim.cdp.CdpNeighbor;
import dmvpn.sim.cdp.CdpUser;
import dmvpn.sim.cdp.message.CdpTlv;
import dmvpn.sim.odr.OdrTraceEvent.RouteChanged;
import dmvpn.sim.odr.OdrTraceEvent.TakesNoPart;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.tunnel.DiscoveryLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * On-demand routing of a router. A hub ({@code router odr}) learns what stubs tell and tells itself as their default gateway; a stub
 * tells its connected networks as long as no routing protocol runs on it, and believes each hub for as long as CDP does.
 */
public final class OdrProtocol implements RouterProtocol, CdpUser {

    /** Equal routes that are used at once: routers without {@code maximum-paths} use four (Cisco IOS IP Routing, maximum-paths). */
    static final int EQUAL_ROUTES = 4;
    private static final int METRIC = 1;
    /** Of a route that is held down. */
    private static final long UNREACHABLE = 0xffff_ffffL;
    private static final List<String> COLUMNS = List.of("prefix", "state", "nextHop", "interface", "lastUpdate");

    private final RouterContext router;
    private final OnDemandRouting process;
    private final OdrRoutes routes;
    /** By the hub that tells it. */
    private final Map<Hub, Gateway> gateways = new LinkedHashMap<>();

    /** A hub on a link, as CDP tells neighbours apart. */
    private record Hub(String interfaceName, String deviceId, String portId) {
        static Hub of(DiscoveryLink link, CdpNeighbor neighbor) {
            return new Hub(link.name(), neighbor.deviceId(), neighbor.portId());
        }
    }

    private record Gateway(IpAddress address, long heardAtNanos) {
    }

    /**
     * @param router the router
     * @param process its configuration
     */
    public OdrProtocol(RouterContext router, OnDemandRouting process) {
        this.router = router;
        this.process = process;
        this.routes = new OdrRoutes(router, process);
    }

    /** Why the router takes no part; empty when it does. */
    public Optional<String> objection() {
        RoutingConfiguration routing = router.device().routing();
        if (router.device().platform().vendor() == Vendor.FRR) {
            return Optional.of("FRRouting has no on-demand routing");
        }
        if (process.vrf().isPresent()) {
            return Optional.of("on-demand routing knows the global table only");
        }
        return process.hub() || routing.eigrp().isEmpty() && routing.ospf().isEmpty() && routing.bgp().isEmpty()
                && routing.rip().isEmpty() ? Optional.empty() : Optional.of("a routing protocol runs on the stub");
    }

    @Override
    public String name() {
        return "ODR";
    }

    @Override
    public void start() {
        objection().ifPresent(reason -> router.record(new TakesNoPart(reason), process.origin()));
    }

    @Override
    public void stop() {
        routes.stop();
    }

    /** The network of the link itself is known on both ends. */
    @Override
    public Optional<CdpTlv> content(DiscoveryLink link) {
        if (process.hub()) {
            return link.address().map(InterfaceAddress::address).filter(Ipv4Address.class::isInstance)
                    .map(own -> new CdpTlv.DefaultGateway((Ipv4Address) own));
        }
        return Optional.of(new CdpTlv.Prefixes(router.interfaces().stream()
                .filter(each -> each.vrf().equals(process.vrf()) && each.isUp() && !each.name().equals(link.name()))
                .map(RouterInterface::address).flatMap(Optional::stream).map(InterfaceAddress::prefix)
                .filter(prefix -> prefix.network() instanceof Ipv4Address).distinct().toList()));
    }

    @Override
    public void heard(DiscoveryLink link, CdpNeighbor neighbor) {
        if (process.hub()) {
            neighbor.frame().first(CdpTlv.Prefixes.class).ifPresent(told -> neighbor.address().ifPresent(stub ->
                    told.prefixes().forEach(prefix -> routes.heard(prefix, stub, link.name()))));
            return;
        }
        Hub hub = Hub.of(link, neighbor);
        Optional<IpAddress> told = neighbor.frame().first(CdpTlv.DefaultGateway.class).map(CdpTlv.DefaultGateway::gateway);
        boolean isNews = !Optional.ofNullable(gateways.get(hub)).map(Gateway::address).equals(told);
        if (isNews) {
            forget(hub::equals, "the hub tells another");
        }
        told.ifPresent(gateway -> gateways.put(hub, new Gateway(gateway, router.scheduler().nowNanos())));
        if (isNews && told.isPresent()) {
            record("route learned", told.get(), link.name(), "");
            install();
        }
    }

    @Override
    public void lost(DiscoveryLink link, CdpNeighbor neighbor) {
        forget(Hub.of(link, neighbor)::equals, "CDP lost the hub");
    }

    @Override
    public void down(DiscoveryLink link) {
        routes.forgetThrough(link.name());
        forget(hub -> hub.interfaceName().equals(link.name()), "the interface is down");
    }

    private void forget(Predicate<Hub> which, String reason) {
        for (Hub hub : List.copyOf(gateways.keySet())) {
            if (which.test(hub)) {
                record("route forgotten", gateways.remove(hub).address(), hub.interfaceName(), reason);
                install();
            }
        }
    }

    private void install() {
        router.routes(process.vrf()).replace(IpPrefix.IPV4_DEFAULT, RouteSource.ODR, gateways.entrySet().stream()
                .map(each -> route(router, process, IpPrefix.IPV4_DEFAULT, each.getValue().address(), each.getKey().interfaceName(),
                        true)).distinct().limit(EQUAL_ROUTES).toList());
    }

    static Route route(RouterContext router, OnDemandRouting process, IpPrefix prefix, IpAddress nextHop, String interfaceName,
            boolean valid) {
        return new Route(prefix, RouteSource.ODR, process.distance().orElse(RouteSource.ODR.distance()),
                valid ? METRIC : UNREACHABLE, Optional.of(nextHop), Optional.of(interfaceName), router.scheduler().nowNanos(),
                process.origin());
    }

    private void record(String change, IpAddress gateway, String interfaceName, String reason) {
        router.record(new RouteChanged(change, IpPrefix.IPV4_DEFAULT, gateway, interfaceName, reason), process.origin());
    }

    /** A hub's stubs that told something within the invalid time, a stub's hubs. */
    @Override
    public List<IpAddress> neighborsUp() {
        List<IpAddress> up = new ArrayList<>(gateways.values().stream().map(Gateway::address).distinct().toList());
        routes.all().stream().filter(OdrPath::isValid).map(OdrPath::nextHop).distinct().forEach(up::add);
        return up;
    }

    @Override
    public List<StateTable> stateTables() {
        List<List<String>> rows = new ArrayList<>();
        gateways.forEach((hub, gateway) -> rows.add(List.of(IpPrefix.IPV4_DEFAULT.toString(), "learned",
                gateway.address().toString(), hub.interfaceName(), age(gateway.heardAtNanos()))));
        routes.all().forEach(path -> rows.add(List.of(path.prefix().toString(), path.isValid() ? "learned" : "possibly down",
                path.nextHop().toString(), path.interfaceName(), age(path.heardAtNanos()))));
        return List.of(new StateTable("ODR routes", COLUMNS, rows));
    }

    private String age(long heardAtNanos) {
        return ElapsedTime.format(router.scheduler().nowNanos() - heardAtNanos);
    }
}
