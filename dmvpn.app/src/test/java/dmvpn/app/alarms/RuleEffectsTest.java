package dmvpn.app.alarms;

import static dmvpn.app.alarms.Kind.DIRECT_PATH;
import static dmvpn.app.alarms.Kind.ENCRYPTION;
import static dmvpn.app.alarms.Kind.LOCAL_NETWORK;
import static dmvpn.app.alarms.Kind.NEIGHBOR;
import static dmvpn.app.alarms.Kind.REGISTRATION;
import static dmvpn.app.alarms.Kind.TUNNEL;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.load.ModelLoader;
import dmvpn.dsl.rules.RuleExample;
import dmvpn.dsl.rules.RuleExamples;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a rule says happens in the simulation. The sound example of a rule shows what its network promises; in the breaking
 * one something of the kind that the rule denies must be missing.
 */
class RuleEffectsTest {

    /** What a rule denies to somebody: of every rule that reports errors, and of the warnings whose effect can be seen. */
    static final Map<String, Kind> DENIED = Map.ofEntries(
            entry("R-AD-01", REGISTRATION),
            entry("R-AD-02", REGISTRATION),
            entry("R-AD-03", TUNNEL),
            entry("R-AD-09", REGISTRATION),
            entry("R-KEY-01", REGISTRATION),
            entry("R-KEY-02", REGISTRATION),
            entry("R-KEY-03", REGISTRATION),
            entry("R-NH-04", REGISTRATION),
            entry("R-NH-07", REGISTRATION),
            entry("R-NH-08", REGISTRATION),
            entry("R-NH-09", REGISTRATION),
            entry("R-NH-10", REGISTRATION),
            entry("R-NH-11", NEIGHBOR),
            entry("R-NH-12", NEIGHBOR),
            entry("R-NH-13", NEIGHBOR),
            entry("R-NH-17", TUNNEL),
            entry("R-PH-01", REGISTRATION),
            entry("R-PH-03", REGISTRATION),
            entry("R-PH-04", DIRECT_PATH),
            entry("R-PH-05", DIRECT_PATH),
            entry("R-PH-06", DIRECT_PATH),
            entry("R-PH-07", DIRECT_PATH),
            entry("R-PH-08", DIRECT_PATH),
            entry("R-PH-09", DIRECT_PATH),
            entry("R-PH-15", DIRECT_PATH),
            entry("R-UL-01", NEIGHBOR),
            entry("R-UL-09", REGISTRATION),
            entry("R-UL-14", REGISTRATION),
            entry("R-UL-15", REGISTRATION),
            entry("R-UL-16", REGISTRATION),
            entry("R-SEC-01", REGISTRATION),
            entry("R-SEC-04", REGISTRATION),
            entry("R-SEC-05", REGISTRATION),
            entry("R-SEC-06", REGISTRATION),
            entry("R-SEC-07", REGISTRATION),
            entry("R-SEC-08", DIRECT_PATH),
            entry("R-SEC-09", REGISTRATION),
            entry("R-SEC-11", REGISTRATION),
            entry("R-SEC-15", REGISTRATION),
            entry("R-SEC-20", ENCRYPTION),
            entry("R-SEC-23", DIRECT_PATH),
            entry("R-SEC-24", REGISTRATION),
            entry("R-MT-04", NEIGHBOR),
            entry("R-RT-01", NEIGHBOR),
            entry("R-RT-02", LOCAL_NETWORK),
            entry("R-RT-04", NEIGHBOR),
            entry("R-RT-06", NEIGHBOR),
            entry("R-RT-07", NEIGHBOR),
            entry("R-RT-09", NEIGHBOR),
            entry("R-RT-15", LOCAL_NETWORK),
            entry("R-RT-18", DIRECT_PATH),
            entry("R-RT-19", DIRECT_PATH),
            entry("R-HUB-05", DIRECT_PATH),
            entry("R-HUB-07", LOCAL_NETWORK),
            entry("R-HUB-08", DIRECT_PATH));

    /** Rules whose effect takes longer to be seen. */
    private static final Map<String, Duration> LENGTHS = Map.of(
            "R-NH-17", Duration.ofMinutes(20),
            "R-SEC-06", Duration.ofMinutes(70));

    /** Why the effect of a rule that reports errors cannot be seen in a run. */
    static final Map<String, String> NOT_SHOWN = Map.ofEntries(
            entry("R-AD-04", "a router refuses the subnet on a second interface; a run has no command line that could"),
            entry("R-AD-06", "both sites have a host of the same address, and a ping does not tell which one answers"),
            entry("R-AD-07", "no model can break it"),
            entry("R-AD-08", "a router refuses the second address; a run has no command line that could"),
            entry("R-NH-01", "no model can break it"),
            entry("R-NH-05", "a router refuses the password; a run has no command line that could"),
            entry("R-PH-12", "between regions no direct path comes up in a run, whatever the hubs do"),
            entry("R-PH-13", "between regions no direct path comes up in a run, whatever the hubs do"),
            entry("R-UL-02", "it denies that the policy does anything: all that is promised works without it"),
            entry("R-UL-04", "route-via is not simulated"),
            entry("R-UL-06", "no provider of a run drops packets with the address of another one"),
            entry("R-UL-07", "no model can break it"),
            entry("R-UL-08", "no model can break it"),
            entry("R-UL-11", "no model can break it"),
            entry("R-UL-12", "GRE keepalives are not simulated"),
            entry("R-SEC-02", "the security associations of a run do not get mixed up; those of a router do"),
            entry("R-SEC-03", "a router refuses the second profile; a run has no command line that could"),
            entry("R-MT-07", "a router refuses the mtu; a run has no command line that could"),
            entry("R-RT-08", "routers that start together elect the hub all the same, by its priority"),
            entry("R-RT-24", "the networks of sites are in the protocol anyway; what comes by redistribution alone is behind other routers"),
            entry("R-BK-02", "both ways carry packets: which of them does is no matter of connectivity"),
            entry("R-BK-04", "the local networks of routers at one site are not connected in a run"),
            entry("R-HUB-10", "without failures nothing is missing: the backup is used when the primary fails"),
            entry("R-VR-01", "it denies that two customers are apart, which is no connectivity"),
            entry("R-VR-03", "which of two equal routes a flow takes is a matter of its addresses; those of the example may take the right one"),
            entry("R-VR-04", "the route leads to the Internet, which a run does not have"),
            entry("R-FR-09", "what strongSwan takes for its mode when nobody says it is not simulated"));

