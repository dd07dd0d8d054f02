package dmvpn.app.debug.breakpoint;

import dmvpn.sim.trace.RecordedEvent;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * Which event is the first one at or behind an instant that is wanted. That is known once all events from the instant on were
 * asked in their order; what is known of the run holds in both directions.
 */
final class FirstBehind {

    private static final int NONE = -1;

    private final long instantNanos;
    private int askedUpTo = NONE;
    private int first = NONE;

    FirstBehind(long instantNanos) {
        this.instantNanos = instantNanos;
    }

    /** Takes over what another one has found out about the same instant. */
    void continueFrom(FirstBehind former) {
        askedUpTo = former.askedUpTo;
        first = former.first;
    }

    /** The events from one on are other ones now. */
    void forgetFrom(int event) {
        askedUpTo = Math.min(askedUpTo, event - 1);
        first = first >= event ? NONE : first;
    }

    long instantNanos() {
        return instantNanos;
    }

    /**
     * The first event that has to be asked before it can be said whether one behind it is the first that is wanted.
     *
     * @param firstEvent the first event at or behind the instant
     * @return empty when that can be said of all up to {@code last}
     */
    OptionalInt unasked(int firstEvent, int last) {
        int from = Math.max(askedUpTo + 1, firstEvent);
        return first == NONE && from <= last ? OptionalInt.of(from) : OptionalInt.empty();
    }

    /**
     * Whether an event is the one. False also when events between the instant and this one were not asked.
     *
     * @param earlier the event before
     * @param wanted whether the event is wanted
     */
    boolean isAt(RecordedEvent event, Optional<RecordedEvent> earlier, BooleanSupplier wanted) {
        boolean inOrder = earlier.map(before -> before.timeNanos() < instantNanos || before.index() <= askedUpTo).orElse(true);
        if (first == NONE && event.timeNanos() >= instantNanos && event.index() > askedUpTo && inOrder) {
            askedUpTo = event.index();
            first = wanted.getAsBoolean() ? event.index() : NONE;
        }
        return first == event.index();
    }
}
