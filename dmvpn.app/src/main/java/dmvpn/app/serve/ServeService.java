package dmvpn.app.serve;

import dmvpn.app.RequestException;
import dmvpn.app.diagram.DrawnFixes;
import dmvpn.app.diagram.DrawnRuns;
import dmvpn.app.export.ExportService;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.glsp.DiagramServices;
import dmvpn.dsl.load.ModelLoader;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Serves the diagram of a model to web browsers of this machine until somebody stops it. */
public final class ServeService {

    private static final long MILLISECONDS_BETWEEN_LOOKS = 50;
    private static final long MILLISECONDS_UNTIL_DRAWN = 1_500;

    private final ModelReader reader;
    private final ModelLoader loader;

    /**
     * A service with its parts.
     *
     * @param reader finds the model that is meant
     * @param loader reads it again and again
     */
    public ServeService(ModelReader reader, ModelLoader loader) {
        this.reader = reader;
        this.loader = loader;
    }

    /** The service for use outside of Eclipse. */
    public static ServeService standard(ModelReader reader) {
        return new ServeService(reader, ModelLoader.create());
    }

    /**
     * Serves a model.
     *
     * @param serving told the address when the page can be opened
     * @param monitor ends the serving by cancelling
     * @throws RequestException when there is no such model, the port is taken, or this build has no page
     * @throws IOException when the model cannot be read
     */
    public void serve(ServeRequest request, Consumer<String> serving, ProgressMonitor monitor)
            throws RequestException, IOException {
        if (!PageResource.isBuilt()) {
            throw new RequestException("this build has no diagram page, because there was no Node when it was made. "
                    + "Run: sudo apt-get install -y nodejs npm, and build again");
        }
        Path file = Path.of(reader.readOne(request.path(), monitor).file());
        if (!Files.isRegularFile(file)) {
            throw new RequestException("there is no file '" + file + "'");
        }
        ServedModel model = new ServedModel(new ServedFiles(file), loader);
        try (FileWatch watch = new FileWatch(file.toAbsolutePath().getParent(), model::refresh);
                DiagramHttpServer server = open(model, file, request.port(), monitor)) {
            rehearse(model, file, monitor);
            serving.accept(server.address().url());
            while (!monitor.isCancelled()) {
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once the page is there: until then it needs the processors. */
    private void rehearse(ServedModel model, Path file, ProgressMonitor monitor) {
        EditRehearsal rehearsal = new EditRehearsal(file, loader, model.drawn()::shown);
        Executor background = task -> Thread.ofPlatform().daemon().name("rehearsal of edits").start(task);
        model.firstLook().thenRunAsync(() -> rehearsal.run(monitor::isCancelled),
                CompletableFuture.delayedExecutor(MILLISECONDS_UNTIL_DRAWN, TimeUnit.MILLISECONDS, background));
    }

    private DiagramHttpServer open(ServedModel model, Path file, int port, ProgressMonitor monitor)
            throws RequestException, IOException {
        DiagramServices services = new DiagramServices(new DrawnRuns(model.drawn(), monitor),
                new DrawnFixes(model.drawn(), model), new ServedCommands(model.drawn(),
                        new ConfigurationArchive(ExportService.standard(reader), file, monitor)));
        try {
            return new DiagramHttpServer(model, services, port, DiagramAddress.newToken());
        } catch (BindException taken) {
            throw new RequestException("port " + port + " is taken; leave --port out for a free one");
        }
    }
}
