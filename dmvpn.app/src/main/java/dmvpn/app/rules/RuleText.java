package dmvpn.app.rules;

import dmvpn.dsl.rules.RuleExample;
import dmvpn.dsl.rules.RuleExamples;
import dmvpn.network.rules.Rule;
import java.util.Optional;

/**
 * A rule for people.
 *
 * @param id stable identifier
 * @param area what it is about, as commands name it, such as {@code nhrp}
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param title what it demands
 * @param explanation why, and what to do
 * @param source where it comes from
 */
public record RuleText(String id, String area, String severity, String title, String explanation, String source) {

    static RuleText of(Rule rule) {
        return new RuleText(rule.id(), rule.area().label(), rule.severity().label(), rule.title(), rule.explanation(),
                rule.source());
    }

    /**
     * The examples of a rule.
     *
     * @param breaks a model that breaks it; empty when no model can
     * @param sound a model that does not; empty with the other
     * @param withoutModel what breaks it when no model can
     */
    public record Examples(Optional<String> breaks, Optional<String> sound, Optional<String> withoutModel) {

        static Examples of(Rule rule) {
            Optional<RuleExample> example = RuleExamples.of(rule);
            return new Examples(example.map(RuleExample::breaks), example.map(RuleExample::sound),
                    RuleExamples.withoutModel(rule));
        }
    }
}
