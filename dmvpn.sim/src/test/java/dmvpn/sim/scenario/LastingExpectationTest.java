package dmvpn.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.CountedMessage;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.RouteOwner;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expectations that wait for a state, want it to last, or count what happened. */
class LastingExpectationTest {

    private final ReferenceNetwork network = new ReferenceNetwork().duration(130);

    private List<Verdict> verdicts() {
        Simulation simulation =
                Simulation.create(network.build(), SimulationOptions.DEFAULT.withScenario("scenario"));
        simulation.run();
        return simulation.verdicts();
    }

    private static Duration at(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private Expectation.OfState server(long seconds, boolean up) {
        return new Expectation.NextHopServerState("server", at(seconds), List.of("S1"), "H1", up, Origin.NONE);
    }

    private Expectation.OfState direct(long seconds) {
        return new Expectation.PathIs("direct", at(seconds), network.spokeHost(1), network.spokeHost(2), List.of(),
                Origin.NONE);
    }

    @Test
    void convergenceIsSeenAtTheInstantOfTheChange() {
        network.ping(100, network.spokeHost(1), network.spokeHost(2))
                .expect(new Expectation.BecomesTrue(direct(100), at(1), Origin.NONE));

        assertThat(verdicts()).extracting(Verdict::explanation).containsExactly("S1 > S2: arrives after 90ms");
        assertThat(verdicts()).allMatch(Verdict::passed);
    }

    @Test
    void whatDoesNotComeInTimeIsAViolationAtTheEndOfTheTime() {
        network.ping(100, network.spokeHost(1), network.spokeHost(2))
                .expect(new Expectation.BecomesTrue(direct(100), Duration.ofMillis(50), Origin.NONE));

        Simulation simulation =
                Simulation.create(network.build(), SimulationOptions.DEFAULT.withScenario("scenario"));
        simulation.run();
        Verdict verdict = simulation.verdicts().get(0);
        assertThat(verdict.passed()).isFalse();
        RecordedEvent event = simulation.trace().event(verdict.violation().orElseThrow());
        assertThat(event.timeNanos()).isEqualTo(Duration.ofMillis(100_050).toNanos());
    }

    @Test
    void whatIsTrueAlreadyNeedsNoTime() {
        network.expect(new Expectation.BecomesTrue(server(50, true), Duration.ofMillis(1), Origin.NONE));

        assertThat(verdicts().get(0).explanation()).endsWith("after 0s");
    }

    @Test
    void theTimeAfterAFailureIsThatOfItsDetection() {
        network.fail(60, "H1").expect(new Expectation.BecomesTrue(server(60, false), at(60), Origin.NONE));

        Verdict verdict = verdicts().get(0);
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.explanation()).startsWith("H1 is down as seen by 1 client after ").doesNotEndWith("after 0s");
    }

    @Test
    void anInvariantIsViolatedByTheChangeThatEndsIt() {
        network.fail(60, "S1").restore(61, "S1")
                .expect(new Expectation.StaysTrue(server(50, true), Origin.NONE))
                .expect(new Expectation.StaysTrue(new Expectation.NeighborPresent("neighbor", at(50), "H1", "S2",
                        Optional.of(RouteOwner.EIGRP), true, Origin.NONE), Origin.NONE));

        List<Verdict> verdicts = verdicts();
        assertThat(verdicts).extracting(Verdict::passed).containsExactly(false, true);
        assertThat(verdicts.get(1).explanation()).isEqualTo("H1 has the EIGRP neighbor S2");
    }

    @Test
    void aRunWithoutATraceComesToTheSameVerdicts() {
        network.ping(100, network.spokeHost(1), network.spokeHost(2))
                .expect(new Expectation.BecomesTrue(direct(100), at(1), Origin.NONE))
                .expect(new Expectation.NoForwardingLoop("loop", Origin.NONE))
                .expect(count("S1", Expectation.MessageDirection.SENT, CountedMessage.RESOLUTION_REQUEST, 1, 1));
        CompiledNetwork compiled = network.build();
        Simulation recorded = Simulation.create(compiled, SimulationOptions.DEFAULT.withScenario("scenario"));
        Simulation unrecorded =
                Simulation.create(compiled, SimulationOptions.DEFAULT.withScenario("scenario").withoutRecording());
        recorded.run();
        unrecorded.run();

        assertThat(unrecorded.verdicts()).isEqualTo(recorded.verdicts());
        assertThat(unrecorded.trace().size()).isZero();
    }

