package dmvpn.dsl.ide.diagnostics;

import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.policy.ProjectRules;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;

/**
 * The problems of the rules files that open documents are under, to be published for those files. They are told when
 * they change, not with each keystroke.
 */
public final class ProjectDiagnostics {

    private final Map<Path, ProjectRules> published = new HashMap<>();
    private final Map<String, Path> fileOfDocument = new HashMap<>();

    /** What has to be published after a document was looked at; mostly nothing. */
    public List<PublishDiagnosticsParams> changes(ModelDocument document) {
        ProjectRules project = Analysis.of(document.resource()).project();
        List<PublishDiagnosticsParams> changes = new ArrayList<>();
        Path before = fileOfDocument.get(document.uri());
        if (before != null && !project.file().equals(Optional.of(before))) {
            fileOfDocument.remove(document.uri());
            if (published.remove(before) != null) {
                changes.add(new PublishDiagnosticsParams(before.toUri().toString(), List.of()));
            }
        }
        project.file().ifPresent(file -> {
            fileOfDocument.put(document.uri(), file);
            ProjectRules known = published.getOrDefault(file, ProjectRules.NONE);
            boolean silent = known.findings().isEmpty() && project.findings().isEmpty();
            if (!silent && !(published.containsKey(file) && known.text().equals(project.text()))) {
                published.put(file, project);
                changes.add(new PublishDiagnosticsParams(file.toUri().toString(), of(project)));
            }
        });
        return changes;
    }

    /** What is wrong with a rules file. */
    static List<Diagnostic> of(ProjectRules project) {
        return project.findings().stream().map(ProjectDiagnostics::diagnostic).toList();
    }

    private static Diagnostic diagnostic(Finding finding) {
        int line = finding.origin().line() - 1;
        int column = finding.origin().column() - 1;
        Diagnostic diagnostic = new Diagnostic(
                new Range(new Position(line, column), new Position(line, column + finding.origin().length())),
                finding.message(), finding.isError() ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, "dmvpn");
        diagnostic.setCode(finding.rule().id());
        return diagnostic;
    }
}
