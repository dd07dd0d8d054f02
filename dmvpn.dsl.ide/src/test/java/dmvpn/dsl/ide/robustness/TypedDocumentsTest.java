package dmvpn.dsl.ide.robustness;

import dmvpn.dsl.robustness.Corpus;
import dmvpn.dsl.robustness.Edit;
import dmvpn.dsl.robustness.Runs;
import dmvpn.dsl.robustness.Trial;
import dmvpn.dsl.robustness.Watchdog;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model typed character by character, with completion and another question at the caret. */
class TypedDocumentsTest {

    /** Characters from one question to the next in the sample. */
    private static final int STRIDE = 31;

    /** The sample types one example in so many. */
    private static final int ONE_EXAMPLE_IN = 8;

    private final Watchdog watchdog = new Watchdog();
    private final Trial trial = new Trial(watchdog);
    private final ServiceProperties services = new ServiceProperties(watchdog);

    static Stream<String> texts() {
        Corpus corpus = Corpus.read();
        List<String> examples = corpus.examples();
        return Runs.isLong() ? corpus.all().stream()
                : IntStream.range(0, examples.size()).filter(index -> index % ONE_EXAMPLE_IN == 0).mapToObj(examples::get);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void typingIsAnswered(String text) {
        trial.of(0, text, this::type);
    }

    private void type(String text) {
        int stride = Runs.isLong() ? 1 : STRIDE;
        RandomGenerator random = Runs.random(text.length());
        OpenModel model = new OpenModel("");
        for (int typed = 0; typed < text.length(); typed++) {
            Edit edit = new Edit(typed, 0, text.substring(typed, typed + 1));
            watchdog.operation("type at " + typed, () -> {
                model.apply(edit);
                return model;
            });
            if (typed % stride == 0) {
                services.diagnostics(model);
                services.completion(model, typed + 1);
                services.ask(random.nextInt(ServiceProperties.QUESTIONS), model, typed + 1, random);
            }
        }
    }
}
