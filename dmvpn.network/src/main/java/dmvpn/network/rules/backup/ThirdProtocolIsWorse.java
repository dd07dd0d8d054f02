package dmvpn.network.rules.backup;

import dmvpn.network.origin.Origin;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.rules.routing.BgpOverTunnel;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import java.util.Optional;
import java.util.function.Consumer;

/** The protocol over DMVPN must not win by its administrative distance. */
public final class ThirdProtocolIsWorse implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-BK-02",
            Severity.ERROR,
            "The protocol over the backup is worse than OSPF",
            "A router that hears a prefix from OSPF over the MPLS network and from another protocol over "
                    + "DMVPN takes the one with the lower administrative distance: EIGRP (90) and EBGP (20) win over "
                    + "OSPF (110), so the backup is preferred. Raise the distance of that protocol above 110.",
            "Cisco, What Is Administrative Distance; I. Pepelnjak, ipSpace.net: Sometimes you need to step "
                    + "back");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        Optional<Handoff> handoff = Handoff.of(router);
        if (handoff.isEmpty()) {
            return;
        }
        int ospf = handoff.get().distance();
        for (Member member : router.members()) {
            EigrpOnTunnel.of(member)
                    .filter(eigrp -> distance(eigrp.process().options(), RouteSource.EIGRP) < ospf)
                    .ifPresent(eigrp -> findings.accept(finding(member, "EIGRP",
                            distance(eigrp.process().options(), RouteSource.EIGRP), handoff.get(), eigrp.process().origin())));
            BgpOverTunnel.of(member)
                    .filter(bgp -> bgp.peerings().anyMatch(peering -> !bgp.isInner(peering)))
                    .filter(bgp -> external(bgp.process().options()) < ospf)
                    .ifPresent(bgp -> findings.accept(finding(member, "BGP", external(bgp.process().options()), handoff.get(),
                            bgp.process().origin())));
        }
    }

    private static int distance(ProcessOptions options, RouteSource protocol) {
        return options.distance().map(AdministrativeDistance::internal).orElse(protocol.defaultDistance());
    }

    private static int external(ProcessOptions options) {
        return options.distance().map(distance -> distance.external().orElse(RouteSource.BGP.defaultDistance()))
                .orElse(RouteSource.BGP.defaultDistance());
    }

    private static Finding finding(Member member, String protocol, int distance, Handoff handoff, Origin origin) {
        return new Finding(RULE, protocol + " of " + member.name() + " has distance " + distance + " and wins over OSPF ("
                + handoff.distance() + ") from transport " + handoff.transport().name() + ", so the backup cloud "
                + member.tunnel().cloud() + " is preferred: write distance 180", origin);
    }
}
