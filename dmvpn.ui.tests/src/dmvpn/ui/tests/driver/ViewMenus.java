package dmvpn.ui.tests.driver;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IViewPart;

/** Menus of views. To be called on the UI thread. */
public final class ViewMenus {

    private ViewMenus() {
    }

    /** Chooses an item of a view's menu, as a click does. */
    public static void run(IViewPart view, String name) {
        List<IAction> actions = Arrays.stream(view.getViewSite().getActionBars().getMenuManager().getItems())
                .filter(ActionContributionItem.class::isInstance).map(item -> ((ActionContributionItem) item).getAction()).toList();
        IAction action = actions.stream().filter(each -> name.equals(each.getText())).findFirst()
                .orElseThrow(() -> new AssertionError("No '" + name + "' in the menu"));
        if (action.getStyle() == IAction.AS_RADIO_BUTTON) {
            actions.stream().filter(each -> each.getStyle() == IAction.AS_RADIO_BUTTON).forEach(each -> each.setChecked(each == action));
        } else if (action.getStyle() == IAction.AS_CHECK_BOX) {
            action.setChecked(!action.isChecked());
        }
        action.run();
    }

    /** Chooses an item of a control's context menu. */
    public static void runInContextMenu(Control control, String name) {
        Menu menu = control.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        MenuItem item = Arrays.stream(menu.getItems()).filter(each -> each.getText().replace("&", "").replaceAll("\t.*", "").equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("No '" + name + "' in the menu"));
        Event click = new Event();
        click.widget = item;
        item.notifyListeners(SWT.Selection, click);
        menu.notifyListeners(SWT.Hide, new Event());
    }
}
