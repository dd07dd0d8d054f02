package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;
import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;
import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.linking.ReferenceKinds;
import dmvpn.dsl.scenario.PingAction;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.dsl.scenario.TimedAction;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.device.Device;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compiles scenarios. */
final class ScenarioCompiler {

    private static final long DEFAULT_SEED = 1;
    /** Longer than every timer of a freshly started network but the holding time. */
    private static final Duration DEFAULT_DURATION = Duration.ofMinutes(10);

    private final CompileContext context;
    private final EndpointCompiler endpoints;
    private final List<Device> devices;

    ScenarioCompiler(CompileContext context, EndpointCompiler endpoints, List<Device> devices) {
        this.context = context;
        this.endpoints = endpoints;
        this.devices = devices;
    }

    Scenario compile(ScenarioDeclaration declaration) {
        String label = Names.label(declaration);
        ValueReader values = ValueReader.of(context, label);
        Duration duration = values.duration(declaration, SCENARIO_DECLARATION__DURATION, declaration.getDuration())
                .orElse(DEFAULT_DURATION);
        ActionCompiler actionCompiler = new ActionCompiler(context, endpoints, values);
        ExpectationCompiler expectationCompiler = new ExpectationCompiler(context, endpoints, values, devices);
        List<Action> actions = new ArrayList<>();
        for (TimedAction timed : declaration.getActions()) {
            Optional<Action> action = actionCompiler.compile(timed);
            action.filter(compiled -> compiled.at().compareTo(duration) > 0).ifPresent(late ->
                    reportLate(timed, TIMED_ACTION__AT, timed.getAt(), label));
            action.ifPresent(actions::add);
        }
        List<Expectation> expectations = new ArrayList<>();
        for (dmvpn.dsl.scenario.Expectation written : declaration.getExpectations()) {
            List<Expectation> compiled = expectationCompiler.compile(written);
            values.duration(written, EXPECTATION__AT, written.getAt()).filter(at -> at.compareTo(duration) > 0)
                    .ifPresent(late -> reportLate(written, EXPECTATION__AT, written.getAt(), label));
            expectations.addAll(compiled);
        }
        reportPingsOfOneName(declaration, label);
        return new Scenario(declaration.getName(),
                values.whole(declaration, SCENARIO_DECLARATION__SEED, declaration.getSeed(), 0, Long.MAX_VALUE).orElse(DEFAULT_SEED),
                duration, actions, expectations, context.origins().ofHeader(declaration, label));
    }

    private void reportLate(org.eclipse.emf.ecore.EObject owner, org.eclipse.emf.ecore.EStructuralFeature feature,
            String at, String label) {
        context.report(TextRules.SCENARIO, at + " is after the end of the run: give the scenario a longer duration",
                owner, feature, label);
    }

    private void reportPingsOfOneName(ScenarioDeclaration declaration, String label) {
        Set<String> names = new HashSet<>();
        for (TimedAction timed : declaration.getActions()) {
            if (timed.getAction() instanceof PingAction ping && !names.add(ReferenceKinds.pingName(ping))) {
                context.report(TextRules.DUPLICATE_NAME, ping.getName() == null
                        ? "A second ping without a name: write such as ping second every 1s, so that expectations can tell them apart"
                        : "Another ping is called " + ping.getName() + " already", ping, label);
            }
        }
    }
}
