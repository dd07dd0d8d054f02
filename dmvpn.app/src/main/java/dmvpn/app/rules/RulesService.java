package dmvpn.app.rules;

import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Rule;
import java.util.List;
import java.util.Optional;

/** Tells about the rules that models are checked against. */
public final class RulesService {

    /**
     * A rule for people.
     *
     * @param id stable identifier
     * @param severity {@code error}, {@code warning} or {@code info}
     * @param title what it demands
     * @param explanation why, and what to do
     * @param source where it comes from
     */
    public record RuleText(String id, String severity, String title, String explanation, String source) {

        private static RuleText of(Rule rule) {
            return new RuleText(rule.id(), rule.severity().label(), rule.title(), rule.explanation(), rule.source());
        }
    }

    /** All rules in the order of the catalogue. */
    public List<RuleText> all() {
        return Analysis.catalogue().rules().stream().map(RuleText::of).toList();
    }

    /** The rule of an identifier. */
    public Optional<RuleText> rule(String id) {
        return Analysis.catalogue().rule(id).map(RuleText::of);
    }
}
