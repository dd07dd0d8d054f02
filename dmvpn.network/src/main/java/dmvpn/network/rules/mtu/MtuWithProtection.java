package dmvpn.network.rules.mtu;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A protected tunnel should have an ip mtu. */
public final class MtuWithProtection implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-MT-01",
            Severity.INFO,
            "A protected tunnel has an ip mtu",
            "Without ip mtu a router leaves room for GRE but not for ESP. It fragments large packets after "
                    + "encryption, and the far end must put them together before it decrypts. Connectivity does not "
                    + "suffer. 1400 is customary.",
            "Observed on IOS (packets of up to 1472 bytes pass, in fragments); RFC 4459 section 3 "
                    + "(fragmentation of tunneled packets)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    /** Customary: fits every transform in transport mode on a path of 1500 bytes. */
    private static final int CUSTOMARY_MTU_BYTES = 1400;

    @Override
    public boolean isCloudWide() {
        return true;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        if (member.tunnel().protection().isPresent() && member.tunnel().ipMtuBytes().isEmpty()) {
            TunnelPath.of(member, router).map(MtuWithProtection::finding).ifPresent(findings);
        }
    }

    private static Finding finding(TunnelPath path) {
        return new Finding(RULE, path.member().name() + " has no mtu in cloud " + path.member().tunnel().cloud()
                + ", so packets above " + path.largestInnerBytes() + " bytes are fragmented after encryption: set mtu "
                + Math.min(CUSTOMARY_MTU_BYTES, path.largestInnerBytes()), path.member().tunnel().origin());
    }
}
