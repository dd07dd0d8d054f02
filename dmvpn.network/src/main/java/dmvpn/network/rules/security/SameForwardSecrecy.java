package dmvpn.network.rules.security;

import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** A client and its server must agree on perfect forward secrecy. */
public final class SameForwardSecrecy implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-SEC-06",
            Severity.ERROR,
            "A client and its server agree on perfect forward secrecy",
            "With IKEv1 the side that demands a Diffie-Hellman exchange refuses one without it, and there "
                    + "is no security association. With IKEv2 the first one appears with the key exchange of the IKE "
                    + "association, and the first rekeying fails. Use one PFS group on both, or none.",
            "RFC 2409 section 5.5; RFC 7296 section 1.3 (key exchange in CREATE_CHILD_SA); observed on IOS "
                    + "with IKEv1");

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
            OptionalInt client = pair.clientProfile().perfectForwardSecrecyGroup();
            OptionalInt server = pair.serverProfile().perfectForwardSecrecyGroup();
            if (!client.equals(server)) {
                findings.accept(new Finding(RULE, pair.client().name() + " uses " + describe(client) + " and "
                        + pair.server().name() + " " + describe(server) + ", so " + effect(pair.clientProfile())
                        + ": use the same on both", pair.clientProfile().origin()));
            }
        }
    }

    private static String describe(OptionalInt group) {
        return group.isPresent() ? "PFS group " + group.getAsInt() : "no PFS";
    }

    private static String effect(IpsecProfile profile) {
        return profile.ike().version() == IkeVersion.IKEV1
                ? "no security association appears"
                : "rekeying after " + profile.lifetime().toSeconds() + " s fails";
    }
}
