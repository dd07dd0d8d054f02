package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.WorkspaceEdits;
import java.net.URI;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** One mend of a problem, applied to the editor's document, or to the file when no editor shows it. */
final class QuickFix implements IMarkerResolution2 {

    private final CodeAction action;
    private final URI uri;

    QuickFix(CodeAction action, URI uri) {
        this.action = action;
        this.uri = uri;
    }

    @Override
    public String getLabel() {
        return action.getTitle();
    }

    @Override
    public void run(IMarker marker) {
        ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
        IPath path = marker.getResource().getFullPath();
        try {
            boolean shown = buffers.getTextFileBuffer(path, LocationKind.IFILE) != null;
            buffers.connect(path, LocationKind.IFILE, new NullProgressMonitor());
            try {
                ITextFileBuffer buffer = buffers.getTextFileBuffer(path, LocationKind.IFILE);
                WorkspaceEdits.apply(action.getEdit(), uri.toString(), buffer.getDocument());
                if (!shown) {
                    buffer.commit(new NullProgressMonitor(), false);
                }
            } finally {
                buffers.disconnect(path, LocationKind.IFILE, new NullProgressMonitor());
            }
        } catch (CoreException | BadLocationException failure) {
            StatusManager.getManager().handle(new Status(IStatus.WARNING, QuickFix.class,
                    "'" + action.getTitle() + "' could not be applied to " + marker.getResource().getName()
                            + ": " + failure.getMessage()), StatusManager.SHOW);
        }
    }

    @Override
    public String getDescription() {
        return action.getTitle();
    }

    @Override
    public Image getImage() {
        return null;
    }
}
