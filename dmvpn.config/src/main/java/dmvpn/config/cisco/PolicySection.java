package dmvpn.config.cisco;

import dmvpn.config.writer.PrefixListText;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import java.util.ArrayList;
import java.util.List;

/** Route policies: the lists that their statements match, then the route map itself. */
final class PolicySection implements Section {

    private static final int STATEMENT_STEP = 10;
    private static final int PREFIX_STEP = 5;

    @Override
    public void write(CiscoContext context) {
        int asPathList = 0;
        for (RoutePolicy policy : context.device().routing().policies()) {
            for (int index = 0; index < policy.statements().size(); index++) {
                PolicyStatement statement = policy.statements().get(index);
                String list = policy.name() + "-" + sequence(index);
                writePrefixList(context, statement, list);
                statement.community().ifPresent(community -> context.block(statement.origin(),
                        "ip community-list standard " + list + " permit " + community + "\n"));
                if (statement.asPath().isPresent()) {
                    asPathList++;
                    context.block(statement.origin(),
                            "ip as-path access-list " + asPathList + " permit " + statement.asPath().get() + "\n");
                }
                context.block(statement.origin(), routeMap(policy.name(), index, statement, list, asPathList));
            }
        }
        PrefixListText.ofRip(context.device()).forEach(policy ->
                context.block(policy.origin(), RedistributionText.indented("", PrefixListText.lines(policy))));
    }

    private static int sequence(int index) {
        return (index + 1) * STATEMENT_STEP;
    }

    private static String family(PolicyStatement statement) {
        return statement.prefixes().stream().findFirst()
                .filter(match -> match.prefix().network() instanceof Ipv6Address).isPresent() ? "ipv6" : "ip";
    }

    private static void writePrefixList(CiscoContext context, PolicyStatement statement, String name) {
        StringBuilder lines = new StringBuilder();
        int sequence = 0;
        for (PrefixMatch match : statement.prefixes()) {
            sequence += PREFIX_STEP;
            lines.append(family(statement)).append(" prefix-list ").append(name).append(" seq ").append(sequence)
                    .append(" permit ").append(PrefixListText.range(match)).append('\n');
        }
        if (!lines.isEmpty()) {
            context.block(statement.origin(), lines);
        }
    }

    private static String routeMap(String name, int index, PolicyStatement statement, String list, int asPathList) {
        List<String> lines = new ArrayList<>();
        lines.add("route-map " + name + " " + (statement.permit() ? "permit " : "deny ") + sequence(index));
        if (!statement.prefixes().isEmpty()) {
            lines.add(" match " + family(statement) + " address prefix-list " + list);
        }
        statement.tag().ifPresent(tag -> lines.add(" match tag " + tag));
        statement.community().ifPresent(community -> lines.add(" match community " + list));
        statement.asPath().ifPresent(path -> lines.add(" match as-path " + asPathList));
        statement.protocol().ifPresent(protocol -> lines.add(" match source-protocol " + protocol));
        statement.actions().forEach(action -> lines.add(" set " + words(action)));
        return String.join("\n", lines) + "\n";
    }

    private static String words(PolicyAction action) {
        return switch (action) {
            case PolicyAction.SetMetric set -> "metric " + set.metric();
            case PolicyAction.SetTag set -> "tag " + set.tag();
            case PolicyAction.SetLocalPreference set -> "local-preference " + set.preference();
            case PolicyAction.Prepend set -> "as-path prepend" + (" " + set.autonomousSystem()).repeat(set.times());
            case PolicyAction.SetCommunity set -> "community " + set.community();
            case PolicyAction.SetNextHop set -> set.address()
                    .map(address -> CiscoText.family(address) + " next-hop " + address).orElse("ip next-hop peer-address");
            case PolicyAction.SetExternalType set -> "metric-type type-" + set.type();
        };
    }
}
