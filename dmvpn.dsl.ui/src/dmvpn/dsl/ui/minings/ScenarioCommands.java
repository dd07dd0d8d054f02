package dmvpn.dsl.ui.minings;

import dmvpn.dsl.ide.lens.ModelCommands;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * What can be done beside the text, as commands of the workbench: whoever simulates contributes the handlers. Without one
 * the editor does not offer it.
 */
public final class ScenarioCommands implements ModelCommands {

    private static final String MODEL = ".model";
    private static final String SCENARIO = ".scenario";
    private static final Map<String, String> COMMANDS = Map.of(
            RUN, "dmvpn.dsl.ui.runScenario",
            DEBUG, "dmvpn.dsl.ui.debugScenario");

    @Override
    public Set<String> known() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return Set.of(); // a builder may start the server before there is a workbench
        }
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        return COMMANDS.entrySet().stream().filter(command -> commands.getCommand(command.getValue()).isHandled())
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @Override
    public CompletableFuture<Object> execute(String command, List<String> arguments) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> run(COMMANDS.get(command), arguments));
        return CompletableFuture.completedFuture(null);
    }

    private static void run(String id, List<String> arguments) {
        if (id == null || arguments.size() < 2) {
            return;
        }
        Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(id);
        Map<String, String> parameters = new HashMap<>();
        parameters.put(id + MODEL, arguments.get(0));
        parameters.put(id + SCENARIO, arguments.get(1));
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class)
                    .executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
        } catch (ExecutionException | NotDefinedException | NotEnabledException | NotHandledException failure) {
            StatusManager.getManager().handle(new Status(IStatus.ERROR, ScenarioCommands.class,
                    "The scenario " + arguments.get(1) + " could not be started", failure), StatusManager.SHOW);
        }
    }
}
