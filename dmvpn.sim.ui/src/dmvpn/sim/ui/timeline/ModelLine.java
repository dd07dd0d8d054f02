package dmvpn.sim.ui.timeline;

import dmvpn.network.origin.Origin;
import dmvpn.sim.ui.debug.ModelSourceLocator;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;

/** Shows the line of a model that something comes from. */
public final class ModelLine {

    private ModelLine() {
    }

    /** Opens the editor on the line; does nothing for what nobody wrote. */
    public static void open(IWorkbenchPage page, Origin origin) {
        Optional<IFile> file = ModelSourceLocator.file(origin).filter(IFile::isAccessible);
        if (file.isEmpty()) {
            return;
        }
        try {
            if (IDE.openEditor(page, file.get()) instanceof ITextEditor editor) {
                IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
                IRegion line = document.getLineInformation(Math.max(0, origin.line() - 1));
                editor.selectAndReveal(line.getOffset(), line.getLength());
            }
        } catch (PartInitException failure) {
            StatusManager.getManager().handle(failure.getStatus(), StatusManager.SHOW);
        } catch (BadLocationException shorterMeanwhile) {
            return; // the model was edited since the run: the editor is open, the line is no more
        }
    }
}
