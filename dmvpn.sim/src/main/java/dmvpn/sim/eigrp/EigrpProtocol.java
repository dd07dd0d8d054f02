package dmvpn.sim.eigrp;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.sim.eigrp.EigrpTraceEvent.HelloOccasion;
import dmvpn.sim.eigrp.EigrpTraceEvent.Unsupported;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.routing.redistribution.RedistributionFilter;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One EIGRP process of a router. */
public final class EigrpProtocol implements RouterProtocol {

    private static final int HELLO = 1;
    private static final int HELLO_TO_NEW_TARGET = 2;

    /**
     * A hello goes to all targets of an interface, so one for each of thousands that register one after the other would be
     * a flood; the later ones share a hello, and those that say hello themselves are greeted anyway.
     */
    private static final long OUT_OF_TURN_NANOS = 100_000_000L;

    private final EigrpContext context;
    private final Map<String, EigrpPort> ports = new LinkedHashMap<>();
    private final Map<EigrpPort, HelloTimers> timers = new LinkedHashMap<>();
    /** One for all hellos, as each timer would make another. */
    private final EventHandler helloTimers = this::hello;
    private final Dual dual;
    private final Announcer announcer;
    private final SummaryKeeper summaries;
    private final RouteInstaller installer;
    private final ExternalRoutes externals;
    private final Neighbors neighbors;
    private final FastDetection fastDetection;

    /** Timers of one port. */
    private static final class HelloTimers {
        private long periodic;
        private long outOfTurn;
        private long nextOutOfTurnNanos;
    }

    /**
     * @param router the router
     * @param process its configuration
     * @param family what it carries routes of; a process of both is two, which do not know each other
     * @param filter decides which routes of others are announced
     * @param siblings the processes of the router, of which this becomes one
     * @param detection watches neighbours where the configuration asks for it
     */
    public EigrpProtocol(RouterContext router, EigrpProcess process, EigrpFamily family, RedistributionFilter filter,
            EigrpProcesses siblings, NeighborDetection detection) {
        context = new EigrpContext(router, process, family);
        dual = new Dual(context, new DualOutcome());
        announcer = new Announcer(context, dual, ports.values());
        summaries = new SummaryKeeper(context, dual);
        installer = new RouteInstaller(context);
        neighbors = new Neighbors(context, new NeighborOutcome());
        externals = new ExternalRoutes(context, dual, siblings, filter);
        siblings.add(process, family, dual);
        fastDetection = new FastDetection(context, detection, ports, neighbors);
    }

    @Override
    public String name() {
        return "EIGRP";
    }

