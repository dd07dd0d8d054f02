package dmvpn.dsl.compile;

import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.linking.ReferenceKinds;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.InvariantCheck;
import dmvpn.dsl.scenario.PingAction;
import dmvpn.dsl.scenario.Repetition;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.dsl.scenario.TimedAction;
import dmvpn.network.device.Device;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.underlay.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles scenarios: one for each declaration, or one for each run of a sweep. */
final class ScenarioCompiler {

    private static final long DEFAULT_SEED = 1;
    /** Longer than every timer of a freshly started network but the holding time. */
    private static final Duration DEFAULT_DURATION = Duration.ofMinutes(10);
    /** A sweep over more is an afternoon, not a test. */
    private static final int MOST_RUNS = 500;
    /** The pairs of 63 spokes, or 2000 spokes. */
    private static final int MOST_ROUNDS = 2000;

    private final CompileContext context;
    private final EndpointCompiler endpoints;
    private final ModelRouters model;
    private final List<Transport> transports;
    private final SweepCompiler sweeps;

    ScenarioCompiler(CompileContext context, EndpointCompiler endpoints, ModelRouters model, List<Transport> transports) {
        this.context = context;
        this.endpoints = endpoints;
        this.model = model;
        this.transports = transports;
        this.sweeps = new SweepCompiler(context, model.devices());
    }

    /** The runs of a scenario: one, or one for each router or pair that its sweep names. */
    List<Scenario> compile(ScenarioDeclaration declaration) {
        String label = Names.label(declaration);
        reportPingsOfOneName(declaration.getActions(), label);
        declaration.getRepetitions().forEach(block -> reportPingsOfOneName(block.getActions(), label));
        if (declaration.getSweep() == null) {
            return List.of(new Run(declaration, label, Bindings.NONE).compile());
        }
        return sweeps.rounds(declaration.getSweep(), Bindings.NONE, MOST_RUNS, "runs", label).stream()
                .map(bindings -> new Run(declaration, label, bindings).compile()).toList();
    }

    /** The compilation of one run. */
    private final class Run {

        private final ScenarioDeclaration declaration;
        private final String label;
        private final Bindings bindings;
        private final ValueReader values;
        private final Duration duration;
        private final ActionCompiler actionCompiler;
        private final ExpectationCompiler expectationCompiler;
        private final List<Action> actions = new ArrayList<>();
        private final List<Expectation> expectations = new ArrayList<>();

        Run(ScenarioDeclaration declaration, String label, Bindings bindings) {
            this.declaration = declaration;
            this.label = label;
            this.bindings = bindings;
            this.values = ValueReader.of(context, label);
            this.duration = values.duration(declaration, SCENARIO_DECLARATION__DURATION, declaration.getDuration())
                    .orElse(DEFAULT_DURATION);
            this.actionCompiler = new ActionCompiler(context, endpoints, values, transports);
            this.expectationCompiler = new ExpectationCompiler(context, endpoints, values, model);
        }

        Scenario compile() {
            endpoints.bind(bindings);
            addActions(declaration.getActions(), "");
            addExpectations(declaration.getExpectations(), "");
            for (int index = 0; index < declaration.getRepetitions().size(); index++) {
                addRounds(declaration.getRepetitions().get(index), index == 0 ? "" : "#" + (index + 1));
            }
            endpoints.bind(Bindings.NONE);
            return new Scenario(declaration.getName() + bindings.suffix(declaration.getSweep()),
                    values.whole(declaration, SCENARIO_DECLARATION__SEED, declaration.getSeed(), 0, Long.MAX_VALUE)
                            .orElse(DEFAULT_SEED),
                    duration, actions, expectations, context.origins().ofHeader(declaration, label));
        }

        /** @param number tells the pings of one block from those of another */
        private void addRounds(Repetition block, String number) {
            if (block.getSweep() == null) {
                return;
            }
            for (Bindings round : sweeps.rounds(block.getSweep(), bindings, MOST_ROUNDS, "rounds", label)) {
                endpoints.bind(round);
                String suffix = round.suffix(block.getSweep()) + number;
                addActions(block.getActions(), suffix);
                addExpectations(block.getExpectations(), suffix);
            }
        }

        private void addActions(List<TimedAction> written, String suffix) {
            for (TimedAction timed : written) {
                Optional<Action> action = actionCompiler.compile(timed, suffix);
                action.filter(compiled -> compiled.at().compareTo(duration) > 0)
                        .ifPresent(late -> reportLate(timed, TIMED_ACTION__AT, timed.getAt()));
                action.ifPresent(actions::add);
            }
        }

        private void addExpectations(List<dmvpn.dsl.scenario.Expectation> written, String suffix) {
            for (dmvpn.dsl.scenario.Expectation expectation : written) {
                List<Expectation> compiled = expectationCompiler.compile(expectation, suffix);
                expectations.addAll(compiled);
                if (expectation.getAt() != null) {
                    checkLate(compiled, expectation, EXPECTATION__AT, expectation.getAt());
                } else if (expectation.getCheck() instanceof InvariantCheck invariant && invariant.getFrom() != null) {
                    checkLate(compiled, invariant, INVARIANT_CHECK__FROM, invariant.getFrom());
                } else if (expectation.getWithin() != null) {
                    checkLate(compiled, expectation, EXPECTATION__WITHIN,
                            expectation.getAfter() + " and " + expectation.getWithin());
                }
            }
        }

        private void checkLate(List<Expectation> compiled, EObject owner, EStructuralFeature feature, String time) {
            if (compiled.stream().anyMatch(expectation -> last(expectation).compareTo(duration) > 0)) {
                reportLate(owner, feature, time);
            }
        }

        private void reportLate(EObject owner, EStructuralFeature feature, String time) {
            context.report(TextRules.SCENARIO, time + " is after the end of the run: give the scenario a longer duration",
                    owner, feature, label);
        }
    }

    /** The instant at which the run must still be going on. */
    private static Duration last(Expectation expectation) {
        return switch (expectation) {
            case Expectation.OfState state -> state.at();
            case Expectation.BecomesTrue convergence -> convergence.state().at().plus(convergence.within());
            case Expectation.StaysTrue invariant -> invariant.state().at();
            default -> Duration.ZERO;
        };
    }

    private void reportPingsOfOneName(List<TimedAction> actions, String label) {
        Set<String> names = new HashSet<>();
        for (TimedAction timed : actions) {
            String name = ReferenceKinds.nameOf(timed.getAction());
            if (name != null && !names.add(name)) {
                context.report(TextRules.DUPLICATE_NAME, timed.getAction() instanceof PingAction ping && ping.getName() == null
                        ? "A second ping without a name: write such as ping second every 1s, so that expectations can tell them apart"
                        : "Another ping or flow is called " + name + " already", timed.getAction(), label);
            }
        }
    }
}
