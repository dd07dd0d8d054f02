package dmvpn.dsl.ide.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.xtext.util.CancelIndicator;

/** Does one thing after the other, in the order in which they were asked for, on a thread of its own. */
final class RequestQueue {

    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dmvpn language server");
        thread.setDaemon(true);
        return thread;
    });
    private final Consumer<RuntimeException> defects;

    /** @param defects told of what goes wrong where nobody waits for an answer */
    RequestQueue(Consumer<RuntimeException> defects) {
        this.defects = defects;
    }

    /** Asks for an answer; one that the client cancels before its turn is not computed. */
    <T> CompletableFuture<T> answer(Supplier<T> question, Supplier<T> afterShutdown) {
        return answer(cancelled -> question.get(), afterShutdown);
    }

    /**
     * Asks for an answer that may take long.
     *
     * @param question is told whether the client has cancelled, and then may end with any exception
     */
    <T> CompletableFuture<T> answer(Function<CancelIndicator, T> question, Supplier<T> afterShutdown) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            executor.execute(() -> compute(question, answer));
            return answer;
        } catch (RejectedExecutionException shutDown) {
            return CompletableFuture.completedFuture(afterShutdown.get());
        }
    }

    private static <T> void compute(Function<CancelIndicator, T> question, CompletableFuture<T> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            answer.complete(question.apply(answer::isDone));
        } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(new CompletionException(failure)); // of one that was cancelled nobody hears
        }
    }

    /** Asks for something without an answer. */
    void run(Runnable task) {
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException defect) {
                    defects.accept(defect);
                }
            });
        } catch (RejectedExecutionException shutDown) {
            return; // a client that goes on after shutdown is not owed an answer (LSP, "Shutdown Request")
        }
    }

    /** Answers what was asked before, and nothing after. */
    void shutdown() {
        executor.shutdown();
    }
}
