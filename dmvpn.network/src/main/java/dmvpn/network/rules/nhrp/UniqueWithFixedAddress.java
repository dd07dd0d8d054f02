package dmvpn.network.rules.nhrp;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** A fixed address needs no no-unique. */
public final class UniqueWithFixedAddress implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-NH-16",
            Severity.INFO,
            "A client with a fixed address keeps the unique flag",
            "The unique flag makes a hub refuse another router with the same tunnel address. no-unique is for clients "
                    + "whose underlay address changes; with a fixed one it only takes the protection away.",
            "RFC 2332 section 5.2.0.1 (U bit); Cisco IOS IP Addressing Services Command Reference, ip nhrp "
                    + "registration");

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
        // What a cloud says for its spokes holds for a hub that is a client too, and does no harm there.
        if (!member.tunnel().nhrp().uniqueRegistration() && member.isSpoke()
                && !member.tunnel().nhrp().nextHopServers().isEmpty()
                && member.fixedNbmaAddress().isPresent()) {
            findings.accept(new Finding(RULE, member.name() + " has the fixed NBMA address " + member.fixedNbmaAddress().get()
                    + ", so no-unique in cloud " + member.tunnel().cloud()
                    + " only takes away the protection against duplicate addresses: remove it", member.tunnel().nhrp().origin()));
        }
    }
}
