package dmvpn.diagram.ui.editor;

import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MArea;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IEditorPart;

/** Puts an editor that has just been opened to the right of another one, so that both are seen. */
public final class Beside {

    private static final float HALF = 0.5f;

    private Beside() {
    }

    /** Does nothing when the two are in sight already, each in a stack of its own. */
    public static void put(IEditorPart opened, IEditorPart other) {
        MPart part = opened.getSite().getService(MPart.class);
        MUIElement parent = part.getParent();
        MUIElement parentOfOther = other.getSite().getService(MPart.class).getParent();
        if (parent != parentOfOther || !(parent instanceof MPartStack stack)) {
            return;
        }
        EModelService model = opened.getSite().getService(EModelService.class);
        MPartStack right = neighbour(model, stack);
        if (right == null) {
            right = model.createModelElement(MPartStack.class);
            right.getTags().addAll(stack.getTags());
            right.getTags().remove("org.eclipse.e4.primaryDataStack");
            model.insert(right, stack, EModelService.RIGHT_OF, HALF);
        }
        right.getChildren().add(part);
        right.setSelectedElement(part);
    }

    /** Where another diagram stands already. */
    private static MPartStack neighbour(EModelService model, MPartStack stack) {
        MUIElement area = stack;
        while (area != null && !(area instanceof MArea)) {
            area = area.getParent();
        }
        return area == null ? null : model.findElements(area, null, MPartStack.class).stream()
                .filter(each -> each != stack && each.isToBeRendered()).findFirst().orElse(null);
    }
}
