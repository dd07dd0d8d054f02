package dmvpn.app.debug.breakpoint;

import dmvpn.app.debug.value.SteadyText;
import dmvpn.app.debug.watch.LogText;
import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.debug.watch.WatchExpression;
import dmvpn.app.debug.watch.WatchScope;
import dmvpn.app.debug.watch.WatchValue;
import dmvpn.sim.trace.RecordedEvent;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A breakpoint with its expressions read and its routers found. */
final class ArmedBreakpoint {

    private final Breakpoint breakpoint;
    private final Optional<String> router;
    private final Optional<WatchExpression> condition;
    private final Optional<WatchExpression> watched;
    private final Optional<LogText> log;
    private final LineElements elements;
    /** Events that it was met at: who passes them again, in whatever direction, does not count them again. */
    private final BitSet metAt = new BitSet();
    private final Optional<FirstBehind> firstBehind;
    /** What the watched expression came to when it was looked at last; null before. */
    private String lastValue;

    /**
     * @param elements what begins in the line of the breakpoint; used by those of lines
     * @throws WatchException when an expression means nothing, or there is no such router
     */
    ArmedBreakpoint(Breakpoint breakpoint, WatchScope scope, LineElements elements) throws WatchException {
        this.breakpoint = breakpoint;
        this.elements = elements;
        this.router = breakpoint.router().isEmpty() ? Optional.empty()
                : Optional.of(scope.requireRouter(breakpoint.router().get()));
        this.condition = breakpoint.condition().isEmpty() ? Optional.empty()
                : Optional.of(checked(breakpoint.condition().get(), scope));
        this.watched = breakpoint.trigger() instanceof Trigger.Change change
                ? Optional.of(checked(change.expression(), scope)) : Optional.empty();
        this.firstBehind = breakpoint.trigger() instanceof Trigger.Instant instant
                ? Optional.of(new FirstBehind(instant.instant().toNanos())) : Optional.empty();
        this.log = breakpoint.log().isEmpty() ? Optional.empty() : Optional.of(LogText.parse(breakpoint.log().get()));
    }

    private static WatchExpression checked(String text, WatchScope scope) throws WatchException {
        WatchExpression expression = WatchExpression.parse(text);
        expression.evaluate(scope);
        return expression;
    }

    Breakpoint breakpoint() {
        return breakpoint;
    }

    int hits() {
        return metAt.cardinality();
    }

    /** Takes over the hits of the breakpoint that it stands in for, if both wait for the same. */
    void continueFrom(ArmedBreakpoint former) {
        Breakpoint before = former.breakpoint;
        if (before.trigger().equals(breakpoint.trigger()) && before.router().equals(breakpoint.router())
                && before.condition().equals(breakpoint.condition())) {
            metAt.or(former.metAt);
            firstBehind.ifPresent(first -> first.continueFrom(former.firstBehind.orElseThrow()));
        }
    }

    void forgetHits() {
        metAt.clear();
        lastValue = null;
    }

    /** Whether it compares a value with what it was at the event before. */
    boolean watchesChanges() {
        return watched.isPresent();
    }

    /** Those of an instant, while they are switched on: which event is the first one behind it. */
    Optional<FirstBehind> firstBehind() {
        return firstBehind.filter(first -> breakpoint.enabled());
    }

    /** False for a line in which nothing begins that events name. */
    boolean isBound() {
        return !(breakpoint.trigger() instanceof Trigger.Line) || !elements.isEmpty();
    }

    /** Remembers the watched value of now, which later ones are compared with. */
    void lookAhead(WatchScope scope) {
        watched.ifPresent(expression -> lastValue = valueOf(expression, scope));
    }

    /**
     * Whether the event in hand is one to stop at, hits not counted. A watched value is compared with the last one that was
     * looked at.
     *
     * @param earlier the event before
     */
    boolean matches(RecordedEvent event, Optional<RecordedEvent> earlier, WatchScope scope) {
        boolean changed = watched.map(expression -> {
            String now = valueOf(expression, scope);
            boolean differs = lastValue != null && !now.equals(lastValue);
            lastValue = now;
            return differs;
        }).orElse(false);
        BooleanSupplier wanted = () -> router.map(name -> name.equals(event.nodeName())).orElse(true)
                && condition.map(expression -> isTrue(expression, scope)).orElse(true);
        return breakpoint.enabled() && (firstBehind.isPresent() ? firstBehind.get().isAt(event, earlier, wanted)
                : isTriggered(event, changed) && wanted.getAsBoolean());
    }

    private boolean isTriggered(RecordedEvent event, boolean changed) {
        return switch (breakpoint.trigger()) {
            case Trigger.Line line -> elements.contains(event);
            case Trigger.Event wanted -> wanted.protocol().map(name -> name.equalsIgnoreCase(event.protocol())).orElse(true)
                    && wanted.message().map(part -> lower(event.message()).contains(lower(part))).orElse(true)
                    && wanted.direction().map(way -> way.isOf(event)).orElse(true);
            case Trigger.Change change -> changed;
            case Trigger.Instant instant -> false; // which is its event depends on those before
            case Trigger.FailedExpectation expectation ->
                    event.protocol().equals("Scenario") && event.message().equals("expectation violated");
        };
    }

    /** Counts a hit; true when it is one to stop at: its number is that among the hits up to its event. */
    boolean hit(RecordedEvent event) {
        metAt.set(event.index());
        return breakpoint.hitCount() == 1 || metAt.get(0, event.index() + 1).cardinality() >= breakpoint.hitCount();
    }

    /** The text to tell instead of stopping. */
    Optional<String> told(WatchScope scope) {
        return log.map(text -> text.of(scope));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String valueOf(WatchExpression expression, WatchScope scope) {
        try {
            WatchValue value = expression.evaluate(scope);
            // Who names a clock itself wants to see it tick.
            return value instanceof WatchValue.Text text ? text.text() : SteadyText.of(value.variable(""));
        } catch (WatchException gone) {
            return ""; // a table that is not there now
        }
    }

    private static boolean isTrue(WatchExpression expression, WatchScope scope) {
        try {
            return expression.evaluate(scope).isTrue();
        } catch (WatchException gone) {
            return false;
        }
    }
}
