package dmvpn.diagram.glsp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs simulations for diagrams, and answers what pages ask about them; whoever serves a diagram fills it. */
@FunctionalInterface
public interface DiagramRuns {

    /** Runs nothing, and says so. */
    DiagramRuns NONE = (scenario, watch) -> CompletableFuture.completedStage(
            Optional.of(ShownRun.none("Simulations are not shown in this diagram")));

    /**
     * Runs the model as it is now; the answer comes when the run is over.
     *
     * @param scenario name of the scenario; with another name, such as an empty one, it is the first
     * @param watch who waits for the answer
     * @return empty when the page does not move the run by itself: it is told instants of it
     */
    CompletionStage<Optional<ShownRun>> run(String scenario, RunWatch watch);

    /** Names of the scenarios of the model as it is now. */
    default List<String> scenarios() {
        return List.of();
    }

    /** Hears where a page wants the time cursor of the run that it is told instants of. Answers at once. */
    default void move(CursorWish wish) {
        // A page that has the whole run moves in it by itself.
    }

    /** The way of a packet. */
    default CompletionStage<ShownPath> path(PathQuestion question) {
        return CompletableFuture.completedStage(ShownPath.none("Ways of packets are not shown in this diagram"));
    }

    /** What is in a packet. */
    default CompletionStage<ShownHeaders> headers(PacketQuestion question) {
        return CompletableFuture.completedStage(new ShownHeaders("Packets are not shown in this diagram", List.of()));
    }
}
