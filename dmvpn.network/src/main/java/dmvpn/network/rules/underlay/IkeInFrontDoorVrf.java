package dmvpn.network.rules.underlay;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The IKE profile of a tunnel must be bound to the VRF that its packets are in. */
public final class IkeInFrontDoorVrf implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-UL-08",
            Severity.ERROR,
            "IKE is bound to the front-door VRF of its tunnel",
            "IKE packets arrive in the VRF of the uplink. A profile or keyring of another table does not match them: no key is "
                    + "found, and the tunnel gets no security association. Bind profile and keyring to the front-door VRF.",
            "Cisco, Security for VPNs with IPsec configuration guide, VRF-aware IPsec (match fvrf)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        Optional<String> needed = member.tunnel().frontDoorVrf();
        Optional<IpsecProfile> profile = member.protection();
        if (profile.isPresent() && !profile.get().frontDoorVrf().equals(needed)) {
            findings.accept(new Finding(RULE, "IKE of " + member.tunnel().name() + " of " + member.name() + " is bound to "
                    + table(profile.get().frontDoorVrf()) + ", but its packets are in " + table(needed) + ": bind profile "
                    + profile.get().name() + " to it", profile.get().origin()));
        }
    }

    private static String table(Optional<String> vrf) {
        return vrf.map(name -> "VRF " + name).orElse("the global table");
    }
}
