package dmvpn.diagram.ui.editor;

import java.util.function.Consumer;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.runtime.IPath;

/** Of all that may happen to a buffer that what changes an editor's star, and the end of its file. */
record BufferListener(Consumer<IFileBuffer> changed, Consumer<IFileBuffer> gone) implements IFileBufferListener {

    @Override
    public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
        changed.accept(buffer);
    }

    @Override
    public void bufferContentReplaced(IFileBuffer buffer) {
        changed.accept(buffer);
    }

    @Override
    public void underlyingFileDeleted(IFileBuffer buffer) {
        gone.accept(buffer);
    }

    @Override
    public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
        gone.accept(buffer);
    }

    @Override
    public void bufferCreated(IFileBuffer buffer) {
        // Nobody shows it yet.
    }

    @Override
    public void bufferDisposed(IFileBuffer buffer) {
        // Nobody shows it any more.
    }

    @Override
    public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
        // What comes after counts.
    }

    @Override
    public void stateChanging(IFileBuffer buffer) {
        // As above.
    }

    @Override
    public void stateChangeFailed(IFileBuffer buffer) {
        // The star stays.
    }

    @Override
    public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {
        // Nothing is shown of it.
    }
}
