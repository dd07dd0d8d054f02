package dmvpn.dsl.ide.diagnostics;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;

/**
 * What is wrong with a file of a project.
 *
 * @param problems what is wrong with it, in the order of the text
 * @param rules the {@code dmvpn.rules} that it is under; empty without one
 * @param problemsOfRules what is wrong with that
 */
public record CheckedFile(List<Diagnostic> problems, Optional<Path> rules, List<Diagnostic> problemsOfRules) {

    /** Keeps immutable copies of the lists. */
    public CheckedFile {
        problems = List.copyOf(problems);
        problemsOfRules = List.copyOf(problemsOfRules);
    }
}
