package dmvpn.dsl.robustness;

import dmvpn.dsl.Models;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.eclipse.xtext.Grammar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a model, reading it ends soon, with findings inside its text and never with an exception. */
class MutatedModelsTest {

    private static final Grammar GRAMMAR = Models.resource("").getResourceServiceProvider().get(DmvpnGrammarAccess.class).getGrammar();
    private static final Corpus CORPUS = Corpus.read();
    private static final int ROWS = 20;
    private static final int EDITS = 10;

    private final Watchdog watchdog = new Watchdog();
    private final Trial trial = new Trial(watchdog);
    private final LanguageProperties properties = new LanguageProperties(watchdog);

    /** Each is {@value #ROWS} rows of {@value #EDITS} edits: 100,000 edits in the long profile. */
    static LongStream seeds() {
        return Runs.seeds(2, 500);
    }

    private static String start(RandomGenerator random) {
        return random.nextInt(4) == 0 ? GrammarWalk.model(GRAMMAR, random).text() : CORPUS.any(random);
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

    @ParameterizedTest
    @MethodSource("seeds")
    void anyRowOfEditsIsFollowed(long seed) {
        RandomGenerator random = Runs.random(seed);
        for (int row = 0; row < ROWS; row++) {
            String start = start(random);
            trial.of(seed, start, edits(start, random), this::follow);
        }
    }

    private void follow(String start, List<Edit> edits) {
        DmvpnResource resource = watchdog.operation("load", () -> Models.resource(start));
        for (Edit edit : edits) {
            watchdog.operation("edit " + edit, () -> {
                resource.update(edit.offset(), edit.length(), edit.replacement());
                return resource;
            });
            properties.isChecked(resource);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatComesOutIsUnderstoodAfresh(long seed) {
        RandomGenerator random = Runs.random(seed);
        for (int row = 0; row < ROWS; row++) {
            String text = start(random);
            for (Edit edit : edits(text, random)) {
                text = edit.in(text);
            }
            trial.of(seed, text, each -> {
                properties.isUnderstood(each);
                properties.isRepresented(each);
                properties.printsBack(each);
            });
        }
    }
}
