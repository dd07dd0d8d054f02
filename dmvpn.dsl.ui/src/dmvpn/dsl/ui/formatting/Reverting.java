package dmvpn.dsl.ui.formatting;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

/** Knows whether the command is running that gives up what was typed. */
final class Reverting implements IExecutionListener {

    private final AtomicBoolean following = new AtomicBoolean();
    private volatile boolean running;

    boolean isRunning() {
        return running;
    }

    /** Follows the commands from now on, if there is a workbench. */
    void follow() {
        if (PlatformUI.isWorkbenchRunning() && following.compareAndSet(false, true)) {
            PlatformUI.getWorkbench().getService(ICommandService.class).addExecutionListener(this);
        }
    }

    void unfollow() {
        if (PlatformUI.isWorkbenchRunning() && following.compareAndSet(true, false)) {
            PlatformUI.getWorkbench().getService(ICommandService.class).removeExecutionListener(this);
        }
    }

    @Override
    public void preExecute(String command, ExecutionEvent event) {
        running |= command.equals(IWorkbenchCommandConstants.FILE_REVERT);
    }

    @Override
    public void postExecuteSuccess(String command, Object result) {
        ended(command);
    }

    @Override
    public void postExecuteFailure(String command, ExecutionException failure) {
        ended(command);
    }

    @Override
    public void notHandled(String command, NotHandledException reason) {
        ended(command);
    }

    private void ended(String command) {
        running &= !command.equals(IWorkbenchCommandConstants.FILE_REVERT);
    }
}
