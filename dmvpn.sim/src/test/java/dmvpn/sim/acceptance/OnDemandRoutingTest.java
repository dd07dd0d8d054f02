package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.scenario.Action;
import dmvpn.sim.testing.ChangedDevices;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.GoingBack;
import dmvpn.sim.testing.OnDemandRoutingInstead;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * On-demand routing over a cloud (Cisco, "Configuring On-Demand Routing"): CDP each 60 s, believed for 180 s; timers of the hub's
 * process 90, 270, 280 and 630 s.
 */
class OnDemandRoutingTest {

    private final ReferenceNetwork network = new ReferenceNetwork().frontDoorVrf("INET");

    private static CompiledNetwork onDemand(ReferenceNetwork prepared) {
        return OnDemandRoutingInstead.of(prepared.build());
    }

    /** Multicast reaches a spoke at 1.01 and its server at 1.02. */
    @Test
    void theHubLearnsTheNetworksOfItsStubsAndTheyADefaultRoute() {
        FinishedRun run = FinishedRun.of(onDemand(network.duration(30)));

        assertThat(run.times("H1", "ODR", "route learned", "prefix", "192.168.11.0/24")).containsExactly("1.030");
        assertThat(run.show("H1", "show ip route")).containsPattern("o +192\\.168\\.11\\.0/24 \\[160/1] via 10\\.0\\.0\\.11, ")
                .containsPattern("o +192\\.168\\.12\\.0/24 \\[160/1] via 10\\.0\\.0\\.12, ");
        assertThat(run.times("S1", "ODR", "route learned")).containsExactly("1.020");
        assertThat(run.show("S1", "show ip route")).contains("Gateway of last resort is 10.0.0.1 to network 0.0.0.0")
                .containsPattern("o\\* +0\\.0\\.0\\.0/0 \\[160/1] via 10\\.0\\.0\\.1, ");
    }

    /** A stub knows nothing but the default route, so the direct way takes the redirects of Phase 3. */
    @Test
    void inPhase3SpokesGoDirectAfterARedirect() {
        FinishedRun run = FinishedRun.of(onDemand(network.duration(120)
                .ping(100, network.spokeHost(1), network.spokeHost(2))));

        assertThat(run.roundTripMillis()).startsWith(40L, 20L).endsWith(20L);
    }

    @Test
    void inPhase2TheyNeverDo() {
        FinishedRun run = FinishedRun.of(onDemand(network.phase2().duration(120)
                .ping(100, network.spokeHost(1), network.spokeHost(2))));

        assertThat(run.roundTripMillis()).containsOnly(40L);
    }

    /** The last frame of the hub is that of its interval, at 240. */
    @Test
    void aStubBelievesADeadHubForTheHoldTimeOfCdp() {
        FinishedRun run = FinishedRun.of(onDemand(network.duration(500).fail(300, "H1")));

        assertThat(run.times("S1", "CDP", "neighbor lost")).containsExactly("420.010");
        assertThat(run.times("S1", "ODR", "route forgotten")).containsExactly("420.010");
        assertThat(run.show("S1", "show ip route")).contains("Gateway of last resort is not set");
    }

    /** Invalid after 270 s, forgotten after 630 s; meanwhile packets still take the route. */
    @Test
    void aHubHoldsTheRoutesOfADeadStubDown() {
        CompiledNetwork failing = onDemand(network.duration(1000).fail(300, "S1"));
        FinishedRun run = FinishedRun.of(failing);

        assertThat(run.times("H1", "CDP", "neighbor lost")).containsExactly("420.010");
        assertThat(run.times("H1", "ODR", "route possibly down", "prefix", "192.168.11.0/24")).containsExactly("510.010");
        assertThat(run.times("H1", "ODR", "route forgotten", "prefix", "192.168.11.0/24")).containsExactly("870.010");
        FinishedRun held = FinishedRun.until(failing, Duration.ofSeconds(600));
        assertThat(held.show("H1", "show ip route")).contains("192.168.11.0/24 is possibly down, routing via 10.0.0.11, Tunnel");
    }

    @Test
    void aStubThatReturnsIsBelievedAtOnce() {
        FinishedRun run = FinishedRun.of(onDemand(network.noUniqueRegistration().duration(800).fail(300, "S1").restore(520, "S1")));

        assertThat(run.times("H1", "ODR", "route learned", "prefix", "192.168.11.0/24")).hasSize(2);
        assertThat(run.show("H1", "show ip route")).containsPattern("o +192\\.168\\.11\\.0/24 \\[160/1] via 10\\.0\\.0\\.11, ");
    }

