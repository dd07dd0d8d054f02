package dmvpn.dsl.policy;

import dmvpn.network.rules.Area;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;

/**
 * Rules that are always errors. Where the text does not say what it means, no network is behind it that could be run or
 * exported; hiding that would let a part of the model pass for the whole.
 */
final class FixedRules {

    private FixedRules() {
    }

    static boolean contains(Rule rule) {
        return rule.area() == Area.LANGUAGE && rule.severity() == Severity.ERROR;
    }
}
