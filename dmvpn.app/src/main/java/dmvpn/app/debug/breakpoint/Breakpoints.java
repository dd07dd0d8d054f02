package dmvpn.app.debug.breakpoint;

import dmvpn.app.debug.watch.WatchException;
import dmvpn.app.debug.watch.WatchScope;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.trace.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

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
     * @param bound false for a line in which no router, tunnel, interface or action begins: few other events name their line
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
     * Asks all about the event in hand.
     *
     * @param earlierNanos time of the event before
     * @param teller told what breakpoints tell that do not stop
     * @return the first one to stop at
     */
    public synchronized Optional<Listed> at(RecordedEvent event, long earlierNanos, WatchScope scope, Consumer<String> teller) {
        Optional<Listed> first = Optional.empty();
        for (Map.Entry<Integer, ArmedBreakpoint> entry : armed.entrySet()) {
            ArmedBreakpoint each = entry.getValue();
            if (!each.matches(event, earlierNanos, scope) || !each.hit(event)) {
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
