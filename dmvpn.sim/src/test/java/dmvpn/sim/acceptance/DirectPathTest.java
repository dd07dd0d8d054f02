package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The underlay between two spokes breaks before or after their direct tunnel is up. */
class DirectPathTest {

    private final ReferenceNetwork network = new ReferenceNetwork().withoutSummary();

    /** The last step of a direct tunnel is the reply through it: without that, data stays on the path through the hub. */
    @Test
    void aTunnelThatCannotBeBuiltCostsNoPacket() {
        FinishedRun run = FinishedRun.of(network.duration(300).failPath(90, "S1", "S2").restorePath(200, "S1", "S2")
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.lostAtSeconds()).allMatch(second -> second >= 300);
        assertThat(run.roundTripMillis().subList(0, 100)).as("echoes of 100 to 199").containsOnly(40L);
        assertThat(run.times("S1", "NHRP", "Resolution Request sent"))
                .startsWith("100.020", "101.020", "103.020", "107.020", "115.020", "131.020", "163.020", "227.020");
        assertThat(run.count("S2", "NHRP", "Resolution Reply sent")).as("only after the repair").isEqualTo(1);
    }

    @Test
    void afterTheRepairTheNextRequestBuildsTheTunnel() {
        FinishedRun run = FinishedRun.of(network.duration(300).failPath(90, "S1", "S2").restorePath(200, "S1", "S2")
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.times("S1", "NHRP", "shortcut installed", "prefix", "192.168.12.0/24")).containsExactly("227.090");
        assertThat(run.roundTripMillis().subList(128, 200)).as("echoes of 228 to 299").containsOnly(20L);
    }

    /**
     * Both spokes check liveness ("dpd 30 5"). The last packet of S1 arrives at S2 at 199.010, that of S2 at S1 at 199.020;
     * 55 s later each takes its own direction back to the hub.
     */
    @Test
    void aTunnelThatBreaksLosesPacketsUntilDeadPeerDetection() {
        FinishedRun run = FinishedRun.of(network.duration(300).failPath(200, "S1", "S2")
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.times("S1", "IKEv2", "DPD: peer is dead")).containsExactly("254.020");
        assertThat(run.times("S2", "IKEv2", "DPD: peer is dead")).containsExactly("254.010");
        assertThat(run.lostAtSeconds().stream().filter(second -> second < 300))
                .containsExactlyElementsOf(LongStream.rangeClosed(200, 254).boxed().toList());
        assertThat(run.roundTripMillis().get(155)).as("echo of 255").isEqualTo(40L);
    }
}
