package dmvpn.dsl.ide.quickfix;

import java.util.List;
import java.util.stream.Stream;

/**
 * A quick fix that is declared as a row of remedies.
 *
 * @param ruleId identifier of the rule
 * @param isCertain true when the first remedy is what anybody would write
 * @param looksAtOthers true when only one problem can be mended at a time
 * @param remedies ways to mend a problem, best first; each that works is offered
 */
record RuleFix(String ruleId, boolean isCertain, boolean looksAtOthers, List<Remedy> remedies) implements QuickFix {

    /** A fix that anybody would make. */
    static RuleFix certain(String ruleId, Remedy... remedies) {
        return new RuleFix(ruleId, true, false, List.of(remedies));
    }

    /** A fix that somebody has to choose. */
    static RuleFix choice(String ruleId, Remedy... remedies) {
        return new RuleFix(ruleId, false, false, List.of(remedies));
    }

    /** A fix that somebody has to choose, and that takes something which others must not take too. */
    static RuleFix free(String ruleId, Remedy... remedies) {
        return new RuleFix(ruleId, false, true, List.of(remedies));
    }

    @Override
    public List<List<Mend>> ways(Problem problem) {
        return remedies.stream().map(remedy -> remedy.mends(problem).toList()).filter(mends -> !mends.isEmpty()).toList();
    }

    /** Several fixes as one row. */
    static Stream<QuickFix> row(RuleFix... fixes) {
        return Stream.of(fixes);
    }
}
