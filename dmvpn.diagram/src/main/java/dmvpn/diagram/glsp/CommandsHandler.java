package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionDispatcher;
import org.eclipse.glsp.server.actions.ActionHandler;
import org.eclipse.glsp.server.actions.MessageAction;
import org.eclipse.glsp.server.types.Severity;

/** Says which commands the menus have, and runs those that are chosen; the diagram is worked with meanwhile. */
class CommandsHandler implements ActionHandler {

    @Inject
    private DiagramCommands commands;

    @Inject
    private ActionDispatcher dispatcher;

    @Override
    public List<Class<? extends Action>> getHandledActionTypes() {
        return List.of(RequestCommandsAction.class, RunCommandAction.class);
    }

    @Override
    public List<Action> execute(Action action) {
        if (action instanceof RunCommandAction run) {
            commands.run(run.command(), ElementTypes.nodeOf(run.element()), run.options())
                    .whenComplete((answer, failure) -> answered(run, failure == null ? answer
                            : new CommandAnswer.Refused("That failed: " + FailureText.of(failure))));
            return none();
        }
        return listOf(new CommandsAction(commands.commands()));
    }

    private void answered(RunCommandAction asked, CommandAnswer answer) {
        switch (answer) {
            case CommandAnswer.Refused refused -> dispatcher.dispatch(new MessageAction(Severity.WARNING, refused.reason()));
            case CommandAnswer.Text text -> dispatcher.dispatch(new ShowTextAction(asked, text));
            case CommandAnswer.Download download -> dispatcher.dispatch(new DownloadAction(download));
            case CommandAnswer.Done done -> {
                // It is seen elsewhere.
            }
        }
    }
}
