package dmvpn.network.rules.security;

import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Memberships;
import java.util.function.Consumer;

/** A client and its server need a common IPsec transform. */
public final class CommonTransform implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-SEC-05",
            Severity.ERROR,
            "A client and its server have a common IPsec transform",
            "Key exchange succeeds and then no IPsec security association appears, because the ends accept "
                    + "different ESP algorithms. Use the same transform on both.",
            "RFC 7296 section 2.7; observed on IOS (state IPSEC, IKE is up)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (ProtectedPair pair : ProtectedPair.of(memberships)) {
            EspTransform client = pair.clientProfile().esp();
            EspTransform server = pair.serverProfile().esp();
            Differences differences = new Differences()
                    .compare("encryption", client.encryption().keyword(), server.encryption().keyword())
                    .compare("integrity", integrity(client), integrity(server));
            if (!differences.isEmpty()) {
                findings.accept(new Finding(RULE, pair.names() + " have no common IPsec transform (" + differences
                        + "): use the same esp algorithms on both", pair.clientProfile().origin()));
            }
        }
    }

    private static String integrity(EspTransform transform) {
        return transform.integrity().filter(hash -> !transform.encryption().isAead())
                .map(HashAlgorithm::keyword).orElse("none");
    }
}
