package dmvpn.network.rules.routing;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** Spokes must stay out of the election of the designated router. */
public final class SpokeIsNotDesignated implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-RT-08",
            Severity.ERROR,
            "A spoke never becomes designated router",
            "Link states are flooded by the designated router, and a spoke reaches the hub only: when it is "
                    + "elected, the other spokes have no full neighbour and routes are missing. Give the spokes "
                    + "priority 0.",
            "RFC 2328 section 9.4; I. Pepelnjak, ipSpace.net: Configuring OSPF in a Phase 2 DMVPN network");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.OSPF);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.isSpoke() && member.isMultipoint()) {
            OspfOnTunnel.of(member)
                    .filter(ospf -> ospf.settings().networkType().hasDesignatedRouter() && ospf.settings().priority() > 0)
                    .ifPresent(ospf -> findings.accept(new Finding(RULE, member.name() + " has OSPF priority "
                            + ospf.settings().priority() + " on " + member.tunnel().name()
                            + " and may become designated router: write priority spokes 0", ospf.settings().origin())));
        }
    }
}
