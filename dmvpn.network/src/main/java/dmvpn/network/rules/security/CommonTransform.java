package dmvpn.network.rules.security;

import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.Set;
import java.util.function.Consumer;

/** A client and its server need a common IPsec transform. */
public final class CommonTransform implements RouterRule {

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
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (ProtectedPair pair : ProtectedPair.of(router)) {
            if (pair.isOneProfile()) {
                continue;
            }
            IpsecProfile client = pair.clientProfile();
            IpsecProfile server = pair.serverProfile();
            boolean sameHeader = client.options().authenticationHeader().equals(server.options().authenticationHeader());
            if (!sameHeader || client.transforms().stream().noneMatch(mine -> server.transforms().stream().anyMatch(other ->
                    agree(mine, other)))) {
                findings.accept(new Finding(RULE, pair.names() + " have no common IPsec transform ("
                        + differences(client, client.esp(), server, server.esp())
                        + "): use the same esp algorithms on both", client.origin()));
            }
        }
    }

    private static boolean agree(EspTransform mine, EspTransform other) {
        return mine.encryption() == other.encryption() && integrity(mine).equals(integrity(other));
    }

    private static Differences differences(IpsecProfile client, EspTransform mine, IpsecProfile server, EspTransform other) {
        return new Differences()
                .compare("encryption", mine.encryption().keyword(), other.encryption().keyword())
                .compare("integrity", integrity(mine), integrity(other))
                .compare("ah", header(client), header(server));
    }

    private static String header(IpsecProfile profile) {
        return profile.options().authenticationHeader().map(HashAlgorithm::keyword).orElse("none");
    }

    private static String integrity(EspTransform transform) {
        return transform.integrity().filter(hash -> !transform.encryption().isAead())
                .map(HashAlgorithm::keyword).orElse("none");
    }
}
