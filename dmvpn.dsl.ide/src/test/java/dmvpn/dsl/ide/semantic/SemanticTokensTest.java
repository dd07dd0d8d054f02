package dmvpn.dsl.ide.semantic;

import static dmvpn.dsl.ide.testing.EditedModel.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.ide.testing.Examples;
import dmvpn.dsl.ide.testing.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SemanticTokensTest {

    private static final String MODEL = Models.PHASE_3 + """

            scenario First {
              seed 1  duration 2min
              at 60s ping probe every 1s from Branch[1].lan to Branch[2].lan // note
              expect after 60s longest gap of probe below 2s
            }
            hub Last { raw cisco-iosxe <<< line one
            line two >>> }
            """;

    static List<Path> examples() {
        return Examples.files();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "network Demo         | namespace declaration",
        "transport Internet   | interface declaration",
        "wan Internet         | interface",
        "crypto Suite {       | struct declaration",
        "cloud Corp           | namespace declaration",
        "hub HQ1              | class declaration",
        "via HQ1              | class",
        "scenario First       | event declaration",
        "ping probe           | function declaration",
        "gap of probe         | function",
        "from Branch          | class",
        "from Branch[1        | parameter",
        "Branch[1..2          | parameter",
        "10.255.0.0/24        | number",
        "10.100.{n}.0/24      | number",
        "latency 10ms         | number",
        "\"NHRP1\"            | string",
        "latency              | keyword",
        "aes-gcm-256  prf     | keyword",
        "mode transport       | enumMember",
        "encryption aes-gcm-256 | enumMember",
        "// note              | comment",
        "raw cisco-iosxe      | variable",
        "<<< line one         | macro",
        "line two >>>         | macro",
    })
    void aTokenHasTheTypeOfItsMeaning(String marker, String expected) {
        try (EditedModel model = new EditedModel(MODEL)) {
            String place = marker.strip().replace(" {", "");
            List<String> tokens = tokens(MODEL, full(model).getData());
            int offset = MODEL.indexOf(place) + place.length() - 1;
            assertThat(tokens.stream().filter(token -> covers(token, offset)).toList()).singleElement().asString()
                    .endsWith(" " + expected.strip());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void tokensFollowEachOtherInEveryExample(Path example) {
        String text = Examples.text(example);
        try (EditedModel model = new EditedModel(text)) {
            List<String> tokens = tokens(text, full(model).getData());
            int end = 0;
            for (String token : tokens) {
                int start = Integer.parseInt(token.split(" ")[0]);
                assertThat(start).isGreaterThanOrEqualTo(end);
                end = start + Integer.parseInt(token.split(" ")[1]);
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
            assertThat(tokens).isNotEmpty();
        }
    }

    @Test
    void aRangeHasTheTokensOfTheWholeThatStandInIt() {
        try (EditedModel model = new EditedModel(MODEL)) {
            List<String> all = tokens(MODEL, full(model).getData());
            SemanticTokens range = answer(model.server().getTextDocumentService().semanticTokensRange(
                    new SemanticTokensRangeParams(model.document(), new Range(new Position(2, 0), new Position(5, 0)))));
            assertThat(tokens(MODEL, range.getData())).isNotEmpty().isSubsetOf(all).hasSizeLessThan(all.size());
        }
    }

    @Test
    void aDeltaTurnsTheLastAnswerIntoTheNewOne() {
        try (EditedModel model = new EditedModel(MODEL)) {
            SemanticTokens before = full(model);
            model.replace("network Demo", "network Other // why");
            SemanticTokensDelta delta = answer(model.server().getTextDocumentService().semanticTokensFullDelta(
                    new SemanticTokensDeltaParams(model.document(), before.getResultId()))).getRight();

            List<Integer> patched = new ArrayList<>(before.getData());
            for (SemanticTokensEdit edit : delta.getEdits()) {
                List<Integer> place = patched.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount());
                place.clear();
                place.addAll(edit.getData());
            }
            assertThat(patched).isEqualTo(full(model).getData());
            assertThat(delta.getEdits().getFirst().getData()).hasSizeLessThan(30);
        }
    }

    private static SemanticTokens full(EditedModel model) {
        return answer(model.server().getTextDocumentService().semanticTokensFull(new SemanticTokensParams(model.document())));
    }

    private static boolean covers(String token, int offset) {
        int start = Integer.parseInt(token.split(" ")[0]);
        return offset >= start && offset < start + Integer.parseInt(token.split(" ")[1]);
    }

    /** Offset, length, type and modifier of each token. */
    private static List<String> tokens(String text, List<Integer> data) {
        String[] lines = text.split("\n", -1);
        int[] starts = new int[lines.length];
        for (int line = 1; line < lines.length; line++) {
            starts[line] = starts[line - 1] + lines[line - 1].length() + 1;
        }
        List<String> tokens = new ArrayList<>();
        int line = 0;
        int character = 0;
        for (int index = 0; index < data.size(); index += 5) {
            character = data.get(index) == 0 ? character + data.get(index + 1) : data.get(index + 1);
            line += data.get(index);
            tokens.add((starts[line] + character) + " " + data.get(index + 2) + " "
                    + SemanticTokenService.legend().getTokenTypes().get(data.get(index + 3))
                    + (data.get(index + 4) == 1 ? " declaration" : ""));
        }
        return tokens;
    }
}
