package dmvpn.app.debug;

import dmvpn.sim.PacketInHand;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.RecordedField;
import dmvpn.sim.trace.TimeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A run under a debugger, independent of the face that shows it. It stands on one event of the trace, the event in hand;
 * before the first step it stands before the first event. May be used from several threads: one steps, others read.
 */
public final class DebugSession {

    /** Index before the first event. */
    public static final int BEFORE_FIRST_EVENT = -1;

    private final Simulation simulation;
    private final String scenarioName;
    private final List<RouterState> routers;
    private int eventIndex = BEFORE_FIRST_EVENT;

    /**
     * @param simulation a recording run that nothing has happened in yet
     * @param scenarioName name of its scenario, empty when it has none
     */
    public DebugSession(Simulation simulation, String scenarioName) {
        this.simulation = simulation;
        this.scenarioName = scenarioName;
        this.routers = simulation.routers().stream()
                .map(router -> new RouterState(router.node(), router.name()))
                .toList();
    }

    /** Name of the scenario, empty when the network just runs. */
    public String scenarioName() {
        return scenarioName;
    }

    /** The routers in the order of the model. */
    public List<RouterState> routers() {
        return routers;
    }

    /**
     * Goes to the next event of the trace and runs as far as that needs. The routers' state is that after all events of
     * the same step of the run.
     *
     * @return false when the run is over and there is no next event
     */
    public synchronized boolean stepToNextEvent() {
        if (eventIndex + 1 >= trace().size()) {
            simulation.stepToNextTraceEvent();
        }
        if (eventIndex + 1 >= trace().size()) {
            return false;
        }
        eventIndex++;
        return true;
    }

    /**
     * Runs on and stands on the last event.
     *
     * @param steps largest number of steps of the run
     * @return false when the run is over
     */
    public synchronized boolean run(int steps) {
        boolean more = true;
        for (int step = 0; step < steps && more; step++) {
            more = simulation.step();
        }
        eventIndex = trace().size() - 1;
        return more;
    }

    /** True when the run is over and the last event is in hand. */
    public synchronized boolean isFinished() {
        return simulation.isFinished() && eventIndex + 1 >= trace().size();
    }

    /** Index of the event in hand, or {@link #BEFORE_FIRST_EVENT}. */
    public synchronized int eventIndex() {
        return eventIndex;
    }

    /** Router or host of the event in hand; -1 before the first event. */
    public synchronized int eventNode() {
        return event().map(RecordedEvent::node).orElse(-1);
    }

    /** The event in hand. */
    public synchronized Optional<RecordedEvent> event() {
        return eventIndex == BEFORE_FIRST_EVENT ? Optional.empty() : Optional.of(trace().event(eventIndex));
    }

    /** Time of the event in hand for people, such as {@code 1.020 s}. */
    public synchronized String timeText() {
        return event().map(event -> TimeText.instant(event.timeNanos()) + " s").orElse("before the first event");
    }

    /** Number of events so far. */
    public synchronized int eventCount() {
        return trace().size();
    }

    /** Some events as lines of a timeline; fewer when there are not as many. */
    public synchronized List<TimelineRow> events(int from, int count) {
        List<TimelineRow> rows = new ArrayList<>();
        for (int index = from; index < Math.min(from + count, trace().size()); index++) {
            rows.add(TimelineRow.of(trace().event(index)));
        }
        return rows;
    }

    /** The layers of the event in hand on a router; none when the event is another router's. */
    public synchronized List<DebugLayer> layers(int node) {
        Optional<RecordedEvent> event = event().filter(inHand -> inHand.node() == node);
        if (event.isEmpty()) {
            return List.of();
        }
        List<DebugLayer> layers = new ArrayList<>();
        layers.add(layer(event.get()));
        simulation.packetInHand()
                .filter(packet -> packet.node() == node && packet.timeNanos() == event.get().timeNanos())
                .ifPresent(packet -> layers.addAll(packetLayers(node, packet)));
        return layers;
    }

    private static DebugLayer layer(RecordedEvent event) {
        List<DebugVariable> fields = new ArrayList<>();
        for (RecordedField field : event.fields()) {
            fields.add(DebugVariable.of(field.name(), field.value().text()));
        }
        if (!event.reason().isEmpty()) {
            fields.add(DebugVariable.of("reason", event.reason()));
        }
        return new DebugLayer(event.protocol() + " " + event.message(), event.origin(), fields);
    }

    private List<DebugLayer> packetLayers(int node, PacketInHand packetInHand) {
        Optional<RouterView> router = routerOf(node);
        if (router.isEmpty()) {
            return List.of();
        }
        List<Packet> packets = packetInHand.layers();
        LayerOrigins origins = new LayerOrigins(router.get().device(), packetInHand.interfaceName(), packets);
        List<DebugLayer> layers = new ArrayList<>();
        for (Packet packet : packets) {
            DebugVariable fields = new DebugVariable("packet", packet.summary(), PacketVariables.of(packet));
            layers.add(new DebugLayer("packet: " + packet.protocol(), origins.of(packet), List.of(fields)));
        }
        Collections.reverse(layers);
        return layers;
    }

    /** The state of a router: one variable for each of its tables. */
    public synchronized List<DebugVariable> stateOf(int node) {
        return routerOf(node).stream()
                .flatMap(router -> router.stateTables().stream())
                .map(DebugSession::variable)
                .toList();
    }

    private static DebugVariable variable(StateTable table) {
        List<DebugVariable> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            List<DebugVariable> cells = new ArrayList<>();
            for (int column = 0; column < table.columns().size(); column++) {
                cells.add(DebugVariable.of(table.columns().get(column), row.get(column)));
            }
            rows.add(new DebugVariable(row.get(0), String.join("  ", row.subList(1, row.size())), cells));
        }
        return new DebugVariable(table.name(), rows.size() == 1 ? "1 entry" : rows.size() + " entries", rows);
    }

    private Optional<RouterView> routerOf(int node) {
        return simulation.routers().stream().filter(router -> router.node() == node).findFirst();
    }

    private BinaryTrace trace() {
        return simulation.trace();
    }
}
