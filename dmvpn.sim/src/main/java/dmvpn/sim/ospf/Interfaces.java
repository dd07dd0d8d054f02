package dmvpn.sim.ospf;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfConfiguredNeighbor;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.ospf.DesignatedRouterElection.Candidate;
import dmvpn.sim.ospf.DesignatedRouterElection.Outcome;
import dmvpn.sim.ospf.OspfTraceEvent.HelloOccasion;
import dmvpn.sim.ospf.OspfTraceEvent.HelloSent;
import dmvpn.sim.ospf.OspfTraceEvent.InterfaceChanged;
import dmvpn.sim.ospf.OspfTraceEvent.WithoutEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The interfaces of the process: up and down, hellos, and who is designated router (RFC 2328 sections 9.2 to 9.5). */
final class Interfaces {

    /** What interfaces cause elsewhere. */
    interface Listener {

        /** What the router tells of the interface changed. */
        void changed(OspfPort port);
    }

    private static final int HELLO = 0;
    private static final int HELLO_OUT_OF_TURN = 1;
    private static final int WAIT_OVER = 2;

    private final OspfContext context;
    private final Neighbors neighbors;
    private final FloodingSender sender;
    private final Listener listener;
    private final NonBroadcastHellos nonBroadcastHellos;
    /** One for all timers of a kind, so that each timer is not an object more. */
    private final EventHandler dueHandler = this::due;

    Interfaces(OspfContext context, Neighbors neighbors, FloodingSender sender, Listener listener) {
        this.context = context;
        this.neighbors = neighbors;
        this.sender = sender;
        this.listener = listener;
        this.nonBroadcastHellos = new NonBroadcastHellos(context);
    }

    /** The interface came up, went down, or has another address or bandwidth. */
    void adapt(OspfPort port) {
        Optional<InterfaceAddress> now = port.currentAddress();
        if (port.state() != InterfaceState.DOWN && !now.equals(Optional.of(port.address()))) {
            down(port, "the interface is down or has another address");
        }
        if (now.isPresent() && port.state() == InterfaceState.DOWN) {
            port.setAddress(now.get());
            port.updateCost();
            up(port);
        } else if (now.isPresent() && port.updateCost()) {
            listener.changed(port);
        }
    }

    private void up(OspfPort port) {
        if (port.isLoopback()) {
            become(port, InterfaceState.LOOPBACK, "the interface is up");
            return;
        }
        if (!port.networkType().hasDesignatedRouter()) {
            become(port, InterfaceState.POINT_TO_POINT, "the interface is up");
        } else if (port.settings().priority() == 0) {
            become(port, InterfaceState.OTHER, "priority 0: it is never designated");
        } else {
            become(port, InterfaceState.WAITING, "listens who is designated");
            port.timers().wait = context.scheduler()
                    .after(port.settings().deadInterval().toNanos(), dueHandler, WAIT_OVER, port);
        }
        boolean calls = port.networkType() == OspfNetworkType.NON_BROADCAST && port.settings().priority() > 0;
        if (calls && port.isSpeaking() && context.process().neighborsOn(port.name()).isEmpty()) {
            context.record(new WithoutEffect("no neighbors are configured on the non-broadcast network", port.name()));
        }
        if (port.isSpeaking()) {
            callNeighbors(port, configured -> true);
            periodicHello(port, HelloOccasion.START);
        }
    }

    private void down(OspfPort port, String reason) {
        stopTimers(port);
        sender.stop(port);
        InterfaceState before = port.state();
        port.setState(InterfaceState.DOWN);
        List.copyOf(port.neighbors().values()).forEach(neighbor -> neighbors.down(neighbor, "interface down"));
        port.setDesignated(Ipv4Address.ANY, Ipv4Address.ANY);
        port.setState(before);
        become(port, InterfaceState.DOWN, reason);
    }

    private void become(OspfPort port, InterfaceState state, String reason) {
        port.setState(state);
        boolean elects = port.networkType().hasDesignatedRouter() && !port.isLoopback();
        context.record(new InterfaceChanged(port.name(), state.name(), elects ? port.designatedRouter() : null,
                elects ? port.backupDesignatedRouter() : null, reason));
        listener.changed(port);
    }

    /** Configured neighbours of a non-broadcast network that are called from now on (RFC 2328 section 10.3, event Start). */
    private void callNeighbors(OspfPort port, Predicate<OspfConfiguredNeighbor> meant) {
        if (port.networkType() == OspfNetworkType.NON_BROADCAST && port.isSpeaking()) {
            context.process().neighborsOn(port.name()).stream().filter(meant)
                    .filter(configured -> NonBroadcastHellos.greets(port, configured))
                    .forEach(configured -> neighbors.attempt(port, configured));
        }
    }

    /** A neighbour spoke to a router that does not speak first. */
    void answer(OspfNeighbor neighbor) {
        hello(neighbor.port(), neighbor.address(), HelloOccasion.ANSWER);
    }

