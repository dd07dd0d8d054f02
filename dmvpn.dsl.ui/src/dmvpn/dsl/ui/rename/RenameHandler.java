package dmvpn.dsl.ui.rename;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.ModelEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.ltk.ui.refactoring.RefactoringWizardOpenOperation;
import org.eclipse.swt.widgets.Shell;

/** {@code Rename…}: gives the element at the caret another name, in all files. */
public final class RenameHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ModelEditor.active(event).ifPresent(editor -> rename(editor, editor.position()));
        return null;
    }

    /** Asks for another name of what is at a position of an editor's document. */
    public static void rename(ModelEditor editor, Position position) {
        Answers.show(LanguageSessions.current().documents().prepareRename(new PrepareRenameParams(editor.identifier(), position)),
                name -> {
                    if (name != null && name.isSecond()) {
                        editor.say(null);
                        open(editor, new RenameRefactoring(editor.identifier(), position, name.getSecond().getPlaceholder()));
                    }
                },
                editor::say);
    }

    private static void open(ModelEditor editor, RenameRefactoring refactoring) {
        Shell shell = editor.editor().getSite().getShell();
        try {
            new RefactoringWizardOpenOperation(new RenameWizard(refactoring)).run(shell, "Rename");
        } catch (InterruptedException cancelledWhileItWaited) {
            Thread.currentThread().interrupt();
        }
    }
}
