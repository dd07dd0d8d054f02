package dmvpn.diagram.glsp;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Commands that answer with what they were asked. */
final class RecordedCommands implements DiagramCommands {

    @Override
    public List<DiagramCommand> commands() {
        return List.of(new DiagramCommand("read", "Read it", EnumSet.of(CommandTarget.DIAGRAM, CommandTarget.ROUTER)));
    }

    @Override
    public CompletionStage<CommandAnswer> run(String command, String elementId, Map<String, String> options) {
        return switch (command) {
            case "read" -> CompletableFuture.completedStage(new CommandAnswer.Text("About " + elementId, options.toString(),
                    List.of("a note"), List.of(new CommandAnswer.Option("format", "Format", List.of("a", "b"), "a")),
                    Optional.of(new CommandAnswer.Next("keep", "Keep it"))));
            case "keep" -> CompletableFuture.completedStage(
                    new CommandAnswer.Download("it.txt", "content".getBytes(StandardCharsets.UTF_8)));
            case "refuse" -> CompletableFuture.completedStage(new CommandAnswer.Refused("Not now"));
            default -> CompletableFuture.failedStage(new IllegalStateException("no such command"));
        };
    }
}
