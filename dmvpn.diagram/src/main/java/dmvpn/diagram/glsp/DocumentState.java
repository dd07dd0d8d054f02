package dmvpn.diagram.glsp;

import dmvpn.diagram.layout.PlacedDiagram;
import dmvpn.diagram.notation.ShownValue;
import java.util.List;

/**
 * What a document shows at one time.
 *
 * @param placed the diagram, the last good one while the text is broken
 * @param staleBecause why the diagram does not show the text as it is, for people; empty when it does
 * @param undo what undo would take back, for people; empty when there is nothing
 * @param redo what redo would make again, for people; empty when there is nothing
 * @param problems what is wrong with the model
 * @param values what can be changed where it is shown
 */
public record DocumentState(PlacedDiagram placed, String staleBecause, String undo, String redo,
        List<ShownProblem> problems, List<ShownValue> values) {

    /** Keeps immutable copies of the lists. */
    public DocumentState {
        problems = List.copyOf(problems);
        values = List.copyOf(values);
    }
}
