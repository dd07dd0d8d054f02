package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.OspfInstead;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OSPF over clouds of each phase, with the timers of each network type (Cisco IOS defaults). */
class OspfDesignsTest {

    private final ReferenceNetwork network = new ReferenceNetwork();

    private static FinishedRun run(ReferenceNetwork network, OspfNetworkType type) {
        return FinishedRun.of(OspfInstead.of(network.build(), type));
    }

    /** Phase 3: the hub is the next hop, and NHRP puts the far spoke in its place (ipSpace.net, OSPF in DMVPN phase 3). */
    @Test
    void inPhase3NhrpOverridesTheNextHopOfThePointToMultipointRoute() {
        FinishedRun run = run(network.ping(100, network.spokeHost(1), network.spokeHost(2), 5),
                OspfNetworkType.POINT_TO_MULTIPOINT);

        assertThat(run.roundTripMillis()).isEqualTo(List.of(40L, 20L, 20L, 20L, 20L));
        assertThat(run.show("S1", "show ip route next-hop-override")).contains("O   % 192.168.12.0/24 [110/2001] via 10.0.0.1",
                "[NHO][110/255] via 10.0.0.12", "O   %    10.0.0.12/32 [110/2000] via 10.0.0.1");
    }

    /** Registration 1.010, hello of the hub 1.020, exchange at once, routes 5 s after the first change. */
    @Test
    void adjacenciesFollowTheRegistrationAndRoutesTheCalculation() {
        FinishedRun run = run(network, OspfNetworkType.POINT_TO_MULTIPOINT);

        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020");
        assertThat(run.times("S1", "OSPF", "neighbor FULL")).hasSize(1).first().asString().startsWith("1.");
        assertThat(run.times("S1", "RIB", "route installed", "prefix", "192.168.1.0/24")).hasSize(1);
    }

    /** Phase 2: the route points to the far spoke, whose address is resolved. */
    @Test
    void inPhase2ABroadcastNetworkKeepsTheNextHop() {
        FinishedRun run = run(network.phase2().ping(100, network.spokeHost(1), network.spokeHost(2), 5),
                OspfNetworkType.BROADCAST);

        assertThat(run.show("S1", "show ip route")).contains("O     192.168.12.0/24 [110/1001] via 10.0.0.12");
        assertThat(run.roundTripMillis()).isEqualTo(List.of(40L, 20L, 20L, 20L, 20L));
        assertThat(run.show("S1", "show ip ospf neighbor")).contains("FULL/DR");
    }

    /** The same without multicast: the hub waits for 120 s, and then calls its neighbours. */
    @Test
    void inPhase2ANonBroadcastNetworkKeepsTheNextHopToo() {
        FinishedRun run = run(network.phase2().duration(300).ping(200, network.spokeHost(1), network.spokeHost(2), 5),
                OspfNetworkType.NON_BROADCAST);

        assertThat(run.show("S1", "show ip route")).contains("O     192.168.12.0/24 [110/1001] via 10.0.0.12");
        assertThat(run.roundTripMillis()).isEqualTo(List.of(40L, 20L, 20L, 20L, 20L));
    }

    /** Phase 2 with point-to-multipoint: it works through the hub, for ever. */
    @Test
    void inPhase2PointToMultipointNeverGoesDirect() {
        FinishedRun run = run(network.phase2().ping(100, network.spokeHost(1), network.spokeHost(2), 5),
                OspfNetworkType.POINT_TO_MULTIPOINT);

        assertThat(run.roundTripMillis()).containsOnly(40L);
        assertThat(run.count("S1", "NHRP", "Resolution Request sent")).isZero();
    }

    @Test
    void inPhase1EverythingGoesThroughTheHub() {
        FinishedRun run = run(network.phase1().ping(100, network.spokeHost(1), network.spokeHost(2), 5),
                OspfNetworkType.POINT_TO_MULTIPOINT);

        assertThat(run.roundTripMillis()).containsOnly(40L);
    }

    /** The dead interval after the last hello that arrived: 120 s with point-to-multipoint. */
    @Test
    void aLostHubIsNoticedAfterTheDeadInterval() {
        FinishedRun run = run(network.duration(500).fail(300, "H1"), OspfNetworkType.POINT_TO_MULTIPOINT);

        assertThat(run.times("S1", "OSPF", "neighbor DOWN")).hasSize(1);
        double lost = Double.parseDouble(run.times("S1", "OSPF", "neighbor DOWN").getFirst());
        assertThat(lost).isBetween(390.0, 420.02);
        assertThat(run.show("S1", "show ip route")).doesNotContain("192.168.12.0/24");
    }

    @Test
    void aHubThatReturnsIsANeighborAgainAndNothingIsMissing() {
        FinishedRun run = run(network.phase2().duration(700).fail(300, "H1").restore(400, "H1"), OspfNetworkType.BROADCAST);

        assertThat(run.show("S1", "show ip route")).contains("O     192.168.12.0/24 [110/1001] via 10.0.0.12",
                "O     192.168.1.0/24 [110/1001] via 10.0.0.1");
        assertThat(run.show("H1", "show ip route")).contains("O     192.168.11.0/24", "O     192.168.12.0/24");
    }

    /** Same network and seed, same trace. */
    @Test
    void aRunIsTheSameEachTime() {
        CompiledNetwork built = OspfInstead.of(network.loss(0.05).build(), OspfNetworkType.POINT_TO_MULTIPOINT);

        assertThat(FinishedRun.of(built).simulation().traceHash()).isEqualTo(FinishedRun.of(built).simulation().traceHash());
    }

    /** A hub with many spokes: each message costs the same however many there are. */
    @Test
    void twoHundredSpokesConverge() {
        ReferenceNetwork large = new ReferenceNetwork().spokes(200).withoutProtection();
        CompiledNetwork built = OspfInstead.of(large.build(), OspfNetworkType.POINT_TO_MULTIPOINT);
        Simulation simulation = Simulation.create(built, SimulationOptions.DEFAULT.withUntil(Duration.ofSeconds(60)));
        simulation.run();

        assertThat(simulation.violation()).isEmpty();
        assertThat(simulation.routerNamed("S1").orElseThrow().show("show ip route").orElseThrow().lines()
                .filter(line -> line.startsWith("O     192.168."))).hasSize(200);
        assertThat(simulation.path(large.spokeHost(1), large.spokeHost(200)).describe()).isEqualTo("S1 > H1 > S200: arrives");
    }
}
