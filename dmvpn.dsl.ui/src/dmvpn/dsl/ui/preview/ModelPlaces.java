package dmvpn.dsl.ui.preview;

import dmvpn.app.preview.ModelPlace;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;

/** Shows the place in a model that made a line. */
final class ModelPlaces {

    private final IWorkbenchPage page;

    ModelPlaces(IWorkbenchPage page) {
        this.page = page;
    }

    /**
     * Selects a place in its editor.
     *
     * @param activate true to open and activate the editor; false to select it in an editor that shows the file already
     */
    void show(ModelPlace place, boolean activate) {
        Optional<IFile> file = file(place);
        if (file.isEmpty()) {
            return;
        }
        try {
            IEditorPart editor = activate ? IDE.openEditor(page, file.get())
                    : page.findEditor(new FileEditorInput(file.get()));
            if (editor instanceof ITextEditor text) {
                select(text, place);
            }
        } catch (PartInitException failure) {
            StatusManager.getManager().handle(failure.getStatus(), StatusManager.SHOW);
        }
    }

    private static void select(ITextEditor editor, ModelPlace place) {
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        if (document == null || place.offset() > document.getLength()) {
            return; // the model was edited meanwhile
        }
        try {
            // A block may be long: its first line says what it is.
            int line = document.getLineOfOffset(place.offset());
            int endOfLine = document.getLineOffset(line) + document.getLineInformation(line).getLength();
            editor.selectAndReveal(place.offset(), Math.max(0, Math.min(place.length(), endOfLine - place.offset())));
        } catch (BadLocationException changedMeanwhile) {
            return; // the next preview knows the place
        }
    }

    private static Optional<IFile> file(ModelPlace place) {
        IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(Path.of(place.file()).toUri());
        return files.length == 0 ? Optional.empty() : Optional.of(files[0]).filter(IFile::isAccessible);
    }
}
