package dmvpn.network.rules.frr;

import dmvpn.network.crypto.EncapsulationMode;
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

/** FRR with strongSwan needs transport mode. */
public final class TransportModeWithStrongSwan implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-FR-09",
            Severity.ERROR,
            "strongSwan protects tunnels in transport mode",
            "nhrpd asks strongSwan for security associations between two addresses, for GRE. In tunnel mode the "
                    + "policy is another, and no packet of the tunnel matches it. Write mode transport.",
            "strongSwan, swanctl.conf (children.mode); FRRouting, doc/user/nhrpd.rst");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.FRR, Feature.PROTECTION);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.device().platform().vendor() == Vendor.FRR) {
            member.protection().filter(profile -> profile.esp().mode() == EncapsulationMode.TUNNEL).ifPresent(profile ->
                    findings.accept(new Finding(RULE, member.name() + " runs FRR with strongSwan, and crypto " + profile.name()
                            + " is in tunnel mode: write mode transport", profile.esp().origin())));
        }
    }
}
