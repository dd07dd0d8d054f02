package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /**
     * Markers are asked on the UI thread: a server that is not quick offers nothing rather than blocking it. Fixes are
     * tried before they are offered; the first trial after the start takes most of a second.
     */
    private static final long TIMEOUT_MILLIS = 3_000;

    private CodeActions() {
    }

    /** The actions on a marker's problem. */
    static List<CodeAction> of(IMarker marker, IDocument document) {
        LanguageSession session = LanguageSessions.current();
        URI uri = marker.getResource().getLocationURI();
        List<Diagnostic> shown = session.diagnostics(uri).stream()
                .filter(problem -> ProblemMarkers.shows(marker, problem)).toList();
        return (shown.isEmpty() ? fromMarker(marker, document) : shown).stream()
                .flatMap(problem -> actions(session, uri, problem).stream()).toList();
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
    static List<CodeAction> moved(IMarker marker, IDocument document, int start, int end) {
        URI uri = marker.getResource().getLocationURI();
        return at(marker, document, start, end).stream()
                .flatMap(problem -> actions(LanguageSessions.current(), uri, problem).stream()).toList();
    }

    private static List<CodeAction> actions(LanguageSession session, URI uri, Diagnostic problem) {
        CodeActionParams parameters = new CodeActionParams(new TextDocumentIdentifier(uri.toString()),
                problem.getRange(), new CodeActionContext(List.of(problem)));
        try {
            List<Either<Command, CodeAction>> answer =
                    session.documents().codeAction(parameters).get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            return answer.stream().filter(Either::isRight).map(Either::getRight).toList();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException | TimeoutException unavailable) {
            return List.of();
        }
    }
}
