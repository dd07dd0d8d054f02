package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.glsp.graph.GEdge;
import org.eclipse.glsp.graph.GModelElement;
import org.eclipse.glsp.graph.GNode;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionHandler;
import org.eclipse.glsp.server.actions.SelectAction;
import org.eclipse.glsp.server.actions.SelectAllAction;
import org.eclipse.glsp.server.model.GModelState;

/** Tells the document what is selected in a page, or was selected there by the server. A page says only what changes. */
class SelectionHandler implements ActionHandler {

    @Inject
    private DiagramDocument document;

    @Inject
    private GModelState drawing;

    private final Set<String> selected = new LinkedHashSet<>();

    @Override
    public List<Class<? extends Action>> getHandledActionTypes() {
        return List.of(SelectAction.class, SelectAllAction.class);
    }

    @Override
    public List<Action> execute(Action action) {
        switch (action) {
            case SelectAction some -> change(some);
            case SelectAllAction all -> {
                selected.clear();
                if (all.isSelect()) {
                    drawing.getRoot().getChildren().stream().filter(each -> each instanceof GNode || each instanceof GEdge)
                            .map(GModelElement::getId).forEach(selected::add);
                }
            }
            default -> throw new IllegalArgumentException(action.getKind());
        }
        document.selected(List.copyOf(selected));
        return none();
    }

    private void change(SelectAction some) {
        if (some.isDeselectAll()) {
            selected.clear();
        }
        some.getDeselectedElementsIDs().stream().map(ElementTypes::nodeOf).forEach(selected::remove);
        some.getSelectedElementsIDs().stream().map(ElementTypes::nodeOf).forEach(selected::add);
    }
}
