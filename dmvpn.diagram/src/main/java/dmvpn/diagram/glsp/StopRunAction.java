package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Ends the simulation that the client waits for. Read from JSON. */
public final class StopRunAction extends Action {

    static final String KIND = "dmvpn.stopRun";

    /** Filled by the framework. */
    public StopRunAction() {
        super(KIND);
    }
}
