package dmvpn.diagram.ui.document;

import dmvpn.app.diagram.EditLabels;
import dmvpn.diagram.layout.Positions;
import java.io.IOException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Other places of elements, as a step of the editor's history. */
final class MovedElements extends AbstractOperation {

    private final Positions before;
    private final Positions after;
    private final Keeper keeper;

    /** Keeps places. */
    interface Keeper {
        void keep(Positions places) throws IOException;
    }

    MovedElements(IUndoContext context, Positions before, Positions after, Keeper keeper) {
        super(after.isEmpty() ? EditLabels.ARRANGEMENT : EditLabels.MOVE);
        this.before = before;
        this.after = after;
        this.keeper = keeper;
        addContext(context);
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        return keep(after);
    }

    @Override
    public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
        return keep(after);
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        return keep(before);
    }

    private IStatus keep(Positions places) {
        try {
            keeper.keep(places);
            return Status.OK_STATUS;
        } catch (IOException failure) {
            return Status.error("The places of elements cannot be kept: " + failure.getMessage(), failure);
        }
    }
}
