package dmvpn.network.rules.security;

import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A key by address needs a fixed address. */
public final class KeyForChangingAddress implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-SEC-09",
            Severity.ERROR,
            "A hub has a key for spokes whose address changes",
            "The responder finds the pre-shared key by the address that the peer comes from. A spoke with a leased "
                    + "address comes from an address that no key can name. Give the hub a key for everybody, or use "
                    + "certificates.",
            "RFC 2409 section 5.4");

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
            if (pair.client().hasDynamicNbmaAddress()
                    && pair.serverProfile().authentication() instanceof PeerAuthentication.PreSharedKeys keys
                    && keys.everybody().isEmpty()) {
                findings.accept(new Finding(RULE, pair.server().name() + " has keys for single addresses only, and "
                        + pair.client().name() + " has a leased one: add a psk for everybody to crypto "
                        + pair.serverProfile().name(), pair.serverProfile().authentication().origin()));
            }
        }
    }
}
