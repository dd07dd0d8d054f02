package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Asks what is in a packet. Read from JSON. */
public final class RequestHeadersAction extends Action {

    static final String KIND = "dmvpn.requestHeaders";

    private PacketQuestion question;

    /** Filled by the framework. */
    public RequestHeadersAction() {
        super(KIND);
    }

    PacketQuestion question() {
        return question;
    }
}
