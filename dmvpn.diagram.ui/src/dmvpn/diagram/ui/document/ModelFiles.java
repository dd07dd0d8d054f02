package dmvpn.diagram.ui.document;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** The models of the workspace, any of which another may import. */
final class ModelFiles implements AutoCloseable {

    private IResourceChangeListener listener;

    /** Has somebody told when the workspace sees that one has changed; on any thread. */
    void listen(Runnable changed) {
        listener = event -> {
            if (isAboutModels(event)) {
                changed.run();
            }
        };
        ResourcesPlugin.getWorkspace().addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
    }

    private static boolean isAboutModels(IResourceChangeEvent event) {
        boolean[] found = new boolean[1];
        try {
            event.getDelta().accept(delta -> {
                found[0] |= isModelWithAnotherContent(delta);
                return !found[0];
            });
        } catch (CoreException goneMeanwhile) {
            return true;
        }
        return found[0];
    }

    private static boolean isModelWithAnotherContent(IResourceDelta delta) {
        return delta.getResource().getType() == IResource.FILE && "dmvpn".equals(delta.getResource().getFileExtension())
                && (delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0);
    }

    @Override
    public void close() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(listener);
    }
}
