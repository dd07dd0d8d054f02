package dmvpn.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** Calls when a file of a folder may have changed: at once where the system tells, and now and then where it does not. */
final class FileWatch implements AutoCloseable {

    private static final long SECONDS_BETWEEN_LOOKS = 2;

    private final WatchService service;
    private final Thread thread;

    FileWatch(Path folder, Runnable changed) throws IOException {
        service = folder.getFileSystem().newWatchService();
        folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
        thread = Thread.ofPlatform().daemon().name("watch " + folder).start(() -> watch(changed));
    }

    private void watch(Runnable changed) {
        try {
            while (!Thread.interrupted()) {
                WatchKey key = service.poll(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
                look(changed);
            }
        } catch (InterruptedException | java.nio.file.ClosedWatchServiceException end) {
            // nobody looks any more
        }
    }

    /** A text that breaks who reads it must not be the last one that anybody hears of. */
    private static void look(Runnable changed) {
        try {
            changed.run();
        } catch (RuntimeException defect) {
            // It is met again, and told, by who opens or edits the model.
        }
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        service.close();
    }
}
