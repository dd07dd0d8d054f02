package dmvpn.network.rules.redundancy;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.rules.phases.OwnNextHop;
import dmvpn.network.rules.routing.BgpOverTunnel;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import dmvpn.network.rules.routing.OspfOnTunnel;
import dmvpn.network.tunnel.Cloud;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Spokes that share their load between two clouds have direct tunnels in neither for long. */
public final class OneCloudForDirectTunnels implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-HUB-09",
            Severity.WARNING,
            "Of two clouds with direct tunnels one is the primary one",
            "Spokes that share their load between two clouds choose one for each flow, and the other end chooses for itself "
                    + "which way the answers take. So the same two spokes have a direct tunnel in one cloud, in both or in "
                    + "neither, and it ends when their flows take the other way. Make one cloud the primary one: raise the cost "
                    + "of the other, and say preferred over.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010");

    /** Two clouds that a spoke is in. */
    private record Pair(Cloud first, Cloud second) {
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.SEVERAL_TUNNELS);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        if (memberships.byCloud().size() < 2) {
            return;
        }
        Map<Pair, List<Member>> sharing = new LinkedHashMap<>();
        for (RouterView router : memberships.routers()) {
            List<Member> members = router.members();
            for (int first = 0; first < members.size(); first++) {
                for (int second = first + 1; second < members.size(); second++) {
                    Member spoke = members.get(first);
                    shared(spoke, members.get(second), router)
                            .ifPresent(pair -> sharing.computeIfAbsent(pair, clouds -> new ArrayList<>()).add(spoke));
                }
            }
        }
        // One alone has nobody to go to directly who is in both clouds.
        sharing.forEach((pair, spokes) -> {
            if (Memberships.count(spokes) > 1) {
                findings.accept(new Finding(RULE, "Spokes such as " + spokes.getFirst().name() + " share their load between clouds "
                        + pair.first.name() + " and " + pair.second.name() + ", so direct tunnels between them come and go: let "
                        + pair.second.name() + " cost more, and write preferred over " + pair.second.name() + " in cloud "
                        + pair.first.name(), pair.second.origin()));
            }
        });
    }

    /** The clouds of two tunnels of a spoke that both lead to other spokes directly, at the same cost. */
    private static Optional<Pair> shared(Member first, Member second, RouterView router) {
        if (!first.isSpoke() || !first.tunnel().vrf().equals(second.tunnel().vrf())) {
            return Optional.empty();
        }
        Optional<Cloud> one = router.cloudOf(first);
        Optional<Cloud> other = router.cloudOf(second);
        if (one.isEmpty() || other.isEmpty() || isOrdered(one.get(), other.get()) || isOrdered(other.get(), one.get())
                || !leadsDirectly(first, one.get(), router) || !leadsDirectly(second, other.get(), router)) {
            return Optional.empty();
        }
        return TunnelCosts.of(first, second, router)
                .filter(costs -> costs.areEqual() && costs.equalAreShared() && costOfHub(first, router) == costOfHub(second, router))
                .map(costs -> new Pair(one.get(), other.get()));
    }

    /** An intent that is said is compared with the costs by another rule. */
    private static boolean isOrdered(Cloud cloud, Cloud other) {
        return cloud.preference().filter(preference -> preference.over().equals(other.name())).isPresent()
                || cloud.backup().filter(backup -> backup.cloud().equals(other.name())).isPresent();
    }

    /** Without a designated router the way to another spoke costs what the hub's tunnel costs too. */
    private static long costOfHub(Member spoke, RouterView router) {
        return TunnelCosts.server(spoke, router).flatMap(hub -> OspfOnTunnel.of(hub)
                .filter(ospf -> !ospf.settings().networkType().hasDesignatedRouter())
                .map(ospf -> TunnelCosts.ospfCost(hub, ospf))).orElse(0L);
    }

    private static boolean leadsDirectly(Member spoke, Cloud cloud, RouterView router) {
        return spoke.isMultipoint() && TunnelCosts.server(spoke, router).filter(hub -> switch (cloud.phase()) {
            case PHASE_1 -> false;
            case PHASE_2 -> keepsNextHop(spoke, hub);
            case PHASE_3 -> hub.tunnel().nhrp().redirect() && spoke.tunnel().nhrp().shortcut() && tells(hub);
        }).isPresent();
    }

    private static boolean keepsNextHop(Member spoke, Member hub) {
        boolean isDynamic = EigrpOnTunnel.of(spoke).isPresent() || OspfOnTunnel.of(spoke).isPresent()
                || BgpOverTunnel.of(spoke).isPresent();
        return isDynamic && OwnNextHop.of(hub).isEmpty() && tells(hub)
                && EigrpOnTunnel.of(hub).filter(eigrp -> !eigrp.settings().summaries().isEmpty()).isEmpty();
    }

    /** False for a hub that keeps from its spokes what it learned from spokes. */
    private static boolean tells(Member hub) {
        return EigrpOnTunnel.of(hub).filter(eigrp -> eigrp.settings().splitHorizon() && eigrp.settings().summaries().isEmpty())
                .isEmpty();
    }
}
