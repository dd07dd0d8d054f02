package dmvpn.network.rules.frr;

import dmvpn.network.device.Vendor;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** FRR has NHRP in the default VRF only. */
public final class TunnelInDefaultVrf implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-FR-08",
            Severity.WARNING,
            "An FRR tunnel is in the default VRF",
            "nhrpd works in the default VRF only: it sees neither the addresses nor the routes of another. Leave out "
                    + "the vrf of the tunnel.",
            "FRRouting, doc/user/nhrpd.rst and nhrpd sources (default VRF)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.FRR, Feature.TUNNEL_VRF);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.device().platform().vendor() == Vendor.FRR && member.tunnel().vrf().isPresent()) {
            findings.accept(new Finding(RULE, member.name() + " runs FRR, whose NHRP does not work in VRF "
                    + member.tunnel().vrf().get() + ": leave out the vrf of cloud " + member.tunnel().cloud(),
                    member.tunnel().origin()));
        }
    }
}
