package dmvpn.dsl.ide.lens;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What a face of the product can do when somebody asks for it beside the text. The server offers only what its face, or
 * the client itself, can do.
 */
public interface ModelCommands {

    /** Checks a model: the argument is the document. */
    String CHECK = "dmvpn.check";
    /** Exports a model's configurations: the argument is the document. */
    String EXPORT = "dmvpn.export";
    /** Runs a scenario: the arguments are the document and the scenario's name. */
    String RUN = "dmvpn.run";
    /** Debugs a scenario: the arguments are the document and the scenario's name. */
    String DEBUG = "dmvpn.debug";

    /** Of a face that can do nothing. */
    ModelCommands NONE = new ModelCommands() {
        @Override
        public Set<String> known() {
            return Set.of();
        }

        @Override
        public CompletableFuture<Object> execute(String command, List<String> arguments) {
            return CompletableFuture.completedFuture(null);
        }
    };

    /** The commands that {@link #execute} takes. */
    Set<String> known();

    /**
     * Does it. Called on the server's thread, so whatever takes time belongs on another.
     *
     * @return what the client is told; may be a future that ends later
     */
    CompletableFuture<Object> execute(String command, List<String> arguments);
}
