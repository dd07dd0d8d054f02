package dmvpn.dsl.ui.outline;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;

/** Hides what the person does not want to see in the outline. */
final class OutlineFilter extends ViewerFilter {

    @Override
    public boolean select(Viewer viewer, Object parent, Object element) {
        OutlineNode node = (OutlineNode) element;
        return !(node.isScenario() && OutlineOption.HIDE_SCENARIOS.isOn())
                && !(node.isSetting() && OutlineOption.HIDE_SETTINGS.isOn());
    }
}
