package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Tells the client how far the simulation is that it waits for, in seconds since its start. Fields are read as JSON. */
final class RunProgressAction extends Action {

    static final String KIND = "dmvpn.runProgress";

    final double time;
    final double end;

    RunProgressAction(double time, double end) {
        super(KIND);
        this.time = time;
        this.end = end;
    }
}