    void stopTimers(OspfPort port) {
        context.scheduler().cancel(port.timers().hello);
        context.scheduler().cancel(port.timers().outOfTurnHello);
        context.scheduler().cancel(port.timers().wait);
    }

    // hellos

    /** Periodic hellos keep the phase of the interface's start, whatever is sent between them. */
    private void periodicHello(OspfPort port, HelloOccasion occasion) {
        hello(port, occasion);
        port.timers().nextHelloNanos = context.nowNanos() + port.settings().helloInterval().toNanos();
        port.timers().hello = context.scheduler()
                .after(port.settings().helloInterval().toNanos(), dueHandler, HELLO, port);
    }

    private void hello(OspfPort port, HelloOccasion occasion) {
        if (port.networkType() == OspfNetworkType.NON_BROADCAST) {
            nonBroadcastHellos.due(port, occasion).forEach((address, why) -> hello(port, address, why));
        } else {
            hello(port, context.version().allRouters(), occasion);
        }
    }

    private void hello(OspfPort port, IpAddress destination, HelloOccasion occasion) {
        context.record(new HelloSent(occasion, port.name(), destination));
        port.send(destination, port.hello());
    }

    private void due(int kind, Object payload) {
        OspfPort port = (OspfPort) payload;
        switch (kind) {
            case HELLO -> periodicHello(port, HelloOccasion.INTERVAL);
            case HELLO_OUT_OF_TURN -> hello(port, HelloOccasion.NEW_TARGET);
            default -> elect(port, "nobody was designated while it listened");
        }
    }

    /** Multicast reaches somebody new: targets that are added in one instant, or soon after one, share a hello. */
    void multicastTargetAdded(OspfPort port) {
        if (!port.isSpeaking() || port.networkType() == OspfNetworkType.NON_BROADCAST) {
            return;
        }
        OspfPort.PortTimers timers = port.timers();
        if (!context.scheduler().isPending(timers.outOfTurnHello)) {
            long earliest = Math.max(context.nowNanos(), timers.nextOutOfTurnHelloNanos);
            timers.nextOutOfTurnHelloNanos = earliest + OspfTimers.OUT_OF_TURN_HELLO_NANOS;
            timers.outOfTurnHello =
                    context.scheduler().after(earliest - context.nowNanos(), dueHandler, HELLO_OUT_OF_TURN, port);
        }
    }

    // designated routers

    /** There is a backup, or a designated router without one. */
    void backupSeen(OspfPort port) {
        if (port.state() == InterfaceState.WAITING) {
            elect(port, "a designated router was heard");
        }
    }

    /** The candidates changed. */
    void neighborChange(OspfPort port) {
        if (port.state() == InterfaceState.OTHER || port.state().isDesignatedOrBackup()) {
            elect(port, "the candidates changed");
        }
    }

    private void elect(OspfPort port, String reason) {
        context.scheduler().cancel(port.timers().wait);
        Outcome before = new Outcome(port.designatedRouter(), port.backupDesignatedRouter());
        Ipv4Address own = port.ownIdentity();
        Optional<Candidate> self = port.settings().priority() == 0 ? Optional.empty() : Optional.of(new Candidate(own,
                context.routerId(), port.settings().priority(), before.designatedRouter(), before.backupDesignatedRouter()));
        List<Candidate> others = new ArrayList<>();
        for (OspfNeighbor neighbor : port.neighbors().values()) {
            if (neighbor.state().isAtLeast(NeighborState.TWO_WAY) && neighbor.priority() > 0) {
                others.add(new Candidate(neighbor.identity(), neighbor.routerId(), neighbor.priority(),
                        neighbor.designatedRouter(), neighbor.backupDesignatedRouter()));
            }
        }
        Outcome outcome = DesignatedRouterElection.elect(self, others, before, own);
        InterfaceState state = outcome.designatedRouter().equals(own) ? InterfaceState.DESIGNATED
                : outcome.backupDesignatedRouter().equals(own) ? InterfaceState.BACKUP : InterfaceState.OTHER;
        boolean changed = !outcome.equals(before);
        if (!changed && state == port.state()) {
            return;
        }
        port.setDesignated(outcome.designatedRouter(), outcome.backupDesignatedRouter());
        boolean inChargeNow = state.isDesignatedOrBackup() && !port.state().isDesignatedOrBackup();
        become(port, state, reason);
        if (inChargeNow && port.networkType() == OspfNetworkType.NON_BROADCAST && port.isSpeaking()) {
            // Section 9.4, step 6: those that nobody called because they are never designated.
            callNeighbors(port, configured -> configured.priority() == 0);
            hello(port, HelloOccasion.DESIGNATED);
        }
        if (changed) {
            List.copyOf(port.neighbors().values()).forEach(neighbors::reconsider);
        }
    }
}
