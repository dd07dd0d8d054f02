package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.TextConsole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes of a debugged run, which begin another history beside the old one. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class BranchTest {

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject(Models.PHASE_3);

    private SimulationDebugTarget target;

    @BeforeEach
    void debug() throws Exception {
        target = Simulations.debug(debugged.model());
        Ui.run(() -> target.runTo(Duration.ofSeconds(20)));
        Ui.waitUntil("the instant", target::isSuspended);
    }

    private static List<SimulationDebugTarget> targets() {
        return Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunches()).map(ILaunch::getDebugTargets).flatMap(Arrays::stream)
                .map((IDebugTarget each) -> (SimulationDebugTarget) each).toList();
    }

    private IVariable line() throws Exception {
        IVariable interfaces = Simulations.variable(Simulations.thread(target, "HQ1").getTopStackFrame(), "Interfaces");
        return Simulations.part(Simulations.part(interfaces.getValue(), "Tunnel100").getValue(), "lineProtocol");
    }

    @Test
    void aChangedValueBeginsABranchBesideTheRunThatStays() throws Exception {
        IVariable line = line();
        assertThat(line.getValue().getValueString()).isEqualTo("up");
        assertThat(line.supportsValueModification()).isTrue();
        assertThat(line.verifyValue("sideways")).isFalse();

        line.setValue("down");

        Ui.waitUntil("the branch", () -> targets().size() == 2 && targets().get(1).isSuspended());
        SimulationDebugTarget branch = targets().get(1);
        assertThat(branch.getName()).isEqualTo("net.dmvpn FirstPacket (branch 1)");
        assertThat(branch.session().eventIndex()).isEqualTo(target.session().eventIndex());
        Ui.waitUntil("both in the Debug view", () -> DebugViews.debugTree().map(DebugViews::texts).orElse(List.of()).stream()
                .anyMatch(text -> text.startsWith("net.dmvpn FirstPacket (branch 1)")));
        Ui.run(() -> branch.runTo(Duration.ofSeconds(40)));
        Ui.waitUntil("the instant", branch::isSuspended);
        assertThat(branch.debugger().evaluate("HQ1.interfaces[Tunnel100].lineProtocol").text()).isEqualTo("down");
        assertThat(target.debugger().evaluate("HQ1.interfaces[Tunnel100].lineProtocol").text()).isEqualTo("up");
        Ui.waitUntilIdle();
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.compareBranch"));
        Ui.waitUntil("what differs", () -> Arrays.stream(ConsolePlugin.getDefault().getConsoleManager().getConsoles())
                .filter(TextConsole.class::isInstance).map(console -> ((TextConsole) console).getDocument().get())
                .anyMatch(text -> text.contains("first difference:") && text.contains("lineProtocol: up -> down")));
        Screenshots.take("debug-branch");
    }

    @Test
    void aBreakpointThatIsTakenAwayStopsABranchNoMore() throws Exception {
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.addBreakpoint", Map.of("dmvpn.sim.ui.addBreakpoint.text", "event ICMP")));
        line().setValue("down");
        Ui.waitUntil("the branch", () -> targets().size() == 2 && targets().get(1).isSuspended());
        SimulationDebugTarget branch = targets().get(1);

        Simulations.removeBreakpoints();
        Simulations.resume(branch);

        assertThat(branch.session().isFinished()).isTrue();
    }

    @Test
    void whatFollowsFromOtherThingsCannotBeChanged() throws Exception {
        IVariable cache = Simulations.variable(Simulations.thread(target, "HQ1").getTopStackFrame(), "NHRP cache");

        assertThat(Simulations.part(cache.getValue().getVariables()[0].getValue(), "state").supportsValueModification()).isFalse();
    }

    @Test
    void anActionThatMeansNothingIsSaidAndChangesNothing() throws Exception {
        ErrorDialog.AUTOMATED_MODE = false; // the test harness of the platform suppresses messages
        try {
            Ui.run(() -> Workbench.execute("dmvpn.sim.ui.changeRun", Map.of("dmvpn.sim.ui.changeRun.action", "fail Nobody")));

            Shell message = Ui.waitFor("the message", () -> Workbench.shellThatSays("'fail Nobody' cannot be done"));
            Ui.run(message::close);
        } finally {
            ErrorDialog.AUTOMATED_MODE = true;
        }
        assertThat(targets()).hasSize(1);
        assertThat(target.isSuspended()).isTrue();
    }
}
