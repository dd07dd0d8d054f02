package dmvpn.sim.trace;

import dmvpn.network.origin.Origin;

/**
 * Where protocols report what happened. The recorder knows the instant and the cause: the first event that a handler
 * call records is caused by the event that scheduled the call; the others of that call are caused by the first.
 */
public interface TraceRecorder {

    /**
     * Records an event of now.
     *
     * @param node index of the router or host in the network, as given at its creation
     * @param event what happened
     * @param origin the element of the model that configured it; not part of the trace's hash
     */
    void record(int node, TraceEvent event, Origin origin);

    /** False when nothing is recorded; callers may then skip building an event that costs. */
    boolean isRecording();
}
