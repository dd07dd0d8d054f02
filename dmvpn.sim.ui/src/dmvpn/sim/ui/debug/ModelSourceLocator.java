package dmvpn.sim.ui.debug;

import dmvpn.network.origin.Origin;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IPersistableSourceLocator;
import org.eclipse.debug.core.model.IStackFrame;

/** Finds the model's file of a frame: the origin names it. */
public final class ModelSourceLocator implements IPersistableSourceLocator {

    @Override
    public Object getSourceElement(IStackFrame frame) {
        if (!(frame instanceof LayerFrame layer)) {
            return null;
        }
        return file(layer.origin()).orElse(null);
    }

    /** The file of the workspace that an origin names; empty when the model lies elsewhere. */
    public static Optional<IFile> file(Origin origin) {
        return origin.isKnown()
                ? Arrays.stream(ResourcesPlugin.getWorkspace().getRoot()
                        .findFilesForLocationURI(Path.of(origin.file()).toAbsolutePath().toUri())).findFirst()
                : Optional.empty();
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
