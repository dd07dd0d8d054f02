package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.testing.DraftNetwork;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.RouterDraft;
import dmvpn.sim.testing.TunnelDraft;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Hubs H1 and H2 in one cloud, and what survives the loss of H1 at 300 in each phase (ipSpace.net, "NHRP Convergence Issues in
 * Multi-Hub DMVPN Networks" and "DMVPN: Fishing Rod Lessons"); spokes that know only one of the hubs.
 */
class TwoHubsTest {

    private final DraftNetwork network = new DraftNetwork();

    private static String hubAddress(int number) {
        return "10.0.0." + number;
    }

    private static String hubNbma(int number) {
        return "203.0.113." + number;
    }

    private void hub(int number, boolean phase3) {
        TunnelDraft tunnel = new TunnelDraft("Tunnel0", hubAddress(number) + "/24").dynamicMulticast();
        RouterDraft hub = network.router("H" + number, hubNbma(number), "172.16." + number + ".0/24")
                .tunnel(phase3 ? tunnel.redirect() : tunnel);
        if (phase3) {
            hub.summary("Tunnel0", "192.168.0.0/16");
        } else {
            hub.keepsNextHops("Tunnel0");
        }
    }

    private void spoke(int number, boolean phase3, int... hubs) {
        TunnelDraft tunnel = new TunnelDraft("Tunnel0", "10.0.0.1" + number + "/24");
        Arrays.stream(hubs).forEach(hub -> tunnel.server(hubAddress(hub), hubNbma(hub)));
        network.router("S" + number, "198.51.100.1" + number, "192.168.1" + number + ".0/24").deadPeerDetection()
                .tunnel(phase3 ? tunnel.shortcut() : tunnel).eigrpStub();
    }

    private FinishedRun lossOfTheFirstHub(boolean phase3, int hubs) {
        return lossOfTheFirstHub(phase3, hubs, 400);
    }

    private FinishedRun lossOfTheFirstHub(boolean phase3, int hubs, int seconds) {
        for (int number = 1; number <= hubs; number++) {
            hub(number, phase3);
        }
        int[] all = hubs == 1 ? new int[] {1} : new int[] {1, 2};
        spoke(1, phase3, all);
        spoke(2, phase3, all);
        spoke(3, phase3, all);
        return FinishedRun.of(network.duration(seconds).failPath(0, "S1", "S3").ping(100, "S1", "S2").ping(110, "S1", "S3")
                .fail(300, "H1").ping(330, "S2", "S3").build());
    }

    private static long lost(FinishedRun run, int ping) {
        return run.simulation().pings().get(ping).requests().stream()
                .filter(request -> request.answeredNanos().isEmpty()).filter(
                        request -> request.sentNanos() < Duration.ofSeconds(397).toNanos()).count();
    }

    @Test
    void phase2WithASecondHubKeepsDirectTunnelsAndBuildsNewOnes() {
        FinishedRun run = lossOfTheFirstHub(false, 2);

        assertThat(lost(run, 0)).as("S1 to S2, direct").isZero();
        assertThat(lost(run, 2)).as("S2 to S3, resolved by H2").isLessThanOrEqualTo(2);
    }

    /** Routes keep their next hop and the temporary entry keeps to the dead hub for the rest of its three minutes. */
    @Test
    void phase2PairsWithoutDirectTunnelLoseUpToThreeMinutes() {
        FinishedRun run = lossOfTheFirstHub(false, 2, 520);

        assertThat(run.times("S1", "NHRP", "cache entry added", "flags", "temporary")).contains("110.000", "290.000", "470.000");
        List<Long> lostAtSeconds = run.simulation().pings().get(1).requests().stream()
                .filter(request -> request.answeredNanos().isEmpty()).map(request -> TimeUnit.NANOSECONDS.toSeconds(request.sentNanos()))
                .filter(second -> second < 515).toList();
        assertThat(lostAtSeconds).as("S1 to S3 by the hub").isEqualTo(LongStream.range(300, 470).boxed().toList());
    }

    @Test
    void phase2WithOneHubLosesEverythingWhenTheNeighborIsGone() {
        FinishedRun run = lossOfTheFirstHub(false, 1);

        assertThat(run.lostAtSeconds()).allMatch(second -> second > 310).hasSizeGreaterThan(80);
        assertThat(run.show("S1", "show ip nhrp")).contains("10.0.0.12/32 via 10.0.0.12");
    }

    @Test
    void phase3WithASecondHubKeepsDirectTunnelsAndOthersMoveWithTheRoutes() {
        FinishedRun run = lossOfTheFirstHub(true, 2);

        assertThat(lost(run, 0)).as("S1 to S2, direct").isZero();
        assertThat(lost(run, 1)).as("S1 to S3 by the hub: until the neighbor is gone").isLessThanOrEqualTo(16);
        assertThat(lost(run, 2)).as("S2 to S3, resolved by H2").isZero();
    }

    @Test
    void phase3WithOneHubLosesEverythingWhenTheNeighborIsGone() {
        FinishedRun run = lossOfTheFirstHub(true, 1);

        assertThat(run.lostAtSeconds()).allMatch(second -> second > 310).hasSizeGreaterThan(80);
    }

    @Test
    void phase1SpokesHaveNoTunnelButToTheHub() {
        network.router("H1", hubNbma(1), "172.16.1.0/24")
                .tunnel(new TunnelDraft("Tunnel0", "10.0.0.1/24").dynamicMulticast()).summary("Tunnel0", "192.168.0.0/16");
        for (int number = 1; number <= 2; number++) {
            network.router("S" + number, "198.51.100.1" + number, "192.168.1" + number + ".0/24").deadPeerDetection()
                    .tunnel(new TunnelDraft("Tunnel0", "10.0.0.1" + number + "/24").pointToPoint(hubNbma(1))
                            .server(hubAddress(1), hubNbma(1))).eigrpStub();
        }
        FinishedRun run = FinishedRun.of(network.duration(340).ping(100, "S1", "S2").fail(300, "H1").build());

        assertThat(run.roundTripMillis().subList(0, 199)).containsOnly(40L);
        assertThat(run.lostAtSeconds()).contains(300L, 339L - 3).allMatch(second -> second >= 299);
    }

    /** Each hub is a client of the other, so that one that does not know a station forwards to the one that does. */
    private void hubsThatKnowEachOther() {
        for (int number = 1; number <= 2; number++) {
            int other = 3 - number;
            RouterDraft hub = network.router("H" + number, hubNbma(number), "172.16." + number + ".0/24")
                    .tunnel(new TunnelDraft("Tunnel0", hubAddress(number) + "/24").dynamicMulticast().redirect().shortcut()
                            .server(hubAddress(other), hubNbma(other)));
            hub.route("192.168.1" + number + ".0/24", "10.0.0.1" + number, 1);
            hub.route("192.168.1" + other + ".0/24", hubAddress(other), 1);
            network.router("S" + number, "198.51.100.1" + number, "192.168.1" + number + ".0/24").deadPeerDetection()
                    .tunnel(new TunnelDraft("Tunnel0", "10.0.0.1" + number + "/24").shortcut()
                            .server(hubAddress(number), hubNbma(number)))
                    .route("192.168.0.0/16", hubAddress(number), 1);
        }
    }

    @Test
    void spokesOfDifferentHubsFindEachOtherThroughBoth() {
        hubsThatKnowEachOther();
        FinishedRun run = FinishedRun.of(network.duration(120).ping(100, "S1", "S2").build());

        assertThat(run.roundTripMillis().get(0)).as("S1 > H1 > H2 > S2").isEqualTo(60L);
        assertThat(run.roundTripMillis().subList(1, 19)).containsOnly(20L);
        assertThat(run.count("H2", "NHRP", "NHC up")).as("S2 alone: H1 is a server of its own").isEqualTo(1);
        assertThat(run.show("H2", "show ip nhrp")).doesNotContain("10.0.0.11/32");
    }

    @Test
    void aSpokeThatKnowsOneHubIsCutOffWithItWhileItsDirectTunnelsStay() {
        hubsThatKnowEachOther();
        FinishedRun run = FinishedRun.of(network.duration(400).ping(100, "S1", "S2").fail(300, "H1").build());

        assertThat(run.lostAtSeconds()).as("static routes keep the shortcut").isEmpty();
        assertThat(run.times("S1", "NHRP", "NHS down")).hasSize(1);
        assertThat(run.times("S2", "NHRP", "NHS down")).isEmpty();
    }
}
