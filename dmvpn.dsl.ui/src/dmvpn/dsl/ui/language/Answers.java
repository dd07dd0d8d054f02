package dmvpn.dsl.ui.language;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Answers of the language server: shown when they come, or waited for where waiting is allowed. */
public final class Answers {

    private static final long MILLIS_BETWEEN_LOOKS = 50;
    /** Less than what people notice. */
    private static final long UNNOTICED_MILLIS = 30;
    /** For how long the dialogue that says that something is computed may stand there. */
    private static final long PATIENCE_SECONDS = 10;

    private Answers() {
    }

    /** Hands an answer to the UI thread when it comes. One that was cancelled is not handed over. */
    public static <T> void show(CompletableFuture<T> answer, Consumer<? super T> shown) {
        show(answer, shown, refusal -> { });
    }

    /** The same, with what is to be done with the server's reason when it refuses. */
    public static <T> void show(CompletableFuture<T> answer, Consumer<? super T> shown, Consumer<String> refused) {
        answer.whenComplete((value, failure) -> {
            if (failure == null) {
                onUiThread(() -> shown.accept(value));
            } else if (refusal(failure).isPresent()) {
                onUiThread(() -> refused.accept(refusal(failure).get()));
            } else if (!(cause(failure) instanceof CancellationException)) {
                ILog.of(Answers.class).error("The language server failed to answer", cause(failure));
            }
        });
    }

    private static void onUiThread(Runnable task) {
        if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().getDisplay().isDisposed()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(task);
        }
    }

    /**
     * Waits for an answer in the background, until the monitor is cancelled.
     *
     * @throws RefusedException when the server refuses
     */
    public static <T> T await(CompletableFuture<T> answer, IProgressMonitor monitor) throws RefusedException {
        while (true) {
            if (monitor.isCanceled()) {
                answer.cancel(true);
                throw new OperationCanceledException();
            }
            try {
                return answer.get(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue;
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException failure) {
                throw refusal(failure).map(RefusedException::new).orElseThrow(() -> new IllegalStateException(cause(failure)));
            }
        }
    }

    /**
     * The answer, if it is there soon: on the UI thread before anybody notices. In front of a dialogue that shows progress, and
     * on any other thread, it may take longer; the UI thread goes on drawing.
     *
     * @return empty when the answer takes longer, failed or was cancelled
     */
    public static <T> Optional<T> soon(CompletableFuture<T> answer) {
        return within(answer, UNNOTICED_MILLIS);
    }

    /** The same for who has waited before: on the UI thread nothing is waited for any more. */
    public static <T> Optional<T> now(CompletableFuture<T> answer) {
        return within(answer, 0);
    }

    private static <T> Optional<T> within(CompletableFuture<T> answer, long millisOfUiThread) {
        try {
            if (Display.getCurrent() == null) {
                return Optional.ofNullable(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            if (!answer.isDone() && ModalContext.getModalLevel() > 0) {
                CompletableFuture<T> patient = answer.copy().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return Optional.ofNullable(awaitDrawing(patient, new NullProgressMonitor()));
            }
            return Optional.ofNullable(answer.get(millisOfUiThread, TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException | ExecutionException | CancellationException | InvocationTargetException notNow) {
            return Optional.empty();
        }
    }

    /**
     * Waits on the UI thread, which goes on drawing, for an answer that nothing can be done without.
     *
     * @throws OperationCanceledException when the monitor was cancelled meanwhile
     */
    public static <T> Optional<T> awaitOnUiThread(CompletableFuture<T> answer, IProgressMonitor monitor) {
        try {
            return Optional.ofNullable(awaitDrawing(answer, monitor));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (InvocationTargetException failed) {
            return Optional.empty();
        }
    }

    private static <T> T awaitDrawing(CompletableFuture<T> answer, IProgressMonitor monitor)
            throws InvocationTargetException, InterruptedException {
        ModalContext.run(waiting -> {
            try {
                await(answer, waiting);
            } catch (RefusedException refused) {
                throw new InvocationTargetException(refused);
            }
        }, true, monitor, Display.getCurrent());
        return answer.join();
    }

    /** Why the server does not do what it was asked for; the message is for people. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    private static Optional<String> refusal(Throwable failure) {
        return cause(failure) instanceof ResponseErrorException refused
                ? Optional.of(refused.getResponseError().getMessage()) : Optional.empty();
    }

    private static Throwable cause(Throwable failure) {
        return (failure instanceof CompletionException || failure instanceof ExecutionException) && failure.getCause() != null
                ? failure.getCause() : failure;
    }
}
