package dmvpn.dsl.ui.language;

import java.net.URI;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Location;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** Goes to places that the language server names. To be used on the UI thread. */
public final class Places {

    private Places() {
    }

    /** The file of the workspace that a document is stored in; one of the project nearest to it when several share it. */
    public static Optional<IFile> file(URI document) {
        IFile nearest = null;
        for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(document)) {
            if (file.isAccessible()
                    && (nearest == null || file.getFullPath().segmentCount() < nearest.getFullPath().segmentCount())) {
                nearest = file;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Opens the document of a place and selects the place. A document that cannot be opened is said to the person. */
    public static void open(IWorkbenchPage page, Location place) {
        URI document = URI.create(place.getUri());
        try {
            Optional<IFile> file = file(document);
            IEditorPart part = file.isPresent() ? IDE.openEditor(page, file.get())
                    : IDE.openEditorOnFileStore(page, EFS.getStore(document));
            ModelEditor.of(part).ifPresent(editor -> select(editor, place));
        } catch (CoreException failure) {
            StatusManager.getManager().handle(new Status(IStatus.WARNING, Places.class,
                    document.getPath() + " cannot be opened: " + failure.getMessage()), StatusManager.SHOW);
        }
    }

    private static void select(ModelEditor editor, Location place) {
        try {
            IRegion region = Positions.region(editor.document(), place.getRange());
            editor.editor().getSite().getPage().getNavigationHistory().markLocation(editor.editor());
            editor.reveal(region.getOffset(), region.getLength());
        } catch (BadLocationException changedMeanwhile) {
            return; // the text is another one by now: the editor alone is shown
        }
    }
}
