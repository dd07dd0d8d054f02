package dmvpn.sim.ospf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.routing.OspfConfiguredNeighbor;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.ospf.OspfTraceEvent.HelloReceived;
import dmvpn.sim.ospf.OspfTraceEvent.NeighborChanged;
import dmvpn.sim.ospf.OspfTraceEvent.Refused;
import dmvpn.sim.ospf.message.OspfBody;
import java.util.List;
import java.util.Optional;

/** The neighbours of all interfaces: found by their hellos, lost by their silence (RFC 2328 sections 10.2 to 10.5). */
final class Neighbors {

    /** What neighbours cause elsewhere. */
    interface Listener {

        /** The state of a neighbour changed. */
        void changed(OspfNeighbor neighbor, NeighborState before);

        /** An adjacency with the neighbour begins. */
        void begin(OspfNeighbor neighbor);

        /** Nothing is under way with the neighbour any more. */
        void end(OspfNeighbor neighbor);

        /** A neighbour sees other designated routers, has another priority, or is known both ways or no longer. */
        void neighborChange(OspfPort port);

        /** A neighbour wants its hello answered. */
        void answer(OspfNeighbor neighbor);

        /** There is a backup, or a designated router without one: waiting is over. */
        void backupSeen(OspfPort port);
    }

    private final OspfContext context;
    private final Listener listener;
    /** One for all timers of a kind, so that each timer is not an object more. */
    private final EventHandler inactiveHandler = this::inactive;

    Neighbors(OspfContext context, Listener listener) {
        this.context = context;
        this.listener = listener;
    }

    /** A hello arrived (section 10.5). */
    void hello(OspfPort port, IpAddress source, Ipv4Address routerId, OspfBody.Hello hello) {
        if (!fits(port, source, hello)) {
            return;
        }
        context.record(new HelloReceived(port.name(), source, routerId));
        Ipv4Address key = port.neighborKey(source, routerId);
        if (port.networkType() == OspfNetworkType.POINT_TO_POINT) {
            giveWay(port, key);
        }
        OspfNeighbor neighbor = port.neighbors().get(key);
        boolean isNew = neighbor == null;
        if (isNew) {
            neighbor = new OspfNeighbor(port, source, routerId, context.version().identity(source, routerId),
                    hello.priority());
            neighbor.setDesignated(hello.designatedRouter(), hello.backupDesignatedRouter());
            port.neighbors().put(key, neighbor);
        }
        neighbor.setRouterId(routerId);
        if (hello.sender() instanceof OspfBody.InterfaceId sender) {
            neighbor.setInterfaceId(sender.number());
        }
        restartInactivity(neighbor);
        if (!neighbor.state().isAtLeast(NeighborState.INIT)) {
            become(neighbor, NeighborState.INIT, "hello received");
        }
        boolean changed = !isNew && update(neighbor, hello);
        if (port.networkType() == OspfNetworkType.NON_BROADCAST && NonBroadcastHellos.answers(neighbor)) {
            listener.answer(neighbor);
        }
        if (!hello.neighbors().contains(context.routerId())) {
            oneWay(neighbor);
            return;
        }
        boolean wasTwoWay = neighbor.state().isAtLeast(NeighborState.TWO_WAY);
        twoWay(neighbor);
        if (port.networkType().hasDesignatedRouter()) {
            designated(port, neighbor, changed && wasTwoWay);
        }
    }

    /** A configured neighbour is called (section 10.3, event Start); one that was heard before is known already. */
    void attempt(OspfPort port, OspfConfiguredNeighbor configured) {
        Ipv4Address key = port.neighborKey(configured.address(), Ipv4Address.ANY);
        if (!port.neighbors().containsKey(key)) {
            OspfNeighbor neighbor = new OspfNeighbor(port, configured.address(), Ipv4Address.ANY, key, configured.priority());
            port.neighbors().put(key, neighbor);
            restartInactivity(neighbor);
            become(neighbor, NeighborState.ATTEMPT, "configured");
        }
    }

    /** Of a network with two routers this one can have only one neighbour: the last one that spoke. */
    private void giveWay(OspfPort port, Ipv4Address key) {
        for (OspfNeighbor other : List.copyOf(port.neighbors().values())) {
            if (!other.routerId().equals(key)) {
                down(other, "another router speaks on the point-to-point network");
            }
        }
    }

    private static boolean update(OspfNeighbor neighbor, OspfBody.Hello hello) {
        boolean wasDesignated = neighbor.declaresItselfDesignated();
        boolean wasBackup = neighbor.declaresItselfBackup();
        boolean otherPriority = neighbor.priority() != hello.priority();
        neighbor.setPriority(hello.priority());
        neighbor.setDesignated(hello.designatedRouter(), hello.backupDesignatedRouter());
        return otherPriority || wasDesignated != neighbor.declaresItselfDesignated()
                || wasBackup != neighbor.declaresItselfBackup();
    }

    private void designated(OspfPort port, OspfNeighbor neighbor, boolean changed) {
        if (port.state() == InterfaceState.WAITING && (neighbor.declaresItselfBackup()
                || neighbor.declaresItselfDesignated() && neighbor.backupDesignatedRouter().isUnspecified())) {
            listener.backupSeen(port);
        } else if (changed) {
            listener.neighborChange(port);
        }
    }

