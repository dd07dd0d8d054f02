package dmvpn.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventKernelTest {

    private final EventKernel kernel = new EventKernel();
    private final List<Integer> ran = new ArrayList<>();
    private final EventHandler note = (kind, payload) -> ran.add(kind);

    @Test
    void eventsOfOneInstantRunInTheOrderOfTheirScheduling() {
        for (int number = 0; number < 100; number++) {
            kernel.schedule(7_000_000, Order.TIMER, note, number, null);
        }

        kernel.runUntil(7_000_000);

        assertThat(ran).isSorted().hasSize(100);
    }

    @Test
    void arrivalsRunBeforeTimersOfTheSameInstant() {
        kernel.schedule(10, Order.TIMER, note, 3, null);
        kernel.schedule(10, Order.ARRIVAL, note, 1, null);
        kernel.schedule(10, Order.ARRIVAL, note, 2, null);

        kernel.runUntil(10);

        assertThat(ran).containsExactly(1, 2, 3);
    }

    @Test
    void anArrivalOfNowRunsBeforeATimerThatWaitedForThisInstant() {
        kernel.schedule(10, Order.TIMER, (kind, payload) -> {
            ran.add(kind);
            kernel.schedule(10, Order.ARRIVAL, note, 2, null);
        }, 1, null);
        kernel.schedule(10, Order.TIMER, note, 3, null);

        kernel.runUntil(10);

        assertThat(ran).containsExactly(1, 2, 3);
    }

    @Test
    void anEventScheduledForNowRunsAfterThoseOfThisInstantThatWereScheduledBefore() {
        kernel.schedule(10, Order.TIMER, (kind, payload) -> kernel.schedule(10, Order.TIMER, note, 2, null), 0, null);
        kernel.schedule(10, Order.TIMER, note, 1, null);

        kernel.runUntil(10);

        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void anEventMovedToAnInstantRunsAfterThoseScheduledThereBefore() {
        long moved = kernel.schedule(5, Order.TIMER, note, 2, null);
        kernel.schedule(10, Order.TIMER, note, 1, null);
        kernel.reschedule(moved, 10);
        kernel.schedule(10, Order.TIMER, note, 3, null);

        kernel.runUntil(10);

        assertThat(ran).containsExactly(1, 2, 3);
    }

    @Test
    void anEventMovedToItsOwnInstantGoesToTheEndOfTheLine() {
        long moved = kernel.schedule(10, Order.TIMER, note, 2, null);
        kernel.schedule(10, Order.TIMER, note, 1, null);

        kernel.reschedule(moved, 10);
        kernel.runUntil(10);

        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void anEventThatWasMovedHasAnotherHandle() {
        long before = kernel.schedule(10, Order.TIMER, note, 1, null);

        long after = kernel.reschedule(before, 20);

        assertThat(kernel.isPending(before)).isFalse();
        assertThat(kernel.cancel(before)).isFalse();
        assertThat(kernel.isPending(after)).isTrue();
        kernel.runUntil(10);
        assertThat(ran).isEmpty();
        kernel.runUntil(20);
        assertThat(ran).containsExactly(1);
    }

    @Test
    void aCancelledEventDoesNotRun() {
        long handle = kernel.after(5, note, 1, null);

        assertThat(kernel.cancel(handle)).isTrue();
        kernel.runUntil(10);

        assertThat(ran).isEmpty();
        assertThat(kernel.pendingCount()).isZero();
    }

    @Test
    void aHandleOfAnEventThatRanIsVoidEvenWhenItsSlotIsUsedAgain() {
        long first = kernel.after(1, note, 1, null);
        kernel.runUntil(1);
        long second = kernel.after(1, note, 2, null);

        assertThat(kernel.cancel(first)).isFalse();
        assertThat(kernel.reschedule(first, 99)).isEqualTo(Scheduler.NO_TIMER);
        assertThat(kernel.isPending(first)).isFalse();
        assertThat(kernel.isPending(second)).isTrue();
    }

    @Test
    void anEventIsNotPendingWhileItRuns() {
        long[] handle = new long[1];
        handle[0] = kernel.after(1, (kind, payload) -> ran.add(kernel.isPending(handle[0]) ? 1 : 0), 0, null);

        kernel.step();

        assertThat(ran).containsExactly(0);
    }

    @Test
    void noTimerIsNeverPending() {
        assertThat(kernel.cancel(Scheduler.NO_TIMER)).isFalse();
        assertThat(kernel.isPending(Scheduler.NO_TIMER)).isFalse();
    }

    @Test
    void schedulingInThePastIsRefusedWithBothInstants() {
        kernel.runUntil(20);

        assertThatThrownBy(() -> kernel.schedule(19, Order.TIMER, note, 0, null))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("19").hasMessageContaining("20");
    }

    @Test
    void theClockStopsAtTheLimitAndLaterEventsWait() {
        kernel.schedule(30, Order.TIMER, note, 1, null);

        kernel.runUntil(20);

        assertThat(kernel.nowNanos()).isEqualTo(20);
        assertThat(kernel.nextTimeNanos()).isEqualTo(30);
        assertThat(ran).isEmpty();
    }

    @Test
    void anEventOfTheLastPossibleInstantRuns() {
        kernel.schedule(Long.MAX_VALUE, Order.TIMER, note, 1, null);
        kernel.schedule(Long.MAX_VALUE, Order.TIMER, note, 2, null);

        kernel.runUntil(Long.MAX_VALUE);

        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void aVoidEntryDoesNotMoveTheClock() {
        kernel.cancel(kernel.schedule(1_000_000, Order.TIMER, note, 1, null));
        assertThat(kernel.step()).isFalse();

        kernel.schedule(5, Order.TIMER, note, 2, null);
        kernel.schedule(3, Order.TIMER, note, 1, null);
        kernel.runUntil(5);

        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void manyEventsThatComeBetweenThoseDueNextKeepTheirOrder() {
        List<Long> times = new ArrayList<>();
        EventHandler noteTime = (kind, payload) -> {
            times.add(kernel.nowNanos());
            ran.add(kind);
        };
        for (int number = 0; number < 10; number++) {
            kernel.schedule(1_000_000 + number * 1_000, Order.TIMER, noteTime, number, null);
        }
        kernel.step();

        for (int number = 10; number < 500; number++) {
            kernel.schedule(1_009_000 - number / 2, Order.TIMER, noteTime, number, null);
        }
        kernel.runUntil(2_000_000);

        assertThat(times).isSorted().hasSize(500);
        assertThat(ran.subList(9, 499)).startsWith(498, 499, 496, 497).endsWith(10, 11);
    }

    @Test
    void cancelledEventsFarAheadDoNotKeepEarlierOnesFromRunningFirst() {
        List<Long> handles = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            handles.add(kernel.schedule(1_000_000 + number % 2, Order.TIMER, note, 0, null));
        }
        kernel.schedule(5_000_000, Order.TIMER, note, 3, null);
        handles.subList(0, 40).forEach(kernel::cancel);
        handles.subList(40, 100).forEach(kernel::cancel);

        assertThat(kernel.stepUntil(2_000_000)).isFalse();
        kernel.schedule(20, Order.TIMER, note, 2, null);
        kernel.schedule(10, Order.TIMER, note, 1, null);
        kernel.runUntil(5_000_000);

        assertThat(ran).containsExactly(1, 2, 3);
    }

    @Test
    void aTimerThatIsMovedForeverTakesNoMemory() {
        long handle = kernel.after(15, note, 1, null);
        for (int hello = 0; hello < 3_000_000; hello++) {
            handle = kernel.reschedule(handle, kernel.nowNanos() + 1_000_000 + hello);
        }

        assertThat(kernel.queuedEntries()).isLessThan(1_000);
    }

    @Test
    void aHandlerThatFailsLeavesTheKernelUsable() {
        kernel.after(1, (kind, payload) -> {
            throw new IllegalStateException("defect");
        }, 0, null);
        kernel.after(2, note, 1, null);

        assertThatThrownBy(kernel::step).hasMessage("defect");
        kernel.step();

        assertThat(ran).containsExactly(1);
    }

    @Test
    void whatACallSchedulesFollowsFromTheLastEventThatItRecorded() {
        Causality causality = kernel.causality();
        List<Integer> causes = new ArrayList<>();
        kernel.after(1, (kind, payload) -> {
            causes.add(causality.cause());
            causality.recorded(10);
            causes.add(causality.cause());
            causality.recorded(11);
            causes.add(causality.cause());
            kernel.after(1, (k, p) -> causes.add(causality.cause()), 0, null);
        }, 0, null);

        kernel.runUntil(5);

        assertThat(causes).containsExactly(Causality.NONE, 10, 10, 11);
    }

    @Test
    void aCallThatRecordsNothingHandsItsCauseOn() {
        Causality causality = kernel.causality();
        List<Integer> causes = new ArrayList<>();
        kernel.after(1, (kind, payload) -> {
            causality.recorded(4);
            kernel.after(1, (k, p) -> kernel.after(1, (k2, p2) -> causes.add(causality.cause()), 0, null), 0, null);
        }, 0, null);

        kernel.runUntil(5);

        assertThat(causes).containsExactly(4);
    }
}
