package dmvpn.diagram.glsp;

import java.util.List;
import org.eclipse.glsp.server.actions.ResponseAction;

/** Tells the client the commands of the menus. Fields are read as JSON. */
final class CommandsAction extends ResponseAction {

    static final String KIND = "dmvpn.commands";

    final List<OfferedCommand> commands;

    CommandsAction(List<DiagramCommand> commands) {
        super(KIND);
        this.commands = commands.stream().map(OfferedCommand::of).toList();
    }

    /**
     * A command.
     *
     * @param types types of elements that it can be run for
     */
    record OfferedCommand(String id, String label, List<String> types) {

        static OfferedCommand of(DiagramCommand command) {
            return new OfferedCommand(command.id(), command.label(),
                    command.targets().stream().flatMap(target -> target.types().stream()).sorted().toList());
        }
    }
}
