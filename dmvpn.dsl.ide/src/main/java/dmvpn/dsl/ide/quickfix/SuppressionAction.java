package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.policy.SuppressionComment;
import dmvpn.dsl.validation.Analysis;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Accepts a finding where it stands: a comment on a line of its own in front of it, or at the end of its line where that
 * has no effect. The reason is the author's to write; until then the comment says so, and so does the tool.
 */
public final class SuppressionAction {

    private final MendTrials trials;

    /** Created by the language's injector. */
    @Inject
    public SuppressionAction(MendTrials trials) {
        this.trials = trials;
    }

    static String title(String ruleId) {
        return "Suppress " + ruleId + " here";
    }

    /** True for a rule whose findings a comment can suppress. */
    boolean applies(String ruleId) {
        return Analysis.catalogue().rule(ruleId).filter(SuppressionComment::canSuppress).isPresent();
    }

    /** The insertion; empty when no comment would have an effect at the place, as within a longer comment. */
    Optional<Mend> mend(Problem problem) {
        return applies(problem.ruleId())
                ? Stream.of(aboveLine(problem), behindLine(problem))
                        .filter(mend -> trials.effect(problem.document(), problem.ruleId(), mend).mends()).findFirst()
                : Optional.empty();
    }

    private static Mend aboveLine(Problem problem) {
        String text = problem.document().text();
        int line = text.lastIndexOf('\n', Math.min(problem.offset(), text.length()) - 1) + 1;
        int word = line;
        while (word < text.length() && (text.charAt(word) == ' ' || text.charAt(word) == '\t')) {
            word++;
        }
        int next = text.indexOf('\n', line);
        String lineEnd = next > 0 && text.charAt(next - 1) == '\r' ? "\r\n" : "\n";
        return new Mend(title(problem.ruleId()), line, 0,
                text.substring(line, word) + SuppressionComment.pending(problem.ruleId()) + lineEnd);
    }

    private static Mend behindLine(Problem problem) {
        String text = problem.document().text();
        int end = text.indexOf('\n', problem.offset());
        end = end < 0 ? text.length() : end;
        int behind = end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
        return new Mend(title(problem.ruleId()), behind, 0, "  " + SuppressionComment.pending(problem.ruleId()));
    }
}
