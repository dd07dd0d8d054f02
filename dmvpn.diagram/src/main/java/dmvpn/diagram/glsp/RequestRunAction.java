package dmvpn.diagram.glsp;

import java.util.Optional;
import org.eclipse.glsp.server.actions.Action;

/** Asks for a simulation of the model as it is now. Read from JSON. */
public final class RequestRunAction extends Action {

    static final String KIND = "dmvpn.requestRun";

    private String scenario;

    /** Filled by the framework. */
    public RequestRunAction() {
        super(KIND);
    }

    /** Name of the scenario; empty when none was chosen. */
    Optional<String> scenario() {
        return Optional.ofNullable(scenario);
    }
}
