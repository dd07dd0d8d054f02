package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.serve.ServeRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn serve}. */
@Command(name = "serve", header = "Shows the diagram of a model in a web browser, to look at and to edit.",
        description = {"Edits go to the file at once, and what is written to the file is shown at once. The page can be "
                + "opened on this machine alone, at the address that is printed; Ctrl+C ends it.",
            "docs/diagrams.md tells about the diagram."})
final class ServeCommand extends SessionCommand {

    private static final int HIGHEST_PORT = 65_535;

    @Parameters(paramLabel = "PATH", description = "A model, or a folder with one.")
    private Path path;

    @Option(names = "--port", paramLabel = "N", description = "Port; a free one by default.")
    private Long port;

    @Option(names = "--no-open", description = "Prints the address and opens no browser.")
    private boolean quiet;

    ServeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        if (port != null && (port < 1 || port > HIGHEST_PORT)) {
            throw new RequestException("a port is a number from 1 to " + HIGHEST_PORT + ", not " + port);
        }
        session().serve().serve(new ServeRequest(path, port == null ? 0 : port.intValue()), this::tell, session());
        return ExitCode.OK;
    }

    private void tell(String address) {
        terminal().print(address);
        terminal().flush();
        if (!quiet) {
            open(address);
        }
    }

    /** Where no browser can be opened the address is enough. */
    private static void open(String address) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : system.contains("mac") ? List.of("open", address) : List.of("xdg-open", address);
        try {
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException noBrowser) {
            // the address is printed
        }
    }
}
