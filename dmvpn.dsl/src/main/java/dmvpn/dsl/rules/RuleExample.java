package dmvpn.dsl.rules;

/**
 * Two models that show what a rule is about. Apart from what breaks the rule they are alike.
 *
 * @param breaks a model in which the rule finds something
 * @param sound a model in which it finds nothing, and no rule finds an error
 */
public record RuleExample(String breaks, String sound) {
}
