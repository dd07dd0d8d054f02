package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import java.util.List;
import java.util.Optional;

/** Adds the customary tunnel MTU, which leaves room for GRE and ESP in transport mode. */
final class TunnelMtuFix implements QuickFix {

    @Override
    public String ruleId() {
        return "R-MT-01";
    }

    @Override
    public List<Mend> mends(Problem problem) {
        Optional<CloudDeclaration> cloud = problem.element(JoinClause.class)
                .map(JoinClause::getCloud)
                .or(() -> problem.element(CloudDeclaration.class));
        return cloud.filter(declaration -> declaration.getMtu() == null)
                .flatMap(declaration -> problem.addToBlock("Add 'mtu 1400' to cloud " + declaration.getName(),
                        declaration, "mtu 1400"))
                .stream()
                .toList();
    }
}
