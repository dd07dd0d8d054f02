package dmvpn.dsl.ide.robustness;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.robustness.Edit;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** A document of a workspace, with the services that editors ask about it. */
final class OpenModel {

    private static final Injector INJECTOR = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();
    private static final String URI = "file:///models/test.dmvpn";

    private final ModelWorkspace workspace = INJECTOR.getInstance(ModelWorkspace.class);

    OpenModel(String text) {
        workspace.open(URI, 1, text);
    }

    <T> T service(Class<T> type) {
        return INJECTOR.getInstance(type);
    }

    ModelWorkspace workspace() {
        return workspace;
    }

    ModelDocument document() {
        return workspace.find(URI).orElseThrow();
    }

    String text() {
        return document().text();
    }

    /** Edits the document as its editor would. */
    void apply(Edit edit) {
        Range range = document().lines().range(edit.offset(), edit.length());
        workspace.change(URI, document().version() + 1, List.of(new TextDocumentContentChangeEvent(range, edit.replacement())));
    }

    /** The text after edits that refer to the text as it is. */
    String after(List<? extends TextEdit> edits) {
        StringBuilder text = new StringBuilder(text());
        edits.stream().sorted(Comparator.comparingInt((TextEdit edit) -> offset(edit.getRange().getStart())).reversed())
                .forEach(edit -> text.replace(offset(edit.getRange().getStart()), offset(edit.getRange().getEnd()), edit.getNewText()));
        return text.toString();
    }

    /** The text after an edit of the workspace. */
    String after(WorkspaceEdit edit) {
        return after(edit.getChanges().getOrDefault(URI, List.of()));
    }

    int offset(Position position) {
        return document().lines().offset(position);
    }

    Position position(int offset) {
        return document().lines().position(offset);
    }
}
