package dmvpn.app.debug;

import dmvpn.app.debug.Stop.Reason;
import dmvpn.app.debug.breakpoint.Breakpoint;
import dmvpn.app.debug.breakpoint.Breakpoints;
import dmvpn.app.debug.breakpoint.Trigger;
import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.debug.watch.WatchExpression;
import dmvpn.app.debug.watch.WatchScope;
import dmvpn.app.debug.watch.WatchValue;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.trace.RecordedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The commands of a debugger, the same for each face: single steps and runs, forwards and backwards, until a breakpoint says
 * stop. Belongs to one thread; {@link #session()} may be read by others meanwhile.
 */
public final class Debugger {

    /** So many steps of a run take less than people notice. */
    private static final int STEPS_BETWEEN_QUESTIONS = 1_000;

    private final DebugSession session;
    private final Breakpoints breakpoints;
    private final WatchScope scope;
    private final Consumer<String> teller;
    private volatile boolean interrupted;

    /**
     * @param network the network that the session runs
     * @param teller told, line by line, what breakpoints tell that do not stop
     */
    public Debugger(CompiledNetwork network, DebugSession session, Consumer<String> teller) {
        this.session = session;
        this.breakpoints = new Breakpoints(network);
        this.scope = new SessionScope(network, session);
        this.teller = teller;
    }

    /** Where the run stands. */
    public DebugSession session() {
        return session;
    }

    /** Its breakpoints. */
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    /** What expressions speak of: the run where it stands. */
    public WatchScope scope() {
        return scope;
    }

    /** Makes the command that runs, or runs next, stop soon; may be called from any thread. */
    public void interrupt() {
        interrupted = true;
    }

    /** A new command is wanted: forgets what was said before to interrupt commands. */
    public void clearInterrupt() {
        interrupted = false;
    }

    /**
     * What an expression comes to where the run stands.
     *
     * @throws WatchException when it means nothing
     */
    public WatchValue evaluate(String expression) throws WatchException {
        return WatchExpression.parse(expression).evaluate(scope);
    }

    /** To the next event of any router. */
    public Stop stepInto() {
        return forward(event -> true);
    }

    /**
     * To the next event of a router.
     *
     * @param router index of the router
     */
    public Stop stepOver(int router) {
        return forward(event -> session.eventRouter() == router);
    }

    /**
     * Runs until the conversation of the event in hand is over, and stands on its last event. Breakpoints stop it before.
     */
    public Stop stepReturn() {
        Optional<RecordedEvent> inHand = session.event();
        if (inHand.isEmpty()) {
            return stepInto();
        }
        Conversation conversation = Conversation.of(inHand.get(), session::eventAt);
        Stop stop = forward(conversation::isOverAt, event -> event.timeNanos() <= conversation.endNanos());
        boolean passed = stop.reason() == Reason.STEP || stop.reason() == Reason.END;
        if (passed) {
            session.goToEvent(conversation.lastEvent());
            return Stop.of(Reason.STEP);
        }
        return stop;
    }

    /** Back to the event before, of any router. */
    public Stop stepBack() {
        return backward(event -> true, false);
    }

    /** Back to the event before of a router. */
    public Stop stepBackOver(int router) {
        return backward(event -> session.eventRouter() == router, false);
    }

    /** Runs until a breakpoint stops it, or to the end. */
    public Stop resume() {
        boolean more = true;
        while (more && !interrupted && breakpoints.isEmpty()) { // somebody may set one meanwhile
            more = session.run(STEPS_BETWEEN_QUESTIONS);
        }
        return more && !interrupted ? forward(event -> false) : Stop.of(more ? Reason.INTERRUPTED : Reason.END);
    }

    /** Runs backwards until it stands on an event at which a breakpoint stops, or before the first one. */
    public Stop reverse() {
        return backward(event -> false, true);
    }

    /**
     * To the last event at or before an instant, back or forth. On the way forward breakpoints stop it.
     *
     * @param instant since the start of the run
     */
    public Stop runTo(Duration instant) {
        long nanos = instant.toNanos();
        if (session.event().map(event -> event.timeNanos() > nanos).orElse(false)) {
            return backward(event -> event.timeNanos() <= nanos, false);
        }
        Stop stop = forward(event -> event.timeNanos() > nanos, event -> event.timeNanos() <= nanos);
        if (stop.reason() == Reason.STEP) {
            session.stepToPreviousEvent();
        }
        return stop.reason() == Reason.STEP || stop.reason() == Reason.END ? Stop.of(Reason.PLACE) : stop;
    }

    /**
     * Runs until an event that a line of the model configured, as a breakpoint on the line would stop it. Other breakpoints stop it
     * before. Where nothing begins in the line that events name, it stays: it would run to its end.
     *
     * @param file the model's file
     * @param line line from 1
     */
    public Stop runToLine(Path file, int line) {
        Breakpoints.Listed here;
        try {
            here = breakpoints.add(Breakpoint.at(new Trigger.Line(file, line)), scope);
        } catch (WatchException withoutExpressions) {
            throw new IllegalStateException("A line has no expression that could mean nothing", withoutExpressions);
        }
        try {
            if (!here.bound()) {
                return Stop.of(Reason.NOTHING_THERE);
            }
            Stop stop = resume();
            return stop.breakpoint().filter(hit -> hit.number() == here.number()).isPresent() ? Stop.of(Reason.PLACE) : stop;
        } finally {
            breakpoints.remove(here.number());
        }
    }

    /** Goes to an event, back or forth, whatever breakpoints lie on the way. */
    public Stop goTo(int event) {
        boolean found = session.goToEvent(event, () -> interrupted);
        return Stop.of(found ? Reason.PLACE : interrupted ? Reason.INTERRUPTED : Reason.END);
    }

    /** Stands before the first event again; breakpoints stay, and have no hits. */
    public Stop restart() {
        session.goToStart();
        breakpoints.forgetHits();
        return Stop.of(Reason.START);
    }

    private Stop forward(Predicate<RecordedEvent> wanted) {
        return forward(wanted, event -> true);
    }

    /** @param asked whether breakpoints are asked about an event: not behind a place that is gone back from */
    private Stop forward(Predicate<RecordedEvent> wanted, Predicate<RecordedEvent> asked) {
        askUnasked();
        breakpoints.lookAhead(scope);
        Optional<RecordedEvent> earlier = session.event();
        while (!interrupted) {
            if (!session.stepToNextEvent(() -> interrupted)) {
                return Stop.of(interrupted ? Reason.INTERRUPTED : Reason.END);
            }
            RecordedEvent event = session.event().orElseThrow();
            Optional<Breakpoints.Listed> hit = asked.test(event) ? breakpoints.at(event, earlier, scope, teller)
                    : Optional.empty();
            if (hit.isPresent()) {
                return Stop.at(hit.get());
            }
            if (wanted.test(event)) {
                return Stop.of(Reason.STEP);
            }
            earlier = Optional.of(event);
        }
        return Stop.of(Reason.INTERRUPTED);
    }

    /** Which event is the first one behind an instant is known once all from there on were asked, each in its state. */
    private void askUnasked() {
        int here = session.eventIndex();
        OptionalInt from = breakpoints.unasked(session::firstEventAt, here);
        if (from.isEmpty()) {
            return;
        }
        goBehind(from.getAsInt() - 1);
        Optional<RecordedEvent> earlier = session.event();
        while (!interrupted && session.eventIndex() < here && breakpoints.unasked(session::firstEventAt, here).isPresent()) {
            session.stepToNextEvent();
            breakpoints.ask(session.event().orElseThrow(), earlier, scope);
            earlier = session.event();
        }
        goBehind(here);
    }

    private void goBehind(int event) {
        if (event == DebugSession.BEFORE_FIRST_EVENT) {
            session.goToStart();
        } else {
            session.goToEvent(event);
        }
    }

    /**
     * Backwards an event is stopped at where it would be on the way forward. Whether a value changes with it is known one event
     * earlier: so the walk is one event ahead, and goes back to it.
     */
    private Stop backward(Predicate<RecordedEvent> wanted, boolean stopping) {
        if (stopping) {
            askUnasked();
        }
        while (!interrupted) {
            if (!session.stepToPreviousEvent()) {
                return Stop.of(Reason.START);
            }
            RecordedEvent event = session.event().orElseThrow();
            if (stopping) {
                Optional<Breakpoints.Listed> hit = hitAt(event);
                if (hit.isPresent()) {
                    return Stop.at(hit.get());
                }
            }
            if (wanted.test(event)) {
                return Stop.of(Reason.STEP);
            }
        }
        return Stop.of(Reason.INTERRUPTED);
    }

    private Optional<Breakpoints.Listed> hitAt(RecordedEvent event) {
        if (breakpoints.watchChanges()) {
            session.stepToPreviousEvent();
            breakpoints.lookAhead(scope);
            session.goToEvent(event.index());
        }
        return breakpoints.at(event, session.eventBefore(event.index()), scope, line -> { });
    }
}
