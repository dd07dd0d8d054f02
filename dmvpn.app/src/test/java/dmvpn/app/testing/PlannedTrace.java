package dmvpn.app.testing;

import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.EventKernel;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.BinaryTraceRecorder;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;

/** Traces of events that a test thinks of, in the order of their instants. */
public final class PlannedTrace {

    private final EventKernel kernel = new EventKernel();
    private final BinaryTraceRecorder recorder;
    private final List<List<Planned>> effects = new ArrayList<>();

    private record Planned(int index, long timeNanos, int node, String message, int cause) {
    }

    private record Happening(String message) implements TraceEvent {
        @Override
        public String protocol() {
            return "NHRP";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.number("length", message.length());
        }
    }

    /** A trace without an event. */
    public PlannedTrace(List<String> nodes) {
        recorder = new BinaryTraceRecorder(kernel, kernel.causality(), nodes);
    }

    /** One more event, which happens by itself. */
    public PlannedTrace add(long millis, int node, String message) {
        return add(millis, node, message, RecordedEvent.NO_CAUSE);
    }

    /** One more event, which another one caused. */
    public PlannedTrace add(long millis, int node, String message, int cause) {
        Planned planned = new Planned(effects.size(), millis * 1_000_000, node, message, cause);
        effects.add(new ArrayList<>());
        if (cause == RecordedEvent.NO_CAUSE) {
            schedule(planned);
        } else {
            effects.get(cause).add(planned);
        }
        return this;
    }

    private void schedule(Planned planned) {
        kernel.schedule(planned.timeNanos(), Order.TIMER, this::happen, 0, planned);
    }

    private void happen(int kind, Object payload) {
        Planned planned = (Planned) payload;
        if (recorder.trace().size() != planned.index()) {
            throw new IllegalStateException("Event " + planned.index() + " is not the next one: events come in the order of their instants");
        }
        recorder.record(planned.node(), new Happening(planned.message()), Origin.NONE);
        effects.get(planned.index()).forEach(this::schedule);
    }

    /** The trace with all of them. */
    public BinaryTrace trace() {
        while (kernel.step()) {
            continue;
        }
        return recorder.trace();
    }
}
