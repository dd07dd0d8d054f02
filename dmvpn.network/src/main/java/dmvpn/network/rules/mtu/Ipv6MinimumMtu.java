package dmvpn.network.rules.mtu;

import dmvpn.network.address.Ipv6Address;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** Every link of IPv6 carries packets of 1280 bytes. */
public final class Ipv6MinimumMtu implements MemberRule {

    private static final int MINIMUM_MTU_BYTES = 1280;

    private static final Rule RULE = new Rule(
            "R-MT-07",
            Severity.ERROR,
            "The mtu of an IPv6 tunnel is at least 1280",
            "IPv6 needs links that carry packets of 1280 bytes: hosts send such packets without asking what the path takes. "
                    + "Routers refuse an ipv6 mtu below that. Raise the mtu of the cloud to 1280 or more; where that does not "
                    + "fit the underlay, the encapsulated packets are fragmented.",
            "RFC 8200 section 5 (minimum MTU)");

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
        int mtu = member.tunnel().ipMtuBytes().orElse(MINIMUM_MTU_BYTES);
        if (mtu < MINIMUM_MTU_BYTES && member.protocolAddress() instanceof Ipv6Address) {
            findings.accept(new Finding(RULE, member.tunnel().name() + " of " + member.name() + " has a mtu of " + mtu
                    + " in cloud " + member.tunnel().cloud() + ", too small for IPv6: set mtu " + MINIMUM_MTU_BYTES + " or more",
                    member.tunnel().origin()));
        }
    }
}
