package dmvpn.ui.tests.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.PageBookView;

/** The Properties view. To be called on the UI thread. */
public final class PropertiesView {

    private static final String ID = "org.eclipse.ui.views.PropertySheet";

    private PropertiesView() {
    }

    /** Opens the view beside the active editor, which stays active. */
    public static void showNow() throws PartInitException {
        var active = ModelProject.page().getActivePart();
        ModelProject.page().showView(ID);
        ModelProject.page().activate(active);
    }

    /** Closes the view. */
    public static void hideNow() {
        ModelProject.page().hideView(ModelProject.page().findView(ID));
    }

    /** What is shown: values by category and name. */
    public static Map<String, String> rowsNow() {
        Map<String, String> rows = new LinkedHashMap<>();
        if (ModelProject.page().findView(ID) instanceof PageBookView view
                && view.getCurrentPage().getControl() instanceof Tree tree) {
            for (TreeItem category : tree.getItems()) {
                for (TreeItem row : category.getItems()) {
                    rows.put(category.getText() + "/" + row.getText(0), row.getText(1));
                }
            }
        }
        return rows;
    }

    /** Whether a value has a cell editor. */
    public static boolean isEditableNow(String name) {
        openNow(name);
        return !Ui.controls(treeNow(), Text.class).isEmpty() || !Ui.controls(treeNow(), CCombo.class).isEmpty();
    }

    /** Types a value into its cell, and Enter. */
    public static void typeNow(String name, String value) {
        openNow(name);
        Text cell = Ui.controls(treeNow(), Text.class).getFirst();
        cell.setText(value);
        cell.notifyListeners(SWT.DefaultSelection, new Event());
    }

    /** Chooses a value in its cell. */
    public static void chooseNow(String name, String value) {
        openNow(name);
        CCombo cell = Ui.controls(treeNow(), CCombo.class).getFirst();
        cell.select(cell.indexOf(value));
        cell.notifyListeners(SWT.Selection, new Event());
        cell.notifyListeners(SWT.DefaultSelection, new Event());
    }

    private static void openNow(String name) {
        for (TreeItem category : treeNow().getItems()) {
            for (TreeItem row : category.getItems()) {
                if ((category.getText() + "/" + row.getText(0)).equals(name)) {
                    treeNow().setSelection(row);
                    Event click = new Event();
                    click.item = row;
                    treeNow().notifyListeners(SWT.DefaultSelection, click);
                    return;
                }
            }
        }
        throw new AssertionError("No property " + name + " among " + rowsNow());
    }

    private static Tree treeNow() {
        return (Tree) ((PageBookView) ModelProject.page().findView(ID)).getCurrentPage().getControl();
    }
}
