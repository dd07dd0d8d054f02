package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Gives the client a simulation to show. Fields are read as JSON. */
final class RunAction extends Action {

    static final String KIND = "dmvpn.run";

    final ShownRun run;

    RunAction(ShownRun run) {
        super(KIND);
        this.run = run;
    }
}
