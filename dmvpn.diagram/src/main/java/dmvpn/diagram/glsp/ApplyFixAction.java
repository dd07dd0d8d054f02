package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Asks for a fix of an element's problem. Read from JSON. */
public final class ApplyFixAction extends Action {

    static final String KIND = "dmvpn.applyFix";

    private String element;
    private String fix;

    /** Filled by the framework. */
    public ApplyFixAction() {
        super(KIND);
    }

    String element() {
        return element;
    }

    String fix() {
        return fix;
    }
}
