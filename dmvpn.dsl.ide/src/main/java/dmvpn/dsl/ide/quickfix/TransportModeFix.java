package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.EspClause;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import java.util.List;
import java.util.Optional;

/** Switches ESP from tunnel to transport mode. */
final class TransportModeFix implements QuickFix {

    private final String ruleId;

    /** @param ruleId rule that asks for transport mode */
    TransportModeFix(String ruleId) {
        this.ruleId = ruleId;
    }

    @Override
    public String ruleId() {
        return ruleId;
    }

    @Override
    public List<Mend> mends(Problem problem) {
        Optional<CryptoDeclaration> crypto = problem.element(CryptoDeclaration.class)
                .or(() -> problem.element(JoinClause.class)
                        .map(JoinClause::getCloud)
                        .map(cloud -> cloud.getCrypto()));
        List<EspClause> clauses = crypto.map(suite -> List.copyOf(suite.getEsp())).orElse(List.of());
        return clauses.stream()
                .filter(esp -> "tunnel".equals(esp.getMode()))
                .flatMap(esp -> Problem.replace("Use transport mode", esp, ModelPackage.Literals.ESP_CLAUSE__MODE,
                        "transport").stream())
                .toList();
    }
}
