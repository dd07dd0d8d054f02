package dmvpn.dsl.ui.outline;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Toolbar and menu of the outline. */
final class OutlineActions {

    private final TreeViewer viewer;
    private final Runnable linked;
    private final Map<OutlineOption, IAction> options = new EnumMap<>(OutlineOption.class);

    /**
     * @param viewer what the actions change
     * @param linked told when the outline is to follow the caret from now on
     */
    OutlineActions(TreeViewer viewer, Runnable linked) {
        this.viewer = viewer;
        this.linked = linked;
    }

    void fill(IActionBars bars) {
        bars.getToolBarManager().add(action("Expand All", shared(ISharedImages.IMG_ELCL_EXPANDALL), viewer::expandAll));
        bars.getToolBarManager().add(action("Collapse All", shared(ISharedImages.IMG_ELCL_COLLAPSEALL), viewer::collapseAll));
        bars.getToolBarManager().add(option("Sort by Name", OutlineOption.SORT,
                ResourceLocator.imageDescriptorFromBundle(OutlineActions.class, "icons/sort.svg").orElse(null)));
        bars.getToolBarManager().add(option("Link with Editor", OutlineOption.LINK, shared(ISharedImages.IMG_ELCL_SYNCED)));
        bars.getMenuManager().add(option("Hide Scenarios", OutlineOption.HIDE_SCENARIOS, null));
        bars.getMenuManager().add(option("Hide Settings", OutlineOption.HIDE_SETTINGS, null));
        bars.getMenuManager().add(new Separator());
        bars.updateActionBars();
        Display display = viewer.getControl().getDisplay();
        IPreferenceChangeListener listener = change -> display.asyncExec(() -> follow(change.getKey()));
        OutlineOption.addListener(listener);
        viewer.getControl().addDisposeListener(event -> OutlineOption.removeListener(listener));
    }

    /** What a person chooses in one outline holds in the outlines of all editors. */
    private void follow(String key) {
        for (Map.Entry<OutlineOption, IAction> each : options.entrySet()) {
            if (each.getKey().isKept(key) && !viewer.getControl().isDisposed()) {
                each.getValue().setChecked(each.getKey().isOn());
                if (each.getKey() != OutlineOption.LINK) {
                    OutlineArrangement.apply(viewer);
                } else if (OutlineOption.LINK.isOn()) {
                    linked.run();
                }
            }
        }
    }

    private static ImageDescriptor shared(String image) {
        return PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(image);
    }

    private static IAction action(String name, ImageDescriptor image, Runnable task) {
        Action action = new Action(name, image) {
            @Override
            public void run() {
                task.run();
            }
        };
        action.setToolTipText(name);
        return action;
    }

    private IAction option(String name, OutlineOption option, ImageDescriptor image) {
        Action action = new Action(name, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                option.set(isChecked());
            }
        };
        action.setImageDescriptor(image);
        action.setToolTipText(name);
        action.setChecked(option.isOn());
        options.put(option, action);
        return action;
    }
}
