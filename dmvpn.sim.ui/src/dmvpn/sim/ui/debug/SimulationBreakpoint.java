package dmvpn.sim.ui.debug;

import dmvpn.app.RequestException;
import java.nio.file.Path;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IBreakpoint;

/** A breakpoint of the workspace that stops simulations. */
public interface SimulationBreakpoint extends IBreakpoint {

    /**
     * What it says.
     *
     * @param model the file of the model that is debugged
     * @throws RequestException when it means nothing; with a sentence for people
     * @throws CoreException when its marker is gone
     */
    dmvpn.app.debug.breakpoint.Breakpoint breakpoint(Path model) throws RequestException, CoreException;

    /** What it says in one line. */
    String title() throws CoreException;
}
