package dmvpn.diagram.glsp;

import java.util.List;
import org.eclipse.glsp.server.actions.Action;

/** Tells the client what there is to know about a document beyond its drawing. Fields are read as JSON. */
final class DocumentStateAction extends Action {

    static final String KIND = "dmvpn.documentState";

    final String title;
    final String staleBecause;
    final String undo;
    final String redo;
    final List<ShownProblem> problems;

    DocumentStateAction(DocumentState state) {
        super(KIND);
        this.title = state.placed().diagram().title();
        this.staleBecause = state.staleBecause();
        this.undo = state.undo();
        this.redo = state.redo();
        this.problems = state.problems();
    }
}
