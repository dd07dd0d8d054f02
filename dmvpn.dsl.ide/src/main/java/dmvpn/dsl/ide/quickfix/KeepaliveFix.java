package dmvpn.dsl.ide.quickfix;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelPackage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;

/** Lets the line protocol follow the next-hop servers in place of GRE keepalives. */
final class KeepaliveFix implements QuickFix {

    private static final String KEYWORD = "keepalive";

    @Override
    public String ruleId() {
        return "R-UL-12";
    }

    @Override
    public List<Mend> mends(Problem problem) {
        Optional<JoinClause> join = problem.element(JoinClause.class);
        Stream<EObject> owners = join.<Stream<EObject>>map(found -> Stream.of(found, found.getCloud()))
                .orElseGet(() -> problem.element(CloudDeclaration.class).map(EObject.class::cast).stream());
        return owners.filter(java.util.Objects::nonNull).flatMap(owner -> mend(problem, owner).stream()).limit(1).toList();
    }

    private static Optional<Mend> mend(Problem problem, EObject owner) {
        Optional<INode> interval = Problem.written(owner, ModelPackage.Literals.TUNNEL_SETTINGS__KEEPALIVE);
        if (interval.isEmpty()) {
            return Optional.empty();
        }
        int start = problem.document().text().lastIndexOf(KEYWORD, interval.get().getOffset());
        int end = Problem.written(owner, ModelPackage.Literals.TUNNEL_SETTINGS__KEEPALIVE_RETRIES).orElse(interval.get())
                .getEndOffset();
        return Optional.of(new Mend("Follow the next-hop servers", start, end - start, "if-state on"));
    }
}
