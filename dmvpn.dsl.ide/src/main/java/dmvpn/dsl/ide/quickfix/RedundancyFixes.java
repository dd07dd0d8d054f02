package dmvpn.dsl.ide.quickfix;

import static dmvpn.dsl.ide.quickfix.Remedy.remove;
import static dmvpn.dsl.ide.quickfix.Remedy.write;

import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.model.ClusterLimit;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Mends of rules on several hubs and clouds that one setting can mend. */
final class RedundancyFixes {

    private RedundancyFixes() {
    }

    static Stream<QuickFix> all() {
        return RuleFix.row(
                RuleFix.choice("R-HUB-04", write(Place.JOIN, "via", Servers::names)),
                RuleFix.certain("R-HUB-10", remove(Place.JOIN, "if-state").or(write(Place.TUNNEL, "if-state", "on"))),
                RuleFix.certain("R-HUB-11", remove(Place.JOIN, "if-state")),
                RuleFix.choice("R-HUB-12", Remedy.of(RedundancyFixes::asManyAsThereAre)));
    }

    private static Optional<Mend> asManyAsThereAre(Problem problem) {
        return problem.element(ClusterLimit.class).flatMap(limit -> problem.element(JoinClause.class).flatMap(join -> {
            long servers = join.getServers().stream().filter(server -> Objects.equals(server.getCluster(), limit.getCluster())).count();
            return Problem.replace("Change the limit to " + servers, limit, ModelPackage.Literals.CLUSTER_LIMIT__LIMIT, "" + servers);
        }));
    }
}
