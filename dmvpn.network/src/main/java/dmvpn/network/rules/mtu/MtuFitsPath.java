package dmvpn.network.rules.mtu;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** The ip mtu of a tunnel should leave room for its headers. */
public final class MtuFitsPath implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-MT-02",
            Severity.WARNING,
            "The ip mtu of a tunnel fits the path",
            "GRE and ESP headers are added after the tunnel's mtu is checked. When the result is larger "
                    + "than the underlay carries, packets are fragmented after encryption. Lower the mtu of the "
                    + "cloud.",
            "RFC 4459 section 3; RFC 4303 section 2 (ESP packet format)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public boolean isCloudWide() {
        return true;
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        TunnelPath.of(member, router)
                .filter(path -> member.tunnel().ipMtuBytes().orElse(0) > path.largestInnerBytes())
                .map(MtuFitsPath::finding).ifPresent(findings);
    }

    private static Finding finding(TunnelPath path) {
        int largest = path.largestInnerBytes();
        return new Finding(RULE, "Tunnel mtu " + path.tunnelMtuBytes() + " of " + path.member().name() + " in cloud "
                + path.member().tunnel().cloud() + " exceeds " + largest + ", the most that fits a path of "
                + path.mtuBytes() + " bytes: set mtu " + largest + " or less", path.member().tunnel().origin());
    }
}
