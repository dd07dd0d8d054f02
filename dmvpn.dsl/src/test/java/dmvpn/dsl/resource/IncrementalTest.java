package dmvpn.dsl.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.validation.Analysis;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits of an open file: what they do not touch stays, and the result is that of a fresh load. */
class IncrementalTest {

    private static final String FILE = Models.SOUND.replace("spoke Branch[1..2]", "spoke Extra { wan Internet dhcp lan 172.16.0.0/24 join Corp as 10.0.0.99 via HQ }\nspoke Branch[1..2]");

    private static void replace(DmvpnResource resource, String part, String replacement) {
        resource.update(resource.text().indexOf(part), part.length(), replacement);
    }

    @Test
    void anEditOfOneNumberReplacesOneElement() {
        DmvpnResource resource = Models.resource(FILE);
        List<Element> before = List.copyOf(resource.model().getElements());

        replace(resource, "172.16.0.0", "172.16.1.0");

        List<Element> after = resource.model().getElements();
        long replaced = java.util.stream.IntStream.range(0, before.size()).filter(index -> before.get(index) != after.get(index)).count();
        assertThat(after).hasSameSizeAs(before);
        assertThat(replaced).isLessThanOrEqualTo(1);
        assertThat(Analysis.of(resource).network()).isEqualTo(Models.network(FILE.replace("172.16.0.0", "172.16.1.0")));
    }

    @Test
    void renamingATargetUnlinksItsReferencesAndBackAgain() {
        DmvpnResource resource = Models.resource(FILE);

        replace(resource, "hub HQ", "hub HX");
        assertThat(Analysis.of(resource).findings()).filteredOn(finding -> finding.rule().id().equals("L-LINK")).hasSize(2);

        replace(resource, "hub HX", "hub HQ");
        assertThat(Analysis.of(resource).findings()).isEmpty();
        assertThat(Analysis.of(resource).network()).isEqualTo(Models.network(FILE));
    }

    @Test
    void eachRevisionIsAnalysedOnce() {
        DmvpnResource resource = Models.resource(FILE);
        Analysis first = Analysis.of(resource);

        assertThat(Analysis.of(resource)).isSameAs(first);
        replace(resource, "latency 10ms", "latency 20ms");
        assertThat(Analysis.of(resource)).isNotSameAs(first);
    }

    @Test
    void bracesTypedTooDeepAreReportedUntilTheyAreRemoved() {
        DmvpnResource resource = Models.resource(FILE);
        String typed = "latency 10ms " + "{".repeat(10_000);

        replace(resource, "latency 10ms", typed);
        assertThat(Analysis.of(resource).findings()).anyMatch(finding -> finding.message().contains("nested too deeply"));

        replace(resource, typed, "latency 10ms");
        assertThat(Analysis.of(resource).findings()).isEmpty();
        assertThat(Analysis.of(resource).network()).isEqualTo(Models.network(FILE));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyRowOfEditsEndsWhereAFreshLoadDoes(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        DmvpnResource resource = Models.resource(FILE);
        for (int edit = 0; edit < 12; edit++) {
            int start = random.nextInt(resource.text().length() + 1);
            int length = random.nextInt(Math.min(8, resource.text().length() - start) + 1);
            String inserted = List.of("", "1", "{", "}", " ", "hub", "HQ", "\n", "\"", "lan 10.0.0.0/8 ", "n", "/* ").get(random.nextInt(12));
            resource.update(start, length, inserted);
        }

        assertThat(Analysis.of(resource).network()).as("seed %d", seed).isEqualTo(Models.network(resource.text()));
        assertThat(Analysis.of(resource).findings().stream().map(Models::show).toList()).as("seed %d", seed)
                .isEqualTo(Models.findings(resource.text()));
    }
}
