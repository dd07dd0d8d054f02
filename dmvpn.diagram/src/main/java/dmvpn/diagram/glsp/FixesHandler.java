package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.glsp.server.actions.AbstractActionHandler;
import org.eclipse.glsp.server.actions.Action;

/** Says what would mend the problems of an element. */
class FixesHandler extends AbstractActionHandler<RequestFixesAction> {

    @Inject
    private DiagramFixes fixes;

    @Override
    protected List<Action> executeAction(RequestFixesAction request) {
        return listOf(new FixesAction(fixes.offers(ElementTypes.nodeOf(request.element()))));
    }
}
