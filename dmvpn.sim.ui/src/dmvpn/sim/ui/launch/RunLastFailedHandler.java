package dmvpn.sim.ui.launch;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;

/** Runs again what did not meet its expectations last; in a command whose name says so it is debugged. */
public final class RunLastFailedHandler extends AbstractHandler {

    private static final String DEBUG = "dmvpn.sim.ui.debugLastFailed";

    @Override
    public Object execute(ExecutionEvent event) {
        String mode = event.getCommand().getId().equals(DEBUG) ? ILaunchManager.DEBUG_MODE : ILaunchManager.RUN_MODE;
        new LastFailure().configuration().ifPresent(configuration -> DebugUITools.launch(configuration, mode));
        return null;
    }

    @Override
    public void setEnabled(Object evaluationContext) {
        setBaseEnabled(new LastFailure().configuration().isPresent());
    }
}
