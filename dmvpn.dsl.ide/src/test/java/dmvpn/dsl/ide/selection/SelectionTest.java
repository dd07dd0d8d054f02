package dmvpn.dsl.ide.selection;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final String URI = "file:///models/selection.dmvpn";

    private static final String HUB = """
            hub HQ1 {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254
              lan 10.1.0.0/16
            }""";

    private static final String MODEL = "transport Internet { latency 1ms }\n" + HUB + "\n// the end\n";

    @Test
    void aSelectionGrowsFromTheWordOverItsClauseAndItsBlockToTheDocument() {
        assertThat(selections(MODEL, "gateway 203")).containsExactly(
                "203.0.113.254",
                "wan Internet 203.0.113.1/24 gateway 203.0.113.254",
                HUB,
                MODEL);
    }

    @Test
    void behindAWordTheWordIsMeant() {
        assertThat(selections(MODEL, "hub HQ1 ").getFirst()).isEqualTo("HQ1");
    }

    @Test
    void aCommentIsOneWord() {
        assertThat(selections(MODEL, "// the").getFirst().strip()).isEqualTo("// the end");
    }

    @Test
    void aBrokenTextStillGrows() {
        String broken = "hub HQ1 {\n  lan {{{ 10.1.0.0/16\n";
        assertThat(selections(broken, "10.1")).startsWith("10.1.0.0/16").endsWith(broken);
    }

    @Test
    void theServerOffersIt() {
        try (Workspace workspace = new Workspace()) {
            assertThat(answer(workspace.server().initialize(new org.eclipse.lsp4j.InitializeParams()))
                    .getCapabilities().getSelectionRangeProvider().getLeft()).isTrue();
        }
    }

    private static List<String> selections(String text, String marker) {
        try (Workspace workspace = new Workspace()) {
            workspace.open(URI, text);
            Position position = workspace.at(URI, marker);
            SelectionRange range = answer(workspace.server().getTextDocumentService().selectionRange(
                    new SelectionRangeParams(workspace.document(URI), List.of(position)))).getFirst();
            List<String> texts = new ArrayList<>();
            for (; range != null; range = range.getParent()) {
                texts.add(workspace.textOf(URI, range.getRange()));
            }
            return texts;
        }
    }
}
