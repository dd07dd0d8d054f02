package dmvpn.sim.session;

import dmvpn.sim.snapshot.Snapshot;
import dmvpn.sim.snapshot.Snapshots;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * The key frames of a run. Lasting ones lie all over it, as close together as the memory allows that they may take beside
 * the trace; passing ones lie close together where the traveller is, so that the next step back is short.
 */
final class KeyFrames {

    /** A run without a trace has them as if each step recorded so many bytes. */
    private static final int BYTES_PER_STEP = 6;

    private static final int PASSING_FRAMES = 12;

    /** Passing key frames lie so close that running from one to the next costs about as much as taking one. */
    private static final int OBJECTS_PER_STEP = 8;
    private static final int CLOSE_PASSING_FRAMES = 4;

    private final PausedRun<?> run;
    private final Spacing spacing;
    private final Snapshots snapshots;
    private final List<KeyFrame> lasting = new ArrayList<>();
    private final Deque<KeyFrame> passing = new ArrayDeque<>();
    private long dueAtBytes;
    private int dueAtStep;
    private int fewestPending;
    private int stepsBetweenPassing;

    /** @param run the run before its first step */
    KeyFrames(PausedRun<?> run, Spacing spacing) {
        this.run = run;
        this.spacing = spacing;
        this.snapshots = new Snapshots(run, type -> type.getName().startsWith("dmvpn.network."));
        takeLasting();
    }

    /** Memory of the lasting key frames, in bytes. */
    long lastingBytes() {
        return lasting.stream().mapToLong(frame -> frame.snapshot().sizeInBytes()).sum();
    }

    /** To be told after each step: takes a lasting key frame where the run is further than ever and one is due. */
    void noteStep() {
        int steps = run.steps();
        if (steps < dueAtStep) {
            return;
        }
        int pending = run.simulation().pendingEvents();
        if (steps == dueAtStep) {
            if (traceBytes(steps) < dueAtBytes) {
                dueAtStep = steps + spacing.fewestStepsBetween();
            }
            fewestPending = pending;
        } else if (steps < dueAtStep + spacing.stepsToLookAround()) {
            fewestPending = Math.min(fewestPending, pending);
        } else if (pending <= fewestPending || steps >= dueAtStep + 2 * spacing.stepsToLookAround()) {
            takeLasting();
        }
    }

    private long traceBytes(int steps) {
        return Math.max(run.simulation().knownTrace().sizeInBytes(), (long) BYTES_PER_STEP * steps);
    }

    private void takeLasting() {
        KeyFrame frame = frame(snapshots.takeLasting());
        lasting.add(frame);
        stepsBetweenPassing = Math.max(spacing.fewestPassingSteps(), snapshots.objectsMet() / OBJECTS_PER_STEP);
        // A whole is large once and says nothing about the next ones.
        long bytes = frame.snapshot().isWhole() ? 0 : frame.snapshot().sizeInBytes();
        dueAtBytes = traceBytes(frame.steps()) + (long) (bytes / spacing.partOfTrace());
        dueAtStep = frame.steps() + spacing.fewestStepsBetween();
    }

    private KeyFrame frame(Snapshot snapshot) {
        return new KeyFrame(run.steps(), run.nowNanos(), run.traced(), snapshot);
    }

    /** The last key frame that can still get somewhere. The first one can get everywhere. */
    KeyFrame last(Predicate<KeyFrame> reaches) {
        int low = 0;
        int high = lasting.size() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (reaches.test(lasting.get(middle))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        KeyFrame best = lasting.get(low);
        for (KeyFrame frame : passing) {
            if (frame.steps() > best.steps() && reaches.test(frame)) {
                best = frame;
            }
        }
        return best;
    }

    /** Puts the run back, or forth, to a key frame. */
    void putBack(KeyFrame frame) {
        snapshots.putBack(frame.snapshot());
    }

    /** The state of now, for coming back. */
    KeyFrame here() {
        return frame(snapshots.take());
    }

    /**
     * Runs on and leaves passing key frames behind: some close to the target, some on the rest of the way.
     *
     * @param progress how far the run is: its steps, or its events, which are about as many
     * @param target where to stop: at the first step that gets there
     */
    void run(IntSupplier progress, int target) {
        int from = progress.getAsInt();
        int coarse = Math.max(stepsBetweenPassing, (target - from) / (PASSING_FRAMES - CLOSE_PASSING_FRAMES));
        int next = nextPassing(from, target, coarse);
        boolean more = true;
        for (int here = from; more && here < target; here = progress.getAsInt()) {
            if (here >= next) {
                takePassing();
                next = nextPassing(here, target, coarse);
            }
            more = run.step();
            noteStep();
        }
    }

    private int nextPassing(int here, int target, int coarse) {
        int close = target - CLOSE_PASSING_FRAMES * stepsBetweenPassing;
        int next = here + coarse <= close ? here + coarse : Math.max(close, here + stepsBetweenPassing);
        return next < target ? next : Integer.MAX_VALUE;
    }

    private void takePassing() {
        int steps = run.steps();
        if (passing.stream().anyMatch(frame -> frame.steps() == steps)) {
            return;
        }
        passing.addLast(here());
        if (passing.size() > PASSING_FRAMES) {
            passing.removeFirst();
        }
    }
}
