package dmvpn.dsl.ui.structure;

import dmvpn.dsl.ui.language.ModelEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;

/** {@code Restore Last Selection}: takes back a step of growing. */
public final class RestoreSelectionHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ModelEditor.active(event).ifPresent(editor -> {
            if (editor.editor().getAdapter(Control.class) instanceof StyledText widget) {
                SelectionHistory.of(widget).before(ExpandSelectionHandler.selected(editor))
                        .ifPresent(before -> editor.reveal(before.getOffset(), before.getLength()));
            }
        });
        return null;
    }
}
