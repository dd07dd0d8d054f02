package dmvpn.sim.scenario;

import dmvpn.network.origin.Origin;
import dmvpn.sim.trace.TraceEvent;
import dmvpn.sim.trace.TraceRecorder;
import java.util.function.ObjIntConsumer;

/**
 * Sees what a run reports on its way to the recorder: counts messages, and tells of changes that an expectation may
 * depend on. It wants to see everything, whether the run is recorded or not, so that both come to the same verdicts.
 */
final class RunObserver implements TraceRecorder {

    private final TraceRecorder recorder;
    private final MessageCounter messages;
    private final ObjIntConsumer<TraceEvent> onChange;

    /** @param onChange told of each event that may change what an expectation sees, and of its node */
    RunObserver(TraceRecorder recorder, MessageCounter messages, ObjIntConsumer<TraceEvent> onChange) {
        this.recorder = recorder;
        this.messages = messages;
        this.onChange = onChange;
    }

    @Override
    public void record(int node, TraceEvent event, Origin origin) {
        recorder.record(node, event, origin);
        if (messages.count(node, event) || event.changesState()) {
            onChange.accept(event, node);
        }
    }

    @Override
    public boolean isRecording() {
        return true;
    }
}
