package dmvpn.dsl.ui.formatting;

import dmvpn.dsl.ui.language.OpenDocuments;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.widgets.Display;

/**
 * Formats models when they are saved, for those who want that. The Generic Editor has no save participants, but the file
 * buffer says when it is about to be written. A save never waits for more than people notice: when the server is busy the
 * model is saved as it is, and once more when it is formatted. A text that is given up for the saved one is told of in the same
 * way, and left alone.
 */
public final class FormatOnSave implements IFileBufferListener {

    private static final int UNNOTICED_MILLIS = 40;

    private final IPreferenceStore preferences = FormattingPreferences.store();
    /** Buffers that are being written while the server is still asked; the promise is kept when they are written. */
    private final Map<IFileBuffer, CompletableFuture<Void>> beingSaved = new ConcurrentHashMap<>();
    private final Reverting reverting = new Reverting();
    private boolean savingAgain;

    /** Begins. */
    public void install() {
        FileBuffers.getTextFileBufferManager().addFileBufferListener(this);
    }

    /** Ends. */
    public void uninstall() {
        reverting.unfollow();
        FileBuffers.getTextFileBufferManager().removeFileBufferListener(this);
    }

    @Override
    public void stateChanging(IFileBuffer buffer) {
        boolean wanted = buffer instanceof ITextFileBuffer && buffer.isDirty() && Display.getCurrent() != null && !savingAgain
                && !reverting.isRunning()
                && buffer.getFileStore() != null && buffer.getFileStore().getName().endsWith(".dmvpn")
                && preferences.getBoolean(FormattingPreferences.FORMAT_ON_SAVE);
        if (wanted) {
            ITextFileBuffer text = (ITextFileBuffer) buffer;
            Optional<URI> uri = OpenDocuments.uri(text.getDocument());
            uri.ifPresent(found -> format(text, new Formatter(found, text.getDocument())));
        }
    }

    private void format(ITextFileBuffer buffer, Formatter formatter) {
        CompletableFuture<List<? extends TextEdit>> edits = formatter.all();
        try {
            formatter.apply(edits.get(UNNOTICED_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            Display display = Display.getCurrent();
            CompletableFuture<Void> saved = new CompletableFuture<>();
            beingSaved.put(buffer, saved);
            edits.thenAcceptBoth(saved, (found, written) -> display.asyncExec(() -> formatSaved(buffer, formatter, found)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException notFormatted) {
            return; // saved as it is
        }
    }

    private void formatSaved(ITextFileBuffer buffer, Formatter formatter, List<? extends TextEdit> edits) {
        if (buffer.isDirty() || edits.isEmpty() || !formatter.apply(edits)) {
            return;
        }
        savingAgain = true;
        try {
            buffer.commit(new NullProgressMonitor(), false);
        } catch (CoreException notWritable) {
            return; // the editor shows that it is not saved
        } finally {
            savingAgain = false;
        }
    }

    @Override
    public void bufferCreated(IFileBuffer buffer) {
        reverting.follow(); // the first time there may be no workbench yet
    }

    @Override
    public void bufferDisposed(IFileBuffer buffer) {
        beingSaved.remove(buffer);
    }

    @Override
    public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
        // Only saving matters.
    }

    @Override
    public void bufferContentReplaced(IFileBuffer buffer) {
        // As above.
    }

    @Override
    public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
        CompletableFuture<Void> saved = isDirty ? null : beingSaved.remove(buffer);
        if (saved != null) {
            saved.complete(null);
        }
    }

    @Override
    public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {
        // As above.
    }

    @Override
    public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
        // As above.
    }

    @Override
    public void underlyingFileDeleted(IFileBuffer buffer) {
        // As above.
    }

    @Override
    public void stateChangeFailed(IFileBuffer buffer) {
        beingSaved.remove(buffer);
    }
}
