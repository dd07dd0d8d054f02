package dmvpn.ui.tests.driver;

import java.util.concurrent.CountDownLatch;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/** Keeps the workspace to itself, as a long build does, until it is closed: nobody can write a file meanwhile. */
public final class BusyWorkspace implements AutoCloseable {

    private final CountDownLatch released = new CountDownLatch(1);
    private final Job work;

    /** Begins when nobody else uses the workspace. Not to be called on the UI thread. */
    public BusyWorkspace() {
        CountDownLatch begun = new CountDownLatch(1);
        work = Job.createSystem("Using the workspace", (ICoreRunnable) monitor -> {
            begun.countDown();
            awaitRelease();
        });
        work.setRule(ResourcesPlugin.getWorkspace().getRoot());
        work.schedule();
        Ui.waitUntil("the workspace to be busy", () -> begun.getCount() == 0);
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        released.countDown();
        work.join();
    }
}
