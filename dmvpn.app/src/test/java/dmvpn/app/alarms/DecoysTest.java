package dmvpn.app.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks wrong and is accepted by real routers is no error and no warning, and works. */
class DecoysTest {

    /** Infos are true as well: the networks work. */
    private static final Map<String, List<String>> INFOS = Map.of(
            "fixed-address-no-unique", List.of("info R-NH-16"),
            "frr-spokes", List.of("info R-NH-02", "info R-NH-16"),
            "network-ids-differ", List.of("info R-NH-02"),
            "no-mtu-with-protection", List.of("info R-MT-01"),
            "shortcut-on-hub", List.of("info R-PH-11"));

    static List<TestedModel> decoys() {
        return TestedModel.in(TestedModel.DECOYS, false);
    }

    @ParameterizedTest
    @MethodSource("decoys")
    void itIsNoErrorAndNoWarning(TestedModel decoy) {
        assertThat(decoy.problems()).noneMatch(problem -> problem.severity().equals("warning"));
        assertThat(decoy.findings()).containsExactlyElementsOf(INFOS.getOrDefault(decoy.name(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("decoys")
    void itWorks(TestedModel decoy) {
        CompiledNetwork network = decoy.network();

        assertThat(Trial.of(network, Promises.of(network), Trial.USUAL).broken()).isEmpty();
    }
}
