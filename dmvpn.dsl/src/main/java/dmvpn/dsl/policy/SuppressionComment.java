package dmvpn.dsl.policy;

import dmvpn.dsl.rules.TextRules;
import dmvpn.network.rules.Rule;

/** The comment that accepts findings of a rule, as tools write it for people to complete. */
public final class SuppressionComment {

    /**
     * Stands where the reason is to be written. The comment has its effect with it, so that work can go on, and is shown as
     * unfinished until somebody writes the reason.
     */
    public static final String PENDING_REASON = "(say why)";

    private SuppressionComment() {
    }

    /** A comment that accepts findings of a rule and has no reason yet. */
    public static String pending(String ruleId) {
        return "// suppress " + ruleId + ": " + PENDING_REASON;
    }

    /** True for a rule whose findings a comment can hide: not for errors of the language, nor for rules on such comments. */
    public static boolean canSuppress(Rule rule) {
        return !FixedRules.contains(rule)
                && rule != TextRules.SUPPRESS_RULE && rule != TextRules.SUPPRESS_REASON && rule != TextRules.SUPPRESS_UNUSED;
    }
}
