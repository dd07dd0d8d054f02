package dmvpn.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the same random programme on the kernel and on the plainest scheduler that keeps the contract, and compares every
 * answer and every call. The programme schedules, cancels and moves events from outside and from inside handler calls,
 * with instants that tie often.
 */
class EventKernelPropertyTest {

    private static final int OPERATIONS = 4_000;

    /** One scheduler under test, seen through what both have. */
    private interface Subject {
        Scheduler scheduler();

        boolean step();

        void runUntil(long timeNanos);

        long nextTimeNanos();

        int pendingCount();
    }

    private static Subject kernel() {
        EventKernel kernel = new EventKernel();
        return new Subject() {
            @Override
            public Scheduler scheduler() {
                return kernel;
            }

            @Override
            public boolean step() {
                return kernel.step();
            }

            @Override
            public void runUntil(long timeNanos) {
                kernel.runUntil(timeNanos);
            }

            @Override
            public long nextTimeNanos() {
                return kernel.nextTimeNanos();
            }

            @Override
            public int pendingCount() {
                return kernel.pendingCount();
            }
        };
    }

    private static Subject reference() {
        SortedListScheduler list = new SortedListScheduler();
        return new Subject() {
            @Override
            public Scheduler scheduler() {
                return list;
            }

            @Override
            public boolean step() {
                return list.step();
            }

            @Override
            public void runUntil(long timeNanos) {
                list.runUntil(timeNanos);
            }

            @Override
            public long nextTimeNanos() {
                return list.nextTimeNanos();
            }

            @Override
            public int pendingCount() {
                return list.pendingCount();
            }
        };
    }

    /** A random programme; its log is all that can be seen of a scheduler. */
    private static final class Programme implements EventHandler {

        private final Subject subject;
        private final RandomGenerator random;
        private final List<Long> handles = new ArrayList<>();
        private final List<String> log = new ArrayList<>();
        private int scheduled;
        private int ran;

        Programme(Subject subject, long seed) {
            this.subject = subject;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        }

        List<String> run() {
            for (int operation = 0; operation < OPERATIONS; operation++) {
                switch (random.nextInt(5)) {
                    case 0, 1 -> change();
                    case 2 -> log.add("step " + subject.step());
                    case 3 -> subject.runUntil(subject.scheduler().nowNanos() + delay());
                    default -> log.add("next " + subject.nextTimeNanos());
                }
                log.add(subject.scheduler().nowNanos() + " pending " + subject.pendingCount());
            }
            while (subject.step()) {
                assertThat(ran).isLessThanOrEqualTo(scheduled);
            }
            log.add("end " + subject.pendingCount());
            return log;
        }

        @Override
        public void handle(int kind, Object payload) {
            ran++;
            log.add(subject.scheduler().nowNanos() + " ran " + kind + " " + payload);
            int changes = scheduled < OPERATIONS ? random.nextInt(4) : 0;
            for (int change = 0; change < changes; change++) {
                change();
            }
        }

        private void change() {
            Scheduler scheduler = subject.scheduler();
            long time = scheduler.nowNanos() + delay();
            int choice = handles.isEmpty() ? 0 : random.nextInt(8);
            if (choice < 4) {
                Order order = random.nextBoolean() ? Order.ARRIVAL : Order.TIMER;
                int number = scheduled++;
                handles.add(scheduler.schedule(time, order, this, number, number % 3 == 0 ? null : "payload " + number));
            } else {
                int which = random.nextInt(handles.size());
                long handle = handles.get(which);
                log.add(which + " pending " + scheduler.isPending(handle));
                if (choice < 6) {
                    long moved = scheduler.reschedule(handle, time);
                    log.add("moved " + (moved != Scheduler.NO_TIMER));
                    // The old one is kept beside it now and then: it must be void.
                    handles.set(which, moved != Scheduler.NO_TIMER && random.nextInt(4) > 0 ? moved : handle);
                } else {
                    log.add("cancelled " + scheduler.cancel(handle));
                }
            }
        }

        /** Often zero, often a small number that ties, sometimes far away. */
        private long delay() {
            return switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> random.nextInt(4);
                case 2 -> random.nextInt(1000) * 1_000_000L;
                default -> random.nextLong(1L << random.nextInt(1, 41));
            };
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void aRandomProgrammeRunsAsOnASortedList(long seed) {
        List<String> expected = new Programme(reference(), seed).run();

        List<String> actual = new Programme(kernel(), seed).run();

        assertThat(actual).as("seed %d", seed).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noEventIsLostAndNoneRunsTwice(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        EventKernel kernel = new EventKernel();
        HashSet<Integer> due = new HashSet<>();
        List<Integer> ran = new ArrayList<>();
        List<Long> handles = new ArrayList<>();
        for (int number = 0; number < 50_000; number++) {
            handles.add(kernel.schedule(random.nextLong(1L << 40), Order.TIMER, (kind, payload) -> ran.add(kind), number, null));
            due.add(number);
            if (random.nextInt(3) == 0) {
                int victim = random.nextInt(handles.size());
                assertThat(kernel.cancel(handles.get(victim))).as("seed %d", seed).isEqualTo(due.remove(victim));
            }
        }

        kernel.runUntil(Long.MAX_VALUE);

        assertThat(ran).as("seed %d", seed).doesNotHaveDuplicates().hasSize(due.size());
        assertThat(new HashSet<>(ran)).as("seed %d", seed).isEqualTo(due);
    }
}
