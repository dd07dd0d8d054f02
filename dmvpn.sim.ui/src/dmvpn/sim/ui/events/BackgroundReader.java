package dmvpn.sim.ui.events;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * Reads something that grows, in a job that can be cancelled: slice by slice, so that a view shows what was read so far, and again
 * whenever there may be more. Belongs to the UI thread.
 *
 * @param <W> what is wanted
 * @param <R> what was read for it
 */
public final class BackgroundReader<W, R> {

    private static final long NANOS_OF_A_SLICE = TimeUnit.MILLISECONDS.toNanos(100);
    /** What a step adds is read in less time than the way through a job takes, and nobody notices that the UI thread reads it. */
    private static final long NANOS_AT_ONCE = TimeUnit.MILLISECONDS.toNanos(2);

    /**
     * Reads.
     *
     * @param <W> what is wanted
     * @param <R> what was read for it
     */
    @FunctionalInterface
    public interface Slices<W, R> {

        /**
         * Reads a slice. Called by one thread at a time.
         *
         * @param last what was read before, perhaps when something else was wanted
         * @param enough asked now and then: true to end the slice
         */
        Slice<R> read(W wanted, Optional<Slice<R>> last, BooleanSupplier enough);
    }

    /**
     * A slice.
     *
     * @param read all that was read so far
     * @param isLast true when there is no more for now
     * @param <R> what was read
     */
    public record Slice<R>(R read, boolean isLast) {
    }

    private record Told<W, R>(W wanted, R read) {
    }

    private final Display display;
    private final Slices<W, R> slices;
    private final Runnable changed;
    private final Job job;
    private final AtomicReference<Told<W, R>> untold = new AtomicReference<>();
    private volatile Optional<W> wanted = Optional.empty();
    /** Of the job alone, while it is scheduled. */
    private volatile Optional<Slice<R>> last = Optional.empty();
    private Optional<R> shown = Optional.empty();

    /**
     * A reader that has nothing to read.
     *
     * @param name what the job does, for people
     * @param changed told on the UI thread when more was read, or something else
     */
    public BackgroundReader(String name, Display display, Slices<W, R> slices, Runnable changed) {
        this.display = display;
        this.slices = slices;
        this.changed = changed;
        IJobFunction reading = this::read;
        job = Job.create(name, reading);
    }

    /** Reads something, or, when that is what it reads already, reads on: there may be more. */
    public void show(Optional<W> now) {
        if (now.equals(wanted)) {
            readOn();
            return;
        }
        wanted = now;
        job.cancel();
        if (now.isPresent()) {
            job.schedule();
        } else {
            shown = Optional.empty();
            changed.run();
        }
    }

    /** There may be more: a little is read at once, and the job reads what is more than that. */
    private void readOn() {
        if (job.getState() != Job.NONE || last.isEmpty() || wanted.isEmpty()) {
            job.schedule();
            return;
        }
        long end = System.nanoTime() + NANOS_AT_ONCE;
        Slice<R> slice = slices.read(wanted.get(), last, () -> System.nanoTime() > end);
        last = Optional.of(slice);
        untold.set(null); // what the job read before is less than this, and is told no more
        if (!slice.isLast()) {
            job.schedule();
        }
        take(new Told<>(wanted.get(), slice.read()));
    }

    /** What was read last; while something else is wanted of which nothing was read yet, that of before. */
    public Optional<R> shown() {
        return shown;
    }

    /** Reads no more. */
    public void stop() {
        wanted = Optional.empty();
        job.cancel();
    }

    private IStatus read(IProgressMonitor monitor) {
        boolean more = true;
        for (Optional<W> now = wanted; more && now.isPresent() && !monitor.isCanceled(); now = wanted) {
            long end = System.nanoTime() + NANOS_OF_A_SLICE;
            Slice<R> slice = slices.read(now.get(), last, () -> monitor.isCanceled() || System.nanoTime() > end);
            last = Optional.of(slice);
            more = !slice.isLast() || !now.equals(wanted);
            tell(new Told<>(now.get(), slice.read()));
        }
        return Status.OK_STATUS;
    }

    /** Of several slices that were read before the UI thread had a look the last one says all. */
    private void tell(Told<W, R> read) {
        if (untold.getAndSet(read) == null && !display.isDisposed()) {
            display.asyncExec(() -> take(untold.getAndSet(null)));
        }
    }

    /** @param read null when more than that was shown meanwhile */
    private void take(Told<W, R> read) {
        if (read != null && wanted.filter(read.wanted()::equals).isPresent()) { // else another one is on the way
            shown = Optional.of(read.read());
            changed.run();
        }
    }
}
