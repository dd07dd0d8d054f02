package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.eigrp.EigrpTraceEvent.Acknowledgement;
import dmvpn.sim.eigrp.EigrpTraceEvent.HelloMeaning;
import dmvpn.sim.eigrp.EigrpTraceEvent.HelloOccasion;
import dmvpn.sim.eigrp.EigrpTraceEvent.HelloReceived;
import dmvpn.sim.eigrp.EigrpTraceEvent.NeighborChange;
import dmvpn.sim.eigrp.EigrpTraceEvent.NeighborEvent;
import dmvpn.sim.eigrp.EigrpTraceEvent.PacketEvent;
import dmvpn.sim.eigrp.message.EigrpFlags;
import dmvpn.sim.eigrp.message.EigrpOpcode;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.eigrp.message.PeerStub;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds neighbours by their hellos, brings them up with the exchange of first updates, and loses them (RFC 7868 section
 * 5.3). The hold timer runs from the arrival of the last hello.
 */
final class Neighbors implements ReliableSender.Listener {

    /** What neighbours cause elsewhere. */
    interface Listener {

        /** A neighbour came up: it must be told all routes. */
        void up(EigrpNeighbor neighbor);

        /** A neighbour that was up is gone. */
        void down(EigrpNeighbor neighbor);

        /** An update, query or reply of a neighbour that is up, once each. */
        void received(EigrpNeighbor neighbor, EigrpPacket packet);
    }

    private static final long SECOND = 1_000_000_000L;

    private final EigrpContext context;
    private final Listener listener;
    private final EventHandler holdTimers = this::holdTimeOver;
    private final Set<EigrpNeighbor> toAsk = new LinkedHashSet<>();
    private int discovered;

    Neighbors(EigrpContext context, Listener listener) {
        this.context = context;
        this.listener = listener;
    }

    /** Neighbours that are up and no stubs: those that queries go to. */
    Collection<EigrpNeighbor> toAsk() {
        return toAsk;
    }

    /** A packet of this process arrived. */
    void receive(EigrpPort port, IpAddress source, EigrpPacket packet) {
        EigrpNeighbor neighbor = port.neighbors().get(source);
        if (packet.isAcknowledgement()) {
            context.record(new Acknowledgement(false, port.name(), source, packet.acknowledgement(),
                    neighbor == null ? null : neighbor.sender().awaited(packet.acknowledgement())));
        } else if (packet.opcode() == EigrpOpcode.HELLO) {
            hello(port, source, packet, neighbor);
            return;
        }
        if (neighbor == null) {
            return;
        }
        if (packet.acknowledgement() != 0) {
            neighbor.sender().acknowledge(packet.acknowledgement());
        }
        if (packet.sequence() != 0 && neighbor.state() != EigrpNeighbor.State.DOWN) {
            reliable(neighbor, packet);
        }
    }

    private void hello(EigrpPort port, IpAddress source, EigrpPacket packet, EigrpNeighbor known) {
        Optional<EigrpTlv.Parameters> parameters = first(packet, EigrpTlv.Parameters.class);
        int holdTimeSeconds = parameters.map(EigrpTlv.Parameters::holdTimeSeconds).orElse(0);
        HelloMeaning meaning = parameters.isEmpty()
                ? HelloMeaning.WITHOUT_PARAMETERS : meaning(port, source, packet, known, parameters.get());
        context.record(new HelloReceived(meaning, port.name(), source, holdTimeSeconds));
        switch (meaning) {
            case ALIVE -> hold(known, holdTimeSeconds * SECOND);
            case FIRST -> hold(discover(port, source, packet), holdTimeSeconds * SECOND);
            case GOODBYE -> downIfKnown(known, "the neighbor took leave");
            case OTHER_WEIGHTS -> {
                record(NeighborChange.REFUSED, port, source, "K values differ");
                downIfKnown(known, "K values differ");
            }
            case TERMINATION -> downIfKnown(known, "Peer Termination received");
            case OTHER_NETWORK -> record(NeighborChange.REFUSED, port, source, "not on a common subnet");
            case WITHOUT_PARAMETERS -> { } // nobody knows its K values and its hold time
        }
    }

    private static HelloMeaning meaning(EigrpPort port, IpAddress source, EigrpPacket packet, EigrpNeighbor known,
            EigrpTlv.Parameters parameters) {
        if (parameters.isGoodbye()) {
            return HelloMeaning.GOODBYE;
        }
        if (!parameters.hasWeightsOf(port.parameters())) {
            return HelloMeaning.OTHER_WEIGHTS;
        }
        // To somebody who knows no such neighbour it says nothing either: it ends an adjacency and begins none.
        if (isTerminated(port, packet)) {
            return HelloMeaning.TERMINATION;
        }
        if (!port.isOnLink(source)) {
            return HelloMeaning.OTHER_NETWORK;
        }
        return known == null ? HelloMeaning.FIRST : HelloMeaning.ALIVE;
    }

    private void downIfKnown(EigrpNeighbor known, String reason) {
        if (known != null) {
            down(known, reason);
        }
    }

    private static boolean isTerminated(EigrpPort port, EigrpPacket hello) {
        return first(hello, EigrpTlv.PeerTermination.class).filter(termination -> port.source()
                .filter(termination.peers()::contains).isPresent()).isPresent();
    }

