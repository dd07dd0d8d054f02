package dmvpn.dsl.ide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.ide.testing.Models;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DmvpnLanguageServerTest {

    @Test
    void aSoundModelHasNoErrorOrWarning() {
        try (EditedModel model = new EditedModel(Models.PHASE_3)) {
            assertThat(model.problems()).filteredOn(problem -> problem.getSeverity() != DiagnosticSeverity.Information)
                    .isEmpty();
        }
    }

    @Test
    void anEditThatBreaksAReferenceIsReportedAtItsPlaceAndGoesWithTheNextEdit() {
        try (EditedModel model = new EditedModel(Models.PHASE_3)) {
            model.replace("crypto Suite\n", "crypto Suit\n");
            Diagnostic problem = model.problem("L-LINK");
            assertThat(model.textOf(problem.getRange())).isEqualTo("Suit");

            model.replace("crypto Suit\n", "crypto Suite\n");
            assertThat(model.problems()).noneMatch(each -> each.getCode().getLeft().equals("L-LINK"));
        }
    }

    @Test
    void aSyntaxErrorInTheMiddleLeavesTheOutlineOfTheRest() {
        try (EditedModel model = new EditedModel(Models.PHASE_3.replace("overlay 10.255.0.0/24", "overlay overlay {"))) {
            assertThat(model.symbols()).extracting(DocumentSymbol::getName)
                    .contains("Internet", "Suite", "Corp", "HQ1", "Branch[1..2]");
        }
    }

    @Test
    void theOutlineHasTheElementsAndTheirParts() {
        try (EditedModel model = new EditedModel(Models.PHASE_3)) {
            List<DocumentSymbol> symbols = model.symbols();

            assertThat(symbols).extracting(DocumentSymbol::getName)
                    .containsExactly("Demo", "Internet", "Suite", "Corp", "HQ1", "Branch[1..2]");
            assertThat(symbols.get(4).getChildren()).extracting(DocumentSymbol::getName)
                    .containsExactly("wan", "lan", "join");
            assertThat(model.textOf(symbols.get(4).getSelectionRange())).isEqualTo("HQ1");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "via  | via HQ1                 | HQ1  | Corp",
        "join | join Corp as 10.255.0.1 | Corp | HQ1",
    })
    void completionProposesTheNamesThatAreLegal(String before, String removed, String expected, String unexpected) {
        String text = Models.PHASE_3.replaceFirst(removed + "\n", before + " // here\n");
        try (EditedModel model = new EditedModel(text)) {
            List<String> proposals = model.completionsBefore("// here").stream()
                    .map(CompletionItem::getLabel).toList();
            assertThat(proposals).contains(expected).doesNotContain(unexpected);
        }
    }

    @Test
    void completionInABlockProposesItsSettingsWithTheirMeaningAndNoOthers() {
        String text = Models.PHASE_3.replace("  holdtime 10min  mtu 1400  mss 1360\n", "  \n");
        try (EditedModel model = new EditedModel(text)) {
            List<CompletionItem> proposals = model.completionsAfter("authentication \"NHRP1\"\n  ");
            assertThat(proposals).extracting(CompletionItem::getLabel)
                    .contains("holdtime", "mtu", "mss", "routing")
                    .doesNotContain("wan", "lan", "ping", "pe-ce");
            assertThat(proposals).filteredOn(item -> item.getLabel().equals("holdtime")).singleElement()
                    .satisfies(item -> assertThat(item.getDocumentation().getLeft()).contains("valid"));
        }
    }

    @Test
    void completionReplacesTheTypedStartOfAWord() {
        String text = Models.PHASE_3.replace("  holdtime 10min", "  hold");
        try (EditedModel model = new EditedModel(text)) {
            CompletionItem item = model.completionsAfter("\"NHRP1\"\n  hold").stream()
                    .filter(each -> each.getLabel().equals("holdtime")).findFirst().orElseThrow();
            assertThat(model.textOf(item.getTextEdit().getLeft().getRange())).isEqualTo("hold");
            assertThat(item.getTextEdit().getLeft().getNewText()).isEqualTo("holdtime");
        }
    }

    @Test
    void hoverOnAKeywordSaysWhatItMeans() {
        try (EditedModel model = new EditedModel(Models.PHASE_3)) {
            assertThat(model.hoverOn("tunnel-key").getContents().getRight().getValue()).contains("GRE key");
        }
    }

    @Test
    void hoverOnANameShowsItsDeclaration() {
        try (EditedModel model = new EditedModel(Models.PHASE_3)) {
            assertThat(model.hoverOn("via HQ1").getContents().getRight().getValue()).contains("hub HQ1 {");
        }
    }

    @Test
    void definitionLeadsToTheDeclaredName() {
        try (EditedModel model = new EditedModel(Models.PHASE_3)) {
            assertThat(model.definitionOf("via HQ1")).containsExactly("HQ1");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "L-LINK            | crypto Suite\\n              | crypto Suit\\n                   | Change to 'Suite'",
        "L-SETTING-UNKNOWN | holdtime 10min               | holdtme 10min                     | Change to 'holdtime'",
        "L-VALUE-HOST-BITS | lan 10.1.0.0/16              | lan 10.1.0.5/16                   | Use the network 10.1.0.0/16",
        "R-NH-05           | authentication \"NHRP1\"     | authentication \"longpassword\"   | Shorten the password to 'longpass'",
        "R-NH-19           | holdtime 10min               | holdtime 2h                       | Change 'holdtime 2h' to 'holdtime 10min'",
        "R-SEC-13          | mode transport               | mode tunnel                       | Use transport mode",
        "R-SEC-16          | \\n  dpd 30s retry 5s on-demand |                                | Add 'dpd 30s retry 5s on-demand' to crypto Suite",
        "R-MT-01           | '  mtu 1400  mss 1360'       | ''                                | Add 'mtu 1400  mss 1360' to cloud Corp",
        "R-AD-03           | as 10.255.0.1\\n             | as 10.254.0.1\\n                  | Use the next free address 10.255.0.1",
    })
    void aQuickFixMendsTheProblemOfItsRule(String rule, String sound, String broken, String title) {
        String text = Models.PHASE_3.replace(unescaped(sound), unescaped(broken == null ? "" : broken));
        assertThat(text).as("the text is broken").isNotEqualTo(Models.PHASE_3);
        try (EditedModel model = new EditedModel(text)) {
            List<CodeAction> fixes = model.fixes(model.problem(rule));
            CodeAction fix = fixes.stream().filter(each -> each.getTitle().equals(title)).findFirst()
                    .orElseThrow(() -> new AssertionError("No fix '" + title + "' in "
                            + fixes.stream().map(CodeAction::getTitle).toList()));

            model.apply(fix);

            assertThat(model.problems()).noneMatch(problem -> problem.getCode().getLeft().equals(rule));
        }
    }

    @Test
    void aDuplicateTunnelAddressGetsTheNextFreeOne() {
        String duplicate = Models.PHASE_3 + """

                spoke Extra {
                  wan Internet dhcp
                  lan 10.99.0.0/24
                  join Corp as 10.255.0.11 via HQ1
                }
                """;
        try (EditedModel model = new EditedModel(duplicate)) {
            List<CodeAction> fixes = model.problems().stream()
                    .filter(problem -> problem.getCode().getLeft().equals("R-AD-01"))
                    .flatMap(problem -> model.fixes(problem).stream()).toList();
            assertThat(fixes).extracting(CodeAction::getTitle).contains("Use the next free address 10.255.0.2");
        }
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }
}
