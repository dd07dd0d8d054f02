package dmvpn.sim.ui.debug;

import java.util.concurrent.TimeUnit;

/** How often a running simulation looks up from its work: often enough for people, seldom enough for the views. */
final class Pace {

    /** Steps of the run between two looks at the suspend button: some milliseconds. */
    static final int STEPS_PER_SLICE = 500;

    private static final long NANOS_BETWEEN_REPORTS = TimeUnit.MILLISECONDS.toNanos(200);

    private long lastReport = System.nanoTime();

    /** True when views should be told how far the run is. */
    boolean isDue() {
        long now = System.nanoTime();
        if (now - lastReport < NANOS_BETWEEN_REPORTS) {
            return false;
        }
        lastReport = now;
        return true;
    }
}
