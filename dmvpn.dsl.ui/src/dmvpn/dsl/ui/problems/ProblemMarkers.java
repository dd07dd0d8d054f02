package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.LanguageSession.DiagnosticsListener;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;

/** Shows the language server's problems as markers: in the editor's rulers, in the Problems view, on Ctrl+1. */
public final class ProblemMarkers implements DiagnosticsListener {

    /** Type of the markers. */
    public static final String MARKER_TYPE = "dmvpn.dsl.ui.problem";

    /** Attribute with the rule's id. */
    public static final String RULE_ID = "ruleId";

    @Override
    public void published(URI document, List<Diagnostic> problems) {
        for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(document)) {
            new UpdateJob(file, List.copyOf(problems)).schedule();
        }
    }

    private static final class UpdateJob extends WorkspaceJob {

        private final IFile file;
        private final List<Diagnostic> problems;

        UpdateJob(IFile file, List<Diagnostic> problems) {
            super("Problems of " + file.getName());
            this.file = file;
            this.problems = problems;
            setSystem(true);
            setRule(ResourcesPlugin.getWorkspace().getRuleFactory().markerRule(file));
        }

        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            if (!file.isAccessible()) {
                return Status.OK_STATUS;
            }
            file.deleteMarkers(MARKER_TYPE, true, 0);
            ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager()
                    .getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
            for (Diagnostic problem : problems) {
                file.createMarker(MARKER_TYPE, attributes(problem, buffer == null ? null : buffer.getDocument()));
            }
            return Status.OK_STATUS;
        }

        private static Map<String, Object> attributes(Diagnostic problem, IDocument document) {
            Map<String, Object> attributes = new HashMap<>();
            attributes.put(IMarker.MESSAGE, problem.getMessage().map(text -> text, content -> content.getValue()));
            attributes.put(IMarker.SEVERITY, severity(problem.getSeverity()));
            attributes.put(IMarker.LINE_NUMBER, problem.getRange().getStart().getLine() + 1);
            attributes.put(IMarker.TRANSIENT, true);
            if (problem.getCode() != null && problem.getCode().isLeft()) {
                attributes.put(RULE_ID, problem.getCode().getLeft());
            }
            if (document != null) {
                try {
                    IRegion region = Positions.region(document, problem.getRange());
                    attributes.put(IMarker.CHAR_START, region.getOffset());
                    attributes.put(IMarker.CHAR_END, region.getOffset() + Math.max(1, region.getLength()));
                } catch (BadLocationException changedMeanwhile) {
                    // the line number remains; the next validation brings the place
                }
            }
            return attributes;
        }

        private static int severity(DiagnosticSeverity severity) {
            return switch (severity) {
                case Error -> IMarker.SEVERITY_ERROR;
                case Warning -> IMarker.SEVERITY_WARNING;
                case Information, Hint -> IMarker.SEVERITY_INFO;
            };
        }
    }
}
