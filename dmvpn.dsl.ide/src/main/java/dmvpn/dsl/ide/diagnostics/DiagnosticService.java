package dmvpn.dsl.ide.diagnostics;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/** The problems of a document, as the protocol says them. */
public final class DiagnosticService {

    private static final String SOURCE = "dmvpn";

    private final IResourceValidator validator;

    /** Created by the language's injector. */
    @Inject
    public DiagnosticService(IResourceValidator validator) {
        this.validator = validator;
    }

    /** All problems, in the order of the text. */
    public List<Diagnostic> diagnostics(ModelDocument document) {
        return issues(document).stream().map(issue -> diagnostic(document, issue)).toList();
    }

    /** All problems as the language knows them, in the order of the text. */
    public List<Issue> issues(ModelDocument document) {
        return validator.validate(document.resource(), CheckMode.NORMAL_AND_FAST, CancelIndicator.NullImpl).stream()
                .sorted((left, right) -> Integer.compare(offset(left), offset(right)))
                .toList();
    }

    private static int offset(Issue issue) {
        return issue.getOffset() == null ? 0 : issue.getOffset();
    }

    private static Diagnostic diagnostic(ModelDocument document, Issue issue) {
        int length = issue.getLength() == null ? 0 : issue.getLength();
        Diagnostic diagnostic = new Diagnostic(document.lines().range(offset(issue), length), issue.getMessage(),
                severity(issue.getSeverity()), SOURCE);
        diagnostic.setCode(issue.getCode());
        return diagnostic;
    }

    private static DiagnosticSeverity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case INFO, IGNORE -> DiagnosticSeverity.Information;
        };
    }
}
