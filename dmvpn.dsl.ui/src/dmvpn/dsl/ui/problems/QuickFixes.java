package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** Offers the language server's code actions for a problem: on Ctrl+1 in the editor and in the Problems view. */
public final class QuickFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return marker.getAttribute(ProblemMarkers.RULE_ID, null) != null;
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        if (!(marker.getResource() instanceof IFile file) || !hasResolutions(marker)) {
            return new IMarkerResolution[0];
        }
        // What is not there soon is offered when it comes, see LateQuickFixes; who asks in front of a dialogue waits there.
        LanguageSession session = LanguageSessions.current();
        boolean hasWaitedInVain = !session.keptAnswers().whenAnswered(file.getLocationURI()).isDone();
        CompletableFuture<List<CodeAction>> asked = CodeActions.of(marker, text(file));
        List<CodeAction> actions = (hasWaitedInVain ? Answers.now(asked) : Answers.soon(asked)).orElse(List.of());
        List<IMarkerResolution> resolutions = new ArrayList<>();
        for (CodeAction action : actions) {
            resolutions.add(new QuickFix(action, actions.indexOf(action), marker));
        }
        ConfigureLevel.of(marker).ifPresent(resolutions::add);
        return resolutions.toArray(IMarkerResolution[]::new);
    }

    private static IDocument text(IFile file) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        try {
            return buffer == null ? new Document(file.readString()) : buffer.getDocument();
        } catch (CoreException unreadable) {
            return new Document(); // then nothing is offered
        }
    }
}
