package dmvpn.dsl.ide.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.testing.Workspace;
import dmvpn.dsl.ide.lens.ModelCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    private static final String URI = "file:///models/net.dmvpn";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cloud X { redirect                          | on off every",
        "cloud X { routing                           | eigrp ospf bgp rip odr static",
        "cloud X { routing eigrp 1 { stub            | hubs spokes",
        "cloud X { routing bgp 1 { next-hop-self     | on off all",
        "cloud X { routing ospf 1 { redistribute     | eigrp ospf bgp rip odr static connected",
        "crypto X { esp aes-gcm-256 mode             | transport tunnel",
        "policy X { permit set                       | metric tag local-preference prepend community next-hop external",
        "scenario X { at 1s set                      | latency jitter loss bandwidth",
        "scenario X { expect at 1s every             | spoke hub",
    })
    void theWordsThatAValueIsOneOfAreProposed(String typed, String words) {
        assertThat(labels(completionsBehind(Models.PHASE_3 + "\n" + typed.strip() + " "))).contains(words.strip().split(" "));
    }

    @Test
    void nothingIsProposedThatIsNoAddressWhereOneMayStand() {
        assertThat(labels(completionsBehind(Models.PHASE_3 + "\nspoke X { join Corp as 10.255.0.77 via ")))
                .contains("HQ1").doesNotContain("address");
    }

    @Test
    void snippetsNameWhatTheyReferTo() {
        String text = "scenario X { at 5s ";
        assertThat(labels(snippetsBehind(text, text.length()))).contains("ping from router to router")
                .noneMatch(label -> label.contains("EObject"));
    }

    /** Each text is written into the model in front of the end of what is named; completion is asked behind it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "spoke X { join Corp as                     | 10.255.0.2",
        "spoke X[1..3] { join Corp as               | 10.255.0.{1+n}",
        "spoke X { lan                              | 10.100.3.0/24",
        "spoke X[1..3] { lan                        | 10.101.{n}.0/24",
        "spoke X { wan Internet                     | 203.0.113.2/24",
        "spoke X { wan Internet 203.0.113.9/24 gateway | 203.0.113.254",
        "cloud X { tunnel-key                       | 101",
        "cloud X { network-id                       | 101",
        "cloud X { overlay                          | 10.255.1.0/24",
        "cloud X { phase                            | 3",
        "crypto X { ike v2 encryption               | aes-gcm-256",
        "spoke X { join Corp as 10.255.0.9 via HQ1 priority 1, HQ2 priority | 2",
        "spoke                                      | Spoke1",
        "hub                                        | HQ3",
        "scenario X { at 5s ping from               | Branch",
    })
    void whatFollowsFromTheModelIsProposedFirst(String typed, String expected) {
        List<CompletionItem> items = completionsBehind(
                Models.PHASE_3.replace("spoke Branch", "hub HQ2 { }\n\nspoke Branch") + "\n" + typed.strip() + " ");
        assertThat(items).isNotEmpty();
        CompletionItem best = items.getFirst();
        if (best.getKind() == CompletionItemKind.Value) {
            assertThat(best.getLabel()).isEqualTo(expected.strip());
        } else {
            assertThat(items).extracting(CompletionItem::getLabel).contains(expected.strip());
        }
    }

    @Test
    void aChangeOfARunningTunnelIsCompletedLikeASettingOfTheCloud() {
        String scenario = Models.PHASE_3 + "\nscenario X { at 5s ";
        assertThat(labels(completionsBehind(scenario))).contains("change");
        assertThat(labels(completionsBehind(scenario + "change HQ1 in "))).contains("Corp").doesNotContain("HQ1", "Internet");
        assertThat(labels(completionsBehind(scenario + "change HQ1 in Corp { mtu 1300 ")))
                .contains("holdtime", "tunnel-key", "authentication", "unprotected").doesNotContain("overlay", "lan", "routing");
        assertThat(labels(completionsBehind(scenario + "change HQ1 in Corp { authentication "))).contains("secret");
        assertThat(labels(completionsBehind(scenario + "change HQ1 in Corp { mtu 1300 } at 6s "))).contains("fail", "ping");
    }

    @Test
    void aCloudMayBePreferredOverOneThatExists() {
        assertThat(labels(completionsBehind(Models.PHASE_3 + "\ncloud Spare { overlay 10.254.0.0/24 preferred ")))
                .contains("over");
        assertThat(labels(completionsBehind(Models.PHASE_3 + "\ncloud Spare { overlay 10.254.0.0/24 preferred over ")))
                .contains("Corp").doesNotContain("Internet", "HQ1");
    }

    @Test
    void behindAValueThatBeginsWithAComputedPartTheClauseGoesOn() {
        String spoke = Models.PHASE_3 + "\nspoke X[20..30] { wan Internet dhcp lan {n}.1.0.0/16 ";
        assertThat(labels(completionsBehind(spoke))).contains("address", "interface", "join").doesNotContain("overlay", "at");
        assertThat(labels(completionsBehind(spoke + "join Corp as {5+n}.0.0.1 "))).contains("via", "holdtime");
    }

    @Test
    void anotherHubComesBeforeOneThatIsNamedAlready() {
        List<String> labels = labels(completionsBehind(Models.PHASE_3.replace("spoke Branch", "hub HQ2 { }\n\nspoke Branch")
                + "\nspoke X { join Corp as 10.255.0.9 via HQ1, "));
        assertThat(labels.indexOf("HQ2")).isNotNegative().isLessThan(labels.indexOf("HQ1") < 0 ? 99 : labels.indexOf("HQ1"));
    }

    @Test
    void namesThatAreNotLegalAreNotProposed() {
        assertThat(labels(completionsBehind(Models.PHASE_3 + "\nspoke X { join Corp as 10.255.0.9 via ")))
                .contains("HQ1").doesNotContain("Branch", "X", "Corp");
        assertThat(labels(completionsBehind(Models.PHASE_3
                + "\ntransport Mpls { }\nspoke X { wan Internet dhcp join Corp as 10.255.0.9 over "))).contains("Internet")
                .doesNotContain("Mpls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub Broken {\n  lan lan lan {{\n  join Corp as 10.255.0.7 via ",
        "cloud {\n}\nspoke X {\n  wan\n  join Corp as 10.255.0.7 via ",
        "scenario S { at at expect\n}\nspoke X {\n  foo bar\n  join Corp as 10.255.0.7 via "})
    void brokenTextAboveDoesNotSilenceIt(String typed) {
        assertThat(labels(completionsBehind(Models.PHASE_3 + typed))).contains("HQ1");
    }

    @Test
    void everyItemComesInItsOrderToAClientThatSorts() {
        List<CompletionItem> items = completionsBehind(Models.PHASE_3 + "\ncloud X { ");
        assertThat(items).extracting(CompletionItem::getSortText).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tabStopsAreOnlyForClientsThatKnowThem() {
        assertThat(completionsBehind(Models.PHASE_3 + "\n")).noneMatch(item -> item.getInsertTextFormat() == InsertTextFormat.Snippet);
        assertThat(snippetsBehind(Models.PHASE_3 + "\n", Models.PHASE_3.length() + 1)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                | hub HQ {",
        "''                | spoke Branch[1..10] {",
        "''                | cloud Corp {",
        "''                | scenario Reachability {",
        "cloud X {         | overlay overlay",
        "cloud X {         | holdtime 10min",
        "cloud X {         | authentication \"authentication\"",
        "hub X {           | join Cloud as address",
        "hub X {           | lan prefix",
        "scenario X {      | at 60s ping from",
        "hub X {           | raw cisco-iosxe <<< text >>>",
    })
    void elementsAndClausesComeWithTabStops(String typed, String label) {
        String text = Models.PHASE_3 + "\n" + typed + " ";
        assertThat(snippetsBehind(text, text.length())).anySatisfy(item -> {
            assertThat(item.getLabel()).startsWith(label);
            assertThat(item.getTextEdit().getLeft().getNewText()).containsPattern("\\$\\{?[0-9]");
        });
    }

    @Test
    void aSkeletonThatIsTakenAsItIsHasNoSyntaxError() {
        List<String> broken = new ArrayList<>();
        List<CompletionItem> skeletons = snippetsBehind(Models.PHASE_3 + "\n", Models.PHASE_3.length() + 1);
        assertThat(skeletons).hasSizeGreaterThan(8);
        for (CompletionItem item : skeletons) {
            String taken = item.getTextEdit().getLeft().getNewText().replaceAll("\\$\\{\\d+:((?:[^}\\\\]|\\\\.)*)\\}", "$1")
                    .replaceAll("\\$\\d", "").replace("\\}", "}");
            try (EditedModel model = new EditedModel(taken)) {
                model.problems().stream().filter(problem -> List.of("L-SYNTAX", "L-SETTING-UNKNOWN").contains(problem.getCode().getLeft()))
                        .forEach(problem -> broken.add(taken + ": " + problem.getMessage()));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void nestingBeyondAllMeasureDoesNotHangIt() {
        String nested = Models.PHASE_3 + "\nhub Deep " + "{ foo ".repeat(20_000) + "\n" + "}".repeat(20_000) + "\nhub Last { lan ";
        long start = System.nanoTime();
        List<CompletionItem> items = completionsBehind(nested);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(labels(items)).contains("10.100.3.0/24");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noiseDoesNotHangIt(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StringBuilder noise = new StringBuilder(Models.PHASE_3);
        int length = seed % 2 == 0 ? 20_000 : 200_000;
        for (int index = 0; index < length; index++) {
            noise.append(seed % 3 == 0 ? "{}[],. hubx1\n\"".charAt(random.nextInt(13)) : (char) random.nextInt(32, 127));
        }
        long start = System.nanoTime();
        completionsBehind(noise.toString());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("seed %d", seed).isLessThan(Duration.ofSeconds(20));
    }

    private static List<CompletionItem> completionsBehind(String text) {
        try (Workspace workspace = new Workspace()) {
            return behind(workspace, text, text.length());
        }
    }

    private static List<CompletionItem> behind(Workspace workspace, String text, int offset) {
        workspace.open(URI, text);
        String before = text.substring(0, offset);
        return EditedModel.answer(workspace.server().getTextDocumentService().completion(new CompletionParams(
                workspace.document(URI), new org.eclipse.lsp4j.Position((int) before.chars().filter(c -> c == '\n').count(),
                        before.length() - before.lastIndexOf('\n') - 1)))).getLeft();
    }

    private static List<CompletionItem> snippetsBehind(String text, int offset) {
        CompletionItemCapabilities item = new CompletionItemCapabilities();
        item.setSnippetSupport(true);
        TextDocumentClientCapabilities document = new TextDocumentClientCapabilities();
        document.setCompletion(new CompletionCapabilities(item));
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setTextDocument(document);
        InitializeParams parameters = new InitializeParams();
        parameters.setCapabilities(capabilities);
        try (Workspace workspace = new Workspace(parameters, ModelCommands.NONE)) {
            return behind(workspace, text, offset).stream()
                    .filter(each -> each.getInsertTextFormat() == InsertTextFormat.Snippet).toList();
        }
    }

    private static List<String> labels(List<CompletionItem> items) {
        return items.stream().map(CompletionItem::getLabel).toList();
    }
}
