package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.RequestAction;

/** Asks for what would mend the problems of an element. Read from JSON. */
public final class RequestFixesAction extends RequestAction<FixesAction> {

    static final String KIND = "dmvpn.requestFixes";

    private String element;

    /** Filled by the framework. */
    public RequestFixesAction() {
        super(KIND);
    }

    String element() {
        return element;
    }
}
