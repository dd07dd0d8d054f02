package dmvpn.diagram.glsp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What the menus of a diagram offer besides edits; whoever serves a diagram fills it. */
public interface DiagramCommands {

    /** Offers nothing. */
    DiagramCommands NONE = new DiagramCommands() {
        @Override
        public List<DiagramCommand> commands() {
            return List.of();
        }

        @Override
        public CompletionStage<CommandAnswer> run(String command, String elementId, Map<String, String> options) {
            return CompletableFuture.completedStage(new CommandAnswer.Refused("Nothing is called '" + command + "' here"));
        }
    };

    /** All commands, in the order in which menus show them. */
    List<DiagramCommand> commands();

    /**
     * Runs a command.
     *
     * @param command its identifier
     * @param elementId identifier of the element that it is run for; empty for the whole diagram
     * @param options what was chosen in an answer before, by the names of its options
     */
    CompletionStage<CommandAnswer> run(String command, String elementId, Map<String, String> options);
}
