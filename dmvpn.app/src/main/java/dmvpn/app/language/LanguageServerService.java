package dmvpn.app.language;

import dmvpn.app.progress.ProgressMonitor;
import dmvpn.dsl.ide.server.DmvpnLanguageServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Serves the language to one editor over two streams, as the Language Server Protocol says. */
public final class LanguageServerService {

    private static final long MILLIS_BETWEEN_QUESTIONS = 200;

    /** How a conversation ended. */
    public enum End {
        /** The editor said exit after shutdown, or its stream ended, or the monitor cancelled. */
        ORDERLY,
        /** The editor said exit without shutdown before (LSP, "Exit Notification"). */
        WITHOUT_SHUTDOWN
    }

    /**
     * Serves until the editor says exit, its stream ends, or the monitor cancels. Nothing else may write to the output.
     *
     * @param input what the editor says
     * @param output what it is told
     */
    public End serve(InputStream input, OutputStream output, ProgressMonitor monitor) {
        CompletableFuture<Void> exited = new CompletableFuture<>();
        ExecutorService connection = Executors.newCachedThreadPool(LanguageServerService::daemon);
        try (ScenarioCommands commands = new ScenarioCommands()) {
            DmvpnLanguageServer server = new DmvpnLanguageServer(() -> exited.complete(null), commands);
            Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(
                    server, input, output, connection, consumer -> consumer);
            server.connect(launcher.getRemoteProxy());
            commands.connect(launcher.getRemoteProxy(), server.verdicts());
            Future<Void> listening = launcher.startListening();
            boolean saidExit = await(exited, listening, monitor);
            boolean orderly = server.isShutDown() || !saidExit;
            server.shutdown();
            return orderly ? End.ORDERLY : End.WITHOUT_SHUTDOWN;
        } finally {
            connection.shutdownNow();
        }
    }

    /** True when the editor said exit, false when its stream ended or the monitor cancelled. */
    private static boolean await(CompletableFuture<Void> exited, Future<Void> listening, ProgressMonitor monitor) {
        while (!monitor.isCancelled()) {
            try {
                exited.get(MILLIS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException goesOn) {
                if (listening.isDone()) {
                    return exited.isDone();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return false;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "dmvpn language connection");
        thread.setDaemon(true);
        return thread;
    }
}
