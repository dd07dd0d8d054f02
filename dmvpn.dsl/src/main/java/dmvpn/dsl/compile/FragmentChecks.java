package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.USE_CLAUSE__USED;

import dmvpn.dsl.model.FragmentDeclaration;
import dmvpn.dsl.model.UseClause;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.rules.TextRules;
import java.util.HashSet;
import java.util.Set;

/** Fragments may use others, but not in a circle. */
final class FragmentChecks {

    private final CompileContext context;

    FragmentChecks(CompileContext context) {
        this.context = context;
    }

    void check() {
        for (var element : context.names().all(Kind.FRAGMENT)) {
            FragmentDeclaration fragment = (FragmentDeclaration) element;
            for (UseClause use : fragment.getUses()) {
                if (use.getUsed() != null && leadsTo(use.getUsed(), fragment, new HashSet<>())) {
                    String by = use.getUsed() == fragment ? "" : " by way of " + use.getUsed().getName();
                    context.report(TextRules.WRONG_TARGET, "Fragment " + fragment.getName() + " uses itself" + by
                            + ": its own clauses are in it once anyway, so drop one use of the circle", use, USE_CLAUSE__USED,
                            Names.label(fragment));
                }
            }
        }
    }

    private static boolean leadsTo(FragmentDeclaration from, FragmentDeclaration wanted, Set<FragmentDeclaration> seen) {
        return from == wanted || seen.add(from) && from.getUses().stream()
                .anyMatch(use -> use.getUsed() != null && leadsTo(use.getUsed(), wanted, seen));
    }
}
