package dmvpn.dap;

import dmvpn.app.RequestException;
import dmvpn.app.progress.ProgressMonitor;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.lsp4j.debug.ProgressEndEventArguments;
import org.eclipse.lsp4j.debug.ProgressStartEventArguments;
import org.eclipse.lsp4j.debug.ProgressUpdateEventArguments;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;

/**
 * What may take long, one at a time and on a thread of its own: to read a large model, or to go to the event in hand in a changed
 * run. The editor may cancel it meanwhile; one that shows progress is told how far it is.
 */
final class LongWork {

    private static final String PROGRESS = "work";

    private final AtomicReference<Progress> underWay = new AtomicReference<>();
    private volatile Optional<IDebugProtocolClient> shown = Optional.empty();

    /** What is to be done. */
    @FunctionalInterface
    interface Work {

        /** Does it, and asks the monitor now and then. */
        void run(ProgressMonitor monitor) throws RequestException;
    }

    /** @param newClient shows progress */
    void showTo(IDebugProtocolClient newClient) {
        shown = Optional.of(newClient);
    }

    /** True while something is being done. */
    boolean isUnderWay() {
        return underWay.get() != null;
    }

    /** Makes what is under way come to an end, without effect. */
    void cancel() {
        Progress progress = underWay.get();
        if (progress != null) {
            progress.cancelled = true;
        }
    }

    /**
     * Does something.
     *
     * @return done when it is; failed with a reason when it is refused
     */
    CompletableFuture<Void> begin(String title, Work work) {
        Progress progress = new Progress();
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (!underWay.compareAndSet(null, progress)) {
            throw DebugAdapter.refused("Something else is still being done: wait for it, or cancel it");
        }
        Thread thread = new Thread(() -> run(title, progress, work, done), "long work");
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private void run(String title, Progress progress, Work work, CompletableFuture<Void> done) {
        Optional<ResponseErrorException> refusal = Optional.empty();
        tellBegin(title);
        try {
            work.run(progress);
        } catch (RequestException wrong) {
            refusal = Optional.of(DebugAdapter.refused(wrong.getMessage()));
        } catch (RuntimeException | Error defect) {
            refusal = Optional.of(DebugAdapter.refused("It broke off, which is a defect of dmvpn: " + defect));
        }
        tellEnd();
        underWay.set(null);
        refusal.ifPresentOrElse(done::completeExceptionally, () -> done.complete(null));
    }

    private void tellBegin(String title) {
        ProgressStartEventArguments begin = new ProgressStartEventArguments();
        begin.setProgressId(PROGRESS);
        begin.setTitle(title);
        begin.setCancellable(true);
        shown.ifPresent(editor -> editor.progressStart(begin));
    }

    private void tellEnd() {
        ProgressEndEventArguments end = new ProgressEndEventArguments();
        end.setProgressId(PROGRESS);
        shown.ifPresent(editor -> editor.progressEnd(end));
    }

    /** Of what is under way. */
    private final class Progress implements ProgressMonitor {

        private volatile boolean cancelled;

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void begin(String what) {
            ProgressUpdateEventArguments update = new ProgressUpdateEventArguments();
            update.setProgressId(PROGRESS);
            update.setMessage(what);
            shown.ifPresent(editor -> editor.progressUpdate(update));
        }
    }
}
