package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** Offers the language server's code actions for a problem: on Ctrl+1 in the editor and in the Problems view. */
public final class QuickFixes implements IMarkerResolutionGenerator2 {

    /**
     * The generator is called on the UI thread: a server that is not quick offers nothing rather than blocking it. Fixes are
     * tried before they are offered; the first trial after the start takes most of a second.
     */
    private static final long TIMEOUT_MILLIS = 3_000;

    @Override
    public boolean hasResolutions(IMarker marker) {
        return marker.getAttribute(ProblemMarkers.RULE_ID, null) != null;
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        URI uri = marker.getResource().getLocationURI();
        LanguageSession session = LanguageSessions.current();
        List<Diagnostic> problems = session.diagnostics(uri).stream()
                .filter(problem -> ProblemMarkers.shows(marker, problem))
                .toList();
        if (problems.isEmpty() || !(marker.getResource() instanceof IFile file)) {
            return new IMarkerResolution[0];
        }
        List<IMarkerResolution> resolutions = new ArrayList<>();
        session.openDocuments().whileOpen(file, () -> {
            for (Diagnostic problem : problems) {
                actions(session, uri, problem).forEach(action -> resolutions.add(new QuickFix(action, uri)));
            }
        });
        return resolutions.toArray(IMarkerResolution[]::new);
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
