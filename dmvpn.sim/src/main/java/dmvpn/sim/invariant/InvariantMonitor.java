package dmvpn.sim.invariant;

import dmvpn.network.origin.Origin;
import dmvpn.sim.fragmentation.FragmentationEvent;
import dmvpn.sim.nhrp.NhrpTraceEvent;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.trace.TraceEvent;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.PacketTap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Shows packets and events to invariants and keeps the first violation. Most events are keep-alives or packets that change
 * nothing; they are passed over, so that watching costs little.
 */
public final class InvariantMonitor implements TraceRecorder, PacketTap {

    private final Invariant.OfSent[] ofSent;
    private final Invariant.OfReceived[] ofReceived;
    private final Invariant.OfEvents[] ofEvents;
    /** Where the invariants of the same places complain. */
    private final Complaints[] aboutSent;
    private final Complaints[] aboutReceived;
    private final Complaints[] aboutEvents;
    private final TraceRecorder recorder;
    private final LiveNetwork network;
    private final LongSupplier nowNanos;
    private final IntSupplier traceSize;
    private final List<String> nodeNames;
    private final long seed;
    private int watchedNode;
    private Violation violation;

    /**
     * @param invariants what to watch, fresh
     * @param recorder takes every event
     * @param network the network that runs
     * @param nowNanos the clock
     * @param traceSize number of events recorded so far
     * @param nodeNames routers and hosts by their index
     * @param seed seed of the run
     */
    public InvariantMonitor(List<Invariant> invariants, TraceRecorder recorder, LiveNetwork network, LongSupplier nowNanos,
            IntSupplier traceSize, List<String> nodeNames, long seed) {
        this.ofSent = of(invariants, Invariant.OfSent.class).toArray(Invariant.OfSent[]::new);
        this.ofReceived = of(invariants, Invariant.OfReceived.class).toArray(Invariant.OfReceived[]::new);
        this.ofEvents = of(invariants, Invariant.OfEvents.class).toArray(Invariant.OfEvents[]::new);
        this.aboutSent = complaints(ofSent);
        this.aboutReceived = complaints(ofReceived);
        this.aboutEvents = complaints(ofEvents);
        this.recorder = recorder;
        this.network = network;
        this.nowNanos = nowNanos;
        this.traceSize = traceSize;
        this.nodeNames = List.copyOf(nodeNames);
        this.seed = seed;
    }

    private static <T extends Invariant> List<T> of(List<Invariant> invariants, Class<T> kind) {
        return invariants.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Complaints[] complaints(Invariant[] invariants) {
        return Arrays.stream(invariants)
                .<Complaints>map(invariant -> explanation -> violated(invariant, explanation)).toArray(Complaints[]::new);
    }

    /** The first violation; empty while everything holds. */
    public Optional<Violation> violation() {
        return Optional.ofNullable(violation);
    }

    /** True once something does not hold. */
    public boolean isViolated() {
        return violation != null;
    }

    @Override
    public void record(int node, TraceEvent event, Origin origin) {
        recorder.record(node, event, origin);
        if (violation == null && (event.changesState() || event instanceof NhrpTraceEvent.PacketEvent
                || event instanceof FragmentationEvent)) {
            Happening happening = new Happening(network, node, nowNanos.getAsLong(), event);
            watchedNode = node;
            for (int index = 0; index < ofEvents.length; index++) {
                ofEvents[index].event(happening, aboutEvents[index]);
            }
        }
    }

    @Override
    public boolean isRecording() {
        return recorder.isRecording();
    }

    @Override
    public void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet) {
        if (violation != null) {
            return;
        }
        Crossing crossing = new Crossing(network, node, interfaceName, timeNanos, packet);
        watchedNode = node;
        if (direction == Direction.SENT) {
            for (int index = 0; index < ofSent.length; index++) {
                ofSent[index].sent(crossing, aboutSent[index]);
            }
        } else {
            for (int index = 0; index < ofReceived.length; index++) {
                ofReceived[index].received(crossing, aboutReceived[index]);
            }
        }
    }

    private void violated(Invariant invariant, String explanation) {
        if (violation == null) {
            violation = new Violation(invariant.name(), explanation, nodeNames.get(watchedNode), nowNanos.getAsLong(), seed,
                    Math.max(0, traceSize.getAsInt() - 1));
            recorder.record(watchedNode, new InvariantViolated(invariant.name(), explanation, seed), Origin.NONE);
        }
    }
}
