package dmvpn.network.rules.mtu;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.cloudwide.CloudWideFault;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A protected tunnel should have an ip mtu. */
public final class MtuWithProtection implements NetworkRule {

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

    /** Customary: fits every transform in transport mode on a path of 1500 bytes. */
    private static final int CUSTOMARY_MTU_BYTES = 1400;

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        Function<Member, Optional<TunnelPath>> paths = TunnelPath.of(memberships);
        CloudWideFault.report(memberships, member -> paths.apply(member)
                .filter(path -> member.tunnel().protection().isPresent() && member.tunnel().ipMtuBytes().isEmpty())
                .map(MtuWithProtection::finding), findings);
    }

    private static Finding finding(TunnelPath path) {
        return new Finding(RULE, path.member().name() + " has no mtu in cloud " + path.member().tunnel().cloud()
                + ", so packets above " + path.largestInnerBytes() + " bytes are fragmented after encryption: set mtu "
                + Math.min(CUSTOMARY_MTU_BYTES, path.largestInnerBytes()), path.member().tunnel().origin());
    }
}
