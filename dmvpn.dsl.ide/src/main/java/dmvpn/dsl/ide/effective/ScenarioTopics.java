package dmvpn.dsl.ide.effective;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;
import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.routing.PolicyAction;
import dmvpn.dsl.routing.PolicyStatement;
import dmvpn.dsl.routing.PrefixMatch;
import dmvpn.dsl.scenario.FlowAction;
import dmvpn.dsl.scenario.PingAction;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.network.device.Device;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Scenario;
import java.util.List;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;

/** What can be said of scenarios and of route policies. */
final class ScenarioTopics {

    /** Length of a ping's packet on Cisco IOS when nobody says another (Cisco IOS command reference, ping). */
    private static final int PING_BYTES = 100;

    private ScenarioTopics() {
    }

    static List<Topic<?, ?>> all() {
        return List.of(
                new Topic<>(ScenarioDeclaration.class, ofScenarios(), (model, declaration) -> model.network().scenarios().stream()
                        .filter(scenario -> model.isFrom(scenario.origin(), declaration))
                        .map(scenario -> Reading.of(scenario, declaration)).toList()),
                new Topic<>(PingAction.class, ofPings(), (model, action) -> actions(model, action, Action.Ping.class)),
                new Topic<>(FlowAction.class, ofFlows(), (model, action) -> actions(model, action, Action.Flow.class)),
                new Topic<>(PolicyStatement.class, ofStatements(), (model, clause) -> model.made(clause,
                        ScenarioTopics::statements, dmvpn.network.policy.PolicyStatement::origin)),
                new Topic<>(PrefixMatch.class, ofMatches(), (model, clause) -> model.made(clause, device -> statements(device)
                        .stream().flatMap(statement -> statement.prefixes().stream()).toList(),
                        dmvpn.network.policy.PrefixMatch::origin)),
                new Topic<>(PolicyAction.class, ofPolicyActions(), (model, clause) -> model.made(clause, device -> statements(device)
                        .stream().flatMap(statement -> statement.actions().stream()).toList(),
                        dmvpn.network.policy.PolicyAction::origin)));
    }

    /** The time and the action are one statement, which the record comes from. */
    private static <A extends Action> List<Reading<A>> actions(CompiledModel model, EObject action, Class<A> kind) {
        return model.network().scenarios().stream().flatMap(scenario -> scenario.actions().stream())
                .filter(kind::isInstance).map(kind::cast)
                .filter(record -> model.isFrom(record.origin(), action.eContainer()))
                .map(record -> Reading.of(record, action)).toList();
    }

    private static List<dmvpn.network.policy.PolicyStatement> statements(Device device) {
        return device.routing().policies().stream().flatMap(policy -> policy.statements().stream()).toList();
    }

    private static List<Setting<Scenario>> ofScenarios() {
        return List.of(
                Setting.<Scenario>of("seed", scenario -> Long.toString(scenario.seed()), SCENARIO_DECLARATION__SEED).byLanguage(),
                Setting.<Scenario>of("duration", scenario -> Shown.time(scenario.duration()), SCENARIO_DECLARATION__DURATION)
                        .byLanguage());
    }

    private static List<Setting<Action.Ping>> ofPings() {
        return List.of(
                Setting.<Action.Ping>of("ping", Action.Ping::name, PING_ACTION__NAME).byLanguage(),
                Setting.<Action.Ping>of("every once", ping -> ping.interval().map(Shown::time).orElse("once"),
                        PING_ACTION__INTERVAL, PING_ACTION__ONCE).byLanguage(),
                Setting.<Action.Ping>of("count", ping -> ping.interval().isEmpty() ? "1"
                        : Shown.number(ping.count(), "", "until the end"), PING_ACTION__COUNT).byLanguage(),
                Setting.<Action.Ping>of("size", ping -> ping.sizeBytes().orElse(PING_BYTES) + " bytes", PING_ACTION__SIZE)
                        .byLanguage(),
                Setting.<Action.Ping>of("unfragmented", ping -> ping.dontFragment() ? "not to be fragmented" : "may be fragmented",
                        PING_ACTION__UNFRAGMENTED).byLanguage());
    }

