package dmvpn.dsl.ide.rules;

import com.google.inject.Inject;
import com.google.inject.Provider;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.quickfix.Mend;
import dmvpn.dsl.ide.quickfix.QuickFixService;
import dmvpn.dsl.ide.quickfix.RulesWithoutQuickFix;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.rules.RuleExample;
import dmvpn.dsl.rules.RuleExamples;
import dmvpn.dsl.rules.ToolRules;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Area;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of a rule in Markdown: what it demands and why, models that break it and do not, and what mends it. */
public final class RulePage {

    private static final String MODEL = "file:///model.dmvpn";

    private final QuickFixService fixes;
    private final Provider<ModelWorkspace> workspaces;

    /** Created by the language's injector. */
    @Inject
    public RulePage(QuickFixService fixes, Provider<ModelWorkspace> workspaces) {
        this.fixes = fixes;
        this.workspaces = workspaces;
    }

    /**
     * The page.
     *
     * @param rule the rule
     * @param links links to other pages in Markdown, behind the severity; empty without
     */
    public String of(Rule rule, String links) {
        Optional<RuleExample> example = RuleExamples.of(rule);
        Optional<ModelDocument> broken = example.map(models -> workspaces.get().open(MODEL, 1, models.breaks()));
        StringBuilder text = new StringBuilder("# ").append(rule.id()).append(": ").append(escaped(rule.title()))
                .append("\n\nSeverity: **").append(rule.severity().label()).append("**").append(links.isEmpty() ? "" : " · " + links)
                .append("\n\n").append(escaped(rule.explanation())).append('\n');
        example.ifPresent(models -> {
            text.append("\n## A model that breaks it\n");
            appendCode(text, models.breaks());
            findings(broken.get(), rule).stream().findFirst().ifPresent(finding -> {
                text.append("\ndmvpn says:\n");
                appendCode(text, said(finding) + "\n");
            });
            text.append("\n## A model that does not\n");
            appendCode(text, models.sound());
        });
        RuleExamples.withoutModel(rule)
                .ifPresent(sentence -> text.append("\n## What breaks it\n\n").append(escaped(sentence)).append('\n'));
        if (rule.area() != Area.TOOL) {
            text.append("\n## Mend\n\n").append(escaped(mend(rule, broken))).append('\n');
        }
        return text.append("\n## Source\n\n").append(escaped(rule.source())).append('\n').toString();
    }

    /** The page of the rule of that name; empty when there is none. */
    public Optional<String> of(String ruleId) {
        return rule(ruleId).map(rule -> of(rule, ""));
    }

    /** The rule of that name. */
    static Optional<Rule> rule(String ruleId) {
        return Stream.concat(Analysis.catalogue().rule(ruleId).stream(), ToolRules.ALL.stream())
                .filter(known -> known.id().equals(ruleId)).findFirst();
    }

    /** How findings of a rule are mended, in a sentence: by which quick fix, or why by none. */
    public String mend(Rule rule) {
        return mend(rule, RuleExamples.of(rule).map(models -> workspaces.get().open(MODEL, 1, models.breaks())));
    }

    private String mend(Rule rule, Optional<ModelDocument> broken) {
        Optional<String> reason = RulesWithoutQuickFix.reason(rule.id());
        if (reason.isPresent()) {
            return "No quick fix: " + reason.get() + ".";
        }
        if (broken.isEmpty()) {
            return "No quick fix: no model breaks the rule, so no text of a model mends it.";
        }
        List<String> titles = findings(broken.get(), rule).stream().flatMap(finding -> mends(broken.get(), finding).stream())
                .map(Mend::title).distinct().toList();
        return "Quick fix: " + String.join("; or: ", titles) + ".";
    }

    private List<Mend> mends(ModelDocument document, Finding finding) {
        return fixes.mends(finding.rule().id(), document, finding.origin().offset(), finding.origin().length());
    }

    private static List<Finding> findings(ModelDocument document, Rule rule) {
        return Analysis.of(document.resource()).findings().stream().filter(finding -> finding.rule().id().equals(rule.id())).toList();
    }

    /** What the check says about the example, so that people who search for the message find the page. */
    private static String said(Finding finding) {
        return finding.severity().label() + " [" + finding.rule().id() + "] "
                + finding.message().lines().reduce((first, next) -> first + " " + next.strip()).orElse("");
    }

    private static void appendCode(StringBuilder text, String code) {
        text.append("\n```\n").append(code).append("```\n");
    }

    /** Angle brackets would be taken for HTML and bars for the end of a cell. */
    public static String escaped(String text) {
        return text.replace("<", "\\<").replace("|", "\\|");
    }
}
