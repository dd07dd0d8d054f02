package dmvpn.network.rules.security;

import dmvpn.network.crypto.Secret;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Memberships;
import java.util.function.Consumer;

/** A client and its server must have the same pre-shared key. */
public final class SamePreSharedKey implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-SEC-07",
            Severity.ERROR,
            "A client and its server have the same pre-shared key",
            "Authentication fails when the two ends have different keys; the tunnel stays in state IKE. Use "
                    + "one secret on both. Secrets with different names are taken for different keys.",
            "RFC 7296 section 2.15 (authentication with a shared secret); observed on IOS (state IKE)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (ProtectedPair pair : ProtectedPair.of(memberships)) {
            if (areKnownToDiffer(pair.clientProfile().preSharedKey(), pair.serverProfile().preSharedKey())) {
                findings.accept(new Finding(RULE, pair.names() + " have different pre-shared keys"
                        + ": use the same secret on both", pair.clientProfile().origin()));
            }
        }
    }

    /** A value in place and a value by name cannot be compared here. */
    private static boolean areKnownToDiffer(Secret client, Secret server) {
        if (client.inlineValue().isPresent() && server.inlineValue().isPresent()) {
            return !client.inlineValue().equals(server.inlineValue());
        }
        return client.inlineValue().isEmpty() && server.inlineValue().isEmpty() && !client.name().equals(server.name());
    }
}
