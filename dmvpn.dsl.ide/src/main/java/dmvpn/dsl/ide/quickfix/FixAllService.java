package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.Rehearsal;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
        return mend(document, ruleId::equals);
    }

    /** The edit that mends every problem whose mend is certain; empty when there is none. */
    public Optional<TextEdit> certain(ModelDocument document) {
        return mend(document, rule -> fixes.of(rule).filter(QuickFix::isCertain).isPresent());
    }

    private Optional<TextEdit> mend(ModelDocument document, Predicate<String> rules) {
        ModelDocument current = document;
        Set<Mend> refused = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
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
        return current == document ? Optional.empty() : Optional.of(difference(document, current.text()));
    }

    private Optional<ModelDocument> better(ModelDocument current, List<Mend> mends, Predicate<String> rules) {
        ModelDocument mended = rehearsal.copy(current, applied(current.text(), mends));
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
        Set<String> once = new HashSet<>();
        for (Finding finding : Analysis.of(document.resource()).findingsIn(document.resource())) {
            String rule = finding.rule().id();
            if (!rules.test(rule) || fixes.of(rule).isEmpty()
                    || fixes.of(rule).get().looksAtOthers() && once.contains(rule)) {
                continue;
            }
            fixes.mends(rule, document, finding.origin().offset(), finding.origin().length()).stream()
                    .filter(mend -> !refused.contains(mend)).findFirst()
                    .filter(mend -> together.stream().noneMatch(other -> overlap(mend, other)))
                    .ifPresent(mend -> {
                        together.add(mend);
                        once.add(rule);
                    });
        }
        together.sort(Comparator.comparingInt(Mend::offset));
        return together;
    }

    private static boolean overlap(Mend mend, Mend other) {
        return mend.offset() <= other.offset() + other.length() && other.offset() <= mend.offset() + mend.length();
    }

    private static String applied(String text, List<Mend> mends) {
        StringBuilder mended = new StringBuilder(text);
        for (Mend mend : mends.reversed()) {
            mended.replace(mend.offset(), mend.offset() + mend.length(), mend.text());
        }
        return mended.toString();
    }

    /** One edit from the first to the last difference. */
    private static TextEdit difference(ModelDocument document, String after) {
        String before = document.text();
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new TextEdit(document.lines().range(start, before.length() - end - start),
                after.substring(start, after.length() - end));
    }
}
