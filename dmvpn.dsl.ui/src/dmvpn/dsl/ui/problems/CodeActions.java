package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Asks the language server for the actions on a problem that a marker shows. */
final class CodeActions {

    /** What tells questions about a document apart. */
    private record Question(String text, List<Diagnostic> problems) {
    }

    private CodeActions() {
    }

    /** The actions on a marker's problem. What was asked before about the same text is not asked again. */
    static CompletableFuture<List<CodeAction>> of(IMarker marker, IDocument document) {
        LanguageSession session = LanguageSessions.current();
        URI uri = marker.getResource().getLocationURI();
        List<Diagnostic> shown = session.diagnostics(uri).stream()
                .filter(problem -> ProblemMarkers.shows(marker, problem)).toList();
        return of(uri, document, shown.isEmpty() ? fromMarker(marker, document) : shown);
    }

    /** The actions on some problems of a document. */
    static CompletableFuture<List<CodeAction>> of(URI uri, IDocument document, List<Diagnostic> problems) {
        LanguageSession session = LanguageSessions.current();
        String text = document.get();
        return session.keptAnswers().get(uri, new Question(text, problems),
                () -> session.openDocuments().whileOpen(uri, text, () -> actions(session, uri, problems)));
    }

    /** After a restart nobody but the marker knows of the problem. */
    private static List<Diagnostic> fromMarker(IMarker marker, IDocument document) {
        int start = marker.getAttribute(IMarker.CHAR_START, -1);
        int end = marker.getAttribute(IMarker.CHAR_END, -1);
        if (start < 0 || end < start || end > document.getLength()) {
            return List.of();
        }
        return at(marker, document, start, end);
    }

    private static List<Diagnostic> at(IMarker marker, IDocument document, int start, int end) {
        try {
            Diagnostic problem = new Diagnostic(
                    new Range(Positions.position(document, start), Positions.position(document, end)),
                    marker.getAttribute(IMarker.MESSAGE, ""));
            problem.setCode(marker.getAttribute(ProblemMarkers.RULE_ID, ""));
            return List.of(problem);
        } catch (BadLocationException changedMeanwhile) {
            return List.of();
        }
    }

    /** The actions on what a marker shows, which edits have moved in the meantime. */
    static CompletableFuture<List<CodeAction>> moved(IMarker marker, IDocument document, int start, int end) {
        return actions(LanguageSessions.current(), marker.getResource().getLocationURI(), at(marker, document, start, end));
    }

    private static CompletableFuture<List<CodeAction>> actions(LanguageSession session, URI uri, List<Diagnostic> problems) {
        List<CompletableFuture<List<CodeAction>>> answers = problems.stream()
                .map(problem -> session.documents().codeAction(new CodeActionParams(new TextDocumentIdentifier(uri.toString()),
                        problem.getRange(), new CodeActionContext(List.of(problem)))).thenApply(CodeActions::actions))
                .toList();
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> answers.stream().flatMap(answer -> answer.join().stream()).toList());
    }

    private static List<CodeAction> actions(List<Either<Command, CodeAction>> answer) {
        return answer.stream().filter(Either::isRight).map(Either::getRight).toList();
    }
}
