package dmvpn.network.rules.mtu;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** ICMP redirects do harm on multipoint tunnels. */
public final class NoIcmpRedirects implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-MT-06",
            Severity.WARNING,
            "A multipoint tunnel sends no ICMP redirects",
            "A router on a multipoint tunnel sees packets leave where they came in and tells the sender of a better "
                    + "next hop, which is not the business of ICMP here: NHRP does that. Leave icmp-redirects off.",
            "Cisco, Dynamic Multipoint VPN configuration guide (no ip redirects); RFC 1812 section 5.2.7.2");

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
        if (member.isMultipoint() && member.tunnel().options().icmpRedirects()) {
            findings.accept(new Finding(RULE, member.tunnel().name() + " of " + member.name()
                    + " is multipoint and sends ICMP redirects: switch icmp-redirects off", member.tunnel().options().origin()));
        }
    }
}
