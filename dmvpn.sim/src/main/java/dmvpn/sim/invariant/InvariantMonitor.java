package dmvpn.sim.invariant;

import dmvpn.network.origin.Origin;
import dmvpn.sim.fragmentation.FragmentationEvent;
import dmvpn.sim.nhrp.NhrpTraceEvent;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.trace.TraceEvent;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.PacketTap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Shows packets and events to invariants and keeps the first violation. Most events are keep-alives or packets that change
 * nothing; they are passed over, so that watching costs little.
 */
public final class InvariantMonitor implements TraceRecorder, PacketTap {

    private final Invariant[] invariants;

    /** Where the invariant of the same place complains. */
    private final Complaints[] complaints;
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
        this.invariants = invariants.toArray(Invariant[]::new);
        this.complaints = invariants.stream()
                .<Complaints>map(invariant -> explanation -> violated(invariant, explanation)).toArray(Complaints[]::new);
        this.recorder = recorder;
        this.network = network;
        this.nowNanos = nowNanos;
        this.traceSize = traceSize;
        this.nodeNames = List.copyOf(nodeNames);
        this.seed = seed;
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
            for (int index = 0; index < invariants.length; index++) {
                invariants[index].event(happening, complaints[index]);
            }
        }
    }

    @Override
    public boolean isRecording() {
        return recorder.isRecording();
    }

    @Override
    public void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet) {
        if (violation == null) {
            Crossing crossing = new Crossing(network, node, interfaceName, timeNanos, direction, packet);
            watchedNode = node;
            for (int index = 0; index < invariants.length; index++) {
                invariants[index].packet(crossing, complaints[index]);
            }
        }
    }

    private void violated(Invariant invariant, String explanation) {
        if (violation == null) {
            violation = new Violation(invariant.name(), explanation, nodeNames.get(watchedNode), nowNanos.getAsLong(), seed,
                    Math.max(0, traceSize.getAsInt() - 1));
        }
    }
}
