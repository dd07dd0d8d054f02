package dmvpn.dsl.ide.quickfix;

import java.util.List;

/** Mends the problems of a rule by a text edit. */
public interface QuickFix {

    /** Identifier of the rule. */
    String ruleId();

    /**
     * The ways to mend a problem, best first, each with what may be tried for it; none when the text is not what the fix
     * expects. What is proposed here need not be right: it is offered when a rehearsal shows that it mends the problem.
     */
    List<List<Mend>> ways(Problem problem);

    /**
     * True when the best mend is what anybody would write, so that all problems of a file may be mended without a look at
     * each. A guess at what was meant, a choice of an address or a change of a password is not.
     */
    default boolean isCertain() {
        return true;
    }

    /** True when a mend depends on what the others have changed, so that only one can be made at a time. */
    default boolean looksAtOthers() {
        return false;
    }
}
