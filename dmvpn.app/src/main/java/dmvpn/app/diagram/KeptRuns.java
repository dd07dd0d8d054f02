package dmvpn.app.diagram;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.packet.ShownPacket;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.timeline.EventInstants;
import dmvpn.diagram.glsp.RunWatch;
import dmvpn.diagram.glsp.ShownHeaders;
import dmvpn.diagram.notation.Diagram;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.packet.codec.EncodedField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The last runs of pages, which may still ask about them. */
final class KeptRuns {

    private static final int MOST_KEPT = 4;
    private static final int STEPS_BETWEEN_QUESTIONS = 1_000;

    private final Map<Integer, Kept> runs = new LinkedHashMap<>();
    private int last;

    /**
     * A run.
     *
     * @param session the run, which goes to where somebody asks about it
     * @param diagram what was drawn when it began
     * @param title what ran
     */
    record Kept(DebugSession session, Diagram diagram, String title) {

        /** Asks about an instant, in seconds since the start. */
        <T> T at(double seconds, Function<DebugSession, T> question) {
            synchronized (session) {
                session.goToEvent(new EventInstants(session.knownTrace(), session.eventCount()).lastAt(seconds));
                return question.apply(session);
            }
        }

        /** What is in the packet of an event. */
        ShownHeaders headersAt(int event) {
            synchronized (session) {
                session.goToEvent(event);
                return session.seen().packetInHand().map(Kept::headers)
                        .orElseGet(() -> new ShownHeaders("No packet of its own belongs to this event", List.of()));
            }
        }

        private static ShownHeaders headers(ShownPacket packet) {
            return new ShownHeaders(packet.title(), packet.encoded().layers().stream().map(Kept::field).toList());
        }

        private static ShownHeaders.Field field(EncodedField field) {
            return new ShownHeaders.Field(ShownPacket.lineOf(field), field.parts().stream().map(Kept::field).toList());
        }
    }

    /** Keeps a run; its number. */
    synchronized int keep(Kept run) {
        runs.put(++last, run);
        if (runs.size() > MOST_KEPT) {
            runs.remove(runs.keySet().iterator().next());
        }
        return last;
    }

    /** The run of a number, when it is kept. */
    synchronized Optional<Kept> of(int number) {
        return Optional.ofNullable(runs.get(number));
    }

    /** A run before its first step: of a scenario, or of the network alone. */
    static DebugSession sessionOf(CompiledNetwork network, Optional<String> scenario) {
        return new DebugSession(network, new SimulationOptions(scenario, OptionalLong.empty(), Optional.empty(), true, List.of()));
    }

    /** Runs to the end; false when somebody stopped it before. */
    static boolean runToEnd(DebugSession session, ProgressMonitor monitor, RunWatch watch) {
        double end = MessagesUnderWay.seconds(session.endNanos());
        boolean more = true;
        while (more && !monitor.isCancelled() && !watch.isCancelled()) {
            more = session.run(STEPS_BETWEEN_QUESTIONS);
            watch.reached(MessagesUnderWay.seconds(session.ofRun(Simulation::nowNanos)), end);
        }
        return !more;
    }
}
