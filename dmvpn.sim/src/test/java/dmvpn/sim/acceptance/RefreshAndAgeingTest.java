package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Shortcuts live as long as they are used (observed on IOS: refresh by use in the last two minutes). */
class RefreshAndAgeingTest {

    private final ReferenceNetwork network = new ReferenceNetwork();

    /** The mapping of 100.090 expires at 700.090: the first packet of its last two minutes is the echo of 581. */
    @Test
    @Shows({"RFC2332/6.2.2-refresh", "NHRP/12-on"})
    void aUsedShortcutIsRefreshedDirectlyBetweenTheSpokes() {
        FinishedRun run = FinishedRun.of(network.duration(720)
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.times("S1", "NHRP", "Resolution Request sent", "peerNbmaAddress", "198.51.100.12"))
                .containsExactly("581.000");
        assertThat(run.times("S2", "NHRP", "Resolution Reply sent", "peerNbmaAddress", "198.51.100.11"))
                .containsExactly("100.080", "581.010");
        assertThat(run.count("H1", "NHRP", "Resolution Request received")).as("only the first two").isEqualTo(2);
        assertThat(run.roundTripMillis().subList(1, 600)).containsOnly(20L);
        assertThat(run.show("S1", "show ip nhrp")).contains("created 00:10:19, expire 00:07:41");
    }

    @Test
    @Shows("RFC2332/6.2.2-unused")
    void anUnusedShortcutExpiresAndTakesItsTunnelWithIt() {
        FinishedRun run = FinishedRun.of(network.duration(720)
                .ping(100, network.spokeHost(1), network.spokeHost(2), 50).build());

        assertThat(run.times("S2", "NHRP", "shortcut withdrawn", "prefix", "192.168.11.0/24")).containsExactly("700.080");
        assertThat(run.times("S1", "NHRP", "shortcut withdrawn", "prefix", "192.168.12.0/24")).containsExactly("700.090");
        assertThat(run.times("S2", "IPsec", "security associations deleted")).containsExactly("700.080");
        assertThat(run.times("S1", "IPsec", "security associations deleted")).containsExactly("700.090");
        assertThat(run.show("S1", "show ip route")).doesNotContain("\nH ");
        assertThat(run.show("S1", "show ip nhrp")).doesNotContain("10.0.0.12");
        assertThat(run.show("S1", "show crypto ikev2 sa")).doesNotContain("198.51.100.12");
    }

    /** RFC 2332 section 5.2.3: a registered mapping lives by the registrations of its owner, whatever traffic uses it. */
    @Test
    @Shows("RFC2332/5.2.3-refresh")
    void registrationsAreRefreshedEachThirdOfTheHoldingTime() {
        FinishedRun run = FinishedRun.of(network.duration(650).build());

        assertThat(run.times("S1", "NHRP", "Registration Request sent"))
                .containsExactly("1.000", "201.000", "401.000", "601.000");
    }

    @Test
    void aSpokeCutOffFromTheHubExpiresThereSixHundredSecondsAfterItsLastRegistration() {
        FinishedRun run = FinishedRun.until(network.withoutDeadPeerDetection().duration(900).failPath(250, "S1", "H1")
                .build(), Duration.ofSeconds(850));

        assertThat(run.times("H1", "NHRP", "cache entry removed", "target", "10.0.0.11/32")).containsExactly("801.010");
        assertThat(run.show("H1", "show ip nhrp")).contains("10.0.0.12/32 via 10.0.0.12").doesNotContain("10.0.0.11");
    }
}
