package dmvpn.network.rules.backup;

import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.rules.routing.BgpOverTunnel;
import dmvpn.network.underlay.TransportKind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** With EBGP on both, something must say which one is the backup. */
public final class LocalPreferenceDecides implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-BK-03",
            Severity.WARNING,
            "Local preference chooses between MPLS and DMVPN",
            "When EBGP brings the same prefixes from the provider and over DMVPN, the length of paths and "
                    + "router identifiers decide, which nobody chose. Give the routes of the provider a better local "
                    + "preference, such as 200, than those of the cloud.",
            "RFC 4271 section 9.1.1; I. Pepelnjak, ipSpace.net: Sometimes you need to step back");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.BGP);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Member member : router.members()) {
            BgpOverTunnel.of(member).ifPresent(bgp -> {
                List<BgpNeighbor> ofProvider = bgp.process().neighbors().stream().filter(neighbor -> isProvider(router, neighbor))
                        .toList();
                boolean decided = Stream.concat(bgp.peerings(), ofProvider.stream().map(BgpNeighbor::peering))
                        .anyMatch(peering -> setsPreference(router, peering));
                if (!ofProvider.isEmpty() && !decided) {
                    findings.accept(new Finding(RULE, member.name() + " hears the same prefixes from the provider "
                            + ofProvider.getFirst().address() + " and over cloud " + member.tunnel().cloud()
                            + ", and nothing says which to prefer: write local-preference 200 for the provider",
                            ofProvider.getFirst().origin()));
                }
            });
        }
    }

    private static boolean isProvider(RouterView router, BgpNeighbor neighbor) {
        return router.device().interfaces().stream().anyMatch(wan -> wan.kind() == InterfaceKind.WAN
                && wan.assignment() instanceof AddressAssignment.Static fixed && fixed.address().prefix().contains(neighbor.address())
                && router.transportOf(wan).filter(transport -> transport.kind() == TransportKind.MPLS_VPN).isPresent());
    }

    private static boolean setsPreference(RouterView router, BgpPeering peering) {
        return peering.importPolicy().flatMap(router.device().routing()::policyNamed)
                .filter(policy -> policy.actions().anyMatch(PolicyAction.SetLocalPreference.class::isInstance)).isPresent();
    }
}
