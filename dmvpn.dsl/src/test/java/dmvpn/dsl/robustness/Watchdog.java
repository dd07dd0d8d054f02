package dmvpn.dsl.robustness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs trials on a thread of its own and ends one in which an operation works longer than anybody would wait. Work is
 * the processor time of the thread, so that a busy machine fails nothing; an operation that waits forever is found by
 * the clock.
 */
public final class Watchdog {

    /** The longest an operation may work. */
    public static final long MOST_WORK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long LONGEST_WAIT_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final long GLANCE_MILLIS = 50;

    /** An operation that does not come to its end in time. */
    public static final class Hang extends AssertionError {
        private static final long serialVersionUID = 1L;

        Hang(String operation, long workNanos, StackTraceElement[] stack) {
            super("[hang] " + operation + " had worked for " + TimeUnit.NANOSECONDS.toMillis(workNanos) + " ms");
            setStackTrace(stack);
        }
    }

    private record Operation(String name, long startedWork, long startedClock) {
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private ExecutorService executor;
    private volatile Thread worker;
    private volatile Operation running;

    /** Runs a trial to its end, or throws what it throws. Operations in it are bounded by {@link #operation}. */
    public void trial(Runnable trial) {
        if (executor == null) {
            executor = Executors.newSingleThreadExecutor(this::newWorker);
        }
        running = null;
        Future<?> future = executor.submit(trial);
        while (true) {
            try {
                future.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillRunning) {
                glance();
            } catch (ExecutionException thrown) {
                rethrow(thrown.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }

    /** One operation of a trial; on the trial's thread. */
    public <T> T operation(String name, Supplier<T> operation) {
        long start = threads.getCurrentThreadCpuTime();
        running = new Operation(name, start, System.nanoTime());
        try {
            T result = operation.get();
            long work = threads.getCurrentThreadCpuTime() - start;
            if (work > MOST_WORK_NANOS) {
                throw new Hang(name, work, Thread.currentThread().getStackTrace());
            }
            return result;
        } finally {
            running = null;
        }
    }

    private Thread newWorker(Runnable task) {
        worker = new Thread(task, "trial");
        worker.setDaemon(true);
        return worker;
    }

    private void glance() {
        Operation operation = running;
        if (operation == null) {
            return;
        }
        long work = threads.getThreadCpuTime(worker.threadId()) - operation.startedWork();
        if (operation == running && (work > MOST_WORK_NANOS || System.nanoTime() - operation.startedClock() > LONGEST_WAIT_NANOS)) {
            StackTraceElement[] stack = worker.getStackTrace();
            // Nothing stops a thread that does not want to: it is left behind, and the next trial has a new one.
            executor.shutdownNow();
            executor = null;
            throw new Hang(operation.name(), work, stack);
        }
    }

    private static void rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) cause;
    }
}
