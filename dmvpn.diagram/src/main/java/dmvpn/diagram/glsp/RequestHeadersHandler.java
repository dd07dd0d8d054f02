package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.glsp.server.actions.AbstractActionHandler;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionDispatcher;

/** Has a packet explained. */
class RequestHeadersHandler extends AbstractActionHandler<RequestHeadersAction> {

    @Inject
    private DiagramRuns runs;

    @Inject
    private ActionDispatcher dispatcher;

    @Override
    protected List<Action> executeAction(RequestHeadersAction action) {
        runs.headers(action.question()).whenComplete((headers, failure) -> dispatcher.dispatch(new HeadersAction(action.question(),
                failure == null ? headers : new ShownHeaders("The packet cannot be read: " + FailureText.of(failure), List.of()))));
        return none();
    }
}
