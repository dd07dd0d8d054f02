package dmvpn.dsl.load;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.rules.Finding;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a model, loading it ends with findings inside its text and never with an exception. */
class RobustnessTest {

    private static final List<String> FRAGMENTS = List.of("{", "}", "[", "]", ",", ".", "\"", "<<<", ">>>", "/*", "*/", "//", "{n}", "{1/0}", "^", "hub",
            "spoke", "crypto", "at", "expect", "lan", "via", "10.0.0.0/99", "::", "999999999999999999999", "[1..99999999]", "[5..1]", "\u0000", "ä", "\n");

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMutatedModelNeverThrows(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? Models.SOUND : Models.sketch());
        int mutations = random.nextInt(1, 12);
        for (int mutation = 0; mutation < mutations; mutation++) {
            mutate(text, random);
        }

        LoadedModel model = Models.loader().parse("seed" + seed, text.toString());

        assertThat(model.network()).as("seed %d", seed).isPresent();
        for (Finding finding : model.findings()) {
            assertThat(finding.message()).as("seed %d", seed).isNotBlank();
            assertThat(finding.origin().offset() + finding.origin().length()).as("seed %d: %s", seed, finding).isBetween(0, text.length());
        }
    }

    private static void mutate(StringBuilder text, RandomGenerator random) {
        int start = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), start + random.nextInt(30));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(start, end);
            case 1 -> text.insert(start, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            case 2 -> text.insert(start, " " + FRAGMENTS.get(random.nextInt(FRAGMENTS.size())) + " ");
            case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(start, end));
            default -> text.replace(start, end, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        }
    }
}
