package dmvpn.network.rules.phases;

import dmvpn.network.address.IpAddress;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.NextHopServer;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A point-to-point tunnel reaches one hub only. */
public final class OneHubPerPointToPointTunnel implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-PH-03",
            Severity.ERROR,
            "A Phase 1 spoke has one hub per tunnel",
            "A Phase 1 spoke has a point-to-point tunnel with one destination; it reaches no second hub "
                    + "through it. Use one cloud for each hub, or Phase 2 or 3.",
            "ipSpace.net, Redundant DMVPN Designs, Part 1 (The Basics)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.POINT_TO_POINT_TUNNELS);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.isMultipoint()) {
            return;
        }
        List<IpAddress> servers = member.tunnel().nhrp().nextHopServers().stream()
                .map(NextHopServer::nbmaAddress).distinct().toList();
        if (servers.size() > 1) {
            findings.accept(new Finding(RULE, member.name() + " has a point-to-point tunnel in cloud "
                    + member.tunnel().cloud() + " but " + servers.size()
                    + " hubs: keep one hub and give the other a cloud of its own", member.tunnel().origin()));
        }
    }
}
