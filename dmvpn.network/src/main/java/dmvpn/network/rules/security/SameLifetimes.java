package dmvpn.network.rules.security;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** Lifetimes should agree. */
public final class SameLifetimes implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-SEC-22",
            Severity.WARNING,
            "A client and its server have the same lifetimes",
            "With different lifetimes the end with the shorter one makes new keys for both, more often than the other "
                    + "expects. Nothing fails, but changes of keys come when nobody looks for them. Use the same lifetimes.",
            "RFC 7296 section 2.8 (each end keeps its own lifetime); RFC 2407 section 4.5.4");

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
            if (pair.isOneProfile() || pair.clientProfile().ike().lifetime().equals(pair.serverProfile().ike().lifetime())
                    && pair.clientProfile().lifetime().equals(pair.serverProfile().lifetime())) {
                continue;
            }
            Differences differences = new Differences()
                    .compare("ike lifetime", text(pair.clientProfile().ike().lifetime()), text(pair.serverProfile().ike().lifetime()))
                    .compare("esp lifetime", text(pair.clientProfile().lifetime()), text(pair.serverProfile().lifetime()));
            if (!differences.isEmpty()) {
                findings.accept(new Finding(RULE, pair.names() + " have different lifetimes (" + differences
                        + "): the shorter one decides; use the same on both", pair.clientProfile().origin()));
            }
        }
    }

    private static String text(Duration lifetime) {
        return lifetime.toSeconds() + " s";
    }
}
