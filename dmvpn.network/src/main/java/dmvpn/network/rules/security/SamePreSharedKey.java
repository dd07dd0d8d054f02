package dmvpn.network.rules.security;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication.Certificates;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.Secret;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A client and its server must have the same pre-shared key. */
public final class SamePreSharedKey implements RouterRule {

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
    public Set<Feature> needs() {
        return Set.of(Feature.PROTECTION);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (ProtectedPair pair : ProtectedPair.of(router)) {
            if (!pair.isOneProfile() || !hasOneKey(pair.clientProfile())) {
                problem(pair).ifPresent(problem ->
                        findings.accept(new Finding(RULE, pair.names() + " " + problem, pair.clientProfile().origin())));
            }
        }
    }

    private static boolean hasOneKey(IpsecProfile profile) {
        return !(profile.authentication() instanceof PreSharedKeys keys) || keys.peers().isEmpty() && keys.everybody().isPresent();
    }

    private static Optional<String> problem(ProtectedPair pair) {
        return switch (pair.clientProfile().authentication()) {
            case PreSharedKeys client when pair.serverProfile().authentication() instanceof PreSharedKeys server ->
                    problem(client, pair.client(), server, pair.server());
            case Certificates client when pair.serverProfile().authentication() instanceof Certificates server ->
                    client.trustpoint().equals(server.trustpoint()) ? Optional.empty()
                            : Optional.of("have certificates of different authorities: use one trustpoint on both");
            default -> Optional.of("do not know each other: one has certificates and the other a pre-shared key");
        };
    }

    private static Optional<String> problem(PreSharedKeys client, Member clientRouter, PreSharedKeys server, Member serverRouter) {
        Optional<Secret> clientKey = serverRouter.fixedNbmaAddress().map(client::keyFor).orElse(client.everybody());
        Optional<Secret> serverKey = clientRouter.fixedNbmaAddress().map(server::keyFor).orElse(server.everybody());
        if (clientKey.isEmpty()) {
            return Optional.of("cannot authenticate: " + clientRouter.name() + " has no pre-shared key for "
                    + serverRouter.name());
        }
        if (serverKey.isEmpty() && clientRouter.fixedNbmaAddress().isPresent()) {
            return Optional.of("cannot authenticate: " + serverRouter.name() + " has no pre-shared key for "
                    + clientRouter.name());
        }
        // A server without a key for a client at a changing address is the matter of another rule.
        return serverKey.filter(key -> key.isKnownToDifferFrom(clientKey.get()))
                .map(key -> "have different pre-shared keys: use the same secret on both");
    }
}
