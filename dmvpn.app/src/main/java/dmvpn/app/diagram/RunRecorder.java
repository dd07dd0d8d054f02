package dmvpn.app.diagram;

import dmvpn.app.debug.DebugSession;
import dmvpn.diagram.glsp.ShownRun;
import dmvpn.diagram.notation.Diagram;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads from the trace of a run that is over what a page needs to move in it by itself. */
final class RunRecorder {

    /** Nobody can look at more, and a page has to keep them. */
    private static final int MOST_MESSAGES = 20_000;

    private final SeenEvents seen;
    private final DrawnNodes nodes;

    private RunRecorder(DebugSession session, Diagram diagram) {
        this.seen = new SeenEvents(session);
        this.nodes = new DrawnNodes(diagram, DrawnNodes.routersOfHosts(session));
    }

    /**
     * What a diagram shows of a run that is over.
     *
     * @param number number of the run in questions about it
     */
    static ShownRun of(DebugSession session, Diagram diagram, String title, int number) {
        RunRecorder recorder = new RunRecorder(session, diagram);
        recorder.seen.readOn(session.eventCount(), () -> false);
        List<ShownRun.Message> messages = recorder.messages();
        List<ShownRun.Message> told = messages.subList(0, Math.min(messages.size(), MOST_MESSAGES));
        return new ShownRun(number, title, "", MessagesUnderWay.seconds(session.endNanos()), messages.size() - told.size(), told,
                recorder.changes());
    }

    private List<ShownRun.Message> messages() {
        int events = seen.rows().readEvents();
        MessagesUnderWay drawn = new MessagesUnderWay(seen, nodes, events);
        return IntStream.range(0, events).mapToObj(drawn::arrived).flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(ShownRun.Message::departs)).toList();
    }

    private List<ShownRun.Change> changes() {
        RunState state = new RunState(nodes, seen.trace().nodeNames());
        return seen.changes().stream().map(state::apply).flatMap(Optional::stream).toList();
    }
}
