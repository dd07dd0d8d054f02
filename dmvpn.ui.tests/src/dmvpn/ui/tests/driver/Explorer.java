package dmvpn.ui.tests.driver;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.navigator.CommonNavigator;

/** The Project Explorer. To be called on the UI thread. */
public final class Explorer {

    private static final String ID = "org.eclipse.ui.navigator.ProjectExplorer";

    private Explorer() {
    }

    /** Selects resources as a click does. */
    public static void select(IResource... resources) throws Exception {
        IViewPart explorer = ModelProject.page().showView(ID);
        explorer.getViewSite().getSelectionProvider().setSelection(new StructuredSelection(resources));
    }

    /** What the menu offers for what is selected. */
    public static List<String> menu() throws Exception {
        CommonNavigator explorer = (CommonNavigator) ModelProject.page().showView(ID);
        Tree tree = (Tree) explorer.getCommonViewer().getControl();
        Menu menu = tree.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        List<String> texts = new ArrayList<>();
        Workbench.collect(menu, texts);
        menu.notifyListeners(SWT.Hide, new Event());
        return texts;
    }
}
