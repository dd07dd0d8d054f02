package dmvpn.dsl.ide.robustness;

import dmvpn.dsl.robustness.Corpus;
import dmvpn.dsl.robustness.Edit;
import dmvpn.dsl.robustness.Mutations;
import dmvpn.dsl.robustness.Runs;
import dmvpn.dsl.robustness.Trial;
import dmvpn.dsl.robustness.Watchdog;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to an open document, each service answers soon, without an exception, and what it says is in the text. */
class MutatedDocumentsTest {

    private static final Corpus CORPUS = Corpus.read();
    private static final int ROWS = 20;
    private static final int EDITS = 10;
    private static final int QUESTIONS_OF_EDIT = 2;

    private final Watchdog watchdog = new Watchdog();
    private final Trial trial = new Trial(watchdog);
    private final ServiceProperties services = new ServiceProperties(watchdog);
    private final ChangeProperties changes = new ChangeProperties(watchdog);

    /** Each is {@value #ROWS} rows of {@value #EDITS} edits: 100,000 edits in the long profile. */
    static LongStream seeds() {
        return Runs.seeds(2, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyServiceAnswers(long seed) {
        RandomGenerator random = Runs.random(seed);
        for (int row = 0; row < ROWS; row++) {
            String start = CORPUS.any(random);
            long asked = random.nextLong();
            trial.of(seed, start, edits(start, random), (text, edits) -> follow(text, edits, asked));
        }
    }

    private static List<Edit> edits(String start, RandomGenerator random) {
        Mutations mutations = new Mutations(random, CORPUS);
        List<Edit> edits = new ArrayList<>();
        String text = start;
        for (int index = 0; index < EDITS; index++) {
            Edit edit = mutations.next(text);
            edits.add(edit);
            text = edit.in(text);
        }
        return edits;
    }

    private void follow(String text, List<Edit> edits, long asked) {
        OpenModel model = watchdog.operation("open", () -> new OpenModel(text));
        for (Edit edit : edits) {
            watchdog.operation("edit " + edit, () -> {
                model.apply(edit);
                return model;
            });
            services.diagnostics(model);
            RandomGenerator random = Runs.random(asked ^ edit.hashCode());
            for (int question = 0; question < QUESTIONS_OF_EDIT; question++) {
                services.ask(random.nextInt(ServiceProperties.QUESTIONS), model, random.nextInt(model.text().length() + 1), random);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatServicesChangeKeepsItsPromise(long seed) {
        RandomGenerator random = Runs.random(seed);
        for (int row = 0; row < ROWS; row++) {
            String text = CORPUS.any(random);
            for (Edit edit : edits(text, random).subList(0, random.nextInt(4))) {
                text = edit.in(text);
            }
            long asked = random.nextLong();
            trial.of(seed, text, each -> change(each, asked));
        }
    }

    private void change(String text, long asked) {
        RandomGenerator random = Runs.random(asked);
        OpenModel model = watchdog.operation("open", () -> new OpenModel(text));
        changes.isFormatted(model);
        changes.isFormattedInPart(model, random.nextInt(text.length() / 2 + 1), random.nextInt(text.length() / 2, text.length() + 1));
        for (int rename = 0; rename < QUESTIONS_OF_EDIT; rename++) {
            changes.isRenamed(model, random.nextInt(text.length() + 1));
        }
        List<Diagnostic> problems = services.diagnostics(model);
        if (!problems.isEmpty()) {
            changes.isMended(model, problems.get(random.nextInt(problems.size())));
        }
    }
}
