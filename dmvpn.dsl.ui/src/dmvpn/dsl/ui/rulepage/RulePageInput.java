package dmvpn.dsl.ui.rulepage;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/**
 * The page of a rule.
 *
 * @param rule identifier of the rule
 */
record RulePageInput(String rule) implements IEditorInput {

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return rule;
    }

    @Override
    public IPersistableElement getPersistable() {
        return null; // a page is looked up again, not restored
    }

    @Override
    public String getToolTipText() {
        return "What rule " + rule + " demands, and why";
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
