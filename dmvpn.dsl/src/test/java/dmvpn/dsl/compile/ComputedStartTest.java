package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import org.junit.jupiter.api.Test;

/** Values whose first part is computed. */
class ComputedStartTest {

    private static final String MODEL = """
            transport Internet { dhcp 198.51.100.0/24 }
            cloud Corp { overlay 10.0.0.0/24 phase 1 routing bgp 65000 { hubs as 65000 spokes as {65000+n} } }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254 lan 192.168.1.0/24 join Corp as 10.0.0.1 }
            spoke Branch[20..21]{
              wan Internet dhcp
              lan {n}.1.0.0/16
              join Corp as 10.0.0.{n} via HQ mtu {1300+n}
            }
            """;

    @Test
    void aPrefixBeginsWithTheNumberOfTheMember() {
        assertThat(Models.device(MODEL, "Branch20").interfaces().get(1).assignment()).isInstanceOfSatisfying(
                AddressAssignment.Static.class, fixed -> assertThat(fixed.address().prefix()).isEqualTo(IpPrefix.parse("20.1.0.0/16")));
        assertThat(Models.device(MODEL, "Branch21").tunnels().getFirst().ipMtuBytes()).hasValue(1321);
        assertThat(Models.device(MODEL, "Branch21").routing().bgp().getFirst().autonomousSystem()).isEqualTo(65021);
    }

    @Test
    void anExpressionThatIsNoAddressIsReportedAtItsMember() {
        assertThat(Models.findings(MODEL.replace("{n}.1.0.0/16", "{n*20}.1.0.0/16"))).anySatisfy(finding ->
                assertThat(finding).contains("L-COMPUTED").contains("Branch[20]").contains("400.1.0.0/16"));
    }

    @Test
    void aForgottenValueLeavesTheBlockBehindItAsItIs() {
        String text = MODEL.replace("routing bgp 65000 {", "routing bgp {");

        assertThat(Models.network(text).devices()).hasSize(3);
        assertThat(Models.broken(text)).contains("L-SYNTAX");
    }
}
