package dmvpn.ui.tests.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.PageBookView;

/** The view of outlines. To be called on the UI thread. */
public final class OutlineView {

    private OutlineView() {
    }

    /** The view; null while it is closed. */
    public static IViewPart view() {
        return ModelProject.page().findView("org.eclipse.ui.views.ContentOutline");
    }

    /** The tree that is shown. */
    public static Tree treeNow() {
        return (Tree) ((PageBookView) view()).getCurrentPage().getControl();
    }

    /** The elements of the model; none while no outline is shown. */
    public static List<String> rootsNow() {
        return view() == null || !(((PageBookView) view()).getCurrentPage().getControl() instanceof Tree tree) ? List.of()
                : Arrays.stream(tree.getItems()).map(TreeItem::getText).toList();
    }

    /** The elements, and how many clauses each of them has. */
    public static List<String> allNow() {
        List<String> all = new ArrayList<>();
        for (TreeItem item : treeNow().getItems()) {
            all.add(item.getText() + " " + item.getItemCount());
        }
        return all;
    }

    /** An element of the model. */
    public static TreeItem itemNow(String text) {
        return Arrays.stream(treeNow().getItems()).filter(item -> item.getText().equals(text)).findFirst().orElseThrow();
    }

    /** What is selected; empty when nothing is. */
    public static String selectedNow() {
        return treeNow().getSelectionCount() == 0 ? "" : treeNow().getSelection()[0].getText();
    }

    /** Selects an element as a click does. */
    public static void selectNow(String text) {
        treeNow().forceFocus();
        treeNow().setSelection(itemNow(text));
        treeNow().notifyListeners(SWT.Selection, new Event());
    }
}
