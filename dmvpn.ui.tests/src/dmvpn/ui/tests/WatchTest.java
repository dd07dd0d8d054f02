package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IExpression;
import org.eclipse.debug.core.model.IIndexedValue;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.debug.core.model.IWatchExpression;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Expressions in the Expressions view. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class WatchTest {

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject(Models.PHASE_3);

    private SimulationDebugTarget target;

    @BeforeEach
    void debug() throws Exception {
        target = Simulations.debug(debugged.model());
    }

    private static void watch(String expression) {
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.watch", Map.of("dmvpn.sim.ui.watch.expression", expression)));
    }

    private static void awaitWatched(String expression, String value) {
        Ui.waitUntil(expression + " to be " + value, () -> DebugViews.variables().stream()
                .anyMatch(line -> line.replace("\"", "").startsWith(expression + "=" + value)));
    }

    @Test
    void aWatchedValueFollowsTheStepsAndIsAbsentBeforeItIsThere() throws Exception {
        watch("HQ1.nhrp[10.255.0.11].nbma");
        awaitWatched("HQ1.nhrp[10.255.0.11].nbma", "absent");

        Simulations.stepUntil(target, "HQ1", "NHRP Registration Request received");

        awaitWatched("HQ1.nhrp[10.255.0.11].nbma", "198.18.");
        Screenshots.take("debug-watch");
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.stepBack"));
        awaitWatched("HQ1.nhrp[10.255.0.11].nbma", "absent");
    }

    @Test
    void anExpressionThatMeansNothingSaysWhy() throws Exception {
        Simulations.stepInto(target); // without power a router has no tables at all
        watch("HQ1.nhrq");

        Ui.waitUntil("the reason", () -> {
            IExpression expression = DebugPlugin.getDefault().getExpressionManager().getExpressions()[0];
            return expression instanceof IWatchExpression watched && watched.hasErrors()
                    && watched.getErrorMessages()[0].startsWith("'nhrq' is no table of HQ1");
        });
    }

    @Test
    void theDialogueCompletesAndShowsTheValueWhileOneTypes() throws Exception {
        Simulations.stepUntil(target, "HQ1", "NHRP Registration Request received");
        Ui.waitUntilIdle();
        try (Dialogs dialogue = Dialogs.open(() -> Workbench.execute("dmvpn.sim.ui.watch"))) {
            dialogue.type(0, "HQ1.nhrp.count");
            Ui.waitUntil("the value", () -> texts(dialogue.shell()).anyMatch("1"::equals));
            assertThat(dialogue.isEnabled("OK")).isTrue();
            dialogue.type(0, "HQ1.nhrp.count >");
            assertThat(dialogue.isEnabled("OK")).as("the expression ends too soon").isFalse();
            dialogue.type(0, "HQ1.nhrp.count");
            Screenshots.take("watch-dialogue");
            dialogue.press("OK").awaitEnd();
        }
        awaitWatched("HQ1.nhrp.count", "1");
    }

    private static java.util.stream.Stream<String> texts(Shell shell) {
        return Ui.controls(shell, Text.class).stream().map(Text::getText);
    }

    @Test
    void whatHasChangedSinceTheStopBeforeIsMarked() throws Exception {
        Simulations.stepUntil(target, "HQ1", "NHRP Registration Request received");
        IValue before = target.watched().evaluate("HQ1.nhrp");
        assertThat(Simulations.part(before, "10.255.0.11/32").hasValueChanged()).as("seen for the first time").isFalse();

        Simulations.stepUntil(target, "HQ1", "NHRP Registration Request received");

        IValue now = target.watched().evaluate("HQ1.nhrp");
        assertThat(Simulations.part(now, "10.255.0.12/32").hasValueChanged()).as("a new entry").isTrue();
        assertThat(Simulations.part(now, "10.255.0.11/32").hasValueChanged()).as("an old one").isFalse();
    }

    @Test
    void aLargeTableComesInPieces() throws Exception {
        IFile large = debugged.project().file("large.dmvpn", Models.PHASE_3.replace("Branch[1..2]", "Branch[1..230]"));
        SimulationDebugTarget many = Simulations.debug(large);
        Ui.run(() -> many.runTo(java.time.Duration.ofSeconds(20)));
        Ui.waitUntil("the instant", many::isSuspended);

        IValue table = many.watched().evaluate("HQ1.nhrp");

        assertThat(table).isInstanceOf(IIndexedValue.class);
        IVariable[] piece = ((IIndexedValue) table).getVariables(200, 30);
        assertThat(piece).hasSize(30).doesNotContainNull();
        assertThat(((IIndexedValue) table).getSize()).isEqualTo(230);
    }
}
