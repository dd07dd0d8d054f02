package dmvpn.app.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is found in the examples but what they are made to show, and they work. */
class ExamplesTest {

    /** The examples that show what goes wrong: a backup without remedy, tunnels whose packets vanish, mappings to a dead hub. */
    private static final Map<String, List<String>> FINDINGS = Map.of(
            "dual-hub/phase2", List.of("warning R-HUB-03"),
            "mpls-backup-unremedied/mpls-backup", List.of("info R-RT-10", "warning R-BK-01"),
            "mtu-black-hole/mtu-black-hole", List.of("warning R-MT-02", "warning R-MT-03"));

    /** What a run does not carry, or what an example is not about. */
    private static boolean isAsked(String folder, Promise promise) {
        return switch (folder) {
            // Its provider loses packets.
            case "branches" -> promise instanceof Promise.Registration || promise instanceof Promise.Neighbor;
            // Its tunnels start from an inside address, which is not simulated.
            case "one-address-two-isps" -> promise instanceof Promise.Encryption;
            // Branches prefer the cloud over the other provider, and there they have no way to the kiosk but the hub.
            case "dual-isp" -> !(promise instanceof Promise.DirectPath);
            // A firewall in front of the hosts drops the pings that ask.
            case "mtu-black-hole" -> !(promise instanceof Promise.LocalNetwork)
                    && !(promise instanceof Promise.DirectPath direct && direct.from().equals("Branch3"));
            default -> true;
        };
    }

    static List<TestedModel> examples() {
        return TestedModel.in(TestedModel.EXAMPLES, true).stream()
                .filter(example -> !example.file().getParent().endsWith("shared")).toList();
    }

    private static String folder(TestedModel example) {
        return example.file().getParent().getFileName().toString();
    }

    private static String name(TestedModel example) {
        return folder(example) + "/" + example.file().getFileName().toString().replace(".dmvpn", "");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itsFindingsAreThoseItShows(TestedModel example) {
        assertThat(example.findings()).as("%s", example.problems())
                .containsExactlyElementsOf(FINDINGS.getOrDefault(name(example), List.of()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itWorks(TestedModel example) {
        CompiledNetwork network = example.network();
        List<Promise> promises = Promises.of(network).stream().filter(promise -> isAsked(folder(example), promise)).toList();

        assertThat(Trial.of(network, promises, Trial.USUAL).broken()).isEmpty();
    }
}
