package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Gives the client the way of a packet. Fields are read as JSON. */
final class PathAction extends Action {

    static final String KIND = "dmvpn.path";

    final PathQuestion question;
    final ShownPath path;

    PathAction(PathQuestion question, ShownPath path) {
        super(KIND);
        this.question = question;
        this.path = path;
    }
}
