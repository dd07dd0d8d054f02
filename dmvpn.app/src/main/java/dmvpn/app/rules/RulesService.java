package dmvpn.app.rules;

import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** All rules in the order of the catalogue, then that on defects of the product. */
    public List<RuleText> all() {
        return Stream.concat(Analysis.catalogue().rules().stream(), Stream.of(DefectRule.RULE)).map(RuleText::of).toList();
    }

    /** The rule of an identifier, in any case. */
    public Optional<RuleText> rule(String id) {
        return all().stream().filter(rule -> rule.id().equalsIgnoreCase(id)).findFirst();
    }
}
