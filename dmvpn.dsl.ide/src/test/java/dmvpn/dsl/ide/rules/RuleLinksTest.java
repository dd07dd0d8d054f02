package dmvpn.dsl.ide.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.testing.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.junit.jupiter.api.Test;

/** What a client is told of the rule behind a problem. */
class RuleLinksTest {

    private static final String SLOW = Models.PHASE_3.replace("holdtime 10min", "holdtime 2h");
    private static final String DOCUMENT = "file:///models/a.dmvpn";
    private static final long DEADLINE_SECONDS = 60;

    @Test
    void aProblemLeadsToThePageOfItsRuleOnThisMachine() throws IOException, InterruptedException {
        try (Workspace client = new Workspace(following(true), ModelCommands.NONE)) {
            client.open(DOCUMENT, SLOW);
            Diagnostic problem = client.nextProblems().getDiagnostics().stream()
                    .filter(each -> each.getCode().getLeft().equals("R-NH-19")).findFirst().orElseThrow();

            Path page = Path.of(URI.create(problem.getCodeDescription().getHref()));
            String text = written(page);
            assertThat(text).contains("# R-NH-19: The holding time", "## Source", "Quick fix: Change 'holdtime 2h'")
                    .doesNotContain("README.md");
        }
    }

    @Test
    void everyProblemHasItsLink() {
        try (Workspace client = new Workspace(following(true), ModelCommands.NONE)) {
            client.open(DOCUMENT, SLOW + "transport Nowhere { latency }\n");
            List<Diagnostic> problems = client.nextProblems().getDiagnostics();
            assertThat(problems).hasSizeGreaterThan(1).allSatisfy(problem -> assertThat(problem.getCodeDescription().getHref())
                    .endsWith(problem.getCode().getLeft() + ".md"));
        }
    }

    @Test
    void aClientThatFollowsNoLinksGetsNone() {
        try (Workspace client = new Workspace(following(false), ModelCommands.NONE)) {
            client.open(DOCUMENT, SLOW);
            assertThat(client.nextProblems().getDiagnostics()).isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.getCodeDescription()).isNull());
        }
    }

    @Test
    void theRuleIsExplainedWhereSomebodyLooksAtTheProblem() {
        try (EditedModel model = new EditedModel(SLOW)) {
            String text = model.hoverOn("cloud Corp").getContents().getRight().getValue();
            assertThat(text).contains("**R-NH-19**: The holding time is at most 600 s", "Cisco recommends 300 to 600 s",
                    "Source: Cisco, Dynamic Multipoint VPN design guide");
        }
    }

    @Test
    void theMeaningOfTheWordIsShownInFrontOfTheRule() {
        String text = Models.PHASE_3.replace("registration no-unique  ", "");
        try (EditedModel model = new EditedModel(text)) {
            String shown = model.hoverOn("lan 10.100.{n}.0/24\n  join").getContents().getRight().getValue();
            assertThat(shown).startsWith("**join**").contains("**R-NH-15**");
        }
    }

    @Test
    void insideABlockItsProblemIsNotRepeated() {
        try (EditedModel model = new EditedModel(SLOW)) {
            assertThat(model.hoverOn("tunnel-key").getContents().getRight().getValue()).doesNotContain("R-NH-19");
        }
    }

    @Test
    void theExplanationLeadsToThePageToo() {
        try (Workspace client = new Workspace(following(true), ModelCommands.NONE)) {
            client.open(DOCUMENT, SLOW);
            String text = EditedModel.answer(client.server().getTextDocumentService().hover(
                    new HoverParams(client.document(DOCUMENT), client.at(DOCUMENT, "cloud C")))).getContents().getRight().getValue();
            assertThat(text).contains("[R-NH-19](file:/");
        }
    }

    private static String written(Path page) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(DEADLINE_SECONDS);
        Files.createDirectories(page.getParent());
        try (WatchService changes = FileSystems.getDefault().newWatchService()) {
            page.getParent().register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!(Files.exists(page) && Files.readString(page).endsWith("\n")) && Instant.now().isBefore(deadline)) {
                WatchKey change = changes.poll(1, TimeUnit.SECONDS);
                if (change != null) {
                    change.reset();
                }
            }
        }
        return Files.readString(page);
    }

    private static InitializeParams following(boolean links) {
        PublishDiagnosticsCapabilities problems = new PublishDiagnosticsCapabilities();
        problems.setCodeDescriptionSupport(links);
        TextDocumentClientCapabilities documents = new TextDocumentClientCapabilities();
        documents.setPublishDiagnostics(problems);
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setTextDocument(documents);
        InitializeParams parameters = new InitializeParams();
        parameters.setCapabilities(capabilities);
        return parameters;
    }
}
