package dmvpn.diagram.ui.keys;

import dmvpn.diagram.ui.editor.DiagramEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * A command that the page has under a key which the workbench has too, for something else. While a diagram is active the key is
 * the diagram's, and the command can be found and given another key as every command. The extension says the page's key.
 */
public final class PageKeyHandler extends AbstractHandler implements IExecutableExtension {

    private PageKey key;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        key = PageKey.parse(String.valueOf(data));
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof DiagramEditor diagram) {
            diagram.page().ifPresent(page -> page.press(key.script()));
        }
        return null;
    }
}
