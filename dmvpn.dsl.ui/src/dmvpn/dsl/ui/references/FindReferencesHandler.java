package dmvpn.dsl.ui.references;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.ModelEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.search.ui.NewSearchUI;

/** {@code Find References}: shows all places of the name at the caret in the Search view. */
public final class FindReferencesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ModelEditor.active(event).ifPresent(editor -> find(editor, editor.position()));
        return null;
    }

    /** Searches for the name at a position of an editor's document. */
    public static void find(ModelEditor editor, Position position) {
        // What can be renamed is a name: its range and what it is called.
        Answers.show(LanguageSessions.current().documents().prepareRename(new PrepareRenameParams(editor.identifier(), position)),
                name -> {
                    if (name != null && name.isSecond()) {
                        editor.say(null);
                        NewSearchUI.runQueryInBackground(new ReferenceQuery(
                                SearchedName.at(editor, name.getSecond().getRange(), name.getSecond().getPlaceholder())));
                    }
                },
                refusal -> editor.say("There is no name at the caret to find references of"));
    }
}
