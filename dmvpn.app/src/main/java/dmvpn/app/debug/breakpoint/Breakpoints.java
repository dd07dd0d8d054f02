package dmvpn.app.debug.breakpoint;

import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.debug.watch.WatchScope;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.trace.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongToIntFunction;
import java.util.stream.Stream;

/** The breakpoints of a debugged run, by numbers that are not used twice. Several threads may use them: one runs, others set and remove. */
public final class Breakpoints {

    private final CompiledNetwork network;
    private final Map<Integer, ArmedBreakpoint> armed = new TreeMap<>();
    private int nextNumber = 1;

    /** @param network the network that runs */
    public Breakpoints(CompiledNetwork network) {
        this.network = network;
    }

    /**
     * A breakpoint of the run.
     *
     * @param number its number
     * @param breakpoint what somebody set
     * @param hits how often it was met
     * @param bound false for a line in which no router, no part of one and no statement of a scenario begins: few events name others
     */
    public record Listed(int number, Breakpoint breakpoint, int hits, boolean bound) {
    }

    /**
     * Sets a breakpoint.
     *
     * @param scope the run as it is now
     * @return its number, and whether it can ever stop anything
     * @throws WatchException when an expression of it means nothing or it speaks of no router of the network
     */
    public synchronized Listed add(Breakpoint breakpoint, WatchScope scope) throws WatchException {
        ArmedBreakpoint ready = arm(breakpoint, scope);
        int number = nextNumber++;
        armed.put(number, ready);
        return listed(number, ready);
    }

    /**
     * Puts another breakpoint in the place of one. When both wait for the same, the hits count on.
     *
     * @return false when there is none of the number
     * @throws WatchException as {@link #add}
     */
    public synchronized boolean replace(int number, Breakpoint breakpoint, WatchScope scope) throws WatchException {
        ArmedBreakpoint former = armed.get(number);
        if (former != null) {
            ArmedBreakpoint ready = arm(breakpoint, scope);
            ready.continueFrom(former);
            armed.put(number, ready);
        }
        return former != null;
    }

    /**
     * Sets the breakpoints of another run of the model, under the same numbers and without hits.
     *
     * @return why those were not set that mean nothing in this run, by number
     */
    public synchronized Map<Integer, String> takeOver(Breakpoints others, WatchScope scope) {
        Map<Integer, String> refused = new TreeMap<>();
        for (Listed other : others.all()) {
            try {
                armed.put(other.number(), arm(other.breakpoint(), scope));
            } catch (WatchException wrong) {
                refused.put(other.number(), wrong.getMessage());
            }
            nextNumber = Math.max(nextNumber, other.number() + 1);
        }
        return refused;
    }

    private ArmedBreakpoint arm(Breakpoint breakpoint, WatchScope scope) throws WatchException {
        LineElements elements = breakpoint.trigger() instanceof Trigger.Line line
                ? new LineElements(network, line.file(), line.line()) : null;
        ArmedBreakpoint ready = new ArmedBreakpoint(breakpoint, scope, elements);
        ready.lookAhead(scope);
        return ready;
    }

    /** Takes a breakpoint away; false when there is none of the number. */
    public synchronized boolean remove(int number) {
        return armed.remove(number) != null;
    }

    /** All, in the order of their numbers. */
    public synchronized List<Listed> all() {
        List<Listed> all = new ArrayList<>();
        armed.forEach((number, each) -> all.add(listed(number, each)));
        return all;
    }

    private static Listed listed(int number, ArmedBreakpoint each) {
        return new Listed(number, each.breakpoint(), each.hits(), each.isBound());
    }

    /** True when none can stop anything. */
    public synchronized boolean isEmpty() {
        return armed.values().stream().noneMatch(each -> each.breakpoint().enabled());
    }

    /** Whether some wait for a value to change, so that one has to know it at the event before. */
    public synchronized boolean watchChanges() {
        return armed.values().stream().anyMatch(each -> each.breakpoint().enabled() && each.watchesChanges());
    }

    /** The run begins again: no hits. */
    public synchronized void forgetHits() {
        armed.values().forEach(ArmedBreakpoint::forgetHits);
    }

    /** The run goes on from here: changes are those from now on. */
    public synchronized void lookAhead(WatchScope scope) {
        armed.values().forEach(each -> each.lookAhead(scope));
    }

    /**
     * The first event that those of an instant have to be asked about before they can say of later ones whether they are the
     * first behind it.
     *
     * @param firstEventAt the first event at or behind an instant in nanoseconds
     * @param last the last event of interest
     * @return empty when there is nothing to ask
     */
    public synchronized OptionalInt unasked(LongToIntFunction firstEventAt, int last) {
        return instants().flatMapToInt(first -> first.unasked(firstEventAt.applyAsInt(first.instantNanos()), last).stream()).min();
    }

    private Stream<FirstBehind> instants() {
        return armed.values().stream().flatMap(each -> each.firstBehind().stream());
    }

    /** Asks those of an instant about the event in hand, which nobody stops at. */
    public synchronized void ask(RecordedEvent event, Optional<RecordedEvent> earlier, WatchScope scope) {
        armed.values().stream().filter(each -> each.firstBehind().isPresent()).forEach(each -> each.matches(event, earlier, scope));
    }

    /**
     * Asks all about the event in hand.
     *
     * @param earlier the event before
     * @param teller told what breakpoints tell that do not stop
     * @return the first one to stop at
     */
    public synchronized Optional<Listed> at(RecordedEvent event, Optional<RecordedEvent> earlier, WatchScope scope,
            Consumer<String> teller) {
        Optional<Listed> first = Optional.empty();
        for (Map.Entry<Integer, ArmedBreakpoint> entry : armed.entrySet()) {
            ArmedBreakpoint each = entry.getValue();
            if (!each.matches(event, earlier, scope) || !each.hit(event)) {
                continue;
            }
            Optional<String> told = each.told(scope);
            if (told.isPresent()) {
                teller.accept(told.get());
            } else if (first.isEmpty()) {
                first = Optional.of(listed(entry.getKey(), each));
            }
        }
        return first;
    }
}
