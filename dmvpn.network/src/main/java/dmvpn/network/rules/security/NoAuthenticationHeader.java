package dmvpn.network.rules.security;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.MemberRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** AH adds nothing that a DMVPN needs. */
public final class NoAuthenticationHeader implements MemberRule {

    private static final Rule RULE = new Rule(
            "R-SEC-12",
            Severity.WARNING,
            "ESP authenticates; AH is not needed",
            "ESP with integrity authenticates all that matters. AH on top costs 24 bytes and more in each packet and "
                    + "fails behind any translation. Remove it.",
            "ipSpace.net, expert questions and answers on DMVPN (avoid AH); RFC 4301 section 3.2");

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
        member.protection().filter(profile -> profile.options().authenticationHeader().isPresent()
                && profile.esp().isEsp()).ifPresent(profile ->
                findings.accept(new Finding(RULE, "Crypto " + profile.name() + " of " + member.name()
                        + " has AH beside ESP, whose own integrity suffices: remove ah", profile.options().origin())));
    }
}