    private EigrpNeighbor discover(EigrpPort port, IpAddress source, EigrpPacket hello) {
        boolean stub = first(hello, PeerStub.class).isPresent();
        boolean wideMetrics = first(hello, EigrpTlv.SoftwareVersion.class).filter(EigrpTlv.SoftwareVersion::knowsWideMetrics).isPresent();
        EigrpNeighbor neighbor = new EigrpNeighbor(context, port, source, discovered++, stub, wideMetrics, this);
        port.neighbors().put(source, neighbor);
        record(NeighborChange.DISCOVERED, port, source, stub ? "first hello of a stub router" : "first hello");
        // The greeting goes first: a router takes no update of somebody whose hello it has not heard.
        // Observed on IOL: whom the hub's multicast does not reach never lists the hub, so no greeting gets there either.
        if (port.routerInterface().multicastReaches(source)) {
            port.sendHello(source, HelloOccasion.GREETING);
        }
        neighbor.sender().send(EigrpOpcode.UPDATE, EigrpFlags.INIT, List.of());
        return neighbor;
    }

    private void hold(EigrpNeighbor neighbor, long holdTimeNanos) {
        Scheduler scheduler = context.scheduler();
        long endsAt = context.nowNanos() + holdTimeNanos;
        long timer = scheduler.reschedule(neighbor.holdTimer(), endsAt);
        if (timer == Scheduler.NO_TIMER) {
            timer = scheduler.schedule(endsAt, Order.TIMER, holdTimers, 0, neighbor);
        }
        neighbor.setHold(timer, endsAt);
    }

    private void holdTimeOver(int kind, Object payload) {
        reset((EigrpNeighbor) payload, "holding time expired");
    }

    private void reliable(EigrpNeighbor neighbor, EigrpPacket packet) {
        if (packet.flags().initialize()) {
            init(neighbor, packet);
            return;
        }
        if (!neighbor.initReceived()) {
            // Not acknowledged: the neighbour repeats it after its first update.
            return;
        }
        boolean isNew = packet.sequence() > neighbor.lastReceivedSequence();
        if (isNew && !neighbor.isUp()) {
            return;
        }
        neighbor.setLastReceivedSequence(Math.max(packet.sequence(), neighbor.lastReceivedSequence()));
        if (isNew) {
            context.record(new PacketEvent("received", neighbor.port().name(), neighbor.address(), packet));
        }
        acknowledge(neighbor, packet);
        if (isNew) {
            listener.received(neighbor, packet);
        }
    }

    private void init(EigrpNeighbor neighbor, EigrpPacket packet) {
        if (neighbor.isRepeatedInit(packet.sequence())) {
            acknowledge(neighbor, packet);
            return;
        }
        if (neighbor.isUp()) {
            down(neighbor, "the neighbor restarted");
            return;
        }
        context.record(new PacketEvent("received", neighbor.port().name(), neighbor.address(), packet));
        neighbor.receivedInit(packet.sequence());
        acknowledge(neighbor, packet);
        upWhenComplete(neighbor);
    }

    private void acknowledge(EigrpNeighbor neighbor, EigrpPacket packet) {
        context.record(new Acknowledgement(true, neighbor.port().name(), neighbor.address(), packet.sequence(),
                packet.opcode()));
        neighbor.port().unicast(neighbor.address(),
                EigrpPacket.acknowledgement(context.process().autonomousSystem(), packet.sequence()));
    }

    @Override
    public void acknowledged(EigrpNeighbor neighbor, EigrpPacket packet) {
        if (packet.flags().initialize()) {
            neighbor.setInitAcknowledged();
            upWhenComplete(neighbor);
        }
    }

    private void upWhenComplete(EigrpNeighbor neighbor) {
        if (neighbor.isUp() || !neighbor.initReceived() || !neighbor.isInitAcknowledged()) {
            return;
        }
        neighbor.setState(EigrpNeighbor.State.UP);
        if (!neighbor.isStub()) {
            toAsk.add(neighbor);
        }
        record(NeighborChange.UP, neighbor.port(), neighbor.address(), "both first updates are acknowledged");
        listener.up(neighbor);
    }

    @Override
    public void retryLimitExceeded(EigrpNeighbor neighbor) {
        reset(neighbor, "retry limit exceeded");
    }

    /**
     * Takes a neighbour down that may not know of it, and tells it: without that a neighbour that still hears this
     * router's hellos would keep an adjacency that this router does not have (RFC 7868 section 6.5, Peer Termination).
     */
    private void reset(EigrpNeighbor neighbor, String reason) {
        down(neighbor, reason);
        neighbor.port().sendTermination(neighbor.address());
    }

    /** Somebody cleared the neighbour; IOS says "manually cleared". */
    void clear(EigrpNeighbor neighbor) {
        reset(neighbor, "manually cleared");
    }

    /** Takes a neighbour down. */
    void down(EigrpNeighbor neighbor, String reason) {
        if (neighbor.state() == EigrpNeighbor.State.DOWN) {
            return;
        }
        boolean wasUp = neighbor.isUp();
        neighbor.setState(EigrpNeighbor.State.DOWN);
        cancelTimers(neighbor);
        toAsk.remove(neighbor);
        neighbor.port().neighbors().remove(neighbor.address());
        record(NeighborChange.DOWN, neighbor.port(), neighbor.address(), reason);
        if (wasUp) {
            listener.down(neighbor);
        }
    }

    void cancelTimers(EigrpNeighbor neighbor) {
        context.scheduler().cancel(neighbor.holdTimer());
        neighbor.sender().stop();
    }

    private void record(NeighborChange change, EigrpPort port, IpAddress address, String reason) {
        context.record(new NeighborEvent(change, port.name(), address, reason));
    }

    private static <T extends EigrpTlv> Optional<T> first(EigrpPacket packet, Class<T> kind) {
        for (EigrpTlv tlv : packet.tlvs()) {
            if (kind.isInstance(tlv)) {
                return Optional.of(kind.cast(tlv));
            }
        }
        return Optional.empty();
    }
}
