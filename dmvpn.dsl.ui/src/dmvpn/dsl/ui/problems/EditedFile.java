package dmvpn.dsl.ui.problems;

import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;

/**
 * The document of a file while it is mended, in the editor or without one. The server follows it, an editor can undo all that
 * was done by one step, and without an editor it is saved at the end. On the UI thread.
 */
final class EditedFile implements AutoCloseable {

    private final IPath path;
    private final ITextFileBuffer buffer;
    private final boolean shown;
    private final OpenDocuments documents = LanguageSessions.current().openDocuments();
    private final IDocumentUndoManager undo;

    /** @throws CoreException when the file must not be changed, or cannot be read */
    EditedFile(IResource file) throws CoreException {
        if (file instanceof IFile changed) {
            IStatus allowed = ResourcesPlugin.getWorkspace().validateEdit(new IFile[] {changed}, null);
            if (!allowed.isOK()) {
                throw new CoreException(allowed);
            }
        }
        path = file.getFullPath();
        shown = FileBuffers.getTextFileBufferManager().getTextFileBuffer(path, LocationKind.IFILE) != null;
        FileBuffers.getTextFileBufferManager().connect(path, LocationKind.IFILE, new NullProgressMonitor());
        buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(path, LocationKind.IFILE);
        documents.open(buffer.getDocument());
        undo = DocumentUndoManagerRegistry.getDocumentUndoManager(buffer.getDocument());
        if (undo != null) {
            undo.beginCompoundChange();
        }
    }

    IDocument document() {
        return buffer.getDocument();
    }

    @Override
    public void close() throws CoreException {
        if (undo != null) {
            undo.endCompoundChange();
        }
        try {
            if (!shown) {
                buffer.commit(new NullProgressMonitor(), false);
                documents.saved(buffer.getDocument()); // before it is closed: what it says of the file stays as its marks
            }
        } finally {
            documents.close(buffer.getDocument());
            FileBuffers.getTextFileBufferManager().disconnect(path, LocationKind.IFILE, new NullProgressMonitor());
        }
    }
}
