package dmvpn.network.rules.security;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A protected tunnel needs protection on the other end too. */
public final class ProtectionOnBothEnds implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-SEC-01",
            Severity.ERROR,
            "Both ends of a tunnel are protected, or none",
            "A protected router drops GRE that arrives unencrypted, and its own encrypted packets find "
                    + "nobody on the other side. Protect both ends with the same crypto.",
            "RFC 4301 section 5.2 (inbound packets that should be protected are dropped); observed on IOS "
                    + "(%CRYPTO-4-RECVD_PKT_NOT_IPSEC)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            boolean clientProtected = registration.client().tunnel().protection().isPresent();
            if (clientProtected != registration.server().tunnel().protection().isPresent()) {
                Member bare = clientProtected ? registration.server() : registration.client();
                Member other = clientProtected ? registration.client() : registration.server();
                findings.accept(new Finding(RULE, bare.name() + " has no tunnel protection in cloud "
                        + bare.tunnel().cloud() + " but " + other.name() + " has: protect " + bare.name() + " too",
                        bare.tunnel().origin()));
            }
        }
    }
}
