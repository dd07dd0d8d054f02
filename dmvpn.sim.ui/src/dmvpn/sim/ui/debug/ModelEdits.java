package dmvpn.sim.ui.debug;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;

/** Which models were edited since a simulation of them was started: lines that it names may be other ones now. */
final class ModelEdits implements IResourceChangeListener {

    private static final String MODEL = "dmvpn";

    private final Set<Path> edited = ConcurrentHashMap.newKeySet();
    private final Runnable told;

    /** @param told when one more was edited */
    ModelEdits(Runnable told) {
        this.told = told;
    }

    void open() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
    }

    void close() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    }

    /** Whether a file says something else than what was started. */
    boolean isEdited(IFile file) {
        return file.getLocation() != null && edited.contains(file.getLocation().toPath());
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        try {
            event.getDelta().accept(this::isToBeFollowed);
        } catch (CoreException unreadable) {
            ILog.of(ModelEdits.class).warn("Changes of models are not known", unreadable);
        }
    }

    private boolean isToBeFollowed(IResourceDelta delta) {
        IResource resource = delta.getResource();
        boolean changed = delta.getKind() == IResourceDelta.REMOVED || (delta.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
        if (resource instanceof IFile file && MODEL.equals(file.getFileExtension()) && changed && file.getLocation() != null
                && edited.add(file.getLocation().toPath())) {
            told.run();
        }
        return true;
    }
}
