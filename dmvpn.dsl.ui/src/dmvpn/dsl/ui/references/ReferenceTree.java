package dmvpn.dsl.ui.references;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jface.viewers.AbstractTreeViewer;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;

/** Files (by their addresses) with the lines that have places of the name. */
final class ReferenceTree implements ITreeContentProvider {

    private final TreeViewer viewer;
    private final Map<URI, Set<ReferenceLine>> lines = new TreeMap<>();
    private ReferenceResult result;

    ReferenceTree(TreeViewer viewer) {
        this.viewer = viewer;
    }

    @Override
    public void inputChanged(Viewer changed, Object oldInput, Object newInput) {
        lines.clear();
        result = newInput instanceof ReferenceResult shown ? shown : null;
        if (result != null) {
            for (Object element : result.getElements()) {
                add((ReferenceLine) element);
            }
        }
    }

    private void add(ReferenceLine line) {
        lines.computeIfAbsent(line.document(), file -> new LinkedHashSet<>()).add(line);
    }

    /** Lines were found or have gone. */
    void changed(Object[] elements) {
        List<URI> files = new ArrayList<>();
        for (Object element : elements) {
            if (element instanceof ReferenceLine line) {
                if (result != null && result.getMatchCount(line) > 0) {
                    add(line);
                } else {
                    remove(line);
                }
                files.add(line.document());
            }
        }
        viewer.refresh();
        files.forEach(file -> viewer.expandToLevel(file, AbstractTreeViewer.ALL_LEVELS));
    }

    private void remove(ReferenceLine line) {
        Set<ReferenceLine> ofFile = lines.get(line.document());
        if (ofFile != null && ofFile.remove(line) && ofFile.isEmpty()) {
            lines.remove(line.document());
        }
    }

    void clear() {
        lines.clear();
        viewer.refresh();
    }

    int count(URI file) {
        return result == null ? 0
                : lines.getOrDefault(file, Set.of()).stream().mapToInt(result::getMatchCount).sum();
    }

    @Override
    public Object[] getElements(Object input) {
        return lines.keySet().toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return parent instanceof URI file ? lines.getOrDefault(file, Set.of()).toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        return element instanceof ReferenceLine line ? line.document() : null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof URI;
    }
}
