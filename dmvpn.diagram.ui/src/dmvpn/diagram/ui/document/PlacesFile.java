package dmvpn.diagram.ui.document;

import dmvpn.app.draw.LayoutFile;
import dmvpn.diagram.layout.Positions;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** The file beside a model that keeps where elements were moved to, in the workspace or outside of it. */
final class PlacesFile implements AutoCloseable {

    private final Path model;
    private final Path path;
    private IResourceChangeListener listener;

    /** @param model file of the model */
    PlacesFile(Path model) {
        this.model = model;
        this.path = LayoutFile.of(model);
    }

    Positions read() throws IOException {
        return LayoutFile.read(model);
    }

    void write(Positions positions) throws IOException {
        LayoutFile.write(model, positions);
        try {
            for (IFile file : files()) {
                file.refreshLocal(IResource.DEPTH_ZERO, null);
            }
        } catch (CoreException notVisible) {
            throw new IOException(notVisible.getMessage(), notVisible);
        }
    }

    private IFile[] files() {
        return ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri());
    }

    /** Has somebody told when the workspace sees that the file has changed; on any thread. */
    void listen(Runnable changed) {
        listener = event -> {
            if (isAbout(event)) {
                changed.run();
            }
        };
        ResourcesPlugin.getWorkspace().addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
    }

    private boolean isAbout(IResourceChangeEvent event) {
        for (IFile file : files()) {
            if (event.getDelta() != null && event.getDelta().findMember(file.getFullPath()) != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(listener);
    }
}
