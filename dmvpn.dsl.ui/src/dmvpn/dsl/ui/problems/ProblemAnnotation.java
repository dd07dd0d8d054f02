package dmvpn.dsl.ui.problems;

import org.eclipse.jface.text.source.Annotation;
import org.eclipse.lsp4j.Diagnostic;

/** A problem of a text that belongs to no project: it looks like those of markers, and ends with its editor. */
final class ProblemAnnotation extends Annotation {

    private final Diagnostic problem;

    ProblemAnnotation(Diagnostic problem) {
        super(type(problem), false, ProblemMarkers.message(problem));
        this.problem = problem;
    }

    private static String type(Diagnostic problem) {
        return "org.eclipse.ui.workbench.texteditor." + switch (problem.getSeverity()) {
            case Error -> "error";
            case Warning -> "warning";
            case Information, Hint -> "info";
        };
    }

    Diagnostic problem() {
        return problem;
    }
}
