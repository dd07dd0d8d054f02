package dmvpn.dsl.ui.navigation;

import dmvpn.dsl.ui.language.ModelEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** {@code Open Declaration}: where the name at the caret is declared, or the file that an import means. */
public final class OpenDeclarationHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ModelEditor.active(event).ifPresent(editor -> new Declaration(editor, editor.position()).open());
        return null;
    }
}
