package dmvpn.dsl.ui.outline;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.ui.dialogs.SearchPattern;

/** Shows what matches a few letters, with wildcards or by the capitals of a name, and what holds it. */
final class QuickOutlineFilter extends ViewerFilter {

    private final SearchPattern pattern = new SearchPattern();
    private boolean all = true;
    private boolean settings = true;

    void setPattern(String text) {
        all = text.isBlank();
        pattern.setPattern(text.strip());
    }

    boolean showsSettings() {
        return settings;
    }

    void showSettings(boolean shown) {
        settings = shown;
    }

    @Override
    public boolean select(Viewer viewer, Object parent, Object element) {
        OutlineNode node = (OutlineNode) element;
        return (settings || !node.isSetting()) && (all || matches(node) || holdsMatch(node));
    }

    /** True when the element itself is what is looked for. */
    boolean matches(OutlineNode node) {
        return pattern.matches(node.symbol().getName());
    }

    private boolean holdsMatch(OutlineNode node) {
        return settings && node.children().stream().anyMatch(child -> matches(child) || holdsMatch(child));
    }
}
