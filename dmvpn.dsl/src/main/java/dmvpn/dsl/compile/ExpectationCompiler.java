package dmvpn.dsl.compile;

import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.linking.ReferenceKinds;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ClearCheck;
import dmvpn.dsl.scenario.FlowCheck;
import dmvpn.dsl.scenario.GapCheck;
import dmvpn.dsl.scenario.InstantCheck;
import dmvpn.dsl.scenario.InvariantCheck;
import dmvpn.dsl.scenario.LoopCheck;
import dmvpn.dsl.scenario.LossCheck;
import dmvpn.dsl.scenario.ScenarioAction;
import dmvpn.dsl.scenario.Repetition;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/** Compiles the expectations of a scenario. */
final class ExpectationCompiler {

    private final CompileContext context;
    private final EndpointCompiler endpoints;
    private final ValueReader values;
    private final StateCompiler states;

    ExpectationCompiler(CompileContext context, EndpointCompiler endpoints, ValueReader values, ModelRouters model) {
        this.context = context;
        this.endpoints = endpoints;
        this.values = values;
        this.states = new StateCompiler(context, endpoints, values, model);
    }

    /**
     * All that one written expectation means: several when it speaks of several routers at once.
     *
     * @param suffix what tells the pings of the rounds of a block apart
     */
    List<Expectation> compile(dmvpn.dsl.scenario.Expectation written, String suffix) {
        String text = endpoints.text(written).replaceFirst("^expect ", "");
        Origin origin = context.origins().of(written, values.label());
        return switch (written.getCheck()) {
            case InstantCheck check when written.getAfter() != null -> convergence(written, check, text, origin);
            case InstantCheck check -> values.duration(written, EXPECTATION__AT, written.getAt())
                    .map(time -> List.<Expectation>copyOf(states.compile(check, text, time, origin))).orElse(List.of());
            case InvariantCheck check -> invariant(check, text, origin);
            case GapCheck check -> gap(written, check, suffix, text, origin).stream().toList();
            case LossCheck check -> loss(check, suffix, text, origin).stream().toList();
            case FlowCheck check -> flow(check, suffix, text, origin).stream().toList();
            case ClearCheck check -> check.getTransport() == null ? List.of()
                    : List.of(new Expectation.NoClearOverlayPacket(text, check.getTransport().getName(), origin));
            case LoopCheck check -> List.of(new Expectation.NoForwardingLoop(text, origin));
            case null, default -> List.of();
        };
    }

    private List<Expectation> convergence(
            dmvpn.dsl.scenario.Expectation written, InstantCheck check, String text, Origin origin) {
        Optional<Duration> after = values.duration(written, EXPECTATION__AFTER, written.getAfter());
        Optional<Duration> within = values.duration(written, EXPECTATION__WITHIN, written.getWithin());
        return after.isEmpty() || within.isEmpty() ? List.of()
                : states.compile(check, text, after.get(), origin).stream()
                        .<Expectation>map(state -> new Expectation.BecomesTrue(state, within.get(), origin)).toList();
    }

    private List<Expectation> invariant(InvariantCheck check, String text, Origin origin) {
        Optional<Duration> from = check.getFrom() == null ? Optional.of(Duration.ZERO)
                : values.duration(check, INVARIANT_CHECK__FROM, check.getFrom());
        return from.stream().flatMap(time -> states.compile(check.getCheck(), text, time, origin).stream())
                .<Expectation>map(state -> new Expectation.StaysTrue(state, origin)).toList();
    }

    private Optional<Expectation> gap(
            dmvpn.dsl.scenario.Expectation written, GapCheck check, String suffix, String text, Origin origin) {
        Optional<Duration> after = values.duration(written, EXPECTATION__AFTER, written.getAfter());
        Optional<Duration> below = values.duration(check, GAP_CHECK__BELOW, check.getBelow());
        Optional<String> ping = ping(check.getPing(), check, suffix);
        return after.isEmpty() || below.isEmpty() ? Optional.empty()
                : ping.map(name -> new Expectation.LongestGapBelow(text, after.get(), name, below.get(), origin));
    }

    private Optional<Expectation> loss(LossCheck check, String suffix, String text, Origin origin) {
        Optional<Integer> count = values.integer(check, LOSS_CHECK__COUNT, check.getCount(), 0, Integer.MAX_VALUE);
        Optional<Duration> from = values.duration(check, LOSS_CHECK__FROM, check.getFrom());
        Optional<Duration> to = values.duration(check, LOSS_CHECK__TO, check.getTo());
        if (from.isPresent() && to.filter(end -> end.compareTo(from.get()) < 0).isPresent()) {
            context.report(TextRules.SCENARIO, "The time ends before it begins: " + check.getFrom() + " is later than "
                    + check.getTo(), check, LOSS_CHECK__TO, values.label());
            return Optional.empty();
        }
        Optional<String> ping = ping(check.getPing(), check, suffix);
        return count.flatMap(most -> ping.map(name -> new Expectation.LossAtMost(text, name, most, from, to, origin)));
    }

    private Optional<Expectation> flow(FlowCheck check, String suffix, String text, Origin origin) {
        if (check.getFlow() != null && check.getFlow().getLasting() == null) {
            context.report(TextRules.SCENARIO, "The flow goes on until the run ends, so it is never complete: write lasting behind it",
                    check, FLOW_CHECK__FLOW, values.label());
            return Optional.empty();
        }
        return ping(check.getFlow(), check, suffix)
                .map(name -> new Expectation.FlowCompletes(text, name, check.isCompletes(), origin));
    }

    /** The name of a ping or flow in the run: each round of a block has its own. */
    private Optional<String> ping(ScenarioAction ping, EObject check, String suffix) {
        if (ping == null) {
            return Optional.empty();
        }
        Optional<Repetition> block = blockOf(ping);
        if (block.isPresent() && !block.equals(blockOf(check))) {
            context.report(TextRules.SCENARIO, "Each round of the block has a ping of its own: say in the block what is expected of it",
                    check, values.label());
            return Optional.empty();
        }
        return Optional.of(ReferenceKinds.nameOf(ping) + (block.isPresent() ? suffix : ""));
    }

    private static Optional<Repetition> blockOf(EObject statement) {
        return Stream.iterate(statement, element -> element != null, EObject::eContainer)
                .filter(Repetition.class::isInstance).map(Repetition.class::cast).findFirst();
    }
}
