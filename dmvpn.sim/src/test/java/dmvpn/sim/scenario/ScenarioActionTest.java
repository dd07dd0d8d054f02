package dmvpn.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.ClearedState;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.LinkSetting;
import dmvpn.network.scenario.UnderlayProtocol;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.underlay.PacketTap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What each action of a scenario does to the network. */
class ScenarioActionTest {

    private final ReferenceNetwork network = new ReferenceNetwork().duration(130);

    private Simulation run(PacketTap... taps) {
        Simulation simulation = Simulation.create(network.build(),
                SimulationOptions.DEFAULT.withScenario("scenario").withTaps(List.of(taps)));
        simulation.run();
        return simulation;
    }

    private static Duration at(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private Expectation reaches(long seconds, boolean reachable) {
        return new Expectation.Reachable("reaches", at(seconds), network.spokeHost(1), network.hubHost(), reachable,
                Origin.NONE);
    }

    private static Expectation server(long seconds, boolean up) {
        return new Expectation.NextHopServerState("server", at(seconds), List.of("S1"), "H1", up, Origin.NONE);
    }

    private void assertAllMet(Simulation simulation) {
        assertThat(simulation.verdicts()).allSatisfy(verdict ->
                assertThat(verdict.passed()).as(verdict.text() + ": " + verdict.explanation()).isTrue());
    }

    @Test
    void aWanThatFailsTakesItsTunnelDownAndComesBack() {
        network.action(new Action.FailInterface(at(60), "S1", "GigabitEthernet1", Origin.NONE))
                .action(new Action.RestoreInterface(at(80), "S1", "GigabitEthernet1", Origin.NONE))
                .expect(reaches(59, true)).expect(reaches(61, false)).expect(server(61, false))
                .expect(server(120, true)).expect(reaches(120, true));

        Simulation simulation = run();
        assertAllMet(simulation);
        assertThat(simulation.trace()).filteredOn(event -> event.timeNanos() == at(60).toNanos() && event.node() == 1)
                .extracting(RecordedEvent::message).contains("interface failed", "line protocol down", "NHS down");
    }

    @Test
    void aFailedTunnelLeavesItsSourceUp() {
        network.action(new Action.FailInterface(at(60), "S1", "Tunnel100", Origin.NONE)).expect(server(61, false));

        Simulation simulation = run();
        assertAllMet(simulation);
        assertThat(simulation.routerNamed("S1").orElseThrow().interfaces())
                .extracting(each -> each.name() + " " + each.up())
                .containsExactly("GigabitEthernet1 true", "GigabitEthernet2 true", "Tunnel100 false");
    }

    @Test
    void anInterfaceStaysFailedOverAPowerCycle() {
        network.action(new Action.FailInterface(at(60), "S1", "GigabitEthernet1", Origin.NONE)).fail(70, "S1")
                .restore(80, "S1");

        Simulation simulation = run();
        assertThat(simulation.routerNamed("S1").orElseThrow().interfaces()).filteredOn(each -> !each.up())
                .extracting(each -> each.name()).containsExactly("GigabitEthernet1", "Tunnel100");
        assertThat(simulation.routerNamed("S1").orElseThrow().show("show ip interface brief").orElseThrow())
                .contains("GigabitEthernet1       unassigned      YES NVRAM  down                  down");
    }

    @Test
    void theDefaultRouteOfAFailedInterfaceGoesWithIt() {
        network.action(new Action.FailInterface(at(60), "S1", "GigabitEthernet1", Origin.NONE))
                .expect(defaultRoute(59, true)).expect(defaultRoute(60, false));

        assertAllMet(run());
    }

    private static Expectation defaultRoute(long seconds, boolean present) {
        return new Expectation.RoutePresent("default", at(seconds), "S1", IpPrefix.IPV4_DEFAULT, Optional.empty(),
                present, Origin.NONE);
    }

    @Test
    void aFailedTransportCarriesNothingUntilItIsRestored() {
        network.ping(50, network.spokeHost(1), network.hubHost())
                .action(new Action.FailTransport(at(60), "Internet", Origin.NONE))
                .action(new Action.RestoreTransport(at(65), "Internet", Origin.NONE))
                .expect(reaches(61, false)).expect(reaches(66, true))
                .expect(new Expectation.LossAtMost("loss", "ping", 5, Optional.of(at(60)), Optional.of(at(65)), Origin.NONE))
                .expect(new Expectation.LossAtMost("loss", "ping", 0, Optional.of(at(66)), Optional.empty(), Origin.NONE));

        Simulation simulation = run();
        assertAllMet(simulation);
        assertThat(simulation.verdicts()).extracting(Verdict::explanation)
                .contains("S1: stops, Internet has failed", "5 of 6 requests stayed unanswered");
    }

    @Test
    void aPathThatFailsOneWayCarriesTheOtherDirection() {
        network.action(new Action.FailPath(at(60), "S1", "H1", Optional.of("Internet"), true, Origin.NONE))
                .expect(reaches(61, false))
                .expect(new Expectation.Reachable("back", at(61), network.hubHost(), network.spokeHost(1), true, Origin.NONE));

        assertAllMet(run());
    }

    @Test
    void aPathFailsOnTheTransportThatIsNamedAlone() {
        network.action(new Action.FailPath(at(60), "S1", "H1", Optional.of("Other"), false, Origin.NONE))
                .expect(reaches(61, true));

        assertAllMet(run());
    }

    @Test
    void aFirewallDropsEspAndLetsIkePass() {
        network.action(new Action.BlockProtocol(at(60), UnderlayProtocol.ESP, "S1", "H1", Origin.NONE))
                .action(new Action.UnblockProtocol(at(120), UnderlayProtocol.ESP, "S1", "H1", Origin.NONE))
                .expect(reaches(61, false)).expect(reaches(121, true))
                .expect(new Expectation.SecurityAssociationPresent("ike", at(100), "S1",
                        Expectation.SecurityAssociationKind.IKE, "H1", true, Origin.NONE));

        Simulation simulation = run();
        assertAllMet(simulation);
        assertThat(simulation.verdicts().get(0).explanation()).isEqualTo("S1: stops, a firewall drops esp to H1");
        assertThat(simulation.trace()).anySatisfy(event ->
                assertThat(event.reason()).isEqualTo("a firewall between the two routers drops the protocol"));
    }

    @Test
    void latencyOfATransportAndOfOneDirectionOfAPathAddUpToTheRoundTrip() {
        network.ping(50, network.spokeHost(1), network.hubHost(), 31)
                .action(new Action.SetTransport(at(60), "Internet", latency(30), Origin.NONE))
                .action(new Action.SetPath(at(70), "S1", "H1", latency(100), Origin.NONE));

        List<PingResult.Request> requests = run().pings().get(0).requests();
        assertThat(requests).extracting(request -> request.roundTripNanos().orElseThrow() / 1_000_000)
                .startsWith(20L).contains(60L).endsWith(130L);
    }

    private static LinkSetting latency(long millis) {
        return new LinkSetting.Latency(Duration.ofMillis(millis), Origin.NONE);
    }

    @Test
    void lossOfAllPacketsOfATransportLosesEveryRequest() {
        network.ping(50, network.spokeHost(1), network.hubHost(), 20)
                .action(new Action.SetTransport(Duration.ofMillis(59_500), "Internet", new LinkSetting.Loss(1, Origin.NONE),
                        Origin.NONE));

        assertThat(run().pings().get(0).answered()).isEqualTo(10);
    }

    @Test
    void bandwidthMakesLargePacketsSlow() {
        network.action(new Action.SetTransport(at(59), "Internet", new LinkSetting.Bandwidth(100_000, Origin.NONE), Origin.NONE))
                .ping(60, network.spokeHost(1), network.hubHost(), 1);

        long roundTripNanos = run().pings().get(0).requests().get(0).roundTripNanos().orElseThrow();
        assertThat(roundTripNanos).isGreaterThan(Duration.ofMillis(45).toNanos());
    }

    /** The hub keeps the mapping of the old address until it is replaced: registrations of unique clients are refused. */
    @Test
    void aRenumberedSpokeHasAnotherAddressAndNewSockets() {
        network.dhcpSpokes().action(new Action.Renumber(at(60), "S1", "GigabitEthernet1",
                Optional.of(IpAddress.parse("198.51.100.99")), Origin.NONE));

        Simulation simulation = run();
        assertThat(simulation.routerNamed("S1").orElseThrow().show("show ip interface brief").orElseThrow())
                .contains("198.51.100.99");
        assertThat(simulation.trace()).filteredOn(event -> event.timeNanos() == at(60).toNanos() && event.node() == 1)
                .extracting(RecordedEvent::message).contains("NHS down");
        assertThat(simulation.routerNamed("S1").orElseThrow().stateTable("IKE security associations").orElseThrow().rows())
                .isNotEmpty().allSatisfy(row -> assertThat(row.get(2)).isEqualTo("198.51.100.99"));
    }

    @Test
    void anAddressThatSomebodyHasIsGivenToNobodyElse() {
        network.dhcpSpokes().action(new Action.Renumber(at(60), "S1", "GigabitEthernet1",
                Optional.of(IpAddress.parse("198.51.100.1")), Origin.NONE));

        assertThat(run().trace()).anySatisfy(event -> assertThat(event.reason())
                .isEqualTo("the DHCP server has no such address to give"));
    }

    @Test
    void withoutAnAddressTheNextFreeOneOfThePoolIsTaken() {
        network.dhcpSpokes().action(new Action.Renumber(at(60), "S1", "GigabitEthernet1", Optional.empty(), Origin.NONE));

        assertThat(run().routerNamed("S1").orElseThrow().show("show ip interface brief").orElseThrow())
                .contains("198.51.100.4 ");
    }

    @Test
    void clearedCryptoIsNegotiatedAgain() {
        network.action(new Action.Clear(at(60), ClearedState.CRYPTO, "H1", Optional.of("S1"), Origin.NONE))
                .expect(ipsec(60, "S1", false)).expect(ipsec(60, "S2", true)).expect(ipsec(80, "S1", true))
                .expect(server(80, true));

        assertAllMet(run());
    }

    private static Expectation ipsec(long seconds, String peer, boolean present) {
        return new Expectation.SecurityAssociationPresent("sa", at(seconds), "H1",
                Expectation.SecurityAssociationKind.IPSEC, peer, present, Origin.NONE);
    }

    @Test
    void clearedNhrpForgetsWhatItLearnedAndKeepsWhatIsConfigured() {
        network.action(new Action.Clear(at(60), ClearedState.NHRP, "H1", Optional.empty(), Origin.NONE))
                .action(new Action.Clear(at(60), ClearedState.NHRP, "S1", Optional.empty(), Origin.NONE))
                .expect(entry(59, "H1", "10.0.0.11/32", true)).expect(entry(60, "H1", "10.0.0.11/32", false))
                .expect(entry(60, "S1", "10.0.0.1/32", true));

        assertAllMet(run());
    }

    private static Expectation entry(long seconds, String device, String target, boolean present) {
        return new Expectation.NhrpEntry("entry", at(seconds), device, IpPrefix.parse(target), present, Origin.NONE);
    }

    @Test
    void clearedEigrpNeighborsComeBack() {
        network.action(new Action.Clear(at(60), ClearedState.EIGRP, "H1", Optional.of("S1"), Origin.NONE))
                .expect(neighbor(59, "S1", true)).expect(neighbor(60, "S1", false)).expect(neighbor(60, "S2", true))
                .expect(neighbor(75, "S1", true));

        assertAllMet(run());
    }

    private static Expectation neighbor(long seconds, String neighbor, boolean present) {
        return new Expectation.NeighborPresent("neighbor", at(seconds), "H1", neighbor, Optional.empty(), present,
                Origin.NONE);
    }

    @Test
    void whatARouterDoesNotRunCannotBeCleared() {
        network.action(new Action.Clear(at(60), ClearedState.BGP, "H1", Optional.empty(), Origin.NONE));

        assertThat(run().trace()).anySatisfy(event -> {
            assertThat(event.message()).isEqualTo("action not done");
            assertThat(event.reason()).isEqualTo("the router does not run it");
        });
    }

    /** RFC 1191 section 3: the router in front of the tunnel drops it, since the tunnel takes 1400 bytes. */
    @Test
    void anUnfragmentedPingLargerThanTheTunnelTakesIsLost() {
        network.action(sized("small", 1400, true)).action(sized("large", 1401, true)).action(sized("split", 1401, false));

        assertThat(run().pings()).extracting(result -> result.ping().name() + " " + result.answered())
                .containsExactly("small 1", "large 0", "split 1");
    }

    private Action sized(String name, int bytes, boolean dontFragment) {
        return new Action.Ping(at(60), name, network.spokeHost(1), network.hubHost(), Optional.empty(), OptionalInt.of(1),
                OptionalInt.of(bytes), dontFragment, Origin.NONE);
    }

    @Test
    void aFlowOf8000BitsASecondIsTenPacketsOfAHundredBytesASecond() {
        Endpoint source = network.spokeHost(1);
        network.action(new Action.Flow(at(60), source, network.hubHost(), 8_000, 100, Optional.of(at(10)), Origin.NONE));
        List<Integer> lengths = new ArrayList<>();

        run((node, interfaceName, timeNanos, direction, packet) -> {
            if (packet.destination().equals(network.hubHost().address()) && direction == PacketTap.Direction.RECEIVED) {
                lengths.add(packet.lengthBytes());
            }
        });
        // Once on the spoke's LAN and once on the hub's.
        assertThat(lengths).hasSize(200).containsOnly(100);
    }
}
