package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Asks for the way of a packet. Read from JSON. */
public final class RequestPathAction extends Action {

    static final String KIND = "dmvpn.requestPath";

    private PathQuestion question;

    /** Filled by the framework. */
    public RequestPathAction() {
        super(KIND);
    }

    PathQuestion question() {
        return question;
    }
}
