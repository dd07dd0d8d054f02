package dmvpn.ui.tests.driver;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.swt.widgets.Display;

/** Watches how long the UI thread keeps others waiting: it is asked for an answer again and again. */
public final class UiPulse implements AutoCloseable {

    private static final long MILLIS_BETWEEN_BEATS = 20;

    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong waitingSince = new AtomicLong();
    private final Display display = Display.getDefault();

    /** Starts to watch. */
    public UiPulse() {
        heart.scheduleWithFixedDelay(this::beat, 0, MILLIS_BETWEEN_BEATS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        if (waitingSince.compareAndSet(0, System.nanoTime())) {
            display.asyncExec(() -> {
                long waited = System.nanoTime() - waitingSince.getAndSet(0);
                longestNanos.accumulateAndGet(waited, Math::max);
            });
        }
    }

    /** The longest wait so far. */
    public Duration longest() {
        long since = waitingSince.get();
        return Duration.ofNanos(Math.max(longestNanos.get(), since == 0 ? 0 : System.nanoTime() - since));
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
