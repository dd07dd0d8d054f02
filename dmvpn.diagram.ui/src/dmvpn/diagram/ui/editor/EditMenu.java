package dmvpn.diagram.ui.editor;

import dmvpn.diagram.ui.selection.SelectedText;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.operations.UndoRedoActionGroup;

/**
 * Undo, redo and copy of the Edit menu and the keys of the diagram. While somebody types into a field of the page they are the
 * field's: what was typed is undone and copied there, not the model.
 */
final class EditMenu {

    /** Identifier of the context of the diagram's keys. */
    private static final String CONTEXT = "dmvpn.diagram.ui.context";

    private final IEditorSite site;
    private final UndoRedoActionGroup history;
    private final Action copy;
    private IContextActivation keys;

    /**
     * Fills the Edit menu.
     *
     * @param context the history of the text
     * @param selected what is copied
     */
    EditMenu(IEditorSite site, IUndoContext context, SelectedText selected) {
        this.site = site;
        this.history = new UndoRedoActionGroup(site, context, true);
        this.copy = new Action("Copy") {
            @Override
            public void run() {
                copy(selected.now());
            }
        };
        copy.setActionDefinitionId(ActionFactory.COPY.getCommandId());
        fill();
    }

    private void copy(String text) {
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(site.getShell().getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private void fill() {
        IActionBars bars = site.getActionBars();
        history.fillActionBars(bars);
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        bars.updateActionBars();
        if (keys == null) {
            keys = site.getService(IContextService.class).activateContext(CONTEXT);
        }
    }

    private void empty() {
        IActionBars bars = site.getActionBars();
        for (ActionFactory action : new ActionFactory[] {ActionFactory.UNDO, ActionFactory.REDO, ActionFactory.COPY}) {
            bars.setGlobalActionHandler(action.getId(), null);
        }
        bars.updateActionBars();
        if (keys != null) {
            site.getService(IContextService.class).deactivateContext(keys);
            keys = null;
        }
    }

    /** Somebody begins to type into a field of the page, or has ended. */
    void typing(boolean begins) {
        if (begins) {
            empty();
        } else {
            fill();
        }
    }

    /** Ends listening to the history. */
    void dispose() {
        history.dispose();
    }
}
