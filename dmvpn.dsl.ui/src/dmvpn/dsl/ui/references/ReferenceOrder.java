package dmvpn.dsl.ui.references;

import java.net.URI;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;

/** Files by their paths, lines by their numbers. */
final class ReferenceOrder extends ViewerComparator {

    @Override
    public int compare(Viewer viewer, Object left, Object right) {
        if (left instanceof ReferenceLine one && right instanceof ReferenceLine other) {
            return Integer.compare(one.number(), other.number());
        }
        return left instanceof URI one && right instanceof URI other ? one.compareTo(other) : 0;
    }
}
