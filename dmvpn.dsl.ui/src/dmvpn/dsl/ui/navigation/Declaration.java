package dmvpn.dsl.ui.navigation;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.ModelEditor;
import dmvpn.dsl.ui.language.Places;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What the name at a place means.
 *
 * @param editor the editor with the name
 * @param position where the name is
 */
record Declaration(ModelEditor editor, Position position) {

    /** Asks where it is; an empty list when nothing is known of it. */
    CompletableFuture<List<? extends Location>> ask() {
        return LanguageSessions.current().documents()
                .definition(new DefinitionParams(editor.identifier(), position)).thenApply(Declaration::locations);
    }

    private static List<? extends Location> locations(Either<List<? extends Location>, List<? extends LocationLink>> answer) {
        return answer.isLeft() ? answer.getLeft() : List.of();
    }

    /** Goes there as soon as the server has answered. */
    void open() {
        Answers.show(ask(), this::open);
    }

    private void open(List<? extends Location> locations) {
        if (locations.isEmpty()) {
            editor.say("There is no name at the caret whose declaration is known");
        } else {
            editor.say(null);
            Places.open(editor.editor().getSite().getPage(), locations.getFirst());
        }
    }
}
