package dmvpn.app.alarms;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Public labs work, so nothing that is found in their models may deny it. Each finding was looked at: its stated effect occurs
 * in the lab, or it is an info.
 */
class LabsTest {

    private static final Map<String, List<String>> FINDINGS = Map.ofEntries(
            // No encryption, the default bandwidth, spokes that are asked for lost routes.
            entry("jakub-phase2-minimal", List.of("warning R-MT-05", "warning R-RT-05", "warning R-SEC-20")),
            // Tunnel mode, no dead peer detection, group 5. Packets above the tunnel's MTU are fragmented, and arrive.
            entry("vn-phase1", List.of("info R-MT-01", "warning R-SEC-13", "warning R-SEC-16", "warning R-SEC-21")),
            entry("vn-phase2", List.of("info R-MT-01", "warning R-SEC-13", "warning R-SEC-16", "warning R-SEC-21")),
            entry("vn-phase3", List.of("info R-MT-01", "warning R-SEC-13", "warning R-SEC-16", "warning R-SEC-21")),
            // Leased addresses and the unique flag.
            entry("nickrusso-phase3-template", List.of("warning R-NH-15")),
            // Release 15.5 has the old hold time of two hours. The inside VRF keeps nothing apart.
            entry("john-clarkson-ikev2-ivrf", List.of("info R-NH-16", "info R-VR-02", "warning R-MT-05", "warning R-NH-19",
                    "warning R-RT-05", "warning R-SEC-16")),
            // The second hub does not announce spokes to spokes, which know each other from the first one alone.
            entry("ngmunia-dual-hub-dual-cloud", List.of("warning R-MT-05", "warning R-NH-15", "warning R-PH-06",
                    "warning R-RT-02", "warning R-SEC-16")),
            // Hubs of one campus that do not know each other; spokes of the first cloud never go direct.
            entry("ksnam97-paste-scripts", List.of("info R-HUB-08", "warning R-HUB-02", "warning R-HUB-04", "warning R-MT-05",
                    "warning R-PH-06", "warning R-RT-05", "warning R-SEC-08", "warning R-SEC-13", "warning R-SEC-21")),
            entry("suzugross-phase3", List.of("warning R-MT-05", "warning R-RT-05", "warning R-SEC-20")),
            // Hubs of one site with the old hold time.
            entry("edricarthur-dual-hub-single-cloud", List.of("info R-RT-10", "warning R-HUB-02", "warning R-NH-19",
                    "warning R-SEC-13", "warning R-SEC-16")),
            // A hold time of ten seconds means a registration each three. The default routes stay, also when the hub is dead.
            entry("frr-nhrp-topo", List.of("info R-NH-16", "warning R-NH-21", "warning R-RT-17", "warning R-SEC-20")),
            entry("frr-redundancy", List.of("info R-NH-16", "warning R-HUB-04", "warning R-NH-21", "warning R-RT-17",
                    "warning R-SEC-20")),
            entry("frr-nhs-priority", List.of("info R-NH-16", "warning R-HUB-04", "warning R-NH-21", "warning R-RT-17",
                    "warning R-SEC-20")));

    /** A lab whose policies keep regions apart: what goes to another one has no route but the default one to the Internet. */
    private static final String APART = "ngmunia-dual-hub-dual-cloud";
    private static final int REGION_LETTERS = "RegionA".length();

    private static boolean isBetweenRegions(Promise promise) {
        return promise.kind() == Kind.ENCRYPTION || promise instanceof Promise.LocalNetwork pair
                && !region(pair.from()).equals(region(pair.to())) && pair.from().startsWith("Region") && pair.to().startsWith("Region");
    }

    private static String region(String router) {
        return router.substring(0, Math.min(REGION_LETTERS, router.length()));
    }

    static List<TestedModel> labs() {
        return TestedModel.in(TestedModel.LABS, false);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void itsFindingsAreTrue(TestedModel lab) {
        assertThat(lab.findings()).as("%s", lab.problems()).containsExactlyElementsOf(FINDINGS.get(lab.name()));
    }

    @ParameterizedTest
    @MethodSource("labs")
    void itWorks(TestedModel lab) {
        CompiledNetwork network = lab.networkWithIkeVersion2();
        // Which spokes go direct is a matter of each lab's design; the errors and warnings on it are in RuleEffectsTest.
        List<Promise> promises = Promises.of(network).stream().filter(promise -> !(promise instanceof Promise.DirectPath)
                && !(lab.name().equals(APART) && isBetweenRegions(promise))).toList();

        assertThat(promises).extracting(Promise::kind).contains(Kind.REGISTRATION, Kind.TUNNEL);
        assertThat(Trial.of(network, promises, Trial.USUAL).broken()).isEmpty();
    }

    @Test
    void everyLabHasItsFindings() {
        assertThat(labs()).extracting(TestedModel::name).containsExactlyInAnyOrderElementsOf(FINDINGS.keySet());
    }
}
