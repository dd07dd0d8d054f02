package dmvpn.dsl.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model typed character by character, checked as it grows; in the end it is what it is when it is loaded. */
class TypedModelsTest {

    /** Characters from one check to the next in the sample. */
    private static final int STRIDE = 23;

    /** The sample types one example in so many. */
    private static final int ONE_EXAMPLE_IN = 8;

    private final Watchdog watchdog = new Watchdog();
    private final Trial trial = new Trial(watchdog);
    private final LanguageProperties properties = new LanguageProperties(watchdog);

    static Stream<String> texts() {
        Corpus corpus = Corpus.read();
        List<String> examples = corpus.examples();
        return Runs.isLong() ? corpus.all().stream()
                : IntStream.range(0, examples.size()).filter(index -> index % ONE_EXAMPLE_IN == 0).mapToObj(examples::get);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void typingIsFollowed(String text) {
        int stride = Runs.isLong() ? 1 : STRIDE;
        trial.of(0, text, each -> type(each, stride));
    }

    private void type(String text, int stride) {
        DmvpnResource resource = Models.resource("");
        for (int typed = 0; typed < text.length(); typed++) {
            int offset = typed;
            watchdog.operation("type at " + typed, () -> {
                resource.update(offset, 0, text.substring(offset, offset + 1));
                return resource;
            });
            if (typed % stride == 0 || typed == text.length() - 1) {
                properties.isChecked(resource);
            }
        }
        List<String> findings = Analysis.of(resource).findings().stream().map(Models::show).toList();
        assertThat(findings).as("typing ends where loading does").isEqualTo(Models.findings(text));
        assertThat(Analysis.of(resource).network()).as("typing ends where loading does").isEqualTo(Models.network(text));
    }
}
