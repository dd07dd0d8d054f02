package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.Change;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.Rehearsal;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.TextEdit;

/**
 * Mends many problems of a document at once. It works on a copy in rounds, since a mend can depend on the one before it
 * (two routers must not get the same free address), and keeps a round only if it adds no error.
 */
public final class FixAllService {

    /** The kind of action that editors run on saving. */
    public static final String SOURCE_FIX_ALL = CodeActionKind.SourceFixAll + ".dmvpn";

    private static final int MOST_ROUNDS = 200;

    private final QuickFixService fixes;
    private final Rehearsal rehearsal;

    /** Created by the language's injector. */
    @Inject
    public FixAllService(QuickFixService fixes, Rehearsal rehearsal) {
        this.fixes = fixes;
        this.rehearsal = rehearsal;
    }

    /** The edit that mends the problems of a rule; empty when none can be mended. */
    public Optional<TextEdit> ofRule(ModelDocument document, String ruleId) {
        return mend(document, ruleId::equals, () -> { });
    }

    /** The edit that mends every problem whose mend is certain; empty when there is none. */
    public Optional<TextEdit> certain(ModelDocument document) {
        return certain(document, () -> { });
    }

    /**
     * The same for who may lose patience.
     *
     * @param trying told before each round of mends is tried; may throw to end it
     */
    Optional<TextEdit> certain(ModelDocument document, Runnable trying) {
        return mend(document, rule -> fixes.of(rule).filter(QuickFix::isCertain).isPresent(), trying);
    }

    private Optional<TextEdit> mend(ModelDocument document, Predicate<String> rules, Runnable trying) {
        ModelDocument current = document;
        Set<Mend> refused = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            trying.run();
            List<Mend> mends = mends(current, rules, refused);
            if (mends.isEmpty()) {
                break;
            }
            Optional<ModelDocument> better = better(current, mends, rules);
            if (better.isEmpty() && mends.size() > 1) {
                mends = mends.subList(0, 1);
                better = better(current, mends, rules);
            }
            if (better.isPresent()) {
                current = better.get();
                refused.clear(); // places have moved
            } else {
                refused.add(mends.getFirst());
            }
        }
        return current == document ? Optional.empty() : Difference.between(document.text(), current.text()).map(change ->
                new TextEdit(document.lines().range(change.offset(), change.length()), change.text()));
    }

    private Optional<ModelDocument> better(ModelDocument current, List<Mend> mends, Predicate<String> rules) {
        List<Change> changes = mends.stream().flatMap(mend -> mend.changes().stream())
                .sorted(Comparator.comparingInt(Change::offset)).toList();
        ModelDocument mended = rehearsal.copyWithImports(current, Mend.applied(current.text(), changes));
        boolean fewer = count(mended, rules) < count(current, rules);
        boolean noNewError = Rehearsal.errors(mended).size() <= Rehearsal.errors(current).size();
        return fewer && noNewError ? Optional.of(mended) : Optional.empty();
    }

    private static long count(ModelDocument document, Predicate<String> rules) {
        return Analysis.of(document.resource()).findingsIn(document.resource()).stream()
                .filter(finding -> rules.test(finding.rule().id())).count();
    }

    /** The best mends that can be made together, in the order of the text. */
    private List<Mend> mends(ModelDocument document, Predicate<String> rules, Set<Mend> refused) {
        List<Mend> together = new ArrayList<>();
        Map<String, Integer> ways = new HashMap<>();
        for (Finding finding : Analysis.of(document.resource()).findingsIn(document.resource())) {
            String rule = finding.rule().id();
            if (!rules.test(rule) || fixes.of(rule).isEmpty()
                    || fixes.of(rule).get().looksAtOthers() && ways.containsKey(rule)) {
                continue;
            }
            Problem problem = new Problem(rule, document, finding.origin().offset(), finding.origin().length());
            List<Mend> possible = fixes.ways(problem).stream().flatMap(List::stream)
                    .filter(mend -> !refused.contains(mend)).toList();
            int way = ways.computeIfAbsent(rule, first -> firstThatWorks(problem, possible));
            if (way < possible.size() && together.stream().noneMatch(possible.get(way)::touches)) {
                together.add(possible.get(way));
            }
        }
        return together;
    }

    /**
     * Of what may be tried, the number of what works for the first problem of a rule. It is supposed for the others too: to
     * try it for each would cost a trial for each.
     */
    private int firstThatWorks(Problem problem, List<Mend> possible) {
        List<Mend> works = fixes.thatWork(problem, possible);
        return works.isEmpty() ? Integer.MAX_VALUE : possible.indexOf(works.getFirst());
    }
}
