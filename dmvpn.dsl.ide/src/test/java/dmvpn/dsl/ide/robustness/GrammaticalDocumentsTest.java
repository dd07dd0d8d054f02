package dmvpn.dsl.ide.robustness;

import dmvpn.dsl.robustness.GrammarWalk;
import dmvpn.dsl.robustness.Runs;
import dmvpn.dsl.robustness.Trial;
import dmvpn.dsl.robustness.Watchdog;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.eclipse.xtext.Grammar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the grammar derives is formatted without a change of its meaning, and each service answers about it. */
class GrammaticalDocumentsTest {

    private static final Grammar GRAMMAR = new OpenModel("").service(DmvpnGrammarAccess.class).getGrammar();
    private static final int MODELS = 20;

    private final Watchdog watchdog = new Watchdog();
    private final Trial trial = new Trial(watchdog);
    private final ServiceProperties services = new ServiceProperties(watchdog);
    private final ChangeProperties changes = new ChangeProperties(watchdog);

    /** Each is {@value #MODELS} models. */
    static LongStream seeds() {
        return Runs.seeds(2, 250);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isFormattedAndAnswered(long seed) {
        RandomGenerator random = Runs.random(seed);
        for (int model = 0; model < MODELS; model++) {
            String text = GrammarWalk.model(GRAMMAR, random).text();
            long asked = random.nextLong();
            trial.of(seed, text, each -> check(each, asked));
        }
    }

    private void check(String text, long asked) {
        RandomGenerator random = Runs.random(asked);
        OpenModel model = watchdog.operation("open", () -> new OpenModel(text));
        changes.isFormatted(model);
        services.diagnostics(model);
        for (int question = 0; question < ServiceProperties.QUESTIONS; question++) {
            services.ask(question, model, random.nextInt(text.length() + 1), random);
        }
        changes.isRenamed(model, random.nextInt(text.length() + 1));
    }
}
