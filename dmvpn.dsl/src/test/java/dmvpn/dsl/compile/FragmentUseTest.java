package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several routers share is written once: {@code fragment} and {@code use}. */
class FragmentUseTest {

    private static final String FRAGMENT = "fragment Standard {\n  platform frr\n  site Campus\n  loopback 10.255.255.{n}/32\n"
            + "  route 10.50.0.0/16 via 192.168.11.9\n}\n";

    private static String used(String fragments) {
        return fragments + Models.sound("spoke Branch[1..2] {", "spoke Branch[1..2] {\n  use Standard");
    }

    private static List<String> loopbacks(Device device) {
        return device.interfaces().stream().filter(candidate -> candidate.kind() == InterfaceKind.LOOPBACK)
                .map(candidate -> candidate.fixedAddress().orElseThrow().toString()).toList();
    }

    @Test
    void theClausesOfAFragmentAreAddedAndComputedForEachMember() {
        Device second = Models.device(used(FRAGMENT), "Branch2");

        assertThat(loopbacks(second)).containsExactly("10.255.255.2");
        assertThat(second.routing().staticRoutes()).hasSize(1);
        assertThat(second.platform().vendor().keyword()).isEqualTo("frr");
        assertThat(second.site()).contains("Campus");
        assertThat(second.tunnels()).hasSize(1);
        assertThat(Models.device(used(FRAGMENT), "HQ").site()).isEmpty();
    }

    @Test
    void theRoutersOwnClauseWinsWhereThereCanBeOneOnly() {
        String text = used(FRAGMENT).replace("use Standard", "use Standard platform cisco-iosxe site Depot loopback 10.0.9.{n}/32");
        Device second = Models.device(text, "Branch2");

        assertThat(second.platform().vendor().keyword()).isEqualTo("cisco-iosxe");
        assertThat(second.site()).contains("Depot");
        assertThat(loopbacks(second)).containsExactly("10.0.9.2", "10.255.255.2");
    }

    @Test
    void theRoutersOwnMembershipOfACloudWins() {
        String text = used("fragment Standard { join Corp as 10.0.0.{100+n} via HQ  join Second as 10.9.0.{n} via HQ }\n"
                + "cloud Second { overlay 10.9.0.0/24 tunnel-key 200 crypto Suite }\n")
                .replace("join Corp as 10.0.0.1\n", "join Corp as 10.0.0.1 join Second as 10.9.0.254\n");

        assertThat(Models.device(text, "Branch1").tunnels()).extracting(tunnel -> tunnel.address().address().toString())
                .containsExactly("10.0.0.11", "10.9.0.1");
    }

    @Test
    void aFragmentMayUseAnother() {
        String text = used("fragment Standard { use Base  site Campus }\nfragment Base { loopback 10.255.255.{n}/32 site Other }\n");

        assertThat(loopbacks(Models.device(text, "Branch1"))).containsExactly("10.255.255.1");
        assertThat(Models.device(text, "Branch1").site()).contains("Campus");
    }

    @Test
    void aCircleOfFragmentsIsReportedAtEachUseAndEndsNothing() {
        String text = used("fragment Standard { use Base }\nfragment Base { use Standard  loopback 10.255.255.{n}/32 }\n");

        assertThat(Models.findings(text)).contains(
                "1:25 L-TARGET Fragment Standard uses itself by way of Base: its own clauses are in it once anyway, so drop one"
                        + " use of the circle");
        assertThat(Models.findings("fragment Own { use Own }\n" + Models.SOUND)).anyMatch(found -> found.contains("Fragment Own uses itself:"));
        assertThat(loopbacks(Models.device(text, "Branch1"))).containsExactly("10.255.255.1");
    }

    @Test
    void anExceptionReplacesTheFamilysFragments() {
        String text = used(FRAGMENT + "fragment Bare { loopback 10.254.0.{n}/32 }\n") + "spoke Branch[2] { use Bare }";

        assertThat(loopbacks(Models.device(text, "Branch1"))).containsExactly("10.255.255.1");
        assertThat(loopbacks(Models.device(text, "Branch2"))).containsExactly("10.254.0.2");
        assertThat(Models.device(text, "Branch2").site()).isEmpty();
    }

    @Test
    void aClauseOfAnExceptionReplacesThoseOfTheFamilysFragments() {
        String text = used(FRAGMENT) + "spoke Branch[2] { loopback 10.254.0.{n}/32 }";

        assertThat(loopbacks(Models.device(text, "Branch2"))).containsExactly("10.254.0.2");
        assertThat(Models.device(text, "Branch2").site()).contains("Campus");
    }

    @Test
    void theOriginOfWhatAFragmentSaysIsInTheFragment() {
        Device first = Models.device(used(FRAGMENT), "Branch1");

        assertThat(first.interfaces().getLast().origin().line()).isEqualTo(4);
        assertThat(first.interfaces().getLast().origin().element()).isEqualTo("spoke Branch[1] loopback");
    }

    @Test
    void anUnknownFragmentIsReported() {
        assertThat(Models.findings(used(""))).anyMatch(found -> found.contains("L-LINK No fragment is called 'Standard'"));
    }
}
