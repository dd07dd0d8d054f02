package dmvpn.config.frr;

import dmvpn.config.writer.PrefixListText;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import java.util.ArrayList;
import java.util.List;

/** Route policies: the lists that their statements match, then the route map itself; and the maps that only set a tag. */
final class PolicySection implements Section {

    private static final int STATEMENT_STEP = 10;
    private static final int PREFIX_STEP = 5;

    @Override
    public void write(FrrContext context) {
        for (RoutePolicy policy : context.device().routing().policies()) {
            for (int index = 0; index < policy.statements().size(); index++) {
                writeStatement(context, policy.name(), policy.statements().get(index), (index + 1) * STATEMENT_STEP);
            }
        }
        PrefixListText.ofRip(context.device()).forEach(policy -> context.block(policy.origin(), PrefixListText.lines(policy)));
        RedistributionText.tagMaps(context.device()).forEach((name, redistribution) -> context.block(redistribution.origin(),
                List.of("route-map " + name + " permit " + STATEMENT_STEP,
                        " set tag " + redistribution.tag().getAsLong(), "exit")));
    }

    private static void writeStatement(FrrContext context, String policy, PolicyStatement statement, int sequence) {
        String list = policy + "-" + sequence;
        List<String> lists = prefixList(statement, list);
        statement.community().ifPresent(community ->
                lists.add("bgp community-list standard " + list + " permit " + community));
        statement.asPath().ifPresent(path -> lists.add("bgp as-path access-list " + list + " permit " + path));
        if (!lists.isEmpty()) {
            context.block(statement.origin(), lists);
        }
        context.block(statement.origin(), routeMap(policy, sequence, statement, list));
    }

    private static String family(PolicyStatement statement) {
        return statement.prefixes().stream().findFirst().map(match -> FrrText.family(match.prefix().network())).orElse("ip");
    }

    private static List<String> prefixList(PolicyStatement statement, String name) {
        List<String> lines = new ArrayList<>();
        for (PrefixMatch match : statement.prefixes()) {
            lines.add(family(statement) + " prefix-list " + name + " seq " + (lines.size() + 1) * PREFIX_STEP + " permit "
                    + PrefixListText.range(match));
        }
        return lines;
    }

    private static List<String> routeMap(String name, int sequence, PolicyStatement statement, String list) {
        List<String> lines = new ArrayList<>();
        lines.add("route-map " + name + " " + (statement.permit() ? "permit " : "deny ") + sequence);
        if (!statement.prefixes().isEmpty()) {
            lines.add(" match " + family(statement) + " address prefix-list " + list);
        }
        statement.tag().ifPresent(tag -> lines.add(" match tag " + tag));
        statement.community().ifPresent(community -> lines.add(" match community " + list));
        statement.asPath().ifPresent(path -> lines.add(" match as-path " + list));
        statement.protocol().ifPresent(protocol -> lines.add(" match source-protocol " + protocol));
        statement.actions().forEach(action -> lines.add(" set " + words(action)));
        lines.add("exit");
        return lines;
    }

    private static String words(PolicyAction action) {
        return switch (action) {
            case PolicyAction.SetMetric set -> "metric " + set.metric();
            case PolicyAction.SetTag set -> "tag " + set.tag();
            case PolicyAction.SetLocalPreference set -> "local-preference " + set.preference();
            case PolicyAction.Prepend set -> "as-path prepend" + (" " + set.autonomousSystem()).repeat(set.times());
            case PolicyAction.SetCommunity set -> "community " + set.community();
            case PolicyAction.SetNextHop set -> set.address().map(PolicySection::nextHop).orElse("ip next-hop peer-address");
            case PolicyAction.SetExternalType set -> "metric-type type-" + set.type();
        };
    }

    private static String nextHop(IpAddress address) {
        return address instanceof Ipv6Address ? "ipv6 next-hop global " + address : "ip next-hop " + address;
    }
}
