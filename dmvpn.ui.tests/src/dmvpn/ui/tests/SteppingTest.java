package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps through a debugged run. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class SteppingTest {

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject(Models.PHASE_3);

    @Test
    void stepIntoWalksEventByEventInTheOrderOfTheTrace() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());

        for (int event = 0; event < 60; event++) {
            IThread inHand = Simulations.stepInto(target);

            RecordedEvent recorded = target.session().event().orElseThrow();
            assertThat(recorded.keepAlive()).isFalse();
            assertThat(target.session().rowCount(recorded.index())).isEqualTo(event);
            assertThat(inHand.getName()).isEqualTo(recorded.nodeName());
            assertThat(inHand.getTopStackFrame().getName()).isEqualTo(recorded.protocol() + " " + recorded.message());
        }
        Ui.waitUntil("the timeline to show what has happened, and no more",
                () -> DebugViews.timeline().filter(table -> table.getItemCount() == 60 && table.getSelectionIndex() == 59).isPresent());
    }

    @Test
    void aRunGoesToTheLineOfTheCaret() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        ITextEditor editor = ModelProject.open(debugged.model());
        IRunToLineTarget lines = Adapters.adapt(editor, IRunToLineTarget.class);
        int line = Models.lineOf("join Corp as 10.255.0.{10+n}");
        TextSelection caret = Ui.get(() -> new TextSelection(Workbench.document(editor), Workbench.document(editor).getLineOffset(line - 1), 0));

        Ui.run(() -> {
            assertThat(lines.canRunToLine(editor, caret, target)).isTrue();
            lines.runToLine(editor, caret, target);
        });
        Ui.waitUntil("the stop", target::isSuspended);

        assertThat(target.session().event().orElseThrow().origin().line()).isEqualTo(line);
    }

    @Test
    void aRunGoesToTheLineOfTheCaretInATextThatWasEditedSince() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        ITextEditor editor = ModelProject.open(debugged.model());
        int line = Models.lineOf("join Corp as 10.255.0.{10+n}");
        TextSelection caret = Ui.get(() -> {
            Workbench.document(editor).replace(0, 0, "// one\n// two\n// three\n");
            return new TextSelection(Workbench.document(editor), Workbench.document(editor).getLineOffset(line + 2), 0);
        });

        Ui.run(() -> Adapters.adapt(editor, IRunToLineTarget.class).runToLine(editor, caret, target));
        Ui.waitUntil("the stop", () -> target.isSuspended() && target.session().event().isPresent());

        assertThat(target.session().event().orElseThrow().origin().line()).isEqualTo(line);
        int event = target.session().eventIndex();
        ErrorDialog.AUTOMATED_MODE = false; // the test harness of the platform suppresses messages
        try {
            Ui.run(() -> target.runToLine(debugged.model(), Workbench.document(editor).get(), 2));
            Shell message = Ui.waitFor("the message", () -> Workbench.shellThatSays("What stands in line 2 was written since the simulation was started"));
            Ui.run(message::close);
        } finally {
            ErrorDialog.AUTOMATED_MODE = true;
        }
        Ui.waitUntil("the stop", target::isSuspended);
        assertThat(target.session().eventIndex()).isEqualTo(event);
    }

    @Test
    void aLineInWhichNothingBeginsIsSaidAndTheRunStays() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        Simulations.stepInto(target);
        int event = target.session().eventIndex();
        ErrorDialog.AUTOMATED_MODE = false; // the test harness of the platform suppresses messages
        try {
            Ui.run(() -> target.runToLine(debugged.model(), Models.PHASE_3, 2));

            Shell message = Ui.waitFor("the message", () -> Workbench.shellThatSays("Nothing begins in line 2"));
            Ui.run(message::close);
        } finally {
            ErrorDialog.AUTOMATED_MODE = true;
        }
        Ui.waitUntil("the stop", target::isSuspended);
        assertThat(target.session().eventIndex()).isEqualTo(event);
    }

    @Test
    void stepOverGoesToTheNextEventOfTheSameRouter() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        IThread branch = target.getThreads()[1];

        for (int step = 0; step < 10; step++) {
            branch.stepOver();
            Ui.waitUntil("the step to end", target::isSuspended);
            assertThat(Simulations.threadInHand(target)).contains(branch);
        }
    }

    @Test
    void theHighlightedLineFollowsTheEventsFromRouterToRouter() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());

        for (int event = 0; event < 25; event++) {
            Simulations.stepInto(target);
            int line = target.session().event().orElseThrow().origin().line();
            Ui.waitUntil("line " + line + " to be highlighted for event " + event,
                    () -> DebugViews.highlightedLine().filter(place -> Models.PHASE_3.substring(0, place.getOffset()).lines().count() + 1 == line)
                            .isPresent());
        }
    }
}
