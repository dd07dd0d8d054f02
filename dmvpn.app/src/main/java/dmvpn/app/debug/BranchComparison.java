package dmvpn.app.debug;

import dmvpn.app.debug.value.TableDifference;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.sim.session.SessionState;
import dmvpn.sim.session.SessionState.RouterSnapshot;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * In what two histories differ.
 *
 * @param instant up to when they were looked at
 * @param firstOfOne the first event of the first one that the second one has not at its place
 * @param firstOfOther what the second one has there
 * @param differences in what their tables differ at the instant
 */
public record BranchComparison(Duration instant, Optional<RecordedEvent> firstOfOne, Optional<RecordedEvent> firstOfOther,
        List<RouterDifference> differences) {

    /**
     * A difference of a router.
     *
     * @param router its name
     * @param difference the difference
     */
    public record RouterDifference(String router, TableDifference difference) {
    }

    /** Keeps an immutable copy of the list. */
    public BranchComparison {
        differences = List.copyOf(differences);
    }

    /** True when both are the same up to the instant. */
    public boolean isAlike() {
        return firstOfOne.isEmpty() && firstOfOther.isEmpty() && differences.isEmpty();
    }

    /**
     * Compares two histories up to an instant; both stay where they stand, and are run on when they were not as far yet.
     *
     * @return empty when the monitor cancelled it
     */
    public static Optional<BranchComparison> of(Branch one, Branch other, Duration instant, ProgressMonitor monitor) {
        DebugSession first = one.debugger().session();
        DebugSession second = other.debugger().session();
        monitor.begin("Looking at branch " + one.number());
        Optional<SessionState> stateOfFirst = first.stateAt(instant, monitor::isCancelled);
        monitor.begin("Looking at branch " + other.number());
        Optional<SessionState> stateOfSecond = monitor.isCancelled() ? Optional.empty() : second.stateAt(instant, monitor::isCancelled);
        if (stateOfFirst.isEmpty() || stateOfSecond.isEmpty()) {
            return Optional.empty();
        }
        monitor.begin("Comparing events");
        int place = 0;
        Optional<RecordedEvent> here = first.eventUntil(place, instant);
        Optional<RecordedEvent> there = second.eventUntil(place, instant);
        while (here.isPresent() && there.isPresent() && isSame(here.get(), there.get())) {
            if (monitor.isCancelled()) {
                return Optional.empty();
            }
            place++;
            here = first.eventUntil(place, instant);
            there = second.eventUntil(place, instant);
        }
        return Optional.of(new BranchComparison(instant, here, there, differences(stateOfFirst.get(), stateOfSecond.get())));
    }

    private static boolean isSame(RecordedEvent one, RecordedEvent other) {
        return one.timeNanos() == other.timeNanos() && one.nodeName().equals(other.nodeName()) && one.protocol().equals(other.protocol())
                && one.message().equals(other.message()) && one.fields().equals(other.fields()) && one.reason().equals(other.reason());
    }

    private static List<RouterDifference> differences(SessionState one, SessionState other) {
        List<RouterDifference> differences = new ArrayList<>();
        for (RouterSnapshot router : one.routers()) {
            List<StateTable> there = other.routerNamed(router.name()).map(RouterSnapshot::tables).orElse(List.of());
            Set<String> names = new LinkedHashSet<>();
            router.tables().forEach(table -> names.add(table.name()));
            there.forEach(table -> names.add(table.name()));
            for (String name : names) {
                TableDifference.between(named(router.tables(), name), named(there, name))
                        .forEach(difference -> differences.add(new RouterDifference(router.name(), difference)));
            }
        }
        return differences;
    }

    private static StateTable named(List<StateTable> tables, String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElse(new StateTable(name, List.of(), List.of()));
    }
}
