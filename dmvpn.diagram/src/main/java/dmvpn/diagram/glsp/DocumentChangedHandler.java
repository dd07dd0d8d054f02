package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.glsp.server.actions.AbstractActionHandler;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.features.core.model.ModelSubmissionHandler;
import org.eclipse.glsp.server.model.GModelState;

/** Sends the new drawing. */
class DocumentChangedHandler extends AbstractActionHandler<DocumentChangedAction> {

    @Inject
    private ModelSubmissionHandler submission;

    @Inject
    private GModelState drawing;

    @Override
    protected List<Action> executeAction(DocumentChangedAction action) {
        // A page that has not asked yet gets the newest state when it does.
        return drawing.getRoot() == null ? none() : submission.submitModel();
    }
}
