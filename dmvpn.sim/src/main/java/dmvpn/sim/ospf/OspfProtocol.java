package dmvpn.sim.ospf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.Ospfv3;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfProcess;
import dmvpn.sim.ospf.OspfTraceEvent.Calculated;
import dmvpn.sim.ospf.OspfTraceEvent.WithoutEffect;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.OspfBody;
import dmvpn.sim.ospf.message.OspfPacket;
import dmvpn.sim.ospf.spf.CalculatedRoutes;
import dmvpn.sim.ospf.spf.RouteCalculation;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.routing.redistribution.ConfiguredParticipation;
import dmvpn.sim.routing.redistribution.RedistributedRoutes;
import dmvpn.sim.routing.redistribution.RedistributionFilter;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One OSPF process of a router: puts its parts together and carries what happens in one of them to the others. */
public final class OspfProtocol implements RouterProtocol {

    /** Equal paths that IOS uses (Cisco IOS, {@code maximum-paths}: 4 for OSPF). */
    private static final int DEFAULT_MAXIMUM_PATHS = 4;

    private final OspfContext context;
    private final Map<String, OspfPort> ports = new LinkedHashMap<>();
    private final Neighbors neighbors;
    private final FastDetection fastDetection;
    private final Interfaces interfaces;
    private final DatabaseExchange exchange;
    private final Flooding flooding;
    private final FloodingSender sender;
    private final Origination origination;
    private final Aging aging;
    private final CalculationSchedule schedule;
    private final RouterAdvertisements ownLinks;
    private final SummaryAdvertisements summaries;
    private final ExternalAdvertisements externals;
    private final RouteInstaller installer;
    private final RedistributedRoutes redistributed;
    private CalculatedRoutes routes = CalculatedRoutes.NONE;
    private boolean started;

    /**
     * A process that has not started: of version 3 where it has IPv6 interfaces, else of version 2.
     *
     * @param router the router
     * @param process its configuration
     * @param filter decides which routes of others are told
     * @param detection watches neighbours where the configuration asks for it
     */
    public OspfProtocol(RouterContext router, OspfProcess process, RedistributionFilter filter, NeighborDetection detection) {
        context = new OspfContext(router, process, Ospfv3.runs(router.device(), process) ? new OspfVersion3() : new OspfVersion2());
        sender = new FloodingSender(context);
        neighbors = new Neighbors(context, new NeighborOutcome());
        fastDetection = new FastDetection(detection, ports, neighbors);
        interfaces = new Interfaces(context, neighbors, sender, this::interfaceChanged);
        Retransmissions retransmissions = new Retransmissions(context, sender,
                neighbor -> neighbors.down(neighbor, "too many retransmissions"));
        exchange = new DatabaseExchange(context, neighbors, retransmissions);
        flooding = new Flooding(context, sender, retransmissions, new FloodingOutcome());
        origination = new Origination(context, flooding);
        aging = new Aging(context, flooding);
        schedule = new CalculationSchedule(context, this::calculate);
        externals = new ExternalAdvertisements(context, origination);
        ownLinks = context.version().ownLinks(context, origination, externals::isBoundaryRouter);
        summaries = new SummaryAdvertisements(context, origination);
        installer = new RouteInstaller(context);
        redistributed = new RedistributedRoutes(context.routes(), process.options().redistributions(), filter,
                new ConfiguredParticipation(router.device(), process.vrf()), (prefix, route) -> {
                    if (context.version().carries(prefix) && prefix.length() > 0) {
                        externals.changed(prefix, route);
                    }
                });
    }

    @Override
    public String name() {
        return "OSPF";
    }

    @Override
    public void start() {
        context.router().ip().register(IpPacket.OSPF, this::receive);
        PortListener listener = new PortListener();
        for (RouterInterface candidate : context.router().interfaces()) {
            Optional<OspfInterface> settings = context.process().settingsOf(candidate.name());
            if (settings.isEmpty() || !candidate.vrf().equals(context.process().vrf())) {
                continue;
            }
            Area area = context.area(settings.get().area());
            OspfPort port = new OspfPort(context, area, candidate, settings.get());
            area.ports().add(port);
            ports.put(candidate.name(), port);
            candidate.addListener(listener);
        }
        if (context.areas().size() > 1 && context.areas().stream().noneMatch(Area::isBackbone)) {
            context.record(new WithoutEffect("the router is in several areas and not in area 0, so it is no border router "
                    + "and tells none of the other", null));
        }
        startWithRouterId();
    }

    /** Version 2 has no router ID without an IPv4 address, and starts with the first one. */
    private void startWithRouterId() {
        Optional<Ipv4Address> routerId = context.version().routerId(context);
        if (started || routerId.isEmpty()) {
            return;
        }
        started = true;
        context.setRouterId(routerId.get());
        ports.values().forEach(interfaces::adapt);
        if (context.process().defaultOrigination().isPresent()) {
            externals.tellDefault();
        }
        redistributed.start();
    }

    @Override
    public void stop() {
        for (OspfPort port : ports.values()) {
            interfaces.stopTimers(port);
            sender.stop(port);
            for (OspfNeighbor neighbor : port.neighbors().values()) {
                neighbors.stop(neighbor);
                exchange.end(neighbor);
            }
        }
        origination.stop();
        aging.stop();
        schedule.stop();
    }

