package dmvpn.ui.tests.driver;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.swt.widgets.Display;

/**
 * Asks the UI thread every few milliseconds to answer at once, and records how long it took at most: for so long nothing
 * that a person did would have been answered.
 */
public final class Stopwatch implements AutoCloseable {

    private static final long MILLIS_BETWEEN_QUESTIONS = 2;

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
            display.syncExec(() -> { });
            longestNanos.accumulateAndGet(System.nanoTime() - asked, Math::max);
            try {
                Thread.sleep(MILLIS_BETWEEN_QUESTIONS);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    /** Forgets what was, and begins anew. */
    public void reset() {
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