    private static List<Setting<Action.Flow>> ofFlows() {
        return List.of(
                Setting.<Action.Flow>of("rate flow", flow -> flow.bitsPerSecond() + " bit/s", FLOW_ACTION__RATE),
                Setting.<Action.Flow>of("size", flow -> flow.packetBytes() + " bytes", FLOW_ACTION__SIZE).byLanguage(),
                Setting.<Action.Flow>of("tcp", flow -> flow.protocol() == PacketProtocol.TCP ? "data over TCP" : "UDP datagrams",
                        FLOW_ACTION__TCP).byLanguage(),
                Setting.<Action.Flow>of("lasting", flow -> flow.lasting().map(Shown::time).orElse("until the end"),
                        FLOW_ACTION__LASTING).byLanguage());
    }

    private static List<Setting<dmvpn.network.policy.PolicyStatement>> ofStatements() {
        return List.of(
                Setting.<dmvpn.network.policy.PolicyStatement>of("permit deny",
                        statement -> statement.permit() ? "passes" : "is dropped",
                        POLICY_STATEMENT__PERMIT, POLICY_STATEMENT__DENY),
                condition("prefix", statement -> Shown.list(statement.prefixes().stream().map(ScenarioTopics::match).toList(),
                        "any"), POLICY_STATEMENT__PREFIXES),
                condition("tag", statement -> Shown.number(statement.tag(), "", "any"), POLICY_STATEMENT__TAG),
                condition("community", statement -> Shown.text(statement.community(), "any"), POLICY_STATEMENT__COMMUNITY),
                condition("as-path", statement -> Shown.text(statement.asPath(), "any"), POLICY_STATEMENT__AS_PATH),
                condition("protocol", statement -> Shown.text(statement.protocol(), "any"), POLICY_STATEMENT__PROTOCOL));
    }

    private static Setting<dmvpn.network.policy.PolicyStatement> condition(String keyword,
            Function<dmvpn.network.policy.PolicyStatement, String> value, org.eclipse.emf.ecore.EStructuralFeature feature) {
        return Setting.of(keyword, value, feature).byLanguage();
    }

    private static String match(dmvpn.network.policy.PrefixMatch match) {
        return match.prefix() + " of length " + least(match) + " to " + most(match);
    }

    private static int least(dmvpn.network.policy.PrefixMatch match) {
        return match.shortest().orElse(match.prefix().length());
    }

    private static int most(dmvpn.network.policy.PrefixMatch match) {
        return match.longest().orElse(match.shortest().isPresent() ? match.prefix().network().bitLength()
                : match.prefix().length());
    }

    private static List<Setting<dmvpn.network.policy.PrefixMatch>> ofMatches() {
        return List.of(
                Setting.<dmvpn.network.policy.PrefixMatch>of("prefix", ScenarioTopics::match, PREFIX_MATCH__PREFIX),
                Setting.<dmvpn.network.policy.PrefixMatch>of("ge", match -> Integer.toString(least(match)),
                        PREFIX_MATCH__SHORTEST).byLanguage(),
                Setting.<dmvpn.network.policy.PrefixMatch>of("le", match -> Integer.toString(most(match)),
                        PREFIX_MATCH__LONGEST).byLanguage());
    }

    private static List<Setting<dmvpn.network.policy.PolicyAction>> ofPolicyActions() {
        return List.of(Setting.<dmvpn.network.policy.PolicyAction>of(
                "set metric tag local-preference prepend community next-hop external", ScenarioTopics::set,
                POLICY_ACTION__VALUE));
    }

    private static String set(dmvpn.network.policy.PolicyAction action) {
        return switch (action) {
            case dmvpn.network.policy.PolicyAction.SetMetric set -> Long.toString(set.metric());
            case dmvpn.network.policy.PolicyAction.SetTag set -> Long.toString(set.tag());
            case dmvpn.network.policy.PolicyAction.SetLocalPreference set -> Long.toString(set.preference());
            case dmvpn.network.policy.PolicyAction.Prepend set -> set.autonomousSystem() + ", " + set.times() + " times";
            case dmvpn.network.policy.PolicyAction.SetCommunity set -> set.community();
            case dmvpn.network.policy.PolicyAction.SetNextHop set -> Shown.text(set.address(), "the neighbour's own address");
            case dmvpn.network.policy.PolicyAction.SetExternalType set -> "type-" + set.type();
        };
    }
}