    @Test
    void lookingOnChangesNothingElse() {
        network.ping(100, network.spokeHost(1), network.spokeHost(2)).duration(120);
        Simulation alone = Simulation.create(network.build(), SimulationOptions.DEFAULT.withScenario("scenario"));
        alone.run();
        network.expect(new Expectation.NoForwardingLoop("loop", Origin.NONE));
        Simulation watched = Simulation.create(network.build(), SimulationOptions.DEFAULT.withScenario("scenario"));
        watched.run();

        assertThat(watched.trace()).filteredOn(event -> !event.protocol().equals("Scenario"))
                .extracting(RecordedEvent::message).containsExactlyElementsOf(messages(alone));
    }

    private static List<String> messages(Simulation simulation) {
        List<String> messages = new ArrayList<>();
        simulation.trace().forEach(event -> messages.add(event.message()));
        return messages;
    }

    private static Expectation.OfState count(
            String device, Expectation.MessageDirection direction, CountedMessage message, long atLeast, long atMost) {
        return new Expectation.MessageCount("count", at(120), device, direction, message, atLeast, atMost, Origin.NONE);
    }

    @Test
    void messagesAreCountedWhereTheyAreSentForwardedAndReceived() {
        network.ping(100, network.spokeHost(1), network.spokeHost(2))
                .expect(count("S1", Expectation.MessageDirection.SENT, CountedMessage.RESOLUTION_REQUEST, 1, 1))
                .expect(count("H1", Expectation.MessageDirection.FORWARDED, CountedMessage.RESOLUTION_REQUEST, 0, 0))
                .expect(count("H1", Expectation.MessageDirection.SENT, CountedMessage.REDIRECT, 1, Long.MAX_VALUE))
                .expect(count("S2", Expectation.MessageDirection.RECEIVED, CountedMessage.EIGRP_QUERY, 0, 0));

        List<Verdict> verdicts = verdicts();
        assertThat(verdicts).extracting(Verdict::explanation).contains("S1 has sent 1 resolution-requests",
                "S2 has received 0 eigrp-queries");
        assertThat(verdicts).extracting(Verdict::passed).startsWith(true, false, true);
    }

    @Test
    void aPathIsOverTheTransportThatItCrossesAlone() {
        network.expect(new Expectation.PathOver("over", at(60), network.spokeHost(1), network.hubHost(), "Internet", Origin.NONE))
                .expect(new Expectation.PathOver("over", at(60), network.spokeHost(1), network.hubHost(), "Mpls", Origin.NONE));

        assertThat(verdicts()).extracting(Verdict::passed).containsExactly(true, false);
        assertThat(verdicts().get(1).explanation()).isEqualTo("S1 > H1: arrives over Internet");
    }

    @Test
    void anNhrpEntryIsComparedWithItsNextHopAndItsNbmaAddress() {
        network.expect(via("10.0.0.11")).expect(via("198.51.100.11")).expect(via("198.51.100.12"));

        assertThat(verdicts()).extracting(Verdict::passed).containsExactly(true, true, false);
    }

    private static Expectation via(String address) {
        return new Expectation.NhrpEntry("entry", at(60), "H1", IpPrefix.parse("10.0.0.11/32"),
                Optional.of(IpAddress.parse(address)), true, Origin.NONE);
    }

    @Test
    void aRouteIsComparedWithItsOwner() {
        network.expect(owned(RouteOwner.EIGRP, Optional.empty())).expect(owned(RouteOwner.STATIC, Optional.empty()))
                .expect(owned(RouteOwner.EIGRP, Optional.of("INET")));

        assertThat(verdicts()).extracting(Verdict::passed).containsExactly(true, false, false);
    }

    private Expectation owned(RouteOwner owner, Optional<String> vrf) {
        return new Expectation.RoutePresent("route", at(60), "H1", network.spokeLan(1), Optional.empty(),
                Optional.of(owner), vrf, true, Origin.NONE);
    }

    @Test
    void routesThatPointToEachOtherAreALoopFromTheInstantTheyAreThere() {
        network.staticRouting().routesOfTheHubLeadToTheFirstSpoke()
                .expect(new Expectation.NoForwardingLoop("loop", Origin.NONE));

        Verdict verdict = verdicts().get(0);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.explanation()).isEqualTo("to S2-host: H1 > S1 > H1: stops, forwarding loop");
    }

    @Test
    void soundRoutingHasNoLoopWhateverFails() {
        network.ping(60, network.spokeHost(1), network.spokeHost(2)).fail(70, "S2").restore(80, "S2").fail(90, "H1")
                .expect(new Expectation.NoForwardingLoop("loop", Origin.NONE));

        assertThat(verdicts().get(0)).returns(true, Verdict::passed)
                .returns("no packet was sent in a circle", Verdict::explanation);
    }
}
