package dmvpn.network.rules.backup;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.rules.routing.OspfOnTunnel;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** With OSPF on both, DMVPN as a backup carries all traffic. */
public final class BackupStaysBackup implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-BK-01",
            Severity.WARNING,
            "OSPF over DMVPN does not win over the MPLS network",
            "The provider's router hands the other sites over as external routes. Over DMVPN the same "
                    + "prefixes are routes of OSPF itself, which it prefers whatever they cost: all traffic takes the "
                    + "backup. Use another protocol over DMVPN and redistribute it with worse metrics, or EBGP on both.",
            "RFC 2328 section 11 (preference by path type); I. Pepelnjak, ipSpace.net: Sometimes you need to "
                    + "step back");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.OSPF);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        Optional<Handoff> handoff = Handoff.of(router);
        if (handoff.isPresent()) {
            for (Member member : router.members()) {
                OspfOnTunnel.of(member).ifPresent(ospf -> findings.accept(new Finding(RULE, member.name() + " prefers cloud "
                        + member.tunnel().cloud() + " over transport " + handoff.get().transport().name()
                        + ", whose routes are external to OSPF: use another protocol over the cloud",
                        ospf.settings().origin())));
            }
        }
    }
}
