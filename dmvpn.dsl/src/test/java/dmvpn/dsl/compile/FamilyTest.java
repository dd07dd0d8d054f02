package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FamilyTest {

    private static final String FAMILY = Models.SOUND
            .replace("spoke Branch[1..2] {", "spoke Branch[1..200] {")
            .replace("overlay 10.0.0.0/24", "overlay 10.0.0.0/16")
            .replace("192.168.{10+n}.0/24", "192.168.{n}.0/24").replace("lan 192.168.1.0/24", "lan 192.168.250.0/24");

    private static String lan(Device device) {
        return device.interfaces().stream().filter(candidate -> candidate.kind() == InterfaceKind.LAN)
                .map(candidate -> ((AddressAssignment.Static) candidate.assignment()).address().toString()).toList().toString();
    }

    @Test
    void aFamilyOfTwoHundredBecomesTwoHundredRouters() {
        CompiledNetwork network = Models.network(FAMILY);

        assertThat(network.devices()).hasSize(201);
        assertThat(network.devices().get(7).name()).isEqualTo("Branch7");
        assertThat(network.devices().get(7).reference()).isEqualTo("Branch[7]");
        assertThat(network.hosts()).hasSize(201);
        // Two hundred spokes with one hub and one key are worth warnings; nothing else is wrong.
        assertThat(Models.findings(FAMILY)).filteredOn(finding -> !finding.contains("R-HUB-01") && !finding.contains("R-SEC-10")).isEmpty();
    }

    @Test
    void addressesAreComputedFromTheMembersNumber() {
        Device seventh = Models.device(FAMILY, "Branch7");

        assertThat(lan(seventh)).isEqualTo("[192.168.7.1/24]");
        assertThat(seventh.tunnels().getFirst().address()).isEqualTo(InterfaceAddress.parse("10.0.0.17/16"));
    }

    @Test
    void anExceptionReplacesTheFamilysClauseAndKeepsTheOthers() {
        String text = FAMILY + "spoke Branch[7] { lan 10.77.0.0/16 }";

        assertThat(lan(Models.device(text, "Branch7"))).isEqualTo("[10.77.0.1/16]");
        assertThat(lan(Models.device(text, "Branch8"))).isEqualTo("[192.168.8.1/24]");
        assertThat(Models.device(text, "Branch7").tunnels()).isEqualTo(Models.device(FAMILY, "Branch7").tunnels());
        assertThat(Models.network(text).devices()).hasSize(201);
    }

    @Test
    void anExceptionMayStandBeforeItsFamilyAndMayNameSeveralMembers() {
        String text = Models.SOUND.replace("spoke Branch[1..2] {", "spoke Branch[2..3, 5] { lan 10.{n}.0.0/16 }\nspoke Branch[1..9] {");

        assertThat(lan(Models.device(text, "Branch2"))).isEqualTo("[10.2.0.1/16]");
        assertThat(lan(Models.device(text, "Branch5"))).isEqualTo("[10.5.0.1/16]");
        assertThat(lan(Models.device(text, "Branch4"))).isEqualTo("[192.168.14.1/24]");
    }

    @Test
    void ofTwoExceptionsForOneMemberTheLaterWins() {
        String text = FAMILY + "spoke Branch[5..9] { lan 10.5.{n}.0/24 } spoke Branch[7] { lan 10.77.0.0/16 }";

        assertThat(lan(Models.device(text, "Branch7"))).isEqualTo("[10.77.0.1/16]");
        assertThat(lan(Models.device(text, "Branch8"))).isEqualTo("[10.5.8.1/24]");
    }

    @Test
    void anExceptionReplacesTheMembershipOfTheCloudItJoins() {
        String text = FAMILY + "spoke Branch[7] { join Corp as 10.0.9.7 via HQ priority 3 }";
        Device seventh = Models.device(text, "Branch7");

        assertThat(seventh.tunnels()).hasSize(1);
        assertThat(seventh.tunnels().getFirst().address().address().toString()).isEqualTo("10.0.9.7");
        assertThat(seventh.tunnels().getFirst().nhrp().nextHopServers().getFirst().priority()).isEqualTo(3);
    }

    @Test
    void theOriginOfAMemberPointsAtTheLineThatConfiguredIt() {
        String text = FAMILY + "spoke Branch[7] { lan 10.77.0.0/16 }";
        int exceptionLine = (int) FAMILY.lines().count() + 1;
        Device seventh = Models.device(text, "Branch7");
        Device eighth = Models.device(text, "Branch8");

        assertThat(seventh.origin().line()).isEqualTo(exceptionLine);
        assertThat(seventh.origin().element()).isEqualTo("spoke Branch[7]");
        assertThat(eighth.origin().line()).isEqualTo(19);
        assertThat(seventh.interfaces().get(1).origin().line()).isEqualTo(exceptionLine);
        assertThat(seventh.interfaces().get(0).origin().line()).isEqualTo(20);
        assertThat(text.substring(seventh.interfaces().get(1).origin().offset())).startsWith("lan 10.77.0.0/16");
    }

    @Test
    void aComputedAddressThatLeavesItsPrefixIsReportedAtTheMembersNumber() {
        String text = Models.SOUND.replace("Branch[1..2]", "Branch[1..300]").replace("192.168.{10+n}.0/24", "172.{n/250+16}.{n%250}.0/24");
        List<String> findings = Models.findings(text);

        assertThat(findings).contains("22:16 L-COMPUTED Branch[246]: '10.0.0.{10+n}' becomes '10.0.0.256', which is not "
                + "an address such as 10.0.0.1 or 2001:db8::1 (and 54 more like it)");
        assertThat(findings).contains(
                "22:16 L-ADDRESS-UNUSABLE Branch[245]: 10.0.0.255 is the network or broadcast address of 10.0.0.0/24");
        assertThat(Models.network(text).deviceNamed("Branch244").orElseThrow().tunnels()).hasSize(1);
        assertThat(Models.network(text).deviceNamed("Branch246").orElseThrow().tunnels()).isEmpty();
    }

    @Test
    void membersOfAHubFamilyAreServersByNumber() {
        String text = Models.SOUND.replace("hub HQ {", "hub HQ[1..2] {").replace("203.0.113.1/24", "203.0.113.{n}/24")
                .replace("lan 192.168.1.0/24", "lan 192.168.{n}.0/24").replace("as 10.0.0.1", "as 10.0.0.{n}")
                .replace("via HQ", "via HQ[1] priority 1, HQ[2] priority 2");

        assertThat(Models.device(text, "Branch1").tunnels().getFirst().nhrp().nextHopServers())
                .extracting(server -> server.device().orElseThrow()).containsExactly("HQ1", "HQ2");
        assertThat(Models.device(text, "Branch2").tunnels().getFirst().nhrp().nextHopServers())
                .extracting(server -> server.device().orElseThrow()).containsExactly("HQ1", "HQ2");
    }
}
