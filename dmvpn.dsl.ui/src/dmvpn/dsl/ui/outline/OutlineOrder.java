package dmvpn.dsl.ui.outline;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;

/** By name, or in the order of the text. Clauses stay in the order of the text: it is what they mean together. */
final class OutlineOrder extends ViewerComparator {

    @Override
    public int compare(Viewer viewer, Object left, Object right) {
        OutlineNode one = (OutlineNode) left;
        OutlineNode other = (OutlineNode) right;
        return OutlineOption.SORT.isOn() && !one.isSetting()
                ? one.symbol().getName().compareToIgnoreCase(other.symbol().getName()) : 0;
    }
}