    @Test
    void anInterfaceThatIsDownTakesItsRoutesAtOnce() {
        FinishedRun run = FinishedRun.of(onDemand(network.duration(60)
                .action(new Action.FailInterface(Duration.ofSeconds(30), "S1", "GigabitEthernet1", Origin.NONE))));

        assertThat(run.times("S1", "ODR", "route forgotten")).containsExactly("30.000");
    }

    /** Cisco: with another IP routing protocol on the stub, on-demand routing is off there. */
    @Test
    void aStubWithARoutingProtocolSaysNothing() {
        CompiledNetwork withEigrp = network.duration(30).build();
        CompiledNetwork both = onDemand(network.duration(30));
        RoutingConfiguration eigrp = withEigrp.deviceNamed("S1").orElseThrow().routing();
        RoutingConfiguration odr = both.deviceNamed("S1").orElseThrow().routing();
        FinishedRun run = FinishedRun.of(ChangedDevices.routing(both, "S1", new RoutingConfiguration(odr.staticRoutes(), eigrp.eigrp(),
                List.of(), List.of(), List.of(), odr.odr(), List.of(), List.of(),
                Origin.NONE)));

        assertThat(run.show("H1", "show ip route")).doesNotContain("192.168.11.0/24").contains("192.168.12.0/24");
        assertThat(run.count("S1", "ODR", "takes no part")).isEqualTo(1);
        assertThat(run.count("S1", "CDP", "Announcement sent")).isZero();
    }

    @Test
    void theHubTellsItsSiteByAnotherProtocol() {
        FinishedRun run = FinishedRun.of(withOspfAtTheHub(onDemand(network.duration(30))));

        assertThat(run.show("H1", "show ip ospf database")).contains("192.168.11.0", "192.168.12.0");
        assertThat(run.show("H1", "show ip route")).contains("192.168.11.0/24");
    }

    /** Invalid at 510, forgotten at 870. */
    @Test
    void theHubDoesNotTellItsSiteOfWhatItHoldsDown() {
        FinishedRun run = FinishedRun.until(withOspfAtTheHub(onDemand(network.duration(1000).fail(300, "S1"))), Duration.ofSeconds(600));

        assertThat(run.show("H1", "show ip route")).contains("192.168.11.0/24 is possibly down");
        assertThat(run.show("H1", "show ip ospf database")).contains("192.168.12.0").doesNotContain("192.168.11.0");
    }

    private static CompiledNetwork withOspfAtTheHub(CompiledNetwork plain) {
        Redistribution fromStubs = new Redistribution(RouteSource.ODR, OptionalLong.empty(), Optional.empty(), OptionalInt.empty(),
                OptionalLong.empty(), Optional.empty(), Origin.NONE);
        OspfInterface lan = new OspfInterface("GigabitEthernet2", 0, OspfNetworkType.BROADCAST, 1, OptionalInt.empty(),
                Duration.ofSeconds(10), Duration.ofSeconds(40), false, false, false, Origin.NONE);
        OspfProcess process = new OspfProcess(1, Optional.empty(), List.of(), List.of(lan), Optional.empty(),
                new ProcessOptions(List.of(fromStubs), List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(),
                        Origin.NONE), Origin.NONE);
        RoutingConfiguration odr = plain.deviceNamed("H1").orElseThrow().routing();
        return ChangedDevices.routing(plain, "H1", new RoutingConfiguration(odr.staticRoutes(), List.of(), List.of(process), List.of(),
                List.of(), odr.odr(), List.of(), List.of(), Origin.NONE));
    }

    @Test
    void frroutingHasNone() {
        FinishedRun run = FinishedRun.of(onDemand(network.platform(new Platform(Vendor.FRR, "10.5", Origin.NONE)).duration(30)));

        assertThat(run.count("S1", "ODR", "takes no part")).isEqualTo(1);
        assertThat(run.show("H1", "show ip route")).doesNotContain("192.168.11.0/24 ");
    }

    @Test
    void aRunCanBeGoneBackIn() {
        GoingBack.findsEachPlaceAsItWas(onDemand(network.duration(20).fail(5, "S1").restore(7, "S1")), Duration.ofSeconds(20));
    }

    @Test
    void neighborsAreShownAsIosDoes() {
        FinishedRun run = FinishedRun.of(onDemand(network.duration(30)));

        assertThat(run.show("H1", "show cdp neighbors")).contains("""
                Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID
                S1               Tun 100           152               R        C8000V    Tun 100
                S2               Tun 100           152               R        C8000V    Tun 100

                Total cdp entries displayed : 2
                """);
    }
}
