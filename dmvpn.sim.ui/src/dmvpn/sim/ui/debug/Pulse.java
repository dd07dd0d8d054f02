package dmvpn.sim.ui.debug;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something a few times a second while a command runs, so that views follow it. */
final class Pulse implements AutoCloseable {

    private static final long MILLIS = 200;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dmvpn simulation pulse");
        thread.setDaemon(true);
        return thread;
    });

    Pulse(Runnable beat) {
        timer.scheduleWithFixedDelay(beat, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
