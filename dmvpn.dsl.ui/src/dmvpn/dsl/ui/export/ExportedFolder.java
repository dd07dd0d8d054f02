package dmvpn.dsl.ui.export;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** A folder that files were written to. */
final class ExportedFolder {

    private ExportedFolder() {
    }

    /** A folder of the workspace shows its new files at once. */
    static void show(Path folder) {
        for (IContainer container : ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(folder.toUri())) {
            new RefreshJob(container).schedule();
        }
    }

    private static final class RefreshJob extends WorkspaceJob {

        private final IContainer container;

        RefreshJob(IContainer container) {
            super("Showing exported files");
            this.container = container;
            setSystem(true);
            // A new folder is found from the one above it.
            setRule(ResourcesPlugin.getWorkspace().getRuleFactory().refreshRule(container.getProject() == null
                    ? container : container.getProject()));
        }

        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            // From the nearest folder that is known down to the new one.
            Deque<IContainer> unknown = new ArrayDeque<>();
            for (IContainer folder = container; folder != null && !folder.exists(); folder = folder.getParent()) {
                unknown.push(folder);
            }
            for (IContainer folder : unknown) {
                folder.getParent().refreshLocal(IResource.DEPTH_ONE, monitor);
            }
            // Captures have a folder of their own in theirs; a whole project is not looked at for that.
            container.refreshLocal(container instanceof IFolder ? IResource.DEPTH_INFINITE : IResource.DEPTH_ONE, monitor);
            return Status.OK_STATUS;
        }
    }
}