    private void receive(RouterInterface ingress, IpPacket packet) {
        OspfPort port = ports.get(ingress.name());
        if (port == null || !port.isSpeaking() || !(packet.content() instanceof OspfPacket message)
                || !context.version().understands(message)
                || packet.destination().equals(context.version().allDesignatedRouters()) && !port.state().isDesignatedOrBackup()) {
            return;
        }
        IpAddress source = packet.source();
        if (!message.areaId().equals(port.area().id())) {
            neighbors.refuse(port, source, "area mismatch", Long.toString(port.area().number()),
                    Long.toString(message.areaId().toUnsignedLong()));
        } else if (message.routerId().equals(context.routerId())) {
            neighbors.refuse(port, source, "it has the router ID of this router", context.routerId().toString(), null);
        } else if (message.body() instanceof OspfBody.Hello hello) {
            neighbors.hello(port, source, message.routerId(), hello);
        } else {
            OspfNeighbor neighbor = port.neighbors().get(port.neighborKey(source, message.routerId()));
            if (neighbor != null) {
                receive(neighbor, message.body());
            }
        }
    }

    private void receive(OspfNeighbor neighbor, OspfBody body) {
        if (body instanceof OspfBody.DatabaseDescription description) {
            exchange.receive(neighbor, description);
        } else if (neighbor.state().isAtLeast(NeighborState.EXCHANGE)) {
            switch (body) {
                case OspfBody.LinkStateRequest request -> flooding.receive(neighbor, request);
                case OspfBody.LinkStateUpdate update -> flooding.receive(neighbor, update);
                case OspfBody.LinkStateAcknowledgment acknowledgment -> flooding.receive(neighbor, acknowledgment);
                case OspfBody.Hello hello -> throw new IllegalStateException("Hellos are taken before");
                case OspfBody.DatabaseDescription description -> throw new IllegalStateException("Taken before");
            }
        }
    }

    private void interfaceChanged(OspfPort port) {
        if (port.state() == InterfaceState.DOWN) {
            installer.withdrawThrough(port.name());
        }
        // The router may have become a border router, or ceased to be one: all areas are told.
        context.areas().forEach(ownLinks::routerChanged);
        ownLinks.networkChanged(port);
        externals.refreshAll();
        schedule.request();
    }

    private void calculate() {
        routes = new RouteCalculation(context.version().reader(), context.routerId(), context.areas(), context.isBorderRouter(),
                context.process().options().maximumPaths().orElse(DEFAULT_MAXIMUM_PATHS), context.nowNanos())
                .run(context.autonomousSystem().database().entries());
        int changed = installer.update(routes);
        context.record(new Calculated(routes.networks().size(), changed));
        summaries.update(routes);
        externals.translate(routes);
    }

    /** {@code clear ip ospf process}: adjacencies begin anew. */
    @Override
    public void clear(Predicate<IpAddress> peer) {
        for (OspfPort port : ports.values()) {
            for (OspfNeighbor neighbor : List.copyOf(port.neighbors().values())) {
                if (peer.test(neighbor.address())) {
                    neighbors.down(neighbor, "manually cleared");
                }
            }
        }
    }

    @Override
    public List<IpAddress> neighborsUp() {
        List<IpAddress> up = new ArrayList<>();
        for (OspfPort port : ports.values()) {
            port.neighbors().values().stream().filter(OspfNeighbor::isFull).map(OspfNeighbor::address).forEach(up::add);
        }
        return up;
    }

    @Override
    public List<ShowCommand> showCommands() {
        return context.version().showCommands(context, ports.values());
    }

    @Override
    public List<StateTable> stateTables() {
        return new OspfStateTables(context, ports.values(), () -> routes).tables();
    }

    /** Follows the interfaces of the process. */
    private final class PortListener implements InterfaceListener {

        @Override
        public void changed(RouterInterface changedInterface) {
            if (started) {
                interfaces.adapt(ports.get(changedInterface.name()));
            } else {
                startWithRouterId();
            }
        }

        @Override
        public void multicastTargetAdded(RouterInterface changedInterface) {
            interfaces.multicastTargetAdded(ports.get(changedInterface.name()));
        }
    }

    /** Carries what neighbours do to the other parts. */
    private final class NeighborOutcome implements Neighbors.Listener {

        @Override
        public void changed(OspfNeighbor neighbor, NeighborState before) {
            fastDetection.changed(neighbor, before);
            if (before == NeighborState.FULL || neighbor.isFull()) {
                ownLinks.routerChanged(neighbor.port().area());
                ownLinks.networkChanged(neighbor.port());
            }
            if (before.isSynchronizing() && !neighbor.state().isSynchronizing()) {
                flooding.removeFlushed();
            }
        }

        @Override
        public void begin(OspfNeighbor neighbor) {
            exchange.begin(neighbor);
        }

        @Override
        public void end(OspfNeighbor neighbor) {
            exchange.end(neighbor);
        }

        @Override
        public void neighborChange(OspfPort port) {
            interfaces.neighborChange(port);
        }

        @Override
        public void answer(OspfNeighbor neighbor) {
            interfaces.answer(neighbor);
        }

        @Override
        public void backupSeen(OspfPort port) {
            interfaces.backupSeen(port);
        }
    }

    /** Carries what advertisements say to the other parts. */
    private final class FloodingOutcome implements Flooding.Listener {

        @Override
        public void installed(FloodingScope scope, DatabaseEntry entry) {
            aging.installed(scope, entry);
            if (entry.key().type().isOfLink()) {
                scope.ports().forEach(ownLinks::linkChanged);
            }
        }

        @Override
        public void receivedOwn(FloodingScope scope, DatabaseEntry entry) {
            origination.received(scope, entry);
        }

        @Override
        public void contentChanged() {
            schedule.request();
        }

        @Override
        public void removed(FloodingScope scope, LinkStateKey key) {
            origination.removed(scope, key);
        }

        @Override
        public void badRequest(OspfNeighbor neighbor) {
            neighbors.begin(neighbor, "the neighbor asks for what is not there");
        }

        @Override
        public void requestsAnswered(OspfNeighbor neighbor) {
            exchange.requestsAnswered(neighbor);
        }
    }
}
