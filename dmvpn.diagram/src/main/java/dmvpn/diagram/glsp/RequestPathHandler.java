package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.glsp.server.actions.AbstractActionHandler;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionDispatcher;

/** Has the way of a packet looked for. */
class RequestPathHandler extends AbstractActionHandler<RequestPathAction> {

    @Inject
    private DiagramRuns runs;

    @Inject
    private ActionDispatcher dispatcher;

    @Override
    protected List<Action> executeAction(RequestPathAction action) {
        runs.path(action.question()).whenComplete((path, failure) -> dispatcher.dispatch(new PathAction(action.question(),
                failure == null ? path : ShownPath.none("The way cannot be found: " + FailureText.of(failure)))));
        return none();
    }
}
