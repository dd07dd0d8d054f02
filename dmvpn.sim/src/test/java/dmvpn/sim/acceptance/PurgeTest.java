package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who takes back what, and when (RFC 2332 section 5.2.5). */
class PurgeTest {

    private final ReferenceNetwork network = new ReferenceNetwork();

    private FinishedRun outOfService(String interfaceName) {
        return FinishedRun.of(network.duration(130).ping(100, network.spokeHost(1), network.spokeHost(2), 5)
                .action(new Action.FailInterface(Duration.ofSeconds(120), "S2", interfaceName, Origin.NONE)).build());
    }

    @Test
    @Shows("RFC2332/5.2.5-client")
    void aTunnelThatIsShutDownTakesItsRegistrationBack() {
        FinishedRun run = outOfService("Tunnel100");

        assertThat(run.times("S2", "NHRP", "Purge Request sent", "destinationProtocolAddress", "10.0.0.1"))
                .containsExactly("120.000");
        assertThat(run.times("H1", "NHRP", "NHC down")).containsExactly("120.010");
        assertThat(run.count("H1", "NHRP", "Purge Reply sent")).as("none is wanted").isZero();
    }

    @Test
    @Shows("RFC2332/5.2.5-station")
    void aTunnelThatIsShutDownTakesItsAnswersBack() {
        FinishedRun run = outOfService("Tunnel100");

        assertThat(run.times("S2", "NHRP", "Purge Request sent", "destinationProtocolAddress", "10.0.0.11"))
                .containsExactly("120.000");
        assertThat(run.times("S1", "NHRP", "shortcut withdrawn", "prefix", "192.168.12.0/24")).containsExactly("120.010");
    }

    @Test
    @Shows("RFC2332/5.2.5-station")
    void aLocalNetworkThatIsGoneIsPurgedFromThoseThatWereTold() {
        FinishedRun run = outOfService("GigabitEthernet2");

        assertThat(run.times("S1", "NHRP", "shortcut withdrawn", "prefix", "192.168.12.0/24")).containsExactly("120.010");
        assertThat(run.count("H1", "NHRP", "NHC down")).isZero();
    }

    @Test
    void aSourceWithoutALineCannotSayGoodbye() {
        FinishedRun run = outOfService("GigabitEthernet1");

        assertThat(run.count("S2", "NHRP", "Purge Request sent")).isZero();
    }
}
