package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.contentassist.ContentAssistEvent;
import org.eclipse.jface.text.contentassist.ICompletionListener;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.ISourceViewerExtension3;
import org.eclipse.swt.widgets.Display;

/**
 * Ctrl+1 while the server is busy: the popup says that fixes are looked for, and shows them in its place when they are found. The
 * platform asks for the fixes of the markers themselves before it asks here.
 */
public final class LateQuickFixes implements IQuickAssistProcessor {

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        ISourceViewer viewer = context.getSourceViewer();
        Optional<URI> document = OpenDocuments.uri(viewer.getDocument());
        if (document.isEmpty()) {
            return new ICompletionProposal[0];
        }
        CompletableFuture<Void> answered = LanguageSessions.current().keptAnswers().whenAnswered(document.get());
        if (answered.isDone() || !(viewer instanceof ISourceViewerExtension3 assisted)) {
            return new ICompletionProposal[0];
        }
        Popup popup = new Popup(assisted.getQuickAssistAssistant());
        Display display = viewer.getTextWidget().getDisplay(); // the editor may be gone when the answer comes
        answered.thenRun(() -> display.asyncExec(() -> popup.showAnew(viewer)));
        return new ICompletionProposal[] {new LookingForFixes()};
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return false;
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return false;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    /** The popup that says it: who has closed it is not bothered with it again. */
    private static final class Popup implements ICompletionListener {

        private final IQuickAssistAssistant assistant;
        private boolean closed;

        Popup(IQuickAssistAssistant assistant) {
            this.assistant = assistant;
            assistant.addCompletionListener(this);
        }

        void showAnew(ISourceViewer viewer) {
            assistant.removeCompletionListener(this);
            if (!closed && viewer.getTextWidget() != null && viewer instanceof ITextOperationTarget operations) {
                operations.doOperation(ISourceViewer.QUICK_ASSIST);
            }
        }

        @Override
        public void assistSessionStarted(ContentAssistEvent event) {
            // It was open before.
        }

        @Override
        public void assistSessionEnded(ContentAssistEvent event) {
            closed = true;
        }

        @Override
        public void selectionChanged(ICompletionProposal proposal, boolean smartToggle) {
            // What is selected does not matter.
        }
    }
}
