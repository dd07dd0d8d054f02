package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Tells the client what is in a packet. Fields are read as JSON. */
final class HeadersAction extends Action {

    static final String KIND = "dmvpn.headers";

    final PacketQuestion question;
    final ShownHeaders headers;

    HeadersAction(PacketQuestion question, ShownHeaders headers) {
        super(KIND);
        this.question = question;
        this.headers = headers;
    }
}
