package dmvpn.dsl.ui.outline;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Toolbar and menu of the outline. */
final class OutlineActions {

    private final TreeViewer viewer;
    private final Runnable linked;

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
                ResourceLocator.imageDescriptorFromBundle(OutlineActions.class, "icons/sort.svg").orElse(null), on -> OutlineArrangement.apply(viewer)));
        bars.getToolBarManager().add(option("Link with Editor", OutlineOption.LINK, shared(ISharedImages.IMG_ELCL_SYNCED), on -> {
            if (on) {
                linked.run();
            }
        }));
        bars.getMenuManager().add(option("Hide Scenarios", OutlineOption.HIDE_SCENARIOS, null, on -> OutlineArrangement.apply(viewer)));
        bars.getMenuManager().add(option("Hide Settings", OutlineOption.HIDE_SETTINGS, null, on -> OutlineArrangement.apply(viewer)));
        bars.getMenuManager().add(new Separator());
        bars.updateActionBars();
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

    private static IAction option(String name, OutlineOption option, ImageDescriptor image, Consumer<Boolean> changed) {
        Action action = new Action(name, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                option.set(isChecked());
                changed.accept(isChecked());
            }
        };
        action.setImageDescriptor(image);
        action.setToolTipText(name);
        action.setChecked(option.isOn());
        return action;
    }
}
