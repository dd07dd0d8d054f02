package dmvpn.diagram.ui.document;

import dmvpn.diagram.layout.Point;
import dmvpn.diagram.layout.Positions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IOperationHistoryListener;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.OperationHistoryEvent;
import org.eclipse.core.commands.operations.OperationHistoryFactory;

/**
 * The platform's history of a document as far as the diagram has made it: what its steps are called, and which places of
 * elements went or came with a change of the text. The document's own history knows nothing but texts.
 */
final class EditHistory implements IOperationHistoryListener, AutoCloseable {

    /** What comes after the text changed: who looks at the history as soon as the text has changed sees it as it was before. */
    private static final Set<Integer> MOVES_STEPS = Set.of(OperationHistoryEvent.UNDONE, OperationHistoryEvent.REDONE,
            OperationHistoryEvent.OPERATION_ADDED, OperationHistoryEvent.OPERATION_REMOVED, OperationHistoryEvent.OPERATION_CHANGED);

    private final IOperationHistory history = OperationHistoryFactory.getOperationHistory();
    private final IUndoContext context;
    private final PlacesKeeper keeper;
    private final Runnable stepped;
    /** Steps that the platform has forgotten are forgotten here. */
    private final Map<IUndoableOperation, PlacesChange> places = new WeakHashMap<>();

    /**
     * Begins to listen. To be used on the thread of the user interface, unless said otherwise.
     *
     * @param stepped called when there are other steps to take back or to make again than before
     */
    EditHistory(IUndoContext context, PlacesKeeper keeper, Runnable stepped) {
        this.context = context;
        this.keeper = keeper;
        this.stepped = stepped;
        history.addOperationHistoryListener(this);
    }

    /** Places of elements before a step and after it. */
    record PlacesChange(Positions before, Positions after) {

        /** What becomes of the places that there are when the step is taken back. */
        Positions undone(Positions now) {
            return changed(now, after, before);
        }

        Positions redone(Positions now) {
            return changed(now, before, after);
        }

        /** What somebody has moved meanwhile stays where it is. */
        private static Positions changed(Positions now, Positions from, Positions to) {
            Map<String, Point> result = new HashMap<>();
            now.ids().stream().filter(id -> from.of(id).isEmpty() || to.of(id).isPresent())
                    .forEach(id -> result.put(id, now.of(id).orElseThrow()));
            to.ids().stream().filter(id -> !to.of(id).equals(from.of(id))).forEach(id -> result.put(id, to.of(id).orElseThrow()));
            return Positions.NONE.with(result);
        }
    }

    /** The last step that can be taken back. */
    Optional<IUndoableOperation> last() {
        return Optional.ofNullable(history.getUndoOperation(context));
    }

    /** Calls the last step what the diagram calls it, when a change of the text has made one since. */
    void name(Optional<IUndoableOperation> before, String label, PlacesChange moved) {
        last().filter(step -> before.filter(step::equals).isEmpty()).ifPresent(step -> {
            places.put(step, moved);
            if (step instanceof AbstractOperation change) {
                change.setLabel(label);
                history.operationChanged(change);
            }
        });
    }

    /** A step that changes nothing in the text. */
    void add(IUndoableOperation step) {
        history.add(step);
    }

    /** What undo would take back, for people; empty when there is nothing. Any thread may ask. */
    String undoLabel() {
        return label(history.getUndoOperation(context));
    }

    /** The same of redo. */
    String redoLabel() {
        return label(history.getRedoOperation(context));
    }

    private static String label(IUndoableOperation step) {
        return step == null ? "" : step.getLabel().isBlank() ? "change" : step.getLabel();
    }

    @Override
    public void historyNotification(OperationHistoryEvent event) {
        PlacesChange moved = places.get(event.getOperation());
        if (moved != null && event.getEventType() == OperationHistoryEvent.UNDONE) {
            keeper.change(moved::undone);
        } else if (moved != null && event.getEventType() == OperationHistoryEvent.REDONE) {
            keeper.change(moved::redone);
        }
        if (MOVES_STEPS.contains(event.getEventType()) && event.getOperation().hasContext(context)) {
            stepped.run();
        }
    }

    @Override
    public void close() {
        history.removeOperationHistoryListener(this);
    }
}
