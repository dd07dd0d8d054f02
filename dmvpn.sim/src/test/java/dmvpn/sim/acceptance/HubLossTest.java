package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The only hub of a Phase 3 cloud loses its power at 300 and gets it back at 400, after two spokes have talked directly
 * since 100. Nothing in NHRP or IPsec ends their tunnel; their routes come from the hub and go when its hold time is over
 * (ipSpace.net, "NHRP Convergence Issues in Multi-Hub DMVPN Networks"; RFC 7868 section 5.3.1).
 *
 * <p>The hub's hellos keep the phase of its interface's start: the last one is sent at 295 and arrives at 295.010; the
 * hold time of 15 s counts from there.
 */
class HubLossTest {

    private final ReferenceNetwork network = new ReferenceNetwork();

    private FinishedRun hubFails(ReferenceNetwork prepared) {
        return FinishedRun.of(prepared.duration(430).ping(100, network.spokeHost(1), network.spokeHost(2))
                .fail(300, "H1").restore(400, "H1").build());
    }

    @Test
    void theSpokesStayDirectUntilTheHoldTimeTakesTheirRoutes() {
        FinishedRun run = hubFails(network);

        assertThat(run.times("S1", "EIGRP", "neighbor down")).containsExactly("310.010");
        assertThat(run.times("S1", "NHRP", "shortcut withdrawn", "prefix", "192.168.12.0/24"))
                .containsExactly("310.010");
        assertThat(run.roundTripMillis().subList(1, 211)).as("echoes of 101 to 310").containsOnly(20L);
        assertThat(run.lostAtSeconds()).contains(311L, 350L, 399L).allMatch(second -> second > 310);
    }

    @Test
    void theDirectTunnelOutlivesTheRoutes() {
        FinishedRun run = FinishedRun.until(network.duration(430)
                .ping(100, network.spokeHost(1), network.spokeHost(2)).fail(300, "H1").build(), Duration.ofSeconds(320));

        assertThat(run.show("S1", "show ip nhrp")).contains("10.0.0.12/32 via 10.0.0.12", "192.168.12.0/24 via 10.0.0.12");
        assertThat(run.show("S1", "show crypto ikev2 sa")).contains("198.51.100.12/500");
        assertThat(run.show("S1", "show ip route")).doesNotContain("192.168.12.0/24").doesNotContain("192.168.0.0/16");
    }

    /** RFC 3706, as IOS does it with "dpd 30 5": dead 55 s after the last packet of the hub, which arrived at 295.010. */
    @Test
    void deadPeerDetectionTakesTheServerDownAndStartsTheTicksAnew() {
        FinishedRun run = hubFails(network);

        assertThat(run.times("S1", "IKEv2", "DPD: peer is dead")).containsExactly("350.010");
        assertThat(run.times("S1", "NHRP", "NHS down")).containsExactly("350.010");
        assertThat(run.times("S1", "NHRP", "IPsec socket requested", "nbmaAddress", "203.0.113.1"))
                .containsExactly("0.000", "350.010", "351.010", "353.010", "357.010", "365.010", "381.010", "413.010");
    }

    @Test
    @Shows("RFC2332/6.2.2-server-loss")
    void whenTheHubReturnsTheNextTickBringsEverythingBack() {
        FinishedRun run = hubFails(network);

        assertThat(run.times("S1", "IPsec", "socket is UP", "peer", "203.0.113.1")).containsExactly("0.040", "413.050");
        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020", "414.030");
        assertThat(run.times("S1", "EIGRP", "neighbor discovered")).containsExactly("1.020", "414.030");
        assertThat(run.roundTripMillis().subList(315, 330)).as("echoes of 415 to 429").containsOnly(20L);
        assertThat(run.times("S2", "IKEv2", "IKE_SA_INIT request sent", "peer", "198.51.100.11"))
                .as("the direct tunnel is used again as it is").containsExactly("100.040");
    }

    /** ipSpace.net, "DMVPN: Fishing Rod Lessons": any static route into the tunnel keeps the shortcut alive. */
    @Test
    void withStaticRoutesNothingIsLost() {
        FinishedRun run = hubFails(network.staticRouting());

        assertThat(run.lostAtSeconds()).isEmpty();
        assertThat(run.roundTripMillis().subList(1, 330)).containsOnly(20L);
    }

    /**
     * Without liveness checks the refresh at 401 goes out on the old security association, which the hub does not know
     * any more: no answer, the server is down 7 s later and stays down.
     */
    @Test
    void withoutDeadPeerDetectionTheOldAssociationKeepsTheSpokeOut() {
        FinishedRun run = FinishedRun.of(network.withoutDeadPeerDetection().duration(500)
                .fail(300, "H1").restore(400, "H1").build());

        assertThat(run.times("S1", "NHRP", "NHS down")).hasSize(1).first().asString().startsWith("408.0");
        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020");
        assertThat(run.show("S1", "show dmvpn")).contains("NHRP");
    }
}