    /** Rules that deny that a dead hub is noticed, and how soon it is when they are kept. */
    static final Map<String, Duration> NOTICED = Map.of("R-RT-20", Duration.ofSeconds(2));

    @ParameterizedTest
    @MethodSource("noticed")
    void aDeadHubIsNoticedInTheSoundExampleAloneOfBoth(String id) {
        RuleExample example = RuleExamples.of(Analysis.catalogue().rule(id).orElseThrow()).orElseThrow();

        assertThat(noticesDeadHub(network(example.sound()), NOTICED.get(id))).isTrue();
        assertThat(noticesDeadHub(network(example.breaks()), NOTICED.get(id))).isFalse();
    }

    static Stream<String> noticed() {
        return NOTICED.keySet().stream().sorted();
    }

    private static boolean noticesDeadHub(CompiledNetwork network, Duration soon) {
        Registration registration = Memberships.of(network).registrations().getFirst();
        String hub = registration.server().device().name();
        Duration failure = Promise.SETTLED;
        Expectation lost = new Expectation.NeighborPresent("lost", failure.plus(soon), registration.client().device().name(), hub,
                Optional.empty(), false, Origin.NONE);
        Expectation known = new Expectation.NeighborPresent("known", failure.minus(soon),
                registration.client().device().name(), hub, Optional.empty(), true, Origin.NONE);
        Simulation simulation = Simulation.create(Trial.with(network, new Scenario("failure", 1, failure.plus(soon).plus(soon),
                List.of(new Action.FailDevice(failure, hub, Origin.NONE)), List.of(known, lost), Origin.NONE)),
                SimulationOptions.DEFAULT.withScenario("failure"));
        simulation.run();
        assertThat(simulation.verdicts().getFirst().passed()).isTrue();
        return simulation.verdicts().getLast().passed();
    }

    static Stream<String> denied() {
        return DENIED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("denied")
    void whatTheRuleDeniesIsMissingInTheBreakingExampleAloneOfBoth(String id) {
        RuleExample example = RuleExamples.of(Analysis.catalogue().rule(id).orElseThrow()).orElseThrow();
        Kind denied = DENIED.get(id);
        CompiledNetwork sound = network(example.sound());
        Set<Promise> promised = Promises.of(sound);
        Duration length = LENGTHS.getOrDefault(id, Trial.USUAL);

        assertThat(promised).extracting(Promise::kind).contains(denied);
        Trial ofSound = Trial.of(sound, promised, length);
        assertThat(ofSound.kinds()).as("what the sound example of %s does not keep: %s", id, ofSound.broken()).doesNotContain(denied);
        assertThat(Trial.of(network(example.breaks()), promised, length).kinds())
                .as("what the breaking example of %s does not keep", id).contains(denied);
    }

    /** Two routers with one address send tunnel packets to themselves, until their TTL expires. */
    @Test
    void packetsThatATunnelSendsToItsOwnRouterNeedNoDeepStack() throws InterruptedException {
        CompiledNetwork network = network(RuleExamples.of(Analysis.catalogue().rule("R-AD-02").orElseThrow()).orElseThrow().breaks());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread shallow = new Thread(null, () -> Trial.of(network, Promises.of(network), Trial.USUAL), "shallow", 300_000);
        shallow.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        shallow.start();
        shallow.join();

        assertThat(failure.get()).isNull();
    }

    /** A new rule says what it denies, or why that cannot be seen. */
    @Test
    void everyRuleThatReportsErrorsIsTriedOrSaysWhyNot() {
        Set<String> errors = new TreeSet<>();
        Analysis.catalogue().rules().stream().filter(rule -> rule.severity() == Severity.ERROR && rule.id().startsWith("R-"))
                .map(Rule::id).forEach(errors::add);
        Set<String> answered = new TreeSet<>(NOT_SHOWN.keySet());
        answered.addAll(DENIED.keySet());
        answered.addAll(NOTICED.keySet());

        assertThat(answered).containsAll(errors);
        assertThat(NOT_SHOWN.keySet()).doesNotContainAnyElementsOf(DENIED.keySet())
                .doesNotContainAnyElementsOf(NOTICED.keySet()).isSubsetOf(errors);
    }

    private static CompiledNetwork network(String text) {
        return ModelLoader.create().parse("example.dmvpn", text).network().orElseThrow();
    }
}
