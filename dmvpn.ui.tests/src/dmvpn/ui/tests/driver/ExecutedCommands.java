package dmvpn.ui.tests.driver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListenerWithChecks;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

/** The commands that the workbench executes, each as often as it does; those that nobody handles do not count. */
public final class ExecutedCommands implements IExecutionListenerWithChecks, AutoCloseable {

    private final List<String> executed = new CopyOnWriteArrayList<>();

    /** Begins to listen. */
    public ExecutedCommands() {
        Ui.run(() -> PlatformUI.getWorkbench().getService(ICommandService.class).addExecutionListener(this));
    }

    /** How often a command was executed, or has begun to be. */
    public long count(String command) {
        return executed.stream().filter(command::equals).count();
    }

    @Override
    public void preExecute(String commandId, ExecutionEvent event) {
        executed.add(commandId);
    }

    @Override
    public void notHandled(String commandId, NotHandledException exception) {
        executed.remove(commandId);
    }

    @Override
    public void notEnabled(String commandId, NotEnabledException exception) {
        executed.remove(commandId);
    }

    @Override
    public void notDefined(String commandId, NotDefinedException exception) {
        executed.remove(commandId);
    }

    @Override
    public void postExecuteFailure(String commandId, ExecutionException exception) {
        // It was executed.
    }

    @Override
    public void postExecuteSuccess(String commandId, Object returnValue) {
        // It was executed.
    }

    @Override
    public void close() {
        Ui.run(() -> PlatformUI.getWorkbench().getService(ICommandService.class).removeExecutionListener(this));
    }
}
