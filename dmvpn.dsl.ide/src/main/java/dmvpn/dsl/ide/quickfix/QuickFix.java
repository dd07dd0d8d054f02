package dmvpn.dsl.ide.quickfix;

import java.util.List;

/** Mends the problems of a rule by a text edit. */
public interface QuickFix {

    /** Identifier of the rule. */
    String ruleId();

    /** The mends of a problem, best first; none when the text is not what the fix expects. */
    List<Mend> mends(Problem problem);
}
