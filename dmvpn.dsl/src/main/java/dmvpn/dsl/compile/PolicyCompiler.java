package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.names.Names;
import dmvpn.dsl.routing.PolicyAction;
import dmvpn.dsl.routing.PolicyDeclaration;
import dmvpn.dsl.routing.PolicyStatement;
import dmvpn.dsl.routing.PrefixMatch;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Compiles route policies. */
final class PolicyCompiler {

    private static final long HIGHEST = 0xffff_ffffL;
    private static final Pattern COMMUNITY = Pattern.compile("\\d{1,5}:\\d{1,5}");
    private static final Set<String> WELL_KNOWN = Set.of("no-export", "no-advertise", "local-as", "internet");
    private static final Pattern REPEATED = Pattern.compile("(\\d{1,10})(?:\\*(\\d{1,2}))?");
    private static final String PEER = "peer";

    private final CompileContext context;

    PolicyCompiler(CompileContext context) {
        this.context = context;
    }

    RoutePolicy compile(PolicyDeclaration declaration) {
        String label = Names.label(declaration);
        ValueReader values = ValueReader.of(context, label);
        List<dmvpn.network.policy.PolicyStatement> statements = new ArrayList<>();
        declaration.getStatements().forEach(statement -> statements.add(statement(statement, values)));
        if (declaration.getStatements().isEmpty() && declaration.getStray().isEmpty()) {
            context.report(TextRules.MISSING_SETTING, "policy " + declaration.getName() + " has no statement, so nothing passes it: "
                    + "write permit or deny", declaration, label);
        }
        return new RoutePolicy(declaration.getName(), statements, context.origins().ofHeader(declaration, label));
    }

    private dmvpn.network.policy.PolicyStatement statement(PolicyStatement statement, ValueReader values) {
        List<dmvpn.network.policy.PrefixMatch> prefixes = new ArrayList<>();
        statement.getPrefixes().forEach(match -> prefix(match, values).ifPresent(prefixes::add));
        List<dmvpn.network.policy.PolicyAction> actions = new ArrayList<>();
        for (PolicyAction action : statement.getActions()) {
            if (statement.isDeny()) {
                context.report(TextRules.UNKNOWN_SETTING, "A route that is denied carries nothing on: set stands behind permit",
                        action, POLICY_ACTION__ATTRIBUTE, values.label());
            } else {
                action(action, values).ifPresent(actions::add);
            }
        }
        return new dmvpn.network.policy.PolicyStatement(
                statement.isPermit(),
                prefixes,
                number(values.whole(statement, POLICY_STATEMENT__TAG, statement.getTag(), 0, HIGHEST)),
                values.word(statement, POLICY_STATEMENT__COMMUNITY, statement.getCommunity(), communityExpected(),
                        PolicyCompiler::community),
                Optional.ofNullable(statement.getAsPath()),
                values.word(statement, POLICY_STATEMENT__PROTOCOL, statement.getProtocol(),
                        "a source of routes: expected connected, static, rip, odr, eigrp, ospf or bgp",
                        text -> RouteSource.of(text).map(RouteSource::keyword)),
                actions,
                context.origins().of(statement, values.label()));
    }

    private Optional<dmvpn.network.policy.PrefixMatch> prefix(PrefixMatch match, ValueReader values) {
        Optional<IpPrefix> prefix = values.prefix(match, PREFIX_MATCH__PREFIX, match.getPrefix());
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        int longest = prefix.get().network().bitLength();
        Optional<Integer> least = values.integer(match, PREFIX_MATCH__SHORTEST, match.getShortest(), prefix.get().length(), longest);
        Optional<Integer> most = values.integer(match, PREFIX_MATCH__LONGEST, match.getLongest(),
                least.orElse(prefix.get().length()), longest);
        return Optional.of(new dmvpn.network.policy.PrefixMatch(prefix.get(), optional(least), optional(most),
                context.origins().of(match, values.label())));
    }

    private Optional<dmvpn.network.policy.PolicyAction> action(PolicyAction action, ValueReader values) {
        if (action.getAttribute() == null || action.getValue() == null) {
            return Optional.empty();
        }
        Origin origin = context.origins().of(action, values.label());
        return switch (action.getAttribute()) {
            case "metric" -> whole(action, values).map(value -> new dmvpn.network.policy.PolicyAction.SetMetric(value, origin));
            case "tag" -> whole(action, values).map(value -> new dmvpn.network.policy.PolicyAction.SetTag(value, origin));
            case "local-preference" -> whole(action, values)
                    .map(value -> new dmvpn.network.policy.PolicyAction.SetLocalPreference(value, origin));
            case "prepend" -> word(action, values, "an autonomous system with the number of times, such as 65000 or 65000*3",
                    text -> prepend(text, origin));
            case "community" -> word(action, values, communityExpected(),
                    text -> community(text).map(value -> new dmvpn.network.policy.PolicyAction.SetCommunity(value, origin)));
            case "next-hop" -> word(action, values, "a next hop: expected an address, or peer for the neighbour's own",
                    text -> nextHop(text, origin));
            default -> word(action, values, "a type of external routes: expected type-1 or type-2",
                    text -> RoutingValues.externalType(text)
                            .map(type -> new dmvpn.network.policy.PolicyAction.SetExternalType(type, origin)));
        };
    }

    private Optional<Long> whole(PolicyAction action, ValueReader values) {
        return values.whole(action, POLICY_ACTION__VALUE, action.getValue(), 0, HIGHEST);
    }

    private static Optional<dmvpn.network.policy.PolicyAction> word(PolicyAction action, ValueReader values, String expected,
            java.util.function.Function<String, Optional<? extends dmvpn.network.policy.PolicyAction>> meaning) {
        return values.word(action, POLICY_ACTION__VALUE, action.getValue(), expected,
                text -> meaning.apply(text).map(found -> (dmvpn.network.policy.PolicyAction) found));
    }

    private static Optional<dmvpn.network.policy.PolicyAction> prepend(String text, Origin origin) {
        var matcher = REPEATED.matcher(text);
        return matcher.matches() && Long.parseLong(matcher.group(1)) <= HIGHEST
                ? Optional.of(new dmvpn.network.policy.PolicyAction.Prepend(Long.parseLong(matcher.group(1)),
                        matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)), origin))
                : Optional.empty();
    }

    private static Optional<dmvpn.network.policy.PolicyAction> nextHop(String text, Origin origin) {
        return text.equals(PEER)
                ? Optional.of(new dmvpn.network.policy.PolicyAction.SetNextHop(Optional.empty(), origin))
                : IpAddress.tryParse(text).map(address ->
                        new dmvpn.network.policy.PolicyAction.SetNextHop(Optional.of(address), origin));
    }

    private static String communityExpected() {
        return "a community such as 65000:1, no-export or no-advertise";
    }

    private static Optional<String> community(String text) {
        return COMMUNITY.matcher(text).matches() || WELL_KNOWN.contains(text) ? Optional.of(text) : Optional.empty();
    }

    private static OptionalLong number(Optional<Long> value) {
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static OptionalInt optional(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
