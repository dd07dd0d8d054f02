package dmvpn.ui.tests.driver;

import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.OpenDocuments;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.ui.texteditor.ITextEditor;

/** Keeps the language server at work, as a large model does, until it is closed: nothing is answered meanwhile. */
public final class BusyServer implements AutoCloseable {

    private final CountDownLatch released = new CountDownLatch(1);

    /** Begins when the server has done what it was asked for before. Not to be called on the UI thread. */
    public BusyServer(ITextEditor editor) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Optional<Boolean>> work = LanguageSessions.current().ask(
                OpenDocuments.uri(Workbench.document(editor)).orElseThrow(), document -> {
                    begun.countDown();
                    return isReleased();
                });
        Ui.waitUntil("the server to be busy", () -> begun.getCount() == 0 && !work.isDone());
    }

    private boolean isReleased() {
        try {
            released.await();
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Answers whatever was asked meanwhile. */
    @Override
    public void close() {
        released.countDown();
    }
}
