package dmvpn.dsl.ide.folding;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.EditedModel;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void blocksCommentsAndVendorLinesFoldAndTheirLastLineStays() {
        assertThat(folds("""
                // one
                // two
                hub A {
                  lan 10.0.0.0/8  // not a comment of its own
                  raw frr <<<
                    x
                  >>>
                }
                /* three
                   four */
                transport T { latency 1ms }
                """)).containsExactly("0-1 comment", "2-6 region", "4-6 region", "8-9 comment");
    }

    @Test
    void aBlockWithoutEndDoesNotHideTheOthers() {
        assertThat(folds("hub A {\n  lan\n\nhub B {\n  lan 10.0.0.0/8\n}\n")).containsExactly("3-4 region");
    }

    private static List<String> folds(String text) {
        try (EditedModel model = new EditedModel(text)) {
            List<FoldingRange> ranges = answer(model.server().getTextDocumentService()
                    .foldingRange(new FoldingRangeRequestParams(model.document())));
            return ranges.stream()
                    .map(range -> range.getStartLine() + "-" + range.getEndLine() + " " + range.getKind()).toList();
        }
    }
}
