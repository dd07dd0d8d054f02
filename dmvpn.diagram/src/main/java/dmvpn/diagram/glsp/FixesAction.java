package dmvpn.diagram.glsp;

import java.util.List;
import org.eclipse.glsp.server.actions.ResponseAction;

/** Tells the client what would mend the problems of an element. Fields are read as JSON. */
final class FixesAction extends ResponseAction {

    static final String KIND = "dmvpn.fixes";

    final List<OfferedFix> fixes;

    FixesAction(List<OfferedFix> fixes) {
        super(KIND);
        this.fixes = List.copyOf(fixes);
    }
}
