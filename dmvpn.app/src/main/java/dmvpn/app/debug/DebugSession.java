package dmvpn.app.debug;

import dmvpn.app.scenario.Runs;
import dmvpn.app.timeline.EventInstants;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.capture.PacketExplainer;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.session.SessionState;
import dmvpn.sim.session.TimeTravel;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TimeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A run under a debugger, independent of the face that shows it. It stands on one event of the trace, the event in hand;
 * before the first step it stands before the first event. May be used from several threads: one steps, others read.
 *
 * <p>Keep-alives are passed over: no step stops at them and the timeline has no row for them, unless they are asked for. Protocols
 * that are left out are passed over always.
 */
public final class DebugSession {

    /** Index before the first event. */
    public static final int BEFORE_FIRST_EVENT = -1;

    /** Name of the layer of a router that has not the event in hand. */
    public static final String NO_EVENT = "no event in hand";

    /** So many steps take less than people notice. */
    private static final int STEPS_OF_A_SLICE = 1_000;

    private final CompiledNetwork network;
    private final SimulationOptions options;
    private final TimeTravel<DebuggedRun> travel;
    private final ShownEvents shown = new ShownEvents();
    private final String scenarioName;
    private final long seed;
    private final SeenRun seen;
    private final List<RouterState> routers;
    private final NodePlaces places;
    /** Fair, so that those who look at a run are not kept waiting by the one who runs it. */
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile int eventIndex = BEFORE_FIRST_EVENT;
    private volatile int eventCount;
    private volatile boolean keepAlives;

