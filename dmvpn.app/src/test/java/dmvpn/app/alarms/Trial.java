package dmvpn.app.alarms;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run of a network that is asked for what somebody was promised.
 *
 * @param broken promises that the network does not keep, each with what was found instead
 */
record Trial(Map<Promise, String> broken) {

    /** Long enough for a network to come up and for a few dozen pings; hold times of EIGRP pass several times. */
    static final Duration USUAL = Duration.ofSeconds(130);

    private static final String SCENARIO = "promises";

    /** Runs a network, and looks at each promise. */
    static Trial of(CompiledNetwork network, Collection<Promise> promises, Duration length) {
        List<Action> actions = new ArrayList<>();
        List<Expectation> expectations = new ArrayList<>();
        Map<String, Promise> asked = new LinkedHashMap<>();
        Map<Promise, String> broken = new LinkedHashMap<>();
        for (Promise promise : promises) {
            promise.question(network, length).ifPresentOrElse(question -> {
                actions.addAll(question.actions());
                expectations.add(question.expectation());
                asked.put(question.expectation().text(), promise);
            }, () -> broken.put(promise, "the network has nothing of the kind"));
        }
        Simulation simulation = Simulation.create(with(network, new Scenario(SCENARIO, 1, length, actions, expectations, Origin.NONE)),
                SimulationOptions.DEFAULT.withScenario(SCENARIO).withoutRecording());
        simulation.run();
        simulation.verdicts().stream().filter(verdict -> !verdict.passed())
                .forEach(verdict -> broken.put(asked.get(verdict.text()), verdict.explanation()));
        return new Trial(broken);
    }

    /** Kinds of which at least one promise is broken. */
    Set<Kind> kinds() {
        return broken.keySet().stream().map(Promise::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    /** The network with a scenario in place of its own. */
    static CompiledNetwork with(CompiledNetwork network, Scenario scenario) {
        return new CompiledNetwork(network.name(), network.transports(), network.clouds(), network.devices(), network.hosts(),
                List.of(scenario), network.secretsFiles(), network.origin());
    }
}
