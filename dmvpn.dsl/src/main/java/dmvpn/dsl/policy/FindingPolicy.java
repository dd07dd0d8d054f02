package dmvpn.dsl.policy;

import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.policy.Suppression.Target;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.words.Similar;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.catalogue.RuleCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last step of checking a file: comments suppress findings, the project says how bad the others are, and comments
 * that are wrong or needless become findings themselves.
 */
public final class FindingPolicy {

    private final RuleCatalogue catalogue;
    private final String file;
    private final List<Suppression> suppressions;

    private FindingPolicy(RuleCatalogue catalogue, String file, List<Suppression> suppressions) {
        this.catalogue = catalogue;
        this.file = file;
        this.suppressions = suppressions;
    }

    /**
     * The policy of a file's current text.
     *
     * @param resource the file
     * @param origins makes places in its text
     * @param catalogue the rules that comments may name
     */
    public static FindingPolicy of(DmvpnResource resource, Origins origins, RuleCatalogue catalogue) {
        return new FindingPolicy(catalogue, resource.displayName(), resource.getParseResult() == null ? List.of()
                : Suppressions.of(resource.text(), resource.getParseResult().getRootNode(), origins));
    }

    /**
     * What is left to show.
     *
     * @param shown findings in the order of the text
     * @param suppressed findings that a comment hides, in the order of the text
     */
    public record Outcome(List<Finding> shown, List<SuppressedFinding> suppressed) {
    }

    /**
     * Judges the findings of a file.
     *
     * @param findings all of them, in the order of the text
     * @param project what the project says
     */
    public Outcome apply(List<Finding> findings, ProjectRules project) {
        if (suppressions.isEmpty() && project.levels().isEmpty()) {
            return new Outcome(findings, List.of());
        }
        List<Finding> shown = new ArrayList<>(findings.size());
        List<SuppressedFinding> suppressed = new ArrayList<>();
        List<Use> uses = suppressions.stream()
                .flatMap(suppression -> suppression.targets().stream().map(target -> new Use(suppression, target))).toList();
        Map<String, List<Use>> usesOfRule = uses.stream().collect(Collectors.groupingBy(use -> use.target.ruleId()));
        for (Finding finding : findings) {
            Optional<Suppression> by = suppressionOf(finding, usesOfRule.getOrDefault(finding.rule().id(), List.of()));
            levelled(finding, project).ifPresent(kept -> by.ifPresentOrElse(
                    suppression -> suppressed.add(new SuppressedFinding(kept, suppression.reason())), () -> shown.add(kept)));
        }
        if (!suppressions.isEmpty()) {
            // Where the text is not understood the network is not whole, and what rules do not find in it tells nothing.
            boolean understood = findings.stream().noneMatch(finding -> FixedRules.contains(finding.rule()));
            aboutSuppressions(uses, understood).forEach(finding -> levelled(finding, project).ifPresent(shown::add));
            shown.sort(Comparator.comparingInt(finding -> finding.origin().offset()));
        }
        return new Outcome(shown, suppressed);
    }

    private static Optional<Finding> levelled(Finding finding, ProjectRules project) {
        Optional<Level> level = project.level(finding.rule());
        return level.isEmpty() ? Optional.of(finding) : level.get().severity().map(finding::withSeverity);
    }

    /** A rule named by a comment, and whether that was of any use. */
    private static final class Use {

        private final Suppression suppression;
        private final Target target;
        private boolean used;

        Use(Suppression suppression, Target target) {
            this.suppression = suppression;
            this.target = target;
        }
    }

    /** Every comment that covers the finding is of use, also one that lacks a reason; the first with a reason counts. */
    private Optional<Suppression> suppressionOf(Finding finding, List<Use> candidates) {
        Suppression effective = null;
        if (!candidates.isEmpty() && !FixedRules.contains(finding.rule()) && finding.origin().file().equals(file)) {
            for (Use use : candidates) {
                if (use.suppression.covers(finding.origin().offset())) {
                    use.used = true;
                    effective = effective == null && !use.suppression.reason().isEmpty() ? use.suppression : effective;
                }
            }
        }
        return Optional.ofNullable(effective);
    }

    private List<Finding> aboutSuppressions(List<Use> uses, boolean understood) {
        List<Finding> result = new ArrayList<>();
        for (Use use : uses) {
            Optional<Finding> wrong = wrongRule(use.target);
            wrong.ifPresent(result::add);
            if (wrong.isEmpty() && understood && !use.used) {
                result.add(new Finding(TextRules.SUPPRESS_UNUSED, use.target.ruleId()
                        + " finds nothing here: remove the suppression", use.target.origin()));
            }
        }
        for (Suppression suppression : suppressions) {
            if (suppression.targets().isEmpty()) {
                result.add(new Finding(TextRules.SUPPRESS_RULE,
                        "This suppression names no rule: write it as in // suppress R-NH-19: reason", suppression.comment()));
            } else if (suppression.reason().isEmpty()
                    && suppression.targets().stream().anyMatch(target -> wrongRule(target).isEmpty())) {
                result.add(withoutReason(suppression.comment()));
            } else if (suppression.reason().equals(SuppressionComment.PENDING_REASON)) {
                result.add(new Finding(TextRules.SUPPRESS_REASON, Severity.INFO, "This suppression still has to say why: write it in "
                        + "the place of " + SuppressionComment.PENDING_REASON, suppression.comment()));
            }
        }
        return result;
    }

    private static Finding withoutReason(Origin comment) {
        return new Finding(TextRules.SUPPRESS_REASON, "This suppression gives no reason and has no effect: write behind the "
                + "rule a colon and why its finding is accepted here", comment);
    }

    private Optional<Finding> wrongRule(Target target) {
        Optional<Rule> rule = catalogue.rule(target.ruleId());
        if (rule.isEmpty()) {
            return Optional.of(new Finding(TextRules.SUPPRESS_RULE, "No rule is called '" + target.ruleId() + "'"
                    + Similar.question(target.ruleId(), catalogue.rules().stream().map(Rule::id).toList()), target.origin()));
        }
        return !SuppressionComment.canSuppress(rule.get())
                ? Optional.of(new Finding(TextRules.SUPPRESS_RULE, rule.get().id() + " cannot be suppressed"
                        + ": mend what it finds", target.origin()))
                : Optional.empty();
    }
}