    /**
     * Prepares a run; nothing happens in it yet.
     *
     * @param network the network
     * @param options how to run it; it is recorded whatever they say
     * @throws IllegalArgumentException with a sentence for people when the network has no scenario of the name
     */
    public DebugSession(CompiledNetwork network, SimulationOptions options) {
        this.network = network;
        this.options = options;
        travel = new TimeTravel<>(DebuggedRun.begin(network, options, this::isSomethingToStopAt));
        scenarioName = options.scenario().orElse("");
        seed = Runs.seed(options.scenario().flatMap(network::scenarioNamed), options.seed());
        routers = travel.simulation().routers().stream()
                .map(router -> new RouterState(router.node(), router.name()))
                .toList();
        places = new NodePlaces(network, trace().nodeNames());
        seen = new SeenRun(this, travel, places, new PacketExplainer(seed));
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
     * Whether steps stop at keep-alives from now on, and the timeline has rows for those of the whole run; they do not until
     * it is said. Answers at once.
     */
    public void showKeepAlives(boolean shown) {
        keepAlives = shown;
    }

    /**
     * Leaves events of protocols out of steps and of the timeline, whether keep-alives are shown or not. To be said before the first
     * step.
     *
     * @param protocols as the timeline shows them, in any case
     */
    public void leaveOut(Set<String> protocols) {
        shown.leaveOut(protocols);
    }

    /**
     * Goes to the next event of the trace that is shown and runs as far as that needs. The routers' state is that after all events of
     * the same step of the run.
     *
     * @return false when the run is over and there is no next event
     */
    public boolean stepToNextEvent() {
        return stepToNextEvent(() -> false);
    }

    /**
     * The same, unless somebody has had enough before there is one: a converged network may have none for a long time.
     *
     * @param enough asked now and then
     * @return false when the run is over, or was left before its next event
     */
    public boolean stepToNextEvent(BooleanSupplier enough) {
        boolean all = keepAlives;
        boolean more = true;
        while (more && !enough.getAsBoolean() && locked(() -> eventAfter(eventIndex, all)) == EventIndices.NONE) {
            more = locked(() -> runOn(() -> eventAfter(eventIndex, all) != EventIndices.NONE));
        }
        return locked(() -> {
            eventCount = trace().size();
            int next = eventAfter(eventIndex, all);
            if (next != EventIndices.NONE) {
                travel.runToEvent(next);
                eventIndex = next;
            }
            return next != EventIndices.NONE;
        });
    }

    /** A slice of the run, so that others get a look in between. */
    private boolean runOn(BooleanSupplier found) {
        boolean more = true;
        for (int step = 0; step < STEPS_OF_A_SLICE && more && !found.getAsBoolean(); step++) {
            more = travel.stepForward();
        }
        return more;
    }

    /**
     * Goes back to the event before that is shown. The routers' state is again that after all events of the same step of the
     * run; what is known of the later events stays in the timeline.
     *
     * @return false when there is none: the session then stands before the first event
     */
    public boolean stepToPreviousEvent() {
        return locked(() -> {
            int previous = shown.with(keepAlives).before(Math.max(eventIndex, 0));
            if (previous < 0) {
                travel.runToStep(0);
                eventIndex = BEFORE_FIRST_EVENT;
                return false;
            }
            travel.runToEvent(previous);
            eventIndex = previous;
            return true;
        });
    }

    /**
     * Goes to an event of the trace, back or forth, a keep-alive included.
     *
     * @param event index in the trace, or {@link #BEFORE_FIRST_EVENT}
     * @return false when the run has no such event: the session then stands on its last one
     */
    public boolean goToEvent(int event) {
        return goToEvent(event, () -> false);
    }

    /**
     * The same, unless somebody has had enough before: the way to an event that is not known yet may be long.
     *
     * @param event index in the trace, or {@link #BEFORE_FIRST_EVENT}
     * @param enough asked now and then
     * @return false when the run has no such event, or was left before: the session then stands on the last one that is known
     */
    public boolean goToEvent(int event, BooleanSupplier enough) {
        if (event == BEFORE_FIRST_EVENT) {
            goToStart();
            return true;
        }
        boolean more = true;
        while (more && event >= trace().size() && !enough.getAsBoolean()) {
            more = locked(() -> runOn(() -> event < trace().size()));
        }
        return locked(() -> {
            eventCount = trace().size();
            boolean found = event < eventCount;
            eventIndex = found ? event : eventCount - 1;
            if (eventIndex >= 0) {
                travel.runToEvent(eventIndex);
            }
            return found;
        });
    }

    /** Stands before the first event again; what is known of the later ones stays in the timeline. */
    public void goToStart() {
        locked(() -> {
            travel.runToStep(0);
            eventIndex = BEFORE_FIRST_EVENT;
            return null;
        });
    }

    /** The events that are known: up to the furthest place that was visited. Any thread may read them while the run goes on. */
    public BinaryTrace knownTrace() {
        return trace();
    }

    /**
     * The sites of routers and hosts by their index in the trace: the name of the place that routers share, or that of the router
     * that has one of its own; a host belongs to its router's.
     */
    public List<String> sites() {
        return places.sites();
    }

    /** The protocols that are left out, in lower case. */
    public Set<String> leftOut() {
        return shown.leftOut();
    }

    /** Whether steps stop at keep-alives. */
    public boolean showsKeepAlives() {
        return keepAlives;
    }

    /** Length of the run. */
    public long endNanos() {
        return travel.simulation().endNanos();
    }

    /**
     * How a model refers to a router.
     *
     * @param router its host name
     */
    public String referenceOf(String router) {
        return locked(() -> travel.simulation().routerNamed(router).orElseThrow().device().reference());
    }

    /**
     * The state at an instant, as far as it is known or further; the session stays where it is.
     *
     * @param enough asked now and then on a way that is not known yet
     * @return empty when somebody had enough before
     */
    public Optional<SessionState> stateAt(Duration instant, BooleanSupplier enough) {
        return locked(() -> {
            Optional<SessionState> state = travel.stateAt(instant, enough);
            eventCount = trace().size();
            return state;
        });
    }

    /** The event with an index, when it is known and lies at or before an instant. */
    public Optional<RecordedEvent> eventUntil(int index, Duration instant) {
        return locked(() -> index < trace().size() && trace().event(index).timeNanos() <= instant.toNanos()
                ? Optional.of(trace().event(index)) : Optional.empty());
    }

    /** An event that is known. */
    RecordedEvent eventAt(int event) {
        return locked(() -> trace().event(event));
    }

    /** The event that is shown before another one. */
    Optional<RecordedEvent> eventBefore(int event) {
        return locked(() -> {
            int before = shown.with(keepAlives).before(event);
            return before < 0 ? Optional.empty() : Optional.of(trace().event(before));
        });
    }

    /** Index of the first event at or behind an instant, a keep-alive included; the number of known events when there is none. */
    int firstEventAt(long instantNanos) {
        return locked(() -> new EventInstants(trace(), trace().size()).firstAt(instantNanos));
    }

    private int eventAfter(int event, boolean all) {
        return shown.with(all).after(event);
    }

    /** Asked after each step of a run: whether it recorded an event that is shown. */
    private boolean isSomethingToStopAt(BinaryTrace trace, int eventsBefore) {
        shown.readOn(trace);
        EventIndices stops = shown.with(keepAlives);
        return stops.countBefore(trace.size()) > stops.countBefore(eventsBefore);
    }

    /**
     * Runs on and stands on the last event that is shown.
     *
     * @param steps largest number of steps of the run
     * @return false when the run is over
     */
    public boolean run(int steps) {
        return locked(() -> {
            boolean all = keepAlives;
            boolean more = true;
            for (int step = 0; step < steps && more; step++) {
                more = travel.stepForward() && !travel.simulation().isFinished();
            }
            eventCount = trace().size();
            int here = travel.simulation().trace().size();
            eventIndex = Math.max(eventIndex, shown.with(all).before(here));
            return more;
        });
    }

    /** True when the run is over and the last event that is shown is in hand. Answers at once, also while somebody runs on. */
    public boolean isFinished() {
        return travel.simulation().isFinished() && eventAfter(eventIndex, keepAlives) == EventIndices.NONE;
    }

    /** Verdicts on the expectations of the scenario at the routers' state, in the order of the model; all when the run is over. */
    public List<Verdict> verdicts() {
        return locked(() -> travel.simulation().verdicts());
    }

    /** Index of the event in hand, or {@link #BEFORE_FIRST_EVENT}. Answers at once. */
    public int eventIndex() {
        return eventIndex;
    }

    /** The router of the event in hand, that of its site when it is a host's; -1 before the first event. */
    public int eventRouter() {
        return event().map(event -> places.routerOf(event.node())).orElse(-1);
    }

    /** The event in hand. Answers at once, also while somebody runs on. */
    public Optional<RecordedEvent> event() {
        int inHand = eventIndex;
        return inHand == BEFORE_FIRST_EVENT ? Optional.empty() : Optional.of(trace().event(inHand));
    }

    /** The event in hand as a row of the timeline, which has none of its own for a keep-alive that is not shown. */
    public Optional<TimelineRow> rowInHand() {
        return event().map(TimelineRow::of);
    }

    /** Time of the event in hand for people, such as {@code 1.020 s}. */
    public String timeText() {
        return event().map(event -> TimeText.instant(event.timeNanos()) + " s").orElse("before the first event");
    }

    /** Number of events so far, keep-alives included. Answers at once. */
    public int eventCount() {
        return eventCount;
    }

    /** Number of rows that the timeline has for the first events of the trace. Answers at once. */
    public int rowCount(int events) {
        return shown.with(keepAlives).countBefore(events);
    }

    /** Some rows of the timeline; fewer when there are not as many. */
    public List<TimelineRow> rows(int from, int count) {
        return locked(() -> {
            EventIndices events = shown.with(keepAlives);
            int end = Math.min(from + count, events.count());
            List<TimelineRow> rows = new ArrayList<>();
            for (int row = from; row < end; row++) {
                rows.add(TimelineRow.of(trace().event(events.event(row))));
            }
            return rows;
        });
    }

    /** What is seen of the run at the event in hand. */
    public SeenRun seen() {
        return seen;
    }

    /** The same run before its first event, for who looks at many events without moving this one; it shows the same events. */
    public DebugSession another() {
        DebugSession another = new DebugSession(network, options);
        another.leaveOut(leftOut());
        another.showKeepAlives(keepAlives);
        return another;
    }

    /** Seed of the run, which keys derive from. */
    public long seed() {
        return seed;
    }

    /**
     * Asks a router where the run stands.
     *
     * @param router index of the router
     * @param question must not keep the router
     * @return empty when there is no such router
     */
    public <T> Optional<T> ofRouter(int router, Function<RouterView, T> question) {
        return locked(() -> routerOf(router).map(question));
    }

    /**
     * Asks the run where it stands.
     *
     * @param question must not change the run, nor keep it
     */
    public <T> T ofRun(Function<Simulation, T> question) {
        return locked(() -> question.apply(travel.simulation()));
    }

    /**
     * Reads what is known of the run's events, also behind the one in hand. It may take its time: nobody waits for it.
     *
     * @param question must not keep the trace
     */
    public <T> T ofTrace(Function<BinaryTrace, T> question) {
        return question.apply(trace());
    }

    /** A router by its index; to be looked at by who has the run for himself. */
    Optional<RouterView> routerOf(int node) {
        return travel.simulation().routers().stream().filter(router -> router.node() == node).findFirst();
    }

    /** To be held by who reads or moves the run. */
    Lock lock() {
        return lock;
    }

    /** Reads or moves the run while nobody else does. */
    <T> T locked(Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }

    private BinaryTrace trace() {
        return travel.longestTrace();
    }
}
