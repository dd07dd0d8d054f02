package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.TunnelSettings;
import java.util.List;
import java.util.Optional;

/** Sets the recommended holding time. */
final class HoldingTimeFix implements QuickFix {

    @Override
    public String ruleId() {
        return "R-NH-19";
    }

    @Override
    public List<Mend> mends(Problem problem) {
        Optional<JoinClause> join = problem.element(JoinClause.class);
        Optional<TunnelSettings> settings = join.filter(tunnel -> tunnel.getHoldtime() != null)
                .<TunnelSettings>map(tunnel -> tunnel)
                .or(() -> join.map(JoinClause::getCloud))
                .or(() -> problem.element(CloudDeclaration.class));
        return settings.filter(where -> where.getHoldtime() != null)
                .flatMap(where -> Problem.replace("Set the holdtime to 10min", where,
                        ModelPackage.Literals.TUNNEL_SETTINGS__HOLDTIME, "10min"))
                .stream()
                .toList();
    }
}
