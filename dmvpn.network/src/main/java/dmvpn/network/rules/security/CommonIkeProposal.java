package dmvpn.network.rules.security;

import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.RouterView;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A client and its server need a common IKE proposal. */
public final class CommonIkeProposal implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-SEC-04",
            Severity.ERROR,
            "A client and its server have a common IKE proposal",
            "The responder refuses a key exchange when it accepts none of the offered algorithms; no "
                    + "security association appears. Lifetimes need not agree. Use the same algorithms on both.",
            "RFC 7296 section 2.7 (NO_PROPOSAL_CHOSEN); RFC 2409 section 5");

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
            List<IkeProposal> accepted = pair.serverProfile().ikeProposals();
            if (!pair.clientProfile().ikeProposals().equals(accepted) && pair.clientProfile().ikeProposals().stream().noneMatch(client ->
                    accepted.stream().anyMatch(server -> differences(client, server).isEmpty()))) {
                findings.accept(new Finding(RULE, pair.names() + " have no common IKE proposal ("
                        + differences(pair.clientProfile().ike(), pair.serverProfile().ike())
                        + "): use the same algorithms on both", pair.clientProfile().origin()));
            }
        }
    }

    private static Differences differences(IkeProposal client, IkeProposal server) {
        return new Differences()
                .compare("version", client.version(), server.version())
                .compare("encryption", client.encryption().keyword(), server.encryption().keyword())
                .compare("integrity", integrity(client), integrity(server))
                .compare("prf", client.pseudoRandomFunction().keyword(), server.pseudoRandomFunction().keyword())
                .compare("group", client.diffieHellmanGroup(), server.diffieHellmanGroup());
    }

    /** An AEAD cipher authenticates by itself, whatever else is configured (RFC 5282 section 8). */
    private static String integrity(IkeProposal proposal) {
        return proposal.integrity().filter(hash -> !proposal.encryption().isAead())
                .map(HashAlgorithm::keyword).orElse("none");
    }
}
