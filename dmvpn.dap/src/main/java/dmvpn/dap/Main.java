package dmvpn.dap;

import dmvpn.app.debug.DebugSessions;
import dmvpn.app.model.ModelReader;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.debug.launch.DSPLauncher;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/** Starts {@code dmvpn dap}: a debug adapter on standard input and output. */
public final class Main {

    private static final String USAGE = """
            Usage: dmvpn dap
            Debugs runs of models for editors that speak the Debug Adapter Protocol, over standard input and output.
            docs/editors.md tells how editors start it; docs/debugger.md what can be written in breakpoints and expressions.
            """;

    private Main() {
    }

    /** Serves one editor until it disconnects. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 0) {
            boolean help = List.of("-h", "--help").contains(arguments[0]);
            (help ? System.out : System.err).print(help ? USAGE : "dmvpn: 'dap' has no argument '" + arguments[0] + "'\n" + USAGE);
            System.exit(help ? 0 : 2);
        }
        OutputStream protocol = System.out;
        // Whatever else is printed must not get between the messages.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.exit(serve(System.in, protocol));
    }

    /**
     * Serves one editor.
     *
     * @return the exit code: 0 when the editor disconnected or closed the stream
     */
    static int serve(InputStream in, OutputStream out) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        AfterResponse afterResponse = new AfterResponse();
        DebugAdapter adapter = new DebugAdapter(new DebugSessions(ModelReader.standalone()), afterResponse, ended::countDown);
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "protocol");
            thread.setDaemon(true);
            return thread;
        });
        Launcher<IDebugProtocolClient> launcher = DSPLauncher.createServerLauncher(adapter, in, out, threads, afterResponse::around);
        adapter.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        AtomicInteger code = new AtomicInteger();
        threads.execute(() -> {
            try {
                listening.get();
            } catch (ExecutionException | InterruptedException broken) {
                code.set(1);
            } finally {
                ended.countDown(); // the editor closed the stream
            }
        });
        ended.await();
        adapter.close();
        return code.get();
    }
}
