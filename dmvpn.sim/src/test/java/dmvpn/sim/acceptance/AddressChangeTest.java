package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A spoke that has registered at 801 for 600 s gets another lease at 1000 (ipSpace.net, "DMVPN: Non-Unique NHRP
 * Registrations").
 */
class AddressChangeTest {

    private final ReferenceNetwork network = new ReferenceNetwork().dhcpSpokes().duration(1500).action(new Action.Renumber(
            Duration.ofSeconds(1000), "S1", "GigabitEthernet1", Optional.of(IpAddress.parse("198.51.100.99")), Origin.NONE));

    @Test
    @Shows("RFC2332/5.2.3-unique")
    void aUniqueRegistrationKeepsTheSpokeOutUntilTheOldOneExpires() {
        FinishedRun run = FinishedRun.of(network.build());

        assertThat(run.times("H1", "NHRP", "registration refused")).containsExactly("1001.010", "1002.010", "1004.010",
                "1008.010", "1016.010", "1032.010", "1064.010", "1128.010", "1192.010", "1256.010", "1320.010", "1384.010");
        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020", "1448.020");
    }

    @Test
    @Shows("RFC2332/5.2.4-replace")
    void withoutUniquenessTheNextRegistrationMovesTheMapping() {
        FinishedRun run = FinishedRun.of(network.noUniqueRegistration().build());

        assertThat(run.count("H1", "NHRP", "registration refused")).isZero();
        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020", "1001.020");
        assertThat(run.show("H1", "show ip nhrp")).contains("NBMA address: 198.51.100.99");
    }

    @Test
    void keyExchangeOfTheOldAddressEndsAndStartsAnew() {
        FinishedRun run = FinishedRun.of(network.build());

        assertThat(run.times("S1", "IKEv2", "IKE SA down")).contains("1000.000");
        assertThat(run.times("S1", "IKEv2", "IKE SA up")).contains("1000.040");
        assertThat(run.show("S1", "show crypto ikev2 sa")).contains("198.51.100.99/500").doesNotContain("198.51.100.2/500");
    }
}
