package dmvpn.network.rules.security;

import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** The Authentication Header does not survive a translation. */
public final class NoAuthenticationHeaderBehindTranslation implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-SEC-11",
            Severity.ERROR,
            "A router behind a translation does without AH",
            "The Authentication Header protects the addresses of the outer IP header. A translation changes them, so the far end "
                    + "drops every packet. ESP authenticates what it carries and passes in UDP: drop ah from the crypto suite.",
            "RFC 3715 section 2.1 (AH and NAT are incompatible); RFC 4302 section 3.3.3.1");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.UPLINK_ACCESS, Feature.PROTECTION);
    }

    @Override
    public void check(Member member, RouterView router, Consumer<Finding> findings) {
        member.protection().filter(profile -> profile.options().authenticationHeader().isPresent())
                .filter(profile -> member.translation().isPresent()).ifPresent(profile -> findings.accept(new Finding(RULE,
                        member.name() + " is behind a translation on " + member.source().map(NetworkInterface::name).orElse("")
                                + ", which breaks the Authentication Header of crypto " + profile.name() + ": drop ah",
                        member.translation().orElseThrow().origin())));
    }
}
