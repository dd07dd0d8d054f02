package dmvpn.dsl.ui.language;

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
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.ui.PlatformUI;

/** Answers of the language server: shown when they come, or waited for where waiting is allowed. */
public final class Answers {

    private static final long MILLIS_BETWEEN_LOOKS = 50;

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
