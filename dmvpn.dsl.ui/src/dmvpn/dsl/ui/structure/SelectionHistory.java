package dmvpn.dsl.ui.structure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.eclipse.jface.text.IRegion;
import org.eclipse.swt.custom.StyledText;

/** What was selected in an editor before each step of growing. It lives with the editor's widget. */
final class SelectionHistory {

    private static final String KEY = "dmvpn.dsl.ui.selectionHistory";

    private record Step(IRegion before, IRegion after) {
    }

    private final Deque<Step> steps = new ArrayDeque<>();

    private SelectionHistory() {
    }

    static SelectionHistory of(StyledText widget) {
        if (widget.getData(KEY) instanceof SelectionHistory known) {
            return known;
        }
        SelectionHistory history = new SelectionHistory();
        widget.setData(KEY, history);
        return history;
    }

    /** The selection has grown. */
    void grown(IRegion before, IRegion after) {
        if (!steps.isEmpty() && !steps.peek().after().equals(before)) {
            steps.clear(); // something else was selected meanwhile
        }
        steps.push(new Step(before, after));
    }

    /** What was selected before the selection grew to this; empty when it did not. */
    Optional<IRegion> before(IRegion selected) {
        if (steps.isEmpty() || !steps.peek().after().equals(selected)) {
            steps.clear();
            return Optional.empty();
        }
        return Optional.of(steps.pop().before());
    }
}
