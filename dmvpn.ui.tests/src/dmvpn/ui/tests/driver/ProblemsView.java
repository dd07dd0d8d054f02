package dmvpn.ui.tests.driver;

import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.eclipse.ui.views.markers.MarkerSupportView;

/** The Problems view, with a problem in it. */
public final class ProblemsView {

    private static final int COLUMNS = 3;

    private final MarkerSupportView view;
    private final Tree problems;
    private final Predicate<String> wanted;

    private ProblemsView(MarkerSupportView view, Tree problems, Predicate<String> wanted) {
        this.view = view;
        this.problems = problems;
        this.wanted = wanted;
    }

    /** Shows the view, and waits for a problem. Not on the UI thread. */
    public static ProblemsView with(Predicate<String> message) {
        MarkerSupportView view = (MarkerSupportView) Ui.get(() -> ModelProject.page().showView(IPageLayout.ID_PROBLEM_VIEW));
        Tree problems = Ui.waitFor("the problem", () -> Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Tree.class)
                .stream().filter(tree -> tree.isVisible() && tree.getColumnCount() > COLUMNS && find(tree.getItems(), message).isPresent())
                .findFirst());
        return new ProblemsView(view, problems, message);
    }

    /** Selects the problem and asks for its fixes, as Ctrl+1 does; comes back when the dialogue is closed. On the UI thread. */
    public void askForFixes() throws Exception {
        problems.setSelection(find(problems.getItems(), wanted).orElseThrow());
        problems.notifyListeners(SWT.Selection, new Event());
        view.setFocus();
        Workbench.execute(ITextEditorActionDefinitionIds.QUICK_ASSIST);
    }

    /** The first row that a click would find. */
    private static Optional<TreeItem> find(TreeItem[] items, Predicate<String> message) {
        for (TreeItem item : items) {
            if (message.test(item.getText())) {
                return Optional.of(item);
            }
            if (item.getItemCount() > 0 && !item.getExpanded()) {
                Event expansion = new Event();
                expansion.item = item;
                item.getParent().notifyListeners(SWT.Expand, expansion);
                item.setExpanded(true);
            }
            Optional<TreeItem> below = find(item.getItems(), message);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}
