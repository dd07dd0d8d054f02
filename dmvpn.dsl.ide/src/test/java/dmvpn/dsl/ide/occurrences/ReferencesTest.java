package dmvpn.dsl.ide.occurrences;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.Models;
import dmvpn.dsl.ide.testing.Workspace;
import java.util.List;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

    private static final String URI = "file:///models/net.dmvpn";

    private static final String MODEL = Models.PHASE_3 + """

            spoke Branch[2] { lan 10.77.0.0/16 }

            scenario First {
              seed 1  duration 2min
              at 60s ping probe every 1s from Branch[1].lan to Branch[2].lan
              expect at 59s every spoke has nhs HQ1 up
              expect after 60s longest gap of probe below 2s
              expect always no overlay packet in clear on Internet
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hub HQ1                 | false | 2",
        "hub HQ1                 | true  | 3",
        "transport Internet      | false | 3",
        "crypto Suite {          | false | 1",
        "cloud Corp              | false | 2",
        "every 1s from Branch    | false | 2",
        "every 1s from Branch    | true  | 4",
        "ping probe              | false | 1",
        "network Demo            | true  | 1",
        "overlay 10.255.0.0/24   | true  | 0",
    })
    void theUsesOfANameAreFound(String marker, boolean withDeclaration, int count) {
        try (Workspace workspace = new Workspace()) {
            workspace.open(URI, MODEL);
            String place = marker.replace(" {", "");
            List<? extends Location> found = answer(workspace.server().getTextDocumentService().references(
                    new ReferenceParams(workspace.document(URI), position(place), new ReferenceContext(withDeclaration))));
            assertThat(found).hasSize(count);
            String name = place.substring(place.lastIndexOf(' ') + 1);
            assertThat(found).allSatisfy(location ->
                    assertThat(workspace.textOf(URI, location.getRange())).isEqualTo(name));
        }
    }

    private static org.eclipse.lsp4j.Position position(String marker) {
        String before = MODEL.substring(0, MODEL.indexOf(marker) + marker.length() - 1);
        return new org.eclipse.lsp4j.Position((int) before.chars().filter(c -> c == '\n').count(),
                before.length() - before.lastIndexOf('\n') - 1);
    }

    @Test
    void highlightsTellDeclarationsFromUses() {
        try (Workspace workspace = new Workspace()) {
            workspace.open(URI, MODEL);
            List<? extends DocumentHighlight> found = answer(workspace.server().getTextDocumentService()
                    .documentHighlight(new DocumentHighlightParams(workspace.document(URI), position("hub HQ1"))));
            assertThat(found).extracting(DocumentHighlight::getKind).containsExactly(
                    DocumentHighlightKind.Write, DocumentHighlightKind.Read, DocumentHighlightKind.Read);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "via HQ1                 | hub HQ1 {",
        "crypto Suite            | crypto Suite {",
        "wan Internet            | transport Internet",
        "join Corp               | cloud Corp {",
        "every 1s from Branch    | spoke Branch[1..2] {",
        "lan to Branch           | spoke Branch[1..2] {",
        "lan to Branch[2         | spoke Branch[2] {",
        "every 1s from Branch[1  | spoke Branch[1..2] {",
        "gap of probe            | ping probe every",
        "clear on Internet       | transport Internet",
        "has nhs HQ1             | hub HQ1 {",
    })
    void eachReferenceLeadsToItsDeclaration(String marker, String declaration) {
        try (Workspace workspace = new Workspace()) {
            workspace.open(URI, MODEL);
            List<? extends Location> found = answer(workspace.server().getTextDocumentService().definition(
                    new DefinitionParams(workspace.document(URI), position(marker.strip())))).getLeft();
            assertThat(found).singleElement().satisfies(location -> {
                int line = location.getRange().getStart().getLine();
                assertThat(MODEL.lines().skip(line).findFirst().orElseThrow()).contains(declaration.strip());
            });
        }
    }
}
