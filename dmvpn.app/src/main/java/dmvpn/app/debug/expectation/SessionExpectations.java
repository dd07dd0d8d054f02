package dmvpn.app.debug.expectation;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.expectation.JudgedExpectation.Judgement;
import dmvpn.app.debug.expectation.JudgedExpectation.Outcome;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.scenario.ScenarioRunner;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TraceCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The expectations of a session's scenario with all that is known of them, whatever event is in hand: who goes back does not
 * forget. Belongs to one thread.
 */
public final class SessionExpectations {

    private final DebugSession session;
    private final List<RecordedEvent> judgements = new ArrayList<>();
    private List<Verdict> atTheEnd = List.of();
    private int read;

    /** @param session the session */
    public SessionExpectations(DebugSession session) {
        this.session = session;
    }

    /** All expectations in the order of the model; none when there is no scenario. */
    public List<JudgedExpectation> all() {
        // Asked before the trace is read: a run that ends meanwhile would have verdicts whose events were not seen yet.
        if (session.isFinished()) {
            atTheEnd = session.verdicts();
        }
        session.ofTrace(this::readOn);
        List<Expectation> expectations = session.ofRun(run -> run.configuration().scenarioNamed(session.scenarioName())
                .map(Scenario::expectations).orElse(List.of()));
        List<RecordedEvent> left = new ArrayList<>(judgements);
        return expectations.stream().map(expectation -> judged(expectation, left)).toList();
    }

    private Void readOn(BinaryTrace trace) {
        TraceCursor cursor = trace.cursor();
        if (read > 0) {
            cursor.seek(read - 1);
        }
        while (cursor.next()) {
            if (cursor.protocol().equals(ScenarioRunner.PROTOCOL) && isJudgement(cursor.message())) {
                judgements.add(cursor.event());
            }
        }
        read = Math.max(read, cursor.index() + 1);
        return null;
    }

    private static boolean isJudgement(String message) {
        return message.equals(ScenarioRunner.EXPECTATION_MET) || message.equals(ScenarioRunner.EXPECTATION_VIOLATED);
    }

    /** @param left judgements of no expectation before: a model may say the same twice */
    private JudgedExpectation judged(Expectation expectation, List<RecordedEvent> left) {
        Optional<RecordedEvent> judgement = left.stream()
                .filter(event -> event.field("expectation").filter(text -> text.text().equals(expectation.text())).isPresent())
                .findFirst();
        if (judgement.isPresent()) {
            RecordedEvent event = judgement.get();
            left.remove(event);
            return new JudgedExpectation(expectation.text(), expectation.origin(),
                    event.message().equals(ScenarioRunner.EXPECTATION_MET) ? Outcome.MET : Outcome.VIOLATED, event.reason(),
                    Optional.of(new Judgement(event.index(), event.timeNanos())));
        }
        return atTheEnd.stream().filter(verdict -> verdict.expectation().equals(expectation)).findFirst()
                .map(verdict -> new JudgedExpectation(expectation.text(), expectation.origin(),
                        verdict.passed() ? Outcome.MET : Outcome.VIOLATED, verdict.explanation(), Optional.<Judgement>empty()))
                .orElseGet(() -> new JudgedExpectation(expectation.text(), expectation.origin(), Outcome.OPEN, "", Optional.empty()));
    }
}
