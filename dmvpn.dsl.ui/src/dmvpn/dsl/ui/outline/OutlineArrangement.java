package dmvpn.dsl.ui.outline;

import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerFilter;

/**
 * Order and filters of the outline as the person chose them. A tree in the order of the text, with nothing hidden, has neither:
 * only then can single elements be put into their places.
 */
final class OutlineArrangement {

    private OutlineArrangement() {
    }

    /** Gives a tree what was chosen; what is open stays open. */
    static void apply(TreeViewer viewer) {
        Object[] expanded = viewer.getExpandedElements();
        viewer.setComparator(OutlineOption.SORT.isOn() ? new OutlineOrder() : null);
        boolean hides = OutlineOption.HIDE_SCENARIOS.isOn() || OutlineOption.HIDE_SETTINGS.isOn();
        viewer.setFilters(hides ? new ViewerFilter[] {new OutlineFilter()} : new ViewerFilter[0]);
        viewer.setExpandedElements(expanded);
    }

    /** True where elements stand in the order of the text, and none is hidden. */
    static boolean isThatOfTheText(TreeViewer viewer) {
        return viewer.getComparator() == null && viewer.getFilters().length == 0;
    }
}
