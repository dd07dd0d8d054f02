package dmvpn.diagram.glsp;

import java.util.List;
import org.eclipse.glsp.server.actions.Action;

/** Has the client bring elements into sight, when they are out of it. Fields are read as JSON. */
final class RevealAction extends Action {

    static final String KIND = "dmvpn.reveal";

    final List<String> ids;

    RevealAction(List<String> ids) {
        super(KIND);
        this.ids = List.copyOf(ids);
    }
}
