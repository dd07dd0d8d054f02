package dmvpn.sim.ui.debug;

import dmvpn.network.origin.Origin;
import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IPersistableSourceLocator;
import org.eclipse.debug.core.model.IStackFrame;


/** Finds the model's file of a frame: the origin names it. */
public final class ModelSourceLocator implements IPersistableSourceLocator {

    @Override
    public Object getSourceElement(IStackFrame frame) {
        if (!(frame instanceof LayerFrame layer) || !layer.origin().isKnown()) {
            return null;
        }
        return file(layer.origin());
    }

    private static IFile file(Origin origin) {
        IFile[] files = ResourcesPlugin.getWorkspace().getRoot()
                .findFilesForLocationURI(Path.of(origin.file()).toAbsolutePath().toUri());
        return files.length == 0 ? null : files[0];
    }

    @Override
    public String getMemento() {
        return "";
    }

    @Override
    public void initializeFromMemento(String memento) {
        // The origins of the frames say everything.
    }

    @Override
    public void initializeDefaults(ILaunchConfiguration configuration) {
        // As above.
    }
}
