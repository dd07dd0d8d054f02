package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All quick fixes, by their rules. */
public final class QuickFixService {

    private final Map<String, QuickFix> fixes;
    private final MendTrials trials;

    /** Created by the language's injector. */
    @Inject
    public QuickFixService(UnknownNameFix unknownName, UnknownSettingFix unknownSetting, WrongTargetFix wrongTarget,
            MendTrials trials) {
        this.trials = trials;
        fixes = Stream.of(Stream.of(unknownName, unknownSetting, wrongTarget), RemoveSuppressionFix.all(), LanguageFixes.all(),
                        AddressingFixes.all(), NhrpFixes.all(), PhaseFixes.all(), TunnelFixes.all(), SecurityFixes.all(),
                        RoutingFixes.all(), UplinkFixes.all(), RedundancyFixes.all())
                .flatMap(Function.identity()).collect(Collectors.toMap(QuickFix::ruleId, Function.identity()));
    }

    /** Identifiers of the rules whose findings a text edit mends. */
    public Set<String> mendedRules() {
        return Set.copyOf(fixes.keySet());
    }

    /** The fix of a rule's problems. */
    Optional<QuickFix> of(String ruleId) {
        return Optional.ofNullable(fixes.get(ruleId));
    }

    /** What may mend a problem, best first; none of it has been tried. */
    List<List<Mend>> ways(Problem problem) {
        return problem.document().resource().getParseResult() == null ? List.of()
                : of(problem.ruleId()).map(fix -> fix.ways(problem)).orElse(List.of());
    }

    /**
     * The mends of a problem, best first. Each was tried on a copy: it removes a finding of the rule and adds no error.
     *
     * @param ruleId the rule that is broken
     * @param document the document
     * @param offset where the problem is
     * @param length characters of the problem
     */
    public List<Mend> mends(String ruleId, ModelDocument document, int offset, int length) {
        return mends(new Problem(ruleId, document, offset, length));
    }

    /** The same, tried once for each revision: editors ask again whenever the caret moves. */
    List<Mend> mends(Problem problem) {
        Asked known = new Asked(problem.ruleId(), problem.offset(), problem.length());
        return problem.document().resource().perRevision(known, model -> trials.thatWork(problem, ways(problem)));
    }

    private record Asked(String ruleId, int offset, int length) {
    }

    /** The first of some mends that works. */
    List<Mend> thatWork(Problem problem, List<Mend> possible) {
        return trials.thatWork(problem, List.of(possible));
    }
}
