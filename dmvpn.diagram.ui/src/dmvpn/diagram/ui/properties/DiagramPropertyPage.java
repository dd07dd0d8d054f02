package dmvpn.diagram.ui.properties;

import dmvpn.diagram.properties.ElementProperty;
import dmvpn.diagram.properties.PropertyCategory;
import dmvpn.diagram.ui.document.EditedDocument;
import dmvpn.diagram.ui.selection.DiagramElement;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;

/** The platform's page of properties, in the order of the model, brought up to date whenever the model says something else. */
public final class DiagramPropertyPage extends PropertySheetPage {

    private final EditedDocument document;
    private final IWorkbenchPart diagram;
    private final ISelectionProvider selection;
    /** The view listens to the part that is active; while it is so itself, an edit may select another element in the diagram. */
    private final ISelectionChangedListener selecting = event -> selectionChanged(event.getSelection());
    private Runnable endListening = () -> { };
    private String element = "";
    private List<ElementProperty> shown = List.of();

    /** A page for one diagram, which has a selection. */
    public DiagramPropertyPage(EditedDocument document, IWorkbenchPart diagram, ISelectionProvider selection) {
        this.document = document;
        this.diagram = diagram;
        this.selection = selection;
        setSorter(new OrderOfTheModel());
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        selection.addSelectionChangedListener(selecting);
        Display display = parent.getDisplay();
        endListening = document.listen(() -> {
            if (!display.isDisposed()) {
                display.asyncExec(this::modelChanged);
            }
        });
    }

    private void selectionChanged(ISelection selected) {
        if (!getControl().isDisposed()) {
            selectionChanged(diagram, selected);
        }
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        element = selection instanceof IStructuredSelection elements && elements.size() == 1
                && elements.getFirstElement() instanceof DiagramElement one ? one.id() : "";
        shown = ElementPropertySource.properties(document.drawn(), element);
        super.selectionChanged(part, selection);
    }

    /** What stays as it is, is left alone: somebody may be typing into it. */
    private void modelChanged() {
        List<ElementProperty> now = ElementPropertySource.properties(document.drawn(), element);
        if (getControl() != null && !getControl().isDisposed() && !texts(now).equals(texts(shown))) {
            shown = now;
            refresh();
        }
    }

    private static List<String> texts(List<ElementProperty> properties) {
        return properties.stream().map(property -> property.id() + "=" + property.value()).toList();
    }

    @Override
    public void dispose() {
        endListening.run();
        selection.removeSelectionChangedListener(selecting);
        super.dispose();
    }

    private static final class OrderOfTheModel extends PropertySheetSorter {

        private static final List<String> CATEGORIES = Arrays.stream(PropertyCategory.values()).map(PropertyCategory::label).toList();

        @Override
        public int compare(IPropertySheetEntry one, IPropertySheetEntry other) {
            return 0;
        }

        @Override
        public int compareCategories(String one, String other) {
            return Integer.compare(CATEGORIES.indexOf(one), CATEGORIES.indexOf(other));
        }
    }
}
