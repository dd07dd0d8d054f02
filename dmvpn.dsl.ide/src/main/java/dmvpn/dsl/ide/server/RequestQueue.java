package dmvpn.dsl.ide.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
        try {
            return CompletableFuture.supplyAsync(question, executor);
        } catch (RejectedExecutionException shutDown) {
            return CompletableFuture.completedFuture(afterShutdown.get());
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
