package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.Rehearsal;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Area;
import dmvpn.network.rules.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * Tries mends before they are offered. Each document has one copy, which follows it as an editor's document follows its
 * editor: a trial costs what an edit costs, not what a file costs.
 */
public final class MendTrials {

    /** Of a problem that so many mends did not help the next one will hardly be helped either. */
    private static final int MOST_TRIALS = 12;

    /** Behind a mend that has a milder finding as its price so many more are tried for one that has not. */
    private static final int MOST_BETTER = 2;

    private final Rehearsal rehearsal;

    /** Created by the language's injector. */
    @Inject
    public MendTrials(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** The copy of a document, and the texts of the imported files that it was made with. */
    private static final class Copy {

        private ModelDocument document;
        private List<String> imported = List.of();
    }

    /** Of the ways to mend a problem those that do, each by the best of what may be tried for it. */
    List<Mend> thatWork(Problem problem, List<List<Mend>> ways) {
        int[] trials = {MOST_TRIALS};
        return ways.stream().flatMap(way -> best(problem, way, trials).stream()).distinct().toList();
    }

    private Optional<Mend> best(Problem problem, List<Mend> way, int[] trials) {
        Mend second = null;
        int better = MOST_BETTER;
        for (Mend mend : way) {
            if (trials[0]-- <= 0 || second != null && better-- <= 0) {
                break;
            }
            Effect effect = effect(problem.document(), problem.ruleId(), mend);
            if (effect.mends() && effect.added() == 0) {
                return Optional.of(mend);
            }
            second = second == null && effect.mends() ? mend : second;
        }
        return Optional.ofNullable(second);
    }

    /**
     * What a mend does.
     *
     * @param mends true when it removes a finding of the rule and adds no error
     * @param added milder findings that it adds
     */
    record Effect(boolean mends, long added) {
    }

    /** What a mend does to the findings of a rule. */
    Effect effect(ModelDocument document, String ruleId, Mend mend) {
        Findings before = Findings.of(document);
        Findings after = Findings.of(changed(document, mend.in(document.text())));
        return new Effect(after.count(ruleId) < before.count(ruleId) && !after.hasNewError(before), after.added(before));
    }

    private ModelDocument changed(ModelDocument document, String text) {
        Copy copy = document.resource().acrossRevisions(Copy.class, Copy::new);
        List<String> imported = document.resource().withImports().stream()
                .filter(file -> file != document.resource()).map(DmvpnResource::text).toList();
        if (copy.document == null || !copy.imported.equals(imported)) {
            copy.document = rehearsal.copyWithImports(document);
            copy.imported = imported;
        }
        Difference.between(copy.document.text(), text).ifPresent(change -> copy.document.change(0, List.of(
                new TextDocumentContentChangeEvent(copy.document.lines().range(change.offset(), change.length()), change.text()))));
        return copy.document;
    }

    /**
     * How many findings of each rule there are.
     *
     * @param all findings by rule
     * @param errors errors by rule
     */
    private record Findings(Map<String, Long> all, Map<String, Long> errors) {

        static Findings of(ModelDocument document) {
            List<Finding> findings = Analysis.of(document.resource()).findings();
            return new Findings(count(findings), count(findings.stream().filter(Finding::isError).toList()));
        }

        private static Map<String, Long> count(List<Finding> findings) {
            return findings.stream().map(finding -> finding.rule().id())
                    .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
        }

        long count(String rule) {
            return all.getOrDefault(rule, 0L);
        }

        /**
         * A text that is understood better shows what was hidden before: where errors of the language go, as many others may
         * come. No other error may.
         */
        boolean hasNewError(Findings before) {
            long sum = errors.values().stream().mapToLong(Long::longValue).sum();
            long sumBefore = before.errors.values().stream().mapToLong(Long::longValue).sum();
            boolean understoodBetter = ofLanguage(errors) < ofLanguage(before.errors);
            return sum > sumBefore || !understoodBetter && errors.entrySet().stream()
                    .anyMatch(error -> error.getValue() > before.errors.getOrDefault(error.getKey(), 0L));
        }

        private static long ofLanguage(Map<String, Long> errors) {
            return errors.entrySet().stream().filter(error -> Area.of(error.getKey()) == Area.LANGUAGE)
                    .mapToLong(Map.Entry::getValue).sum();
        }

        /** That a setting is not simulated yet is no fault of the one who writes it. */
        long added(Findings before) {
            return all.entrySet().stream().filter(each -> !each.getKey().equals(TextRules.NOT_SIMULATED.id()))
                    .mapToLong(each -> Math.max(0, each.getValue() - before.count(each.getKey()))).sum();
        }
    }
}
