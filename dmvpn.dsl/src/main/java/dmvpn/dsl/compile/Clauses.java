package dmvpn.dsl.compile;

import dmvpn.dsl.model.FragmentDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.model.UseClause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The clauses of a declaration together with those of the fragments that it uses. Its own come first; where there can be
 * one only, its own wins, then that of the fragment that it names first.
 *
 * @param own the declaration
 * @param fragments the fragments that it uses and those that they use, each once, in the order of their use
 */
record Clauses(RouterBody own, List<FragmentDeclaration> fragments) {

    /** The clauses of a declaration with its fragments. */
    static Clauses of(RouterBody body) {
        if (body.getUses().isEmpty()) {
            return new Clauses(body, List.of());
        }
        List<FragmentDeclaration> fragments = new ArrayList<>();
        addFragments(body, fragments);
        return new Clauses(body, fragments);
    }

    private static void addFragments(RouterBody body, List<FragmentDeclaration> fragments) {
        for (UseClause use : body.getUses()) {
            if (use.getUsed() != null && use.getUsed() != body && !fragments.contains(use.getUsed())) {
                fragments.add(use.getUsed());
                addFragments(use.getUsed(), fragments);
            }
        }
    }

    /** The same declaration as if it used nothing. */
    Clauses withoutFragments() {
        return fragments.isEmpty() ? this : new Clauses(own, List.of());
    }

    /** All clauses of a kind. */
    <T> List<T> all(Function<RouterBody, List<T>> kind) {
        if (fragments.isEmpty()) {
            return kind.apply(own);
        }
        List<T> all = new ArrayList<>(kind.apply(own));
        fragments.forEach(fragment -> all.addAll(kind.apply(fragment)));
        return all;
    }

    /** The clauses of a kind that a router has one of. */
    <T> List<T> single(Function<RouterBody, List<T>> kind) {
        List<T> found = kind.apply(own);
        for (int index = 0; found.isEmpty() && index < fragments.size(); index++) {
            found = kind.apply(fragments.get(index));
        }
        return found;
    }

    /** Its memberships, one for each cloud unless one declaration joins a cloud twice. */
    List<JoinClause> joins() {
        if (fragments.isEmpty()) {
            return own.getJoins();
        }
        List<JoinClause> joins = new ArrayList<>(own.getJoins());
        for (FragmentDeclaration fragment : fragments) {
            List<JoinClause> before = List.copyOf(joins);
            fragment.getJoins().stream()
                    .filter(join -> before.stream().noneMatch(other -> other.getCloud() == join.getCloud()))
                    .forEach(joins::add);
        }
        return joins;
    }
}
