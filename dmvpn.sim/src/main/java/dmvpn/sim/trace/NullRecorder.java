package dmvpn.sim.trace;

import dmvpn.network.origin.Origin;

/** Records nothing: for runs of which only the outcome counts. */
public final class NullRecorder implements TraceRecorder {

    @Override
    public void record(int node, TraceEvent event, Origin origin) {
        // nothing is kept
    }

    @Override
    public boolean isRecording() {
        return false;
    }
}
