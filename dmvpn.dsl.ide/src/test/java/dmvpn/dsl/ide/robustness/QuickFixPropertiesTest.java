package dmvpn.dsl.ide.robustness;

import dmvpn.dsl.robustness.Corpus;
import dmvpn.dsl.robustness.Mutations;
import dmvpn.dsl.robustness.Runs;
import dmvpn.dsl.robustness.Trial;
import dmvpn.dsl.robustness.Watchdog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each action that is offered anywhere, in sound and in damaged models, removes its finding and adds no error. What offers
 * them tries them on a copy that follows the document edit by edit; here each is judged by a fresh look at the whole text.
 */
class QuickFixPropertiesTest {

    private static final Corpus CORPUS = Corpus.read();
    private static final int MODELS = 10;
    private static final int PROBLEMS = 4;
    private static final int MOST_EDITS = 4;

    private final Watchdog watchdog = new Watchdog();
    private final Trial trial = new Trial(watchdog);
    private final ServiceProperties services = new ServiceProperties(watchdog);
    private final ChangeProperties changes = new ChangeProperties(watchdog);

    /** Each is {@value #MODELS} models; the long profile tries 5,000, with all their problems. */
    static LongStream seeds() {
        return Runs.seeds(2, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyActionKeepsItsPromise(long seed) {
        RandomGenerator random = Runs.random(seed);
        for (int model = 0; model < MODELS; model++) {
            String text = CORPUS.any(random);
            Mutations mutations = new Mutations(random, CORPUS);
            for (int edit = random.nextInt(MOST_EDITS); edit > 0; edit--) {
                text = mutations.next(text).in(text);
            }
            long asked = random.nextLong();
            trial.of(seed, text, each -> check(each, asked));
        }
    }

    /** One problem of each rule, for others of the rule have the same fix mostly; in the long profile all. */
    private void check(String text, long asked) {
        OpenModel model = watchdog.operation("open", () -> new OpenModel(text));
        List<Diagnostic> problems = new ArrayList<>(services.diagnostics(model));
        Collections.shuffle(problems, new Random(asked));
        Map<String, Diagnostic> ofRules = new LinkedHashMap<>();
        problems.forEach(problem -> ofRules.putIfAbsent(problem.getCode().getLeft(), problem));
        (Runs.isLong() ? problems.stream() : ofRules.values().stream().limit(PROBLEMS))
                .forEach(problem -> changes.isMended(model, problem));
    }
}