    private boolean fits(OspfPort port, IpAddress source, OspfBody.Hello hello) {
        long hellos = port.settings().helloInterval().toSeconds();
        long dead = port.settings().deadInterval().toSeconds();
        Optional<OspfVersion.Misfit> misfit = context.version().misfit(port, source, hello);
        if (misfit.isPresent()) {
            return refuse(port, source, misfit.get().reason(), misfit.get().own(), misfit.get().other());
        }
        if (hello.helloIntervalSeconds() != hellos) {
            return refuse(port, source, "hello interval mismatch", hellos + " s", hello.helloIntervalSeconds() + " s");
        }
        if (hello.deadIntervalSeconds() != dead) {
            return refuse(port, source, "dead interval mismatch", dead + " s", hello.deadIntervalSeconds() + " s");
        }
        if (!hello.options().isSameKindOfArea(port.area().options())) {
            return refuse(port, source, "kind of area mismatch", null, null);
        }
        return true;
    }

    /** Records why there is no adjacency, once for each source and reason. */
    boolean refuse(OspfPort port, IpAddress source, String reason, String own, String other) {
        if (port.isNewRefusal(source, reason)) {
            context.record(new Refused(port.name(), source, reason, own, other));
        }
        return false;
    }

    private void restartInactivity(OspfNeighbor neighbor) {
        Scheduler scheduler = context.scheduler();
        long at = context.nowNanos() + neighbor.port().settings().deadInterval().toNanos();
        long timer = scheduler.reschedule(neighbor.inactivityTimer(), at);
        if (timer == Scheduler.NO_TIMER) {
            timer = scheduler.schedule(at, Order.TIMER, inactiveHandler, 0, neighbor);
        }
        neighbor.setInactivity(timer, at);
    }

    private void inactive(int kind, Object payload) {
        down((OspfNeighbor) payload, "dead timer expired");
    }

    /** The neighbour knows this router. */
    void twoWay(OspfNeighbor neighbor) {
        if (neighbor.state() == NeighborState.INIT) {
            if (isAdjacencyWanted(neighbor)) {
                begin(neighbor, "each knows the other");
            } else {
                become(neighbor, NeighborState.TWO_WAY, "each knows the other");
            }
            changedBetweenOneAndTwoWay(neighbor.port());
        }
    }

    private void oneWay(OspfNeighbor neighbor) {
        if (neighbor.state().isAtLeast(NeighborState.TWO_WAY)) {
            listener.end(neighbor);
            become(neighbor, NeighborState.INIT, "the neighbor does not know this router any more");
            changedBetweenOneAndTwoWay(neighbor.port());
        }
    }

    private void changedBetweenOneAndTwoWay(OspfPort port) {
        if (port.networkType().hasDesignatedRouter()) {
            listener.neighborChange(port);
        }
    }

    /** With whom an adjacency is formed (section 10.4). */
    private static boolean isAdjacencyWanted(OspfNeighbor neighbor) {
        OspfPort port = neighbor.port();
        return !port.networkType().hasDesignatedRouter() || port.state().isDesignatedOrBackup()
                || neighbor.identity().equals(port.designatedRouter())
                || neighbor.identity().equals(port.backupDesignatedRouter());
    }

    /** Other routers are designated: adjacencies may be wanted that were not, or no more (event AdjOK?). */
    void reconsider(OspfNeighbor neighbor) {
        if (neighbor.state() == NeighborState.TWO_WAY && isAdjacencyWanted(neighbor)) {
            begin(neighbor, "one of the two is designated router or its backup");
        } else if (neighbor.state().isAtLeast(NeighborState.EXSTART) && !isAdjacencyWanted(neighbor)) {
            listener.end(neighbor);
            become(neighbor, NeighborState.TWO_WAY, "neither is designated router or its backup any more");
        }
    }

    /** The exchange of databases begins, or begins again. */
    void begin(OspfNeighbor neighbor, String reason) {
        listener.end(neighbor);
        become(neighbor, NeighborState.EXSTART, reason);
        listener.begin(neighbor);
    }

    /** The state changes as the exchange goes on. */
    void become(OspfNeighbor neighbor, NeighborState state, String reason) {
        NeighborState before = neighbor.state();
        neighbor.setState(state, context.nowNanos());
        neighbor.port().count(before, state);
        context.count(before, state);
        if (state == NeighborState.FULL) {
            neighbor.port().accept(neighbor.address());
        }
        context.record(new NeighborChanged(neighbor.port().name(), neighbor.address(), neighbor.routerId(),
                before.name(), state.name(), reason));
        listener.changed(neighbor, before);
    }

    /** The neighbour is lost. */
    void down(OspfNeighbor neighbor, String reason) {
        if (neighbor.state() == NeighborState.DOWN) {
            return;
        }
        OspfPort port = neighbor.port();
        boolean wasTwoWay = neighbor.state().isAtLeast(NeighborState.TWO_WAY);
        context.scheduler().cancel(neighbor.inactivityTimer());
        listener.end(neighbor);
        port.neighbors().remove(port.neighborKey(neighbor.address(), neighbor.routerId()));
        become(neighbor, NeighborState.DOWN, reason);
        if (wasTwoWay && port.state() != InterfaceState.DOWN) {
            changedBetweenOneAndTwoWay(port);
        }
    }

    /** Power fails: timers end. */
    void stop(OspfNeighbor neighbor) {
        context.scheduler().cancel(neighbor.inactivityTimer());
    }
}
