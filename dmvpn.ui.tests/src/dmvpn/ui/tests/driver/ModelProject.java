package dmvpn.ui.tests.driver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;

/** A project of the test workspace with models in it. */
public final class ModelProject implements AutoCloseable {

    private final IProject project;

    /** Creates the project, and deletes an older one of that name. */
    public ModelProject(String name) throws CoreException {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        if (project.exists()) {
            project.delete(true, true, new NullProgressMonitor());
        }
        project.create(new NullProgressMonitor());
        project.open(new NullProgressMonitor());
    }

    /** Creates a file, and its folder unless there is one. */
    public IFile file(String name, String text) throws CoreException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Creates a file of some bytes. */
    public IFile file(String name, byte[] bytes) throws CoreException {
        IFile file = project.getFile(name);
        if (file.getParent() instanceof IFolder folder && !folder.exists()) {
            folder.create(true, true, new NullProgressMonitor());
        }
        file.create(new ByteArrayInputStream(bytes), true, new NullProgressMonitor());
        return file;
    }

    /** Creates a file, or gives one that is there another text. */
    public IFile replace(String name, String text) throws CoreException {
        IFile file = project.getFile(name);
        if (!file.exists()) {
            return file(name, text);
        }
        file.setContents(text.getBytes(StandardCharsets.UTF_8), true, false, new NullProgressMonitor());
        return file;
    }

    /** Opens a file in the editor that the workbench chooses for it. */
    public static ITextEditor open(IFile file) {
        return (ITextEditor) Ui.get(() -> IDE.openEditor(page(), file));
    }

    /** Opens one more editor on a file. */
    public static ITextEditor openAnother(IFile file) {
        return (ITextEditor) Ui.get(() -> page().openEditor(new FileEditorInput(file),
                IDE.getDefaultEditor(file).getId(), true, IWorkbenchPage.MATCH_NONE));
    }

    /** What a file holds that others write and delete meanwhile; nothing while there is none. */
    public static String textOrNothing(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException absent) {
            return "";
        }
    }

    /** The workbench page. To be called on the UI thread. */
    public static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    /** Closes all editors without saving and deletes the project. */
    @Override
    public void close() throws CoreException {
        Ui.waitUntilIdle(); // a view may be about to open an editor
        Ui.run(() -> page().closeAllEditors(false));
        project.delete(true, true, new NullProgressMonitor());
    }

    /** Closes an editor without saving. */
    public static void close(IEditorPart editor) {
        Ui.run(() -> page().closeEditor(editor, false));
    }
}
