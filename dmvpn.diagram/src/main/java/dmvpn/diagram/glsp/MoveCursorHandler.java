package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.glsp.server.actions.AbstractActionHandler;
import org.eclipse.glsp.server.actions.Action;

/** Has the time cursor moved. */
class MoveCursorHandler extends AbstractActionHandler<MoveCursorAction> {

    @Inject
    private DiagramRuns runs;

    @Override
    protected List<Action> executeAction(MoveCursorAction action) {
        runs.move(action.wish());
        return none();
    }
}
