package dmvpn.ui.tests.driver;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.swt.widgets.Display;

/**
 * Asks the UI thread every few milliseconds to answer at once, and records how long it took at most: for so long nothing
 * that a person did would have been answered.
 */
public final class Stopwatch implements AutoCloseable {

    private static final long MILLIS_BETWEEN_QUESTIONS = 2;
    private static final long MILLIS_BETWEEN_SAMPLES = 10;

    private final Map<String, Integer> samples = new ConcurrentHashMap<>();
    private final AtomicLong longestNanos = new AtomicLong();
    private final Thread asking = new Thread(this::ask, "stopwatch of the UI thread");
    private volatile boolean isClosed;

    /** Begins to ask. */
    public Stopwatch() {
        asking.setDaemon(true);
        asking.setPriority(Thread.MAX_PRIORITY);
        asking.start();
    }

    private void ask() {
        Display display = Display.getDefault();
        while (!isClosed && !display.isDisposed()) {
            long asked = System.nanoTime();
            CountDownLatch answered = new CountDownLatch(1);
            display.asyncExec(answered::countDown);
            try {
                while (!answered.await(MILLIS_BETWEEN_SAMPLES, TimeUnit.MILLISECONDS)) {
                    StackTraceElement[] stack = display.getThread().getStackTrace();
                    samples.merge(where(stack), 1, Integer::sum);
                }
                longestNanos.accumulateAndGet(System.nanoTime() - asked, Math::max);
                Thread.sleep(MILLIS_BETWEEN_QUESTIONS);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    /** What the UI thread was at, as far as it is ours; or the innermost calls. */
    private static String where(StackTraceElement[] stack) {
        List<String> ours = Arrays.stream(stack).map(StackTraceElement::toString)
                .filter(call -> call.contains("dmvpn.") && !call.contains("dmvpn.ui.tests")).limit(2).toList();
        return ours.isEmpty() ? Arrays.stream(stack).limit(12).map(StackTraceElement::toString).toList().toString() : ours.toString();
    }

    /** What the UI thread was at while it did not answer, the most frequent first, with the number of looks. */
    public List<String> busyWith() {
        return samples.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(5)
                .map(entry -> entry.getValue() + " x " + entry.getKey()).toList();
    }

    /** Forgets what was, and begins anew. */
    public void reset() {
        samples.clear();
        longestNanos.set(0);
    }

    /** The longest time that the UI thread gave no answer, in milliseconds. */
    public long longestMillis() {
        return longestNanos.get() / 1_000_000;
    }

    @Override
    public void close() {
        isClosed = true;
        asking.interrupt();
    }
}
