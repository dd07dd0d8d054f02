package dmvpn.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.Expectation;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private final ReferenceNetwork network = new ReferenceNetwork().duration(130);

    private Simulation run() {
        Simulation simulation =
                Simulation.create(network.build(), SimulationOptions.DEFAULT.withScenario("scenario"));
        simulation.run();
        return simulation;
    }

    private Verdict onlyVerdict() {
        List<Verdict> verdicts = run().verdicts();
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }

    private static Duration at(long millis) {
        return Duration.ofMillis(millis);
    }

    private Expectation path(long millis, String... via) {
        return new Expectation.PathIs("path", at(millis), network.spokeHost(1), network.spokeHost(2), List.of(via),
                Origin.NONE);
    }

    @Test
    void aPathIsThroughTheHubBeforeTheShortcutAndDirectAfterIt() {
        network.ping(100, network.spokeHost(1), network.spokeHost(2))
                .expect(path(99_000, "H1")).expect(path(100_089, "H1")).expect(path(100_090));

        assertThat(run().verdicts()).allMatch(Verdict::passed).extracting(Verdict::explanation).containsExactly(
                "S1 > H1 > S2: arrives", "S1 > H1 > S2: arrives", "S1 > S2: arrives");
    }

    @Test
    void anExpectationOfAnInstantSeesAllThatHappensAtThatInstant() {
        network.expect(new Expectation.NhrpEntry("entry", at(1_010), "H1", IpPrefix.parse("10.0.0.11/32"), true,
                Origin.NONE));

        assertThat(onlyVerdict().passed()).isTrue();
    }

    @Test
    void aViolationPointsToItsEventInTheTrace() {
        network.expect(path(99_000));

        Simulation simulation = run();
        Verdict verdict = simulation.verdicts().get(0);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.explanation()).isEqualTo("S1 > H1 > S2: arrives");
        RecordedEvent event = simulation.trace().event(verdict.violation().orElseThrow());
        assertThat(event.protocol()).isEqualTo("Scenario");
        assertThat(event.message()).isEqualTo("expectation violated");
        assertThat(event.timeNanos()).isEqualTo(Duration.ofSeconds(99).toNanos());
    }

    @Test
    void reachabilityIsJudgedWithItsReason() {
        network.fail(100, "H1")
                .expect(new Expectation.Reachable("up", at(99_000), network.spokeHost(1), network.spokeHost(2), true,
                        Origin.NONE))
                .expect(new Expectation.Reachable("down", at(120_000), network.spokeHost(1), network.spokeHost(2), true,
                        Origin.NONE));

        List<Verdict> verdicts = run().verdicts();
        assertThat(verdicts).extracting(Verdict::passed).containsExactly(true, false);
        assertThat(verdicts.get(1).explanation()).isEqualTo("S1: stops, nobody on the network has the address");
    }

    @Test
    void aHostWithoutItsRouterReachesNobody() {
        network.fail(50, "S1").expect(new Expectation.Reachable("down", at(60_000), network.spokeHost(1),
                network.spokeHost(2), false, Origin.NONE));

        assertThat(onlyVerdict().explanation()).isEqualTo("S1 has no power");
    }

    @Test
    void aHubThatLostItsAssociationsStopsThePath() {
        network.withoutDeadPeerDetection().staticRouting().fail(50, "H1").restore(60, "H1")
                .expect(path(70_000, "H1"));

        assertThat(onlyVerdict().explanation())
                .isEqualTo("S1: stops, H1 has no IPsec security association with 198.51.100.11");
    }

    @Test
    void theStateOfANextHopServerIsThatOfEachClient() {
        network.fail(50, "H1")
                .expect(server(40_000, true, "S1", "S2")).expect(server(129_000, false, "S1", "S2"))
                .expect(server(129_000, true, "S1"));

        List<Verdict> verdicts = run().verdicts();
        assertThat(verdicts).extracting(Verdict::passed).containsExactly(true, true, false);
        assertThat(verdicts.get(2).explanation()).isEqualTo("H1 is not up as seen by S1");
    }

    private static Expectation server(long millis, boolean up, String... clients) {
        return new Expectation.NextHopServerState("server", at(millis), List.of(clients), "H1", up, Origin.NONE);
    }

    @Test
    void routesAreComparedWithTheirNextHop() {
        network.withoutSummary().ping(100, network.spokeHost(1), network.spokeHost(2))
                .expect(route(99_000, "10.0.0.1", true)).expect(route(99_000, "10.0.0.12", false))
                .expect(route(110_000, "10.0.0.12", true)).expect(route(0, "10.0.0.1", false));

        assertThat(run().verdicts()).extracting(Verdict::explanation).containsExactly(
                "S1 has EIGRP route to 192.168.12.0/24 via 10.0.0.1",
                "S1 has EIGRP route to 192.168.12.0/24 via 10.0.0.1",
                "S1 has EIGRP route to 192.168.12.0/24 via 10.0.0.12",
                "S1 has no route to 192.168.12.0/24");
        assertThat(run().verdicts()).allMatch(Verdict::passed);
    }

    private static Expectation route(long millis, String via, boolean present) {
        return new Expectation.RoutePresent("route", at(millis), "S1", IpPrefix.parse("192.168.12.0/24"),
                Optional.of(IpAddress.parse(via)), present, Origin.NONE);
    }

    @Test
    void lossAndGapsOfAPingAreCounted() {
        network.ping(50, network.spokeHost(1), network.hubHost()).failPath(60, "S1", "H1").restorePath(65, "S1", "H1")
                .expect(new Expectation.LossAtMost("loss", "ping", 5, Origin.NONE))
                .expect(new Expectation.LossAtMost("loss", "ping", 4, Origin.NONE))
                .expect(new Expectation.LongestGapBelow("gap", Duration.ZERO, "ping", Duration.ofMillis(6_001), Origin.NONE))
                .expect(new Expectation.LongestGapBelow("gap", Duration.ZERO, "ping", Duration.ofSeconds(6), Origin.NONE))
                .expect(new Expectation.LongestGapBelow("gap", Duration.ofSeconds(65), "ping", Duration.ofSeconds(2),
                        Origin.NONE))
                .expect(new Expectation.LossAtMost("loss", "another", 0, Origin.NONE));

        List<Verdict> verdicts = run().verdicts();
        assertThat(verdicts).extracting(Verdict::passed).containsExactly(true, false, true, false, true, false);
        assertThat(verdicts).extracting(Verdict::explanation).contains("5 of 80 requests stayed unanswered",
                "the longest gap is 6s", "no ping of the scenario is called another");
    }

    @Test
    void aProtectedCloudSendsNoOverlayPacketInClear() {
        network.ping(100, network.spokeHost(1), network.spokeHost(2))
                .expect(new Expectation.NoClearOverlayPacket("clear", "Internet", Origin.NONE));

        assertThat(onlyVerdict()).returns(true, Verdict::passed)
                .returns("no overlay packet crossed Internet in clear", Verdict::explanation);
    }

    @Test
    void thatTheSameInvariantIsWrittenTwiceChangesNothing() {
        Expectation invariant = new Expectation.NoClearOverlayPacket("clear", "Internet", Origin.NONE);
        network.withoutProtection().expect(invariant).expect(invariant);

        assertThat(run().verdicts()).extracting(Verdict::passed).containsExactly(false, false);
    }

    @Test
    void anUnprotectedCloudViolatesTheInvariantWithItsFirstPacket() {
        network.withoutProtection().expect(new Expectation.NoClearOverlayPacket("clear", "Internet", Origin.NONE));

        Simulation simulation = run();
        Verdict verdict = simulation.verdicts().get(0);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.explanation())
                .isEqualTo("GRE with Hello from 198.51.100.11 to 203.0.113.1 crossed in clear");
        assertThat(simulation.trace().event(verdict.violation().orElseThrow()).timeNanos()).isZero();
    }

    /** With a default route in the global table the traffic of a lost tunnel leaks to the provider. */
    @Test
    void aPacketBetweenSitesThatLeavesTheTunnelViolatesTheInvariant() {
        network.ping(100, network.spokeHost(1), network.spokeHost(2)).fail(101, "H1")
                .expect(new Expectation.NoClearOverlayPacket("clear", "Internet", Origin.NONE));

        assertThat(onlyVerdict().explanation())
                .isEqualTo("Echo Request from 192.168.11.10 to 192.168.12.10 crossed in clear");
    }

    @Test
    void anInstantBehindTheEndOfTheRunIsAViolation() {
        network.expect(path(500_000, "H1"));

        assertThat(onlyVerdict()).returns(false, Verdict::passed)
                .returns("the run ended before the instant of the expectation", Verdict::explanation);
    }

    @Test
    void aRouterCanPingToo() {
        Endpoint spokeItself = new Endpoint("S1", "S1", IpAddress.parse("10.0.0.11"), Origin.NONE);
        Endpoint hubItself = new Endpoint("H1", "H1", IpAddress.parse("10.0.0.1"), Origin.NONE);
        network.ping(50, spokeItself, hubItself, 3);

        assertThat(run().pings().get(0).answered()).isEqualTo(3);
    }

    @Test
    void anActionOnAnUnknownRouterIsReportedAndNothingElse() {
        CompiledNetwork unknown = network.action(new Action.FailDevice(Duration.ofSeconds(1), "S9", Origin.NONE)).build();
        Simulation simulation = Simulation.create(unknown, SimulationOptions.DEFAULT.withScenario("scenario"));
        simulation.run();

        assertThat(simulation.trace()).anySatisfy(event -> {
            assertThat(event.message()).isEqualTo("action not done");
            assertThat(event.reason()).isEqualTo("the network has no router of that name");
        });
    }
}
