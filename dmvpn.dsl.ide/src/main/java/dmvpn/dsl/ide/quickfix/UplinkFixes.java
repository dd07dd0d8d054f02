package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.PolicyRouteClause;
import dmvpn.dsl.model.WanClause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Mends what a word on an uplink or beside it can mend. */
final class UplinkFixes {

    private UplinkFixes() {
    }

    /** One fix for each rule. */
    static Stream<QuickFix> all() {
        return Stream.of(
                new WordFix("R-UL-05", UplinkFixes::addMandatory, true),
                new WordFix("R-UL-10", UplinkFixes::checkLoosely, true),
                new WordFix("R-SEC-24", UplinkFixes::translateStatically, false),
                new WordFix("R-UL-02", UplinkFixes::removePolicyRoute, false));
    }

    private record WordFix(String ruleId, Function<Problem, Optional<Mend>> mend, boolean isCertain) implements QuickFix {

        @Override
        public List<Mend> mends(Problem problem) {
            return mend.apply(problem).stream().toList();
        }
    }

    private static Optional<Mend> addMandatory(Problem problem) {
        return problem.element(JoinClause.class)
                .flatMap(join -> Problem.written(join, ModelPackage.Literals.JOIN_CLAUSE__ROUTE_VIA))
                .map(node -> new Mend("Stay on this uplink", node.getEndOffset(), 0, " mandatory"));
    }

    private static Optional<Mend> checkLoosely(Problem problem) {
        return problem.element(WanClause.class).flatMap(wan -> Problem.replace("Check loosely", wan,
                ModelPackage.Literals.WAN_CLAUSE__REVERSE_PATH, "loose"));
    }

    /** The outside address is known: port address translation can become a static one. */
    private static Optional<Mend> translateStatically(Problem problem) {
        return problem.element(WanClause.class).filter(wan -> wan.getOutside() != null).flatMap(wan -> Problem.replace(
                "Translate statically", wan, ModelPackage.Literals.WAN_CLAUSE__PAT, "nat"));
    }

    private static Optional<Mend> removePolicyRoute(Problem problem) {
        return problem.element(PolicyRouteClause.class).map(clause -> {
            INode node = NodeModelUtils.findActualNodeFor(clause);
            return new Mend("Remove the policy route", node.getOffset(), node.getLength(), "");
        });
    }
}
