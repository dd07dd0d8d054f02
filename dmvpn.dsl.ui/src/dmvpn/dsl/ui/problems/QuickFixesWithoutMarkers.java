package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.OpenDocuments;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.lsp4j.Diagnostic;

/** Ctrl+1 on the problems of a file that belongs to no project. */
public final class QuickFixesWithoutMarkers implements IQuickAssistProcessor {

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        IDocument document = context.getSourceViewer().getDocument();
        List<Diagnostic> problems = problemsAt(context.getSourceViewer().getAnnotationModel(), context.getOffset());
        Optional<URI> uri = OpenDocuments.uri(document);
        if (problems.isEmpty() || uri.isEmpty()) {
            return new ICompletionProposal[0];
        }
        // What is not there soon is offered when it comes, see LateQuickFixes.
        return Answers.soon(CodeActions.of(uri.get(), document, problems)).orElse(List.of()).stream()
                .map(action -> new FixProposal(action, uri.get())).toArray(ICompletionProposal[]::new);
    }

    private static List<Diagnostic> problemsAt(IAnnotationModel model, int offset) {
        List<Diagnostic> problems = new ArrayList<>();
        model.getAnnotationIterator().forEachRemaining(annotation -> {
            Position place = annotation instanceof ProblemAnnotation ? model.getPosition(annotation) : null;
            if (place != null && place.getOffset() <= offset && offset <= place.getOffset() + place.getLength()) {
                problems.add(((ProblemAnnotation) annotation).problem());
            }
        });
        return problems;
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation instanceof ProblemAnnotation;
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return false;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}
