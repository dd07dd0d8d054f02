package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.Action;

/** Tells a session that the document has changed, whoever changed it. */
public final class DocumentChangedAction extends Action {

    static final String KIND = "dmvpn.documentChanged";

    /** Made by the server and, for its list of kinds, by the framework. */
    public DocumentChangedAction() {
        super(KIND);
    }
}
