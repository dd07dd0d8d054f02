package dmvpn.network.rules.security;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A client and its server should use the same IPsec mode. */
public final class SameMode implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-SEC-14",
            Severity.WARNING,
            "A client and its server use the same IPsec mode",
            "When only one end wants transport mode both settle on tunnel mode, which costs 20 bytes a "
                    + "packet, over IPv6 40, and fails behind NAT. Use transport mode on both.",
            "RFC 7296 section 1.3.1 (USE_TRANSPORT_MODE must be accepted); observed on IOS (traffic flows "
                    + "in tunnel mode)");

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
        for (ProtectedPair pair : ProtectedPair.of(router)) {
            if (pair.clientProfile().esp().mode() != pair.serverProfile().esp().mode()) {
                findings.accept(new Finding(RULE, pair.names() + " use different IPsec modes and will settle on tunnel mode"
                        + ": use transport mode on both", pair.clientProfile().origin()));
            }
        }
    }
}
