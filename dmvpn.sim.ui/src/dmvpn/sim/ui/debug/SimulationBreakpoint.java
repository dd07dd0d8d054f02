package dmvpn.sim.ui.debug;

import dmvpn.app.RequestException;
import java.nio.file.Path;
import java.util.Optional;
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

    /** What is said of it besides where it stops; empty when its text means nothing, which can only be set anew. */
    Optional<BreakpointDetails> details();

    /**
     * Says other things of it.
     *
     * @throws CoreException when its marker is gone
     */
    void say(BreakpointDetails details) throws CoreException;

    /** What it says in one line. */
    String title() throws CoreException;
}
