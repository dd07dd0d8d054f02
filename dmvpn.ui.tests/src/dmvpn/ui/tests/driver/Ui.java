package dmvpn.ui.tests.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Runs code on the UI thread and waits there for what a person would wait for. Tests run on a thread of their own. */
public final class Ui {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private Ui() {
    }

    /** Something that may fail. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        void run() throws Exception;
    }

    /** Runs a step on the UI thread. */
    public static void run(Step step) {
        get(() -> {
            step.run();
            return null;
        });
    }

    /** Computes a value on the UI thread. */
    public static <T> T get(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Display.getDefault().syncExec(() -> complete(answer, question));
        return await("an answer of the UI thread", answer);
    }

    /** Waits until the question, asked on the UI thread, is answered with true. */
    public static void waitUntil(String what, Callable<Boolean> condition) {
        waitFor(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until the question, asked on the UI thread, has an answer. */
    public static <T> T waitFor(String what, Callable<Optional<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Display.getDefault().asyncExec(() -> look(answer, question));
        return await(what, answer);
    }

    private static <T> void look(CompletableFuture<T> answer, Callable<Optional<T>> question) {
        if (answer.isDone()) {
            return; // nobody waits any more
        }
        try {
            Optional<T> found = question.call();
            if (found.isPresent()) {
                answer.complete(found.get());
            } else {
                Display.getCurrent().timerExec(MILLIS_BETWEEN_LOOKS, () -> look(answer, question));
            }
        } catch (Exception | AssertionError failure) {
            answer.completeExceptionally(failure);
        }
    }

    private static <T> void complete(CompletableFuture<T> answer, Callable<T> question) {
        try {
            answer.complete(question.call());
        } catch (Exception | AssertionError failure) {
            answer.completeExceptionally(failure);
        }
    }

    private static <T> T await(String what, CompletableFuture<T> answer) {
        try {
            return answer.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(false);
            throw new AssertionError("Waited " + DEADLINE.toSeconds() + " s in vain for " + what, late);
        } catch (ExecutionException failure) {
            throw new AssertionError("Failed while waiting for " + what, failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + what, interrupted);
        }
    }

    /** The pace of a person who types: comes back after so many milliseconds of the UI thread's clock, whatever happens meanwhile. */
    public static void pace(int millis) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        run(() -> Display.getCurrent().timerExec(millis, () -> over.complete(null)));
        await("the next key", over);
    }

    /** Waits until no job runs or waits to run: what the workbench has begun is shown. */
    public static void waitUntilIdle() {
        waitUntil("the jobs of the workbench to end", () -> Job.getJobManager().isIdle());
        run(() -> { });
        waitUntil("the jobs that these began to end", () -> Job.getJobManager().isIdle());
    }

    /** All controls of a type inside another, itself included. To be called on the UI thread. */
    public static <T extends Control> List<T> controls(Control root, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(root, type, found);
        return found;
    }

    private static <T extends Control> void collect(Control control, Class<T> type, List<T> found) {
        if (type.isInstance(control)) {
            found.add(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, type, found);
            }
        }
    }

    /** All visible shells. To be called on the UI thread. */
    public static List<Shell> shells() {
        List<Shell> visible = new ArrayList<>();
        for (Shell shell : Display.getCurrent().getShells()) {
            if (!shell.isDisposed() && shell.isVisible()) {
                visible.add(shell);
            }
        }
        return visible;
    }
}
