package dmvpn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dmvpn lsp} as a process of its own, spoken to as an editor does. */
class LanguageServerProcessTest implements LanguageClient {

    private static final long DEADLINE_SECONDS = 60;

    private static final String MODEL = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            cloud Corp {
              overlay 10.255.0.0/24  phase 3
              network-id 100  tunnel-key 100  registration no-unique
              routing eigrp 100 { stub spokes }
            }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
            spoke Branch { wan Internet dhcp  lan 10.2.0.0/16  join Corp as 10.255.0.2 via HQ }
            scenario First {
              seed 1  duration 30s
              expect at 20s every spoke has nhs HQ up
            }
            """;

    @TempDir
    private Path folder;
    private String uri;
    private Process process;
    private LanguageServer server;
    private Future<Void> listening;
    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final BlockingQueue<MessageParams> messages = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws Exception {
        Path file = Files.writeString(folder.resolve("net.dmvpn"), MODEL);
        uri = file.toUri().toString();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dmvpn.cli.Main", "lsp", "--stdio"));
        process = new ProcessBuilder(command).redirectError(folder.resolve("err.txt").toFile()).start();
        Launcher<LanguageServer> launcher =
                LSPLauncher.createClientLauncher(this, process.getInputStream(), process.getOutputStream());
        listening = launcher.startListening();
        server = launcher.getRemoteProxy();
    }

    @AfterEach
    void stop() throws Exception {
        process.destroyForcibly();
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        listening.cancel(true);
    }

    @Test
    void anEditorOpensChangesCompletesRenamesRunsAndLeaves() throws Exception {
        InitializeResult initialized = answer(server.initialize(parameters()));
        assertThat(initialized.getServerInfo().getName()).isEqualTo("dmvpn");
        assertThat(initialized.getCapabilities().getSemanticTokensProvider()).isNotNull();
        server.initialized(new InitializedParams());

        server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "dmvpn", 1, MODEL)));
        assertThat(problems(1)).doesNotContain("L-LINK");
        String broken = MODEL.replace("via HQ ", "via HQQ ");
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, 2), List.of(new TextDocumentContentChangeEvent(broken))));
        assertThat(problems(2)).contains("L-LINK");
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, 3), List.of(new TextDocumentContentChangeEvent(MODEL))));
        assertThat(problems(3)).doesNotContain("L-LINK");

        List<CompletionItem> proposals = answer(server.getTextDocumentService().completion(
                new CompletionParams(new TextDocumentIdentifier(uri), before("HQ }")))).getLeft();
        assertThat(proposals).extracting(CompletionItem::getLabel).contains("HQ").doesNotContain("Branch");

        WorkspaceEdit rename = answer(server.getTextDocumentService().rename(
                new RenameParams(new TextDocumentIdentifier(uri), before("HQ }"), "Center")));
        assertThat(rename.getChanges().get(uri)).extracting(TextEdit::getNewText).containsOnly("Center").hasSize(3);

        List<? extends CodeLens> lenses = answer(server.getTextDocumentService().codeLens(
                new CodeLensParams(new TextDocumentIdentifier(uri))));
        assertThat(lenses).singleElement().satisfies(lens -> assertThat(lens.getCommand().getCommand()).isEqualTo("dmvpn.run"));
        answer(server.getWorkspaceService().executeCommand(new ExecuteCommandParams("dmvpn.run",
                List.of(new JsonPrimitive(uri), new JsonPrimitive("First")))));
        assertThat(messages.poll(DEADLINE_SECONDS, TimeUnit.SECONDS).getMessage())
                .isEqualTo("First passed: 1 of 1 expectations met");

        answer(server.shutdown());
        server.exit();
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void exitWithoutShutdownIsNoOrderlyEnd() throws Exception {
        answer(server.initialize(parameters()));
        server.exit();
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
    }

    @Test
    void aClosedConnectionEndsTheProcess() throws Exception {
        answer(server.initialize(parameters()));
        process.getOutputStream().close();
        assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(err()).isEmpty();
    }

    private static InitializeParams parameters() {
        InitializeParams parameters = new InitializeParams();
        parameters.setCapabilities(new ClientCapabilities());
        return parameters;
    }

    private String err() throws IOException {
        // A JVM that warns of its own options or of libraries is no message of ours.
        return Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.startsWith("WARNING:") && !line.startsWith("Picked up")
                        && !line.startsWith("SLF4J")).reduce("", (text, line) -> text + line + "\n");
    }

    /** The position right before the only occurrence of a text. */
    private static Position before(String marker) {
        int at = MODEL.indexOf(marker);
        String before = MODEL.substring(0, at);
        return new Position((int) before.chars().filter(c -> c == '\n').count(), at - before.lastIndexOf('\n') - 1);
    }

    private List<String> problems(int version) throws InterruptedException {
        while (true) {
            PublishDiagnosticsParams next = published.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("diagnostics of version " + version).isNotNull();
            if (next.getVersion() != null && next.getVersion() == version) {
                return next.getDiagnostics().stream().map(problem -> problem.getCode().getLeft()).toList();
            }
        }
    }

    private static <T> T answer(CompletableFuture<T> future) throws Exception {
        return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override
    public void showMessage(MessageParams message) {
        messages.add(message);
    }

    @Override
    public void telemetryEvent(Object object) {
        throw new AssertionError("The server sends no telemetry");
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        throw new AssertionError("Unexpected question: " + request.getMessage());
    }

    @Override
    public void logMessage(MessageParams message) {
        messages.add(message);
    }
}
