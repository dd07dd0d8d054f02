package dmvpn.sim.ospf;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.ospf.message.LinkStateBody;
import dmvpn.sim.ospf.message.LinkStateBodyV2;
import dmvpn.sim.ospf.message.LinkStateBodyV2.LinkKind;
import dmvpn.sim.ospf.message.LinkStateBodyV2.RouterLink;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.LinkStateType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the router tells of itself and of the networks that it is designated for (RFC 2328 sections 12.4.1 and 12.4.2). */
final class RouterAdvertisementsV2 implements RouterAdvertisements {

    private final OspfContext context;
    private final Origination origination;
    private final BooleanSupplier boundary;

    /** @param boundary true while the router tells external routes */
    RouterAdvertisementsV2(OspfContext context, Origination origination, BooleanSupplier boundary) {
        this.context = context;
        this.origination = origination;
        this.boundary = boundary;
    }

    @Override
    public void routerChanged(Area area) {
        origination.changed(area, new LinkStateKey(LinkStateType.ROUTER, context.routerId(), context.routerId()),
                area.options(), () -> router(area));
    }

    private LinkStateBody router(Area area) {
        List<RouterLink> links = new ArrayList<>();
        area.ports().forEach(port -> addLinks(links, port));
        boolean border = context.isBorderRouter();
        boolean boundaryHere = boundary.getAsBoolean() && (area.carriesExternals() || area.isNotSoStubby());
        return new LinkStateBodyV2.Router(border, boundaryHere, false, links);
    }

    private static void addLinks(List<RouterLink> links, OspfPort port) {
        IpPrefix network = port.state() == InterfaceState.DOWN ? null : port.address().prefix();
        switch (port.state()) {
            case DOWN -> { }
            case LOOPBACK -> links.add(RouterLink.stub(port.networkType() == OspfNetworkType.POINT_TO_POINT
                    ? network : IpPrefix.host(port.ownAddress()), port.cost()));
            case WAITING -> links.add(RouterLink.stub(network, port.cost()));
            case POINT_TO_POINT -> {
                boolean multipoint = port.networkType() == OspfNetworkType.POINT_TO_MULTIPOINT;
                if (multipoint) {
                    links.add(RouterLink.stub(IpPrefix.host(port.ownAddress()), 0));
                }
                for (OspfNeighbor neighbor : port.neighbors().values()) {
                    if (neighbor.isFull()) {
                        links.add(link(port, LinkKind.POINT_TO_POINT, neighbor.routerId()));
                    }
                }
                if (!multipoint) {
                    links.add(RouterLink.stub(network, port.cost()));
                }
            }
            case OTHER, BACKUP, DESIGNATED -> links.add(port.isTransit()
                    ? link(port, LinkKind.TRANSIT, port.designatedRouter()) : RouterLink.stub(network, port.cost()));
        }
    }

    @Override
    public void linkChanged(OspfPort port) {
        // Version 2 tells nothing on one link alone.
    }

    @Override
    public void networkChanged(OspfPort port) {
        if (!port.networkType().hasDesignatedRouter() || port.isLoopback() || port.address() == null) {
            return;
        }
        LinkStateKey key = new LinkStateKey(LinkStateType.NETWORK, (Ipv4Address) port.ownAddress(), context.routerId());
        if (tellsNetwork(port)) {
            origination.changed(port.area(), key, port.area().options(), () -> network(port));
        } else {
            origination.withdraw(port.area(), key);
        }
    }

    private static boolean tellsNetwork(OspfPort port) {
        return port.state() == InterfaceState.DESIGNATED && port.fullNeighbors() > 0;
    }

    private static RouterLink link(OspfPort port, LinkKind kind, Ipv4Address id) {
        return new RouterLink(kind, id, (Ipv4Address) port.ownAddress(), port.cost());
    }

    private LinkStateBody network(OspfPort port) {
        if (!tellsNetwork(port)) {
            return null;
        }
        List<Ipv4Address> routers = new ArrayList<>(List.of(context.routerId()));
        port.neighbors().values().stream().filter(OspfNeighbor::isFull).map(OspfNeighbor::routerId).forEach(routers::add);
        return new LinkStateBodyV2.Network(port.address().prefixLength(), routers);
    }
}
