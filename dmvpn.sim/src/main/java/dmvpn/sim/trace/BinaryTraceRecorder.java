package dmvpn.sim.trace;

import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.Causality;
import dmvpn.sim.kernel.Scheduler;
import java.util.List;

/**
 * Records a run. The traces may be read while they grow, from other threads too.
 *
 * <p>A run that was put back to an earlier instant repeats events that are in the trace already, as it is deterministic:
 * those are counted, not written again, until it is where it was.
 */
public final class BinaryTraceRecorder implements TraceRecorder {

    private final TraceStore store;
    private final TraceWriter writer;
    private final TracePosition position = new TracePosition();
    private final BinaryTrace trace;
    private final BinaryTrace knownTrace;
    private final Scheduler clock;
    private final Causality causality;

    /**
     * @param clock clock of the run
     * @param causality what the kernel of the run carries along
     * @param nodeNames names of routers and hosts by their index
     */
    public BinaryTraceRecorder(Scheduler clock, Causality causality, List<String> nodeNames) {
        this(clock, causality, new TraceStore(nodeNames));
    }

    /**
     * A recorder that writes its events into a file.
     *
     * @param file takes each block when it is filled; {@link #close} writes the last one
     */
    public BinaryTraceRecorder(Scheduler clock, Causality causality, List<String> nodeNames, TraceFile file) {
        this(clock, causality, new TraceStore(nodeNames, file.begin(nodeNames)));
    }

    private BinaryTraceRecorder(Scheduler clock, Causality causality, TraceStore store) {
        this.clock = clock;
        this.causality = causality;
        this.store = store;
        this.writer = new TraceWriter(store);
        this.trace = new BinaryTrace(store, position::events, writer::sizeInBytes);
        this.knownTrace = new BinaryTrace(store, store::size, writer::sizeInBytes);
    }

    /** The trace up to where the run is; it grows with the run, and is short again when the run is put back. */
    public BinaryTrace trace() {
        return trace;
    }

    /** The trace up to the furthest place where the run ever was. */
    public BinaryTrace knownTrace() {
        return knownTrace;
    }

    @Override
    public boolean isRecording() {
        return true;
    }

    @Override
    public void record(int node, TraceEvent event, Origin origin) {
        int number = position.events();
        if (number == store.size()) {
            writer.write(node, clock.nowNanos(), causality.cause(), event, origin);
        }
        causality.recorded(number);
        position.advance();
    }

    /** No more events come: what is not yet in a file is written there. */
    public void close() {
        writer.close();
    }
}
