package dmvpn.dsl.ui.start;

import dmvpn.dsl.ui.accessibility.AccessibleNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.dialogs.PatternFilter;

/** Shows starting points by their groups, with a description and a picture of the chosen one. */
final class StartPage extends WizardPage {

    private static final int HEIGHT = 420;
    private static final int WIDTH = 860;

    private final List<StartingPoint> offered;
    private final boolean mayBeNothing;
    private final Consumer<StartingPoint> chosenNow;
    private StartingPoint chosen;

    /**
     * @param offered what is offered
     * @param mayBeNothing true when nothing has to be chosen
     * @param chosenNow told of each choice
     */
    StartPage(String title, String description, List<StartingPoint> offered, boolean mayBeNothing,
            Consumer<StartingPoint> chosenNow) {
        super("start", title, null);
        setDescription(description);
        this.offered = List.copyOf(offered);
        this.mayBeNothing = mayBeNothing;
        this.chosenNow = chosenNow;
        setPageComplete(mayBeNothing);
    }

    /** What was chosen. */
    Optional<StartingPoint> chosen() {
        return Optional.ofNullable(chosen);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        SashForm page = new SashForm(area, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(page);
        FilteredTree tree = new FilteredTree(page, SWT.SINGLE | SWT.BORDER, new PatternFilter(), true, true);
        SashForm about = new SashForm(page, SWT.VERTICAL);
        Text description = new Text(about, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.BORDER);
        AccessibleNames.set(description, "Description");
        ExamplePicture picture = new ExamplePicture(about);
        about.setWeights(1, 1);
        page.setWeights(2, 3);
        show(tree.getViewer(), description, picture);
        setControl(area);
    }

    private void show(TreeViewer viewer, Text description, ExamplePicture picture) {
        AccessibleNames.set(viewer.getTree(), "Starting points");
        viewer.setContentProvider(new Groups());
        viewer.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return element instanceof StartingPoint point ? point.title() : element.toString();
            }
        });
        viewer.setInput(offered);
        viewer.expandAll();
        viewer.addSelectionChangedListener(event -> {
            chosen = event.getStructuredSelection().getFirstElement() instanceof StartingPoint point ? point : null;
            description.setText(chosen == null ? "" : chosen.description());
            picture.show(chosen);
            setPageComplete(mayBeNothing || chosen != null);
            if (chosen != null) {
                chosenNow.accept(chosen);
            }
        });
        viewer.addDoubleClickListener(event -> {
            if (getNextPage() != null && canFlipToNextPage()) {
                getContainer().showPage(getNextPage());
            }
        });
        if (!mayBeNothing && !offered.isEmpty()) {
            viewer.setSelection(new StructuredSelection(offered.getFirst()), true);
        }
    }

    /** Headings, and under each what belongs to it. */
    private final class Groups implements ITreeContentProvider {

        private final Map<String, List<StartingPoint>> groups = new LinkedHashMap<>();

        Groups() {
            offered.forEach(point -> groups.computeIfAbsent(point.group(), name -> new ArrayList<>()).add(point));
        }

        @Override
        public Object[] getElements(Object input) {
            return groups.keySet().toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return groups.getOrDefault(parent, List.of()).toArray();
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof StartingPoint point ? point.group() : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return groups.containsKey(element);
        }
    }
}
