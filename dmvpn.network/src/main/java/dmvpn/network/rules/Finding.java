package dmvpn.network.rules;

import dmvpn.network.origin.Origin;

/**
 * A rule that a network or a text breaks at a place.
 *
 * @param rule broken rule
 * @param severity how bad it is here: that of the rule, unless the rule or the project says otherwise
 * @param message what is wrong here and what to do, in one sentence with names and values
 * @param origin where
 */
public record Finding(Rule rule, Severity severity, String message, Origin origin) {

    /** A finding as bad as its rule says. */
    public Finding(Rule rule, String message, Origin origin) {
        this(rule, rule.severity(), message, origin);
    }

    /** The same finding, but as bad as the project says. */
    public Finding withSeverity(Severity other) {
        return other == severity ? this : new Finding(rule, other, message, origin);
    }

    /** True when something that is meant to work cannot. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
