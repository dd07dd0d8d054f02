package dmvpn.diagram.glsp;

import java.util.List;
import org.eclipse.glsp.server.actions.Action;

/** Asks the client which scenario to run. Fields are read as JSON. */
final class ScenariosAction extends Action {

    static final String KIND = "dmvpn.scenarios";

    final List<String> names;

    ScenariosAction(List<String> names) {
        super(KIND);
        this.names = names;
    }
}
