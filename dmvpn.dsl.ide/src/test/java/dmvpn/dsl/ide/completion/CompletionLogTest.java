package dmvpn.dsl.ide.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.testing.Examples;
import dmvpn.dsl.ide.testing.LoggedErrors;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.robustness.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.util.CancelIndicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing goes wrong behind the scenes of completion: a swallowed exception costs proposals. */
class CompletionLogTest {

    private static final Injector INJECTOR = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();
    private static final int PLACES = 12;
    private static final int MANY_PLACES = 1_000;

    private final CompletionService completion = INJECTOR.getInstance(CompletionService.class);

    @Test
    void aParserThatIsNotToldAFirstRuleReadsByTheModel() {
        ElementParser parser = INJECTOR.getInstance(ElementParser.class);
        parser.initializeFor(null);
        assertThat(parser.getFollowElements("hub HQ { ", true)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "x", "{", "}", "hub", "hub H { wan", "\"", "<<<", "// comment", "/*", ", ,", "10.0.0.1",
        "x\nhub A { }\n", "} hub A { lan 10.0.0.0/24 }"})
    void everyPlaceOfAnOddTextIsCompletedWithoutAnError(String text) {
        try (LoggedErrors logged = new LoggedErrors()) {
            ModelDocument document = INJECTOR.getInstance(ModelWorkspace.class).open("file:///models/odd.dmvpn", 1, text);
            for (int offset = 0; offset <= text.length(); offset++) {
                completion.complete(document, document.lines().position(offset), true, CancelIndicator.NullImpl);
                assertThat(logged.errors()).as("at %d of '%s'", offset, text).isEmpty();
            }
        }
    }

    /** The words before the one at the caret are no part of what a proposal replaces, though the parser reads a text without them. */
    @Test
    void aValueOfSeveralWordsBelowAMistakeIsCompletedWithoutAnError() throws IOException {
        String text;
        try (InputStream file = CompletionLogTest.class.getResourceAsStream("mistake-above-a-value.dmvpn")) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (LoggedErrors logged = new LoggedErrors()) {
            ModelDocument document = INJECTOR.getInstance(ModelWorkspace.class).open("file:///models/mistake.dmvpn", 1, text);
            for (int offset = text.indexOf("lan 192.168.10"); offset <= text.length(); offset++) {
                completion.complete(document, document.lines().position(offset), true, CancelIndicator.NullImpl);
                assertThat(logged.errors()).as("at %d", offset).isEmpty();
            }
        }
    }

    @Test
    void theExamplesAreCompletedAnywhereAndWhileTheyAreEditedWithoutAnError() {
        RandomGenerator random = Runs.random(7);
        try (LoggedErrors logged = new LoggedErrors()) {
            for (Path example : Examples.files()) {
                ModelWorkspace workspace = INJECTOR.getInstance(ModelWorkspace.class);
                String uri = example.toAbsolutePath().normalize().toUri().toString();
                ModelDocument document = workspace.open(uri, 1, Examples.text(example));
                for (int place = 0; place < (Runs.isLong() ? MANY_PLACES : PLACES); place++) {
                    int offset = random.nextInt(document.text().length() + 1);
                    String typed = random.nextBoolean() ? "" : List.of("h", " ", "{", "}", "1", "\n").get(random.nextInt(6));
                    Range range = document.lines().range(offset, 0);
                    workspace.change(uri, 2 + place, List.of(new TextDocumentContentChangeEvent(range, typed)));
                    completion.complete(document, document.lines().position(offset + typed.length()), true, CancelIndicator.NullImpl);
                    assertThat(logged.errors()).as("at %d of %s", offset, example).isEmpty();
                    workspace.change(uri, 2 + place, List.of(new TextDocumentContentChangeEvent(
                            document.lines().range(offset, typed.length()), "")));
                }
            }
        }
    }
}
