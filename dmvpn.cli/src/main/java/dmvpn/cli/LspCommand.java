package dmvpn.cli;

import dmvpn.app.language.LanguageServerService;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmvpn lsp}. */
@Command(name = "lsp", header = "Serves the language to an editor on standard input and output.",
        description = "Speaks the Language Server Protocol until the editor says exit or closes the connection. "
                + "docs/editors.md shows the set-up of editors.")
final class LspCommand extends SessionCommand {

    @Option(names = "--stdio", description = "Changes nothing: editors that can choose a connection ask for this one.")
    private boolean standardStreams;

    LspCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        OutputStream editor = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        // Whatever else is printed in this process must not get between the messages.
        System.setOut(System.err);
        LanguageServerService.End end = session().language().serve(System.in, editor, session());
        return end == LanguageServerService.End.ORDERLY ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
