package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Asks for the members of a family that matter one by one, or for one stack again. Read from JSON. */
public final class ToggleFamilyAction extends Action {

    static final String KIND = "dmvpn.toggleFamily";

    private String family;

    /** Filled by the framework. */
    public ToggleFamilyAction() {
        super(KIND);
    }

    String family() {
        return family;
    }
}
