package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.LanguageSession;
import dmvpn.dsl.ui.language.LanguageSession.DiagnosticsListener;
import dmvpn.dsl.ui.language.Positions;
import dmvpn.dsl.ui.project.ModelNature;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
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

    /** Nobody reads more of them, and the workbench slows down: a file of noise has a problem in each line. */
    private static final int MOST_MARKERS = 500;

    /** The workspace refuses attributes above 64 KB, and a message may quote what it found in a file of noise. */
    private static final int LONGEST_MESSAGE = 1_000;

    private final LanguageSession session;
    private final Set<URI> changed = ConcurrentHashMap.newKeySet();
    private final UpdateJob update = new UpdateJob();

    /** @param session where the problems come from */
    public ProblemMarkers(LanguageSession session) {
        this.session = session;
    }

    @Override
    public void published(URI document, List<Diagnostic> problems) {
        changed.add(document);
        update.schedule();
    }

    /** True when a marker shows a problem. */
    static boolean shows(IMarker marker, Diagnostic problem) {
        return message(problem).equals(marker.getAttribute(IMarker.MESSAGE, ""))
                && line(problem) == marker.getAttribute(IMarker.LINE_NUMBER, 0);
    }

    /** What is said of a problem. */
    static String message(Diagnostic problem) {
        String message = problem.getMessage().map(text -> text, content -> content.getValue());
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static int line(Diagnostic problem) {
        return problem.getRange().getStart().getLine() + 1;
    }

    /** Of many documents that are published at once, as a builder does, the workspace hears once. */
    private final class UpdateJob extends WorkspaceJob {

        UpdateJob() {
            super("Showing problems of models");
            setSystem(true);
        }

        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            for (URI document : List.copyOf(changed)) {
                changed.remove(document);
                for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(document)) {
                    showAlone(file, document, monitor);
                }
            }
            return Status.OK_STATUS;
        }

        /** Not while somebody writes the file: the platform moves its markers then, and they must not go meanwhile. */
        private void showAlone(IFile file, URI document, IProgressMonitor monitor) throws CoreException {
            try {
                Job.getJobManager().beginRule(file, monitor);
                show(file, session.diagnostics(document));
            } finally {
                Job.getJobManager().endRule(file);
            }
        }

        private void show(IFile file, List<Diagnostic> problems) throws CoreException {
            try {
                if (file.isAccessible()) {
                    update(file, problems);
                }
            } catch (CoreException failure) {
                if (file.isAccessible()) {
                    throw failure;
                }
                // Otherwise it was deleted meanwhile, and its markers with it.
            }
        }

        private void update(IFile file, List<Diagnostic> problems) throws CoreException {
            List<Map<String, Object>> wanted = wanted(file, problems);
            for (IMarker shown : file.findMarkers(MARKER_TYPE, true, IResource.DEPTH_ZERO)) {
                // A problem that is still there keeps its marker: views keep their selection, dialogues their marker.
                if (!wanted.remove(shown.getAttributes())) {
                    shown.delete();
                }
            }
            for (Map<String, Object> attributes : wanted) {
                file.createMarker(MARKER_TYPE, attributes);
            }
        }

        private static List<Map<String, Object>> wanted(IFile file, List<Diagnostic> problems) throws CoreException {
            List<Map<String, Object>> wanted = new ArrayList<>();
            if (problems.isEmpty()) {
                return wanted;
            }
            IDocument text = text(file);
            // Without a builder nobody would take them away after a restart.
            boolean isTransient = !ModelNature.isOn(file.getProject());
            // An error behind hundreds of warnings must not be the one that is left out.
            List<Diagnostic> worstFirst = problems.stream().sorted(Comparator.comparing(Diagnostic::getSeverity)).toList();
            for (Diagnostic problem : worstFirst.subList(0, Math.min(MOST_MARKERS, worstFirst.size()))) {
                wanted.add(attributes(problem, text, isTransient));
            }
            if (worstFirst.size() > MOST_MARKERS) {
                wanted.add(Map.of(IMarker.SEVERITY, IMarker.SEVERITY_INFO, IMarker.TRANSIENT, isTransient,
                        IMarker.LINE_NUMBER, line(worstFirst.get(MOST_MARKERS)),
                        IMarker.MESSAGE, (worstFirst.size() - MOST_MARKERS) + " more problems of this file are not shown"));
            }
            return wanted;
        }

        /** The text of the editor; of a file that none shows what is on the disk. */
        private static IDocument text(IFile file) throws CoreException {
            ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager()
                    .getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
            return buffer == null ? new Document(file.readString()) : buffer.getDocument();
        }

        private static Map<String, Object> attributes(Diagnostic problem, IDocument text, boolean isTransient) {
            Map<String, Object> attributes = new HashMap<>();
            attributes.put(IMarker.MESSAGE, message(problem));
            attributes.put(IMarker.SEVERITY, severity(problem.getSeverity()));
            attributes.put(IMarker.LINE_NUMBER, line(problem));
            attributes.put(IMarker.TRANSIENT, isTransient);
            if (problem.getCode() != null && problem.getCode().isLeft()) {
                attributes.put(RULE_ID, problem.getCode().getLeft());
            }
            try {
                IRegion region = Positions.region(text, problem.getRange());
                attributes.put(IMarker.CHAR_START, region.getOffset());
                attributes.put(IMarker.CHAR_END,
                        Math.min(text.getLength(), region.getOffset() + Math.max(1, region.getLength())));
            } catch (BadLocationException changedMeanwhile) {
                attributes.remove(IMarker.CHAR_START); // the line number remains; the next validation brings the place
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
