package dmvpn.ui.tests.driver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Display;

/**
 * Asks the UI thread every few milliseconds to answer at once. It records how much the thread worked at most before it
 * answered, which does not depend on what else runs on the machine; and for how long at most code of ours was at work there
 * or waited, which the work alone would not show.
 */
public final class Stopwatch implements AutoCloseable {

    private static final long MILLIS_BETWEEN_QUESTIONS = 2;
    private static final long MILLIS_BETWEEN_LOOKS = 5;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread asking = new Thread(this::ask, "stopwatch of the UI thread");
    private volatile long longestWork;
    private volatile long longestInOurCode;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Begins to ask. */
    public Stopwatch() {
        asking.setDaemon(true);
        asking.setPriority(Thread.MAX_PRIORITY);
        asking.start();
    }

    private void ask() {
        Display display = Display.getDefault();
        Thread uiThread = display.getThread();
        while (closed.getCount() > 0 && !display.isDisposed()) {
            long workBefore = threads.getThreadCpuTime(uiThread.threadId());
            CountDownLatch answered = new CountDownLatch(1);
            display.asyncExec(answered::countDown);
            try {
                look(uiThread, answered);
                longestWork = Math.max(longestWork, threads.getThreadCpuTime(uiThread.threadId()) - workBefore);
                closed.await(MILLIS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private void look(Thread uiThread, CountDownLatch answered) throws InterruptedException {
        long inOurCodeSince = 0;
        while (!answered.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
            StackTraceElement[] stack = uiThread.getStackTrace();
            List<String> ours = Arrays.stream(stack).map(StackTraceElement::toString)
                    .filter(call -> call.contains("dmvpn.") && !call.contains("dmvpn.ui.tests")).limit(2).toList();
            long now = System.nanoTime();
            inOurCodeSince = ours.isEmpty() ? 0 : inOurCodeSince == 0 ? now : inOurCodeSince;
            if (inOurCodeSince != 0) {
                longestInOurCode = Math.max(longestInOurCode, now - inOurCodeSince);
            }
            List<String> where = ours.isEmpty() ? Arrays.stream(stack).limit(8).map(StackTraceElement::toString).toList() : ours;
            seen.merge(where.toString(), 1, Integer::sum);
        }
    }

    /** What the UI thread was at while it did not answer, the most frequent first, with the number of looks. */
    public List<String> busyWith() {
        return seen.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(5)
                .map(entry -> entry.getValue() + " x " + entry.getKey()).toList();
    }

    /** Forgets what was, and begins anew. */
    public void reset() {
        seen.clear();
        longestWork = 0;
        longestInOurCode = 0;
    }

    /** How long the UI thread computed at most before it gave an answer, in milliseconds. */
    public long longestWorkMillis() {
        return longestWork / NANOS_PER_MILLI;
    }

    /** How long the UI thread was in code of this product at most before it gave an answer, in milliseconds. */
    public long longestInOurCodeMillis() {
        return longestInOurCode / NANOS_PER_MILLI;
    }

    @Override
    public void close() {
        closed.countDown();
        asking.interrupt();
    }
}
