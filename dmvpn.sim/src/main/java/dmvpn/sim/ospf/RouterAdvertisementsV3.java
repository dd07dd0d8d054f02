package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.AdvertisedPrefix;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateBodyV3;
import dmvpn.sim.ospf.message.LinkStateBodyV3.LinkKind;
import dmvpn.sim.ospf.message.LinkStateBodyV3.MetricPrefix;
import dmvpn.sim.ospf.message.LinkStateBodyV3.RouterLink;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import dmvpn.sim.ospf.message.OspfOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * What the router tells of itself in version 3: its links without addresses, its address and prefixes on each link to the others
 * there, and the prefixes at itself and at networks to the area (RFC 5340 sections 4.4.3.2, 4.4.3.3, 4.4.3.8 and 4.4.3.9).
 */
final class RouterAdvertisementsV3 implements RouterAdvertisements {

    private final OspfContext context;
    private final Origination origination;
    private final BooleanSupplier boundary;

    /** @param boundary true while the router tells external routes */
    RouterAdvertisementsV3(OspfContext context, Origination origination, BooleanSupplier boundary) {
        this.context = context;
        this.origination = origination;
        this.boundary = boundary;
    }

    private LinkStateKey key(LinkStateType type, Ipv4Address id) {
        return new LinkStateKey(type, id, context.routerId());
    }

    private static Ipv4Address id(OspfPort port) {
        return new Ipv4Address((int) port.interfaceId());
    }

    @Override
    public void routerChanged(Area area) {
        origination.changed(area, key(LinkStateType.ROUTER, Ipv4Address.ANY), OspfOptions.NONE, () -> router(area));
        origination.changed(area, key(LinkStateType.INTRA_AREA_PREFIX, Ipv4Address.ANY), OspfOptions.NONE,
                () -> prefixesOfRouter(area));
    }

    private LinkStateBody router(Area area) {
        List<RouterLink> links = new ArrayList<>();
        area.ports().forEach(port -> addLinks(links, port));
        boolean boundaryHere = boundary.getAsBoolean() && (area.carriesExternals() || area.isNotSoStubby());
        return new LinkStateBodyV3.Router(context.isBorderRouter(), boundaryHere, false, context.version().options(area), links);
    }

    private void addLinks(List<RouterLink> links, OspfPort port) {
        switch (port.state()) {
            case DOWN, LOOPBACK, WAITING -> { } // no links
            case POINT_TO_POINT -> {
                for (OspfNeighbor neighbor : port.neighbors().values()) {
                    if (neighbor.isFull()) {
                        links.add(new RouterLink(LinkKind.POINT_TO_POINT, port.cost(), port.interfaceId(), neighbor.interfaceId(),
                                neighbor.routerId()));
                    }
                }
            }
            case OTHER, BACKUP, DESIGNATED -> {
                if (port.isTransit()) {
                    long designated = port.state() == InterfaceState.DESIGNATED ? port.interfaceId()
                            : port.neighbors().get(port.designatedRouter()).interfaceId();
                    links.add(new RouterLink(LinkKind.TRANSIT, port.cost(), port.interfaceId(), designated,
                            port.designatedRouter()));
                }
            }
        }
    }

    /** Prefixes of interfaces, but for networks with a designated router, who tells theirs (section 4.4.3.9). */
    private LinkStateBody prefixesOfRouter(Area area) {
        List<MetricPrefix> prefixes = new ArrayList<>();
        for (OspfPort port : area.ports()) {
            boolean host = port.isLoopback() && port.networkType() != OspfNetworkType.POINT_TO_POINT
                    || port.networkType() == OspfNetworkType.POINT_TO_MULTIPOINT;
            if (port.state() == InterfaceState.DOWN || port.isTransit()) {
                continue;
            }
            IpPrefix prefix = host ? IpPrefix.host(port.ownAddress()) : port.address().prefix();
            prefixes.add(new MetricPrefix(new AdvertisedPrefix(prefix, host ? AdvertisedPrefix.LOCAL_ADDRESS : 0),
                    host && !port.isLoopback() ? 0 : port.cost()));
        }
        return prefixes.isEmpty() ? null
                : new LinkStateBodyV3.IntraAreaPrefix(key(LinkStateType.ROUTER, Ipv4Address.ANY), prefixes);
    }

    @Override
    public void networkChanged(OspfPort port) {
        if (port.isLoopback() || port.address() == null) {
            return;
        }
        origination.changed(port, key(LinkStateType.LINK, id(port)), OspfOptions.NONE, () -> link(port));
        linkChanged(port);
    }

    private LinkStateBody link(OspfPort port) {
        return port.state() == InterfaceState.DOWN ? null : new LinkStateBodyV3.Link(port.settings().priority(),
                context.version().options(port.area()), (Ipv6Address) port.linkLocalAddress(),
                List.of(AdvertisedPrefix.of(port.address().prefix())));
    }

    @Override
    public void linkChanged(OspfPort port) {
        if (!port.networkType().hasDesignatedRouter() || port.isLoopback() || port.address() == null) {
            return;
        }
        LinkStateKey network = key(LinkStateType.NETWORK, id(port));
        LinkStateKey prefixes = key(LinkStateType.INTRA_AREA_PREFIX, id(port));
        if (tellsNetwork(port)) {
            origination.changed(port.area(), network, OspfOptions.NONE, () -> network(port));
            origination.changed(port.area(), prefixes, OspfOptions.NONE, () -> prefixesOfNetwork(port));
        } else {
            origination.withdraw(port.area(), network);
            origination.withdraw(port.area(), prefixes);
        }
    }

    private static boolean tellsNetwork(OspfPort port) {
        return port.state() == InterfaceState.DESIGNATED && port.fullNeighbors() > 0;
    }

    private LinkStateBody network(OspfPort port) {
        return tellsNetwork(port)
                ? new LinkStateBodyV3.Network(context.version().options(port.area()), members(port)) : null;
    }

    private List<Ipv4Address> members(OspfPort port) {
        List<Ipv4Address> routers = new ArrayList<>(List.of(context.routerId()));
        port.neighbors().values().stream().filter(OspfNeighbor::isFull).map(OspfNeighbor::routerId).forEach(routers::add);
        return routers;
    }

    /** All prefixes that the routers of the network have for it. */
    private LinkStateBody prefixesOfNetwork(OspfPort port) {
        if (!tellsNetwork(port)) {
            return null;
        }
        List<Ipv4Address> members = members(port);
        TreeSet<IpPrefix> prefixes = new TreeSet<>(List.of(port.address().prefix()));
        for (DatabaseEntry entry : port.database().entries(LinkStateType.LINK)) {
            if (members.contains(entry.key().advertisingRouter()) && !entry.isMaxAge(context.nowNanos())) {
                ((LinkStateBodyV3.Link) entry.advertisement().body()).prefixes().forEach(each -> prefixes.add(each.prefix()));
            }
        }
        return new LinkStateBodyV3.IntraAreaPrefix(key(LinkStateType.NETWORK, id(port)),
                prefixes.stream().map(prefix -> new MetricPrefix(AdvertisedPrefix.of(prefix), 0)).toList());
    }
}
