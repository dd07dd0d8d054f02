package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.JoinClause;
import java.util.List;
import java.util.Optional;

/** Adds dead peer detection that notices a dead peer within a minute. */
final class DeadPeerDetectionFix implements QuickFix {

    @Override
    public String ruleId() {
        return "R-SEC-16";
    }

    @Override
    public List<Mend> mends(Problem problem) {
        Optional<CryptoDeclaration> crypto = problem.element(CryptoDeclaration.class)
                .or(() -> problem.element(JoinClause.class)
                        .map(JoinClause::getCloud)
                        .map(cloud -> cloud.getCrypto()));
        return crypto.flatMap(suite -> problem.addToBlock("Add 'dpd 30s retry 5s on-demand' to crypto " + suite.getName(),
                suite, "dpd 30s retry 5s on-demand")).stream().toList();
    }
}
