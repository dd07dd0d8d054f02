package dmvpn.network.rules.nhrp;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Two clouds of a hub should not be one NHRP network. */
public final class DistinctNetworkIds implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-NH-03",
            Severity.WARNING,
            "Clouds of one hub have different network-ids",
            "Tunnels with one network-id form one NHRP network on a router: a hub redirects traffic that crosses from "
                    + "one cloud to the other, and spokes look for direct tunnels that there cannot be. Give each cloud a "
                    + "network-id of its own, unless the hub is itself a client of the other cloud.",
            "ipSpace.net, Another DMVPN routing question (redirects between tunnels with one network-id)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SEVERAL_TUNNELS);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        List<Member> members = router.members();
        for (int later = 1; later < members.size(); later++) {
            Member second = members.get(later);
            members.subList(0, later).stream().filter(first -> areJoinedByAccident(first, second)).findFirst().ifPresent(first ->
                    findings.accept(new Finding(RULE, "Tunnels " + first.tunnel().name() + " and " + second.tunnel().name() + " of "
                            + second.name() + " have the network-id " + second.tunnel().nhrp().networkId()
                            + ", so traffic between clouds " + first.tunnel().cloud() + " and " + second.tunnel().cloud()
                            + " is redirected: give one of them another network-id", second.tunnel().nhrp().origin())));
        }
    }

    /** A hub that is a client of the other cloud is in the middle of a hierarchy, which wants one network. */
    private static boolean areJoinedByAccident(Member first, Member second) {
        return first.device().role() == DeviceRole.HUB
                && !first.tunnel().cloud().equals(second.tunnel().cloud())
                && first.tunnel().nhrp().networkId() == second.tunnel().nhrp().networkId()
                && (first.tunnel().nhrp().redirect() || second.tunnel().nhrp().redirect())
                && first.tunnel().nhrp().nextHopServers().isEmpty() && second.tunnel().nhrp().nextHopServers().isEmpty();
    }
}
