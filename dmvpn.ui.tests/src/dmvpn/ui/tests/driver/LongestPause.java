package dmvpn.ui.tests.driver;

import java.time.Duration;
import org.eclipse.swt.widgets.Display;

/** Measures for how long the UI thread did not come back to its events at most. To be called on the UI thread. */
public final class LongestPause {

    private static final int BEAT_MILLIS = 5;

    private long last = System.nanoTime();
    private long longest;
    private boolean ended;

    private LongestPause() {
    }

    /** Begins to measure. */
    public static LongestPause begin() {
        LongestPause pause = new LongestPause();
        pause.beat();
        return pause;
    }

    private void beat() {
        long now = System.nanoTime();
        longest = Math.max(longest, now - last);
        last = now;
        if (!ended) {
            Display.getCurrent().timerExec(BEAT_MILLIS, this::beat);
        }
    }

    /** Ends, and answers with the longest pause. */
    public Duration end() {
        ended = true;
        return Duration.ofNanos(Math.max(longest, System.nanoTime() - last));
    }
}