    @Override
    public void start() {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            context.record(new Unsupported(missing.get(), null));
            return;
        }
        context.router().ip().register(IpPacket.EIGRP, this::receive);
        PortListener listener = new PortListener();
        for (RouterInterface candidate : context.router().interfaces()) {
            if (!candidate.vrf().equals(context.process().vrf())) {
                continue;
            }
            EigrpPort port = new EigrpPort(context, candidate, context.process().settingsOf(candidate.name()));
            ports.put(candidate.name(), port);
            timers.put(port, new HelloTimers());
            port.settings().summaries().stream().map(EigrpSummary::prefix).forEach(summaries::add);
            candidate.addListener(listener);
        }
        List.copyOf(ports.values()).forEach(this::adapt);
        externals.start();
    }

    /** What the platform does not have; nothing is exported for it. */
    private Optional<String> missing() {
        if (context.family() == EigrpFamily.IPV4) {
            return Optional.empty();
        }
        return context.router().device().platform().vendor() == Vendor.FRR ? Optional.of("FRRouting has no EIGRP for IPv6")
                : context.process().vrf().filter(vrf -> !context.hasWideMetrics()).map(vrf -> "EIGRP for IPv6 in a VRF takes named mode");
    }

    @Override
    public void stop() {
        timers.values().forEach(timer -> {
            context.scheduler().cancel(timer.periodic);
            context.scheduler().cancel(timer.outOfTurn);
        });
        ports.values().forEach(port -> port.neighbors().values().forEach(neighbors::cancelTimers));
        announcer.stop();
        externals.stop();
        dual.stop();
    }

    /** The interface came up, went down, or has another address or metric. */
    private void adapt(EigrpPort port) {
        Optional<IpPrefix> network = port.address()
                .filter(this::takesPart)
                .map(InterfaceAddress::prefix);
        if (!network.equals(port.connected())) {
            port.connected().ifPresent(before -> {
                List.copyOf(port.neighbors().values()).forEach(neighbor -> neighbors.down(neighbor, "interface down"));
                dual.connected(before, null);
            });
            port.setConnected(network);
            network.ifPresent(prefix -> dual.connected(prefix, Path.connected(port, port.connectedMetric())));
        } else if (port.hasOtherMetric()) {
            port.setConnected(network);
            dual.connected(network.get(), Path.connected(port, port.connectedMetric()));
            dual.metricChanged(port);
            externals.metricChanged();
        }
        boolean shouldRun = network.isPresent() && !port.settings().passive() && port.source().isPresent();
        if (shouldRun != port.isRunning()) {
            port.setRunning(shouldRun);
            context.scheduler().cancel(timers.get(port).periodic);
            if (shouldRun) {
                periodicHello(port, HelloOccasion.START);
            }
        }
    }

    private boolean takesPart(InterfaceAddress address) {
        return context.process().networks().stream().anyMatch(network -> network.contains(address.address()));
    }

    /** Periodic hellos keep the phase of the interface's start, whatever is sent between them. */
    private void periodicHello(EigrpPort port, HelloOccasion occasion) {
        port.sendHello(context.family().allRouters(), occasion);
        timers.get(port).periodic = context.scheduler()
                .after(port.settings().helloInterval().toNanos(), helloTimers, HELLO, port);
    }

    private void hello(int kind, Object payload) {
        EigrpPort port = (EigrpPort) payload;
        if (!port.isRunning()) {
            return;
        }
        if (kind == HELLO) {
            periodicHello(port, HelloOccasion.INTERVAL);
        } else {
            port.sendHello(context.family().allRouters(), HelloOccasion.NEW_TARGET);
        }
    }

    private void receive(RouterInterface ingress, IpPacket packet) {
        EigrpPort port = ports.get(ingress.name());
        if (port == null || !port.isRunning() || !(packet.content() instanceof EigrpPacket message)
                || message.autonomousSystem() != context.process().autonomousSystem()
                || !context.family().has(packet.source())) {
            return;
        }
        neighbors.receive(port, packet.source(), message);
    }

    /** {@code clear ip eigrp neighbors}: the neighbours are told, and found again by their next hello. */
    @Override
    public void clear(Predicate<IpAddress> peer) {
        for (EigrpPort port : ports.values()) {
            for (EigrpNeighbor neighbor : List.copyOf(port.neighbors().values())) {
                if (peer.test(neighbor.address())) {
                    neighbors.clear(neighbor);
                }
            }
        }
    }

    @Override
    public List<IpAddress> neighborsUp() {
        return ports.values().stream().flatMap(port -> port.neighbors().values().stream())
                .filter(EigrpNeighbor::isUp).map(EigrpNeighbor::address).toList();
    }

    @Override
    public List<ShowCommand> showCommands() {
        return List.of(
                new ShowCommand("show " + context.family().keyword() + " eigrp neighbors", () -> new ShowEigrp(context).neighbors(ports.values())),
                new ShowCommand("show " + context.family().keyword() + " eigrp topology", () -> new ShowEigrp(context).topology(dual.entries(), context.routerId())));
    }

    @Override
    public List<StateTable> stateTables() {
        return new EigrpStateTables(context).tables(ports.values(), dual.entries());
    }

    /** Follows the interfaces of the process. */
    private final class PortListener implements InterfaceListener {

        @Override
        public void changed(RouterInterface changedInterface) {
            EigrpPort port = ports.get(changedInterface.name());
            if (port != null) {
                adapt(port);
            }
        }

        /** Targets that are added in one instant hear the same hello, and so do those that follow soon after one. */
        @Override
        public void multicastTargetAdded(RouterInterface changedInterface) {
            EigrpPort port = ports.get(changedInterface.name());
            if (port == null || !port.isRunning()) {
                return;
            }
            HelloTimers timer = timers.get(port);
            if (!context.scheduler().isPending(timer.outOfTurn)) {
                long earliest = Math.max(context.nowNanos(), timer.nextOutOfTurnNanos);
                timer.nextOutOfTurnNanos = earliest + OUT_OF_TURN_NANOS;
                timer.outOfTurn = context.scheduler()
                        .after(earliest - context.nowNanos(), helloTimers, HELLO_TO_NEW_TARGET, port);
            }
        }
    }

    /** Carries DUAL's decisions to the routing table and the neighbours. */
    private final class DualOutcome implements Dual.Outcome {

        @Override
        public void changed(TopologyEntry entry) {
            installer.changed(entry);
            announcer.changed(entry.prefix());
            summaries.changed(entry);
        }

        @Override
        public Collection<EigrpNeighbor> neighborsToAsk() {
            return neighbors.toAsk();
        }

        @Override
        public void query(EigrpNeighbor neighbor, TopologyEntry entry) {
            announcer.query(neighbor, entry);
        }

        @Override
        public void reply(EigrpNeighbor neighbor, TopologyEntry entry) {
            announcer.reply(neighbor, entry);
        }

        @Override
        public void stuckInActive(EigrpNeighbor neighbor) {
            neighbors.down(neighbor, "stuck in active");
        }
    }

    /** Carries what neighbours say to DUAL. */
    private final class NeighborOutcome implements Neighbors.Listener {

        @Override
        public void up(EigrpNeighbor neighbor) {
            fastDetection.up(neighbor);
            announcer.sendAll(neighbor);
        }

        @Override
        public void down(EigrpNeighbor neighbor) {
            fastDetection.down(neighbor);
            dual.neighborDown(neighbor);
        }

        @Override
        public void received(EigrpNeighbor neighbor, EigrpPacket packet) {
            for (EigrpTlv.Route said : packet.routes()) {
                EigrpTlv.Route told = context.own(said);
                EigrpTlv.Route route = isOwn(told) ? told.unreachable() : context.policies().accept(neighbor, told);
                switch (packet.opcode()) {
                    case UPDATE -> dual.update(neighbor, route);
                    case QUERY -> dual.query(neighbor, route);
                    case REPLY -> dual.reply(neighbor, route);
                    case HELLO -> throw new IllegalStateException("A hello carries no routes");
                }
            }
        }

        /** What this router itself brought in and is told back is no way there (Cisco, EIGRP: duplicate router IDs). */
        private boolean isOwn(EigrpTlv.Route route) {
            return route.exterior().filter(origin -> origin.originatingRouter().equals(context.routerId())).isPresent();
        }
    }
}
