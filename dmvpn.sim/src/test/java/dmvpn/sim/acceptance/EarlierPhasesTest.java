package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Phase 1 crosses the hub for ever; Phase 2 resolves the next hop of the route (ipSpace.net, "DMVPN Phase 2 Fundamentals"). */
class EarlierPhasesTest {

    private final ReferenceNetwork network = new ReferenceNetwork().duration(110);

    @Test
    void phase1CrossesTheHubForEver() {
        FinishedRun run = FinishedRun.of(network.phase1().ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.roundTripMillis()).containsOnly(40L);
        assertThat(run.count("S1", "NHRP", "Resolution Request sent")).isZero();
        assertThat(run.count("H1", "NHRP", "Traffic Indication sent")).isZero();
        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020");
        assertThat(run.show("H1", "show ip nhrp")).contains("10.0.0.11/32 via 10.0.0.11", "unique registered");
    }

    @Test
    void phase2ResolvesTheNextHopWhileTheFirstPacketCrossesTheHub() {
        FinishedRun run = FinishedRun.of(network.phase2().ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.show("S1", "show ip route")).contains("] via 10.0.0.12, ");
        assertThat(run.times("S1", "NHRP", "Resolution Request sent")).containsExactly("100.000");
        assertThat(run.times("H1", "NHRP", "Resolution Request forwarded", "peerNbmaAddress", "198.51.100.12"))
                .containsExactly("100.010");
        assertThat(run.forwardersBetween(Duration.ofSeconds(100), Duration.ofMillis(100_500), "Echo Request"))
                .containsExactly("S1", "H1", "S2");
        assertThat(run.times("S1", "IPsec", "socket is UP", "peer", "198.51.100.12")).containsExactly("100.050");
        assertThat(run.times("S2", "IPsec", "socket is UP", "peer", "198.51.100.11")).containsExactly("100.060");
        assertThat(run.times("S1", "NHRP", "Resolution Reply received")).containsExactly("100.070");
        assertThat(run.roundTripMillis()).startsWith(40L, 20L, 20L);
        assertThat(run.count("H1", "NHRP", "Traffic Indication sent")).isZero();
    }

    /** A summary has the hub as next hop: data follow it for ever. */
    @Test
    void aSummaryBreaksPhase2() {
        FinishedRun run = FinishedRun.of(new ReferenceNetwork().phase2().withSummary().duration(110)
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.roundTripMillis()).containsOnly(40L);
        assertThat(run.count("S1", "NHRP", "Resolution Request sent")).isZero();
    }
}
