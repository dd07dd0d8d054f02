package dmvpn.diagram.notation;

import dmvpn.dsl.model.FragmentDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.model.SiteClause;
import dmvpn.dsl.model.UseClause;
import dmvpn.dsl.model.WanClause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The clauses of a router with those of the fragments that it uses, and that they use. */
final class UsedClauses {

    private UsedClauses() {
    }

    static List<WanClause> wans(RouterBody body) {
        return all(body, RouterBody::getWans);
    }

    static List<LanClause> lans(RouterBody body) {
        return all(body, RouterBody::getLans);
    }

    static List<SiteClause> sites(RouterBody body) {
        return all(body, RouterBody::getSites);
    }

    /** Of two memberships in one cloud, the one that is written nearer to the router. */
    static List<JoinClause> joins(RouterBody body) {
        List<JoinClause> joins = new ArrayList<>(body.getJoins());
        for (FragmentDeclaration fragment : fragments(body)) {
            List<JoinClause> before = List.copyOf(joins);
            fragment.getJoins().stream().filter(join -> before.stream().noneMatch(other -> other.getCloud() == join.getCloud()))
                    .forEach(joins::add);
        }
        return joins;
    }

    private static <T> List<T> all(RouterBody body, Function<RouterBody, List<T>> kind) {
        List<T> clauses = new ArrayList<>(kind.apply(body));
        fragments(body).forEach(fragment -> clauses.addAll(kind.apply(fragment)));
        return clauses;
    }

    private static Set<FragmentDeclaration> fragments(RouterBody body) {
        Set<FragmentDeclaration> fragments = new LinkedHashSet<>();
        add(body, body, fragments);
        return fragments;
    }

    private static void add(RouterBody body, RouterBody root, Set<FragmentDeclaration> fragments) {
        for (UseClause use : body.getUses()) {
            FragmentDeclaration used = use.getUsed();
            if (used != null && used != root && fragments.add(used)) {
                add(used, root, fragments);
            }
        }
    }
}
