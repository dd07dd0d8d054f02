package dmvpn.app.diagram;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.timeline.EventInstants;
import dmvpn.diagram.glsp.CursorWish;
import dmvpn.diagram.glsp.ShownInstant;
import dmvpn.diagram.glsp.ShownRun;
import dmvpn.diagram.notation.Diagram;
import dmvpn.sim.trace.RecordedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * A run that somebody else moves, for one page: the page is told what is otherwise than it was told before. Each event of the
 * trace is read once, also while the run goes on. Any thread may ask.
 */
public final class FollowedRun {

    private static final int BEFORE_FIRST_EVENT = -1;

    private final SeenEvents seen;
    private final Map<String, String> routersOfHosts;
    private final String title;
    private Optional<Diagram> diagram = Optional.empty();
    private DrawnNodes nodes;
    private RunState state;
    private final Map<RunState.Line, String> toldTunnels = new HashMap<>();
    private final Map<String, String> toldBadges = new HashMap<>();
    private boolean isTold;
    private int events;

    /**
     * Has told nothing yet.
     *
     * @param title what runs
     */
    public FollowedRun(DebugSession session, String title) {
        this.seen = new SeenEvents(session);
        this.routersOfHosts = DrawnNodes.routersOfHosts(session);
        this.title = title;
    }

    /**
     * Reads what has been recorded since.
     *
     * @param known number of events that may be looked at
     * @param enough asked now and then: true to leave the rest for the next time
     */
    public synchronized void readOn(int known, BooleanSupplier enough) {
        events = Math.min(known, seen.trace().size());
        seen.readOn(events, enough);
        events = Math.min(events, seen.rows().readEvents());
    }

    /** Forgets what the page was told: it has begun anew. */
    public synchronized void forgetTold() {
        isTold = false;
    }

    /**
     * The event that a page wants.
     *
     * @param now where the cursor stands
     * @return index of the event, or -1 for the place before the first one
     */
    public synchronized int wanted(CursorWish wish, int now) {
        return switch (wish.kind()) {
            case LOOK -> now;
            case EVENT -> wish.event();
            case TIME -> lastEventAt(wish.time());
            case NEXT -> nodes == null ? now : underWay().neighbour(now, true);
            case PREVIOUS -> nodes == null ? now : underWay().neighbour(now, false);
        };
    }

    private int lastEventAt(double seconds) {
        return new EventInstants(seen.trace(), events).lastAt(seconds);
    }

    /**
     * What the page is told of an event.
     *
     * @param event index of an event that was read, or -1
     * @param shown the diagram as the page shows it
     * @param wish the last wish of the page that was heard of, when the cursor is where it was wanted; the page keeps its time then
     */
    public synchronized ShownInstant at(int event, Diagram shown, CursorWish wish) {
        if (diagram.filter(before -> before == shown).isEmpty()) {
            diagram = Optional.of(shown);
            nodes = new DrawnNodes(shown, routersOfHosts);
            state = null;
            isTold = false;
        }
        int last = Math.min(event, events - 1);
        if (state == null || last < state.lastEvent()) {
            state = new RunState(nodes, seen.trace().nodeNames());
        }
        state.goOn(seen.changes(), last);
        boolean isFirst = !isTold;
        List<ShownRun.Change> changes = changes();
        isTold = true;
        double end = events == 0 ? 0 : MessagesUnderWay.seconds(seen.trace().event(events - 1).timeNanos());
        if (last == BEFORE_FIRST_EVENT) {
            return new ShownInstant(isFirst, title, end, 0, last, "", "", List.of(), 0, changes, wish.number());
        }
        RecordedEvent now = seen.trace().event(last);
        MessagesUnderWay.UnderWay underWay = underWay().at(now);
        return new ShownInstant(isFirst, title, end, time(wish, now), last,
                now.nodeName() + " " + now.protocol() + " " + now.message(), nodes.of(now.nodeName()).orElse(""),
                underWay.shown(), underWay.more(), changes, wish.number());
    }

    /** A page that drags its slider is between events, most of the time. */
    private double time(CursorWish wish, RecordedEvent now) {
        boolean isThere = wish.kind() == CursorWish.Kind.TIME && lastEventAt(wish.time()) == now.index();
        return isThere ? wish.time() : MessagesUnderWay.seconds(now.timeNanos());
    }

    private MessagesUnderWay underWay() {
        return new MessagesUnderWay(seen, nodes, events);
    }

    private List<ShownRun.Change> changes() {
        if (!isTold) {
            toldTunnels.clear();
            toldBadges.clear();
        }
        List<ShownRun.Change> changes = new ArrayList<>();
        differences(toldTunnels, state.tunnels(), (line, value) ->
                changes.add(new ShownRun.Change(0, line.one(), line.other(), line.cloud(), value)));
        differences(toldBadges, state.badges(), (element, value) -> changes.add(new ShownRun.Change(0, element, "", "", value)));
        return changes;
    }

    private static <K> void differences(Map<K, String> told, Map<K, String> now, BiConsumer<K, String> tell) {
        Set<K> all = new HashSet<>(told.keySet());
        all.addAll(now.keySet());
        for (K key : all) {
            String value = now.getOrDefault(key, "");
            if (!value.equals(told.getOrDefault(key, ""))) {
                tell.accept(key, value);
            }
        }
        told.clear();
        told.putAll(now);
    }
}
