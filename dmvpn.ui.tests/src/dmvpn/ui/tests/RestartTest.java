package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.RouterState;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.ViewMenus;
import dmvpn.ui.tests.driver.Workbench;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The debugged simulation is started anew. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class RestartTest {

    private static final String RESTART = "dmvpn.sim.ui.restart";

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject(Models.PHASE_3);

    private static List<ILaunch> launches() {
        return List.of(DebugPlugin.getDefault().getLaunchManager().getLaunches());
    }

    private static SimulationDebugTarget other(SimulationDebugTarget old) {
        return Ui.waitFor("the new run", () -> launches().stream().map(ILaunch::getDebugTarget).filter(SimulationDebugTarget.class::isInstance)
                .map(SimulationDebugTarget.class::cast).filter(each -> each != old && each.isSuspended()).findFirst());
    }

    @Test
    void aRestartBeginsARunOfTheModelAsItIsByNowAndEndsTheOldOne() throws Exception {
        SimulationDebugTarget old = Simulations.debug(debugged.model());
        Simulations.stepUntil(old, "HQ1", "NHRP Registration Request received");
        debugged.project().replace("net.dmvpn", Models.PHASE_3.replace("HQ1", "Centre"));
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.addBreakpoint", Map.of("dmvpn.sim.ui.addBreakpoint.text", "event NHRP \"Registration Request\" received")));
        Ui.waitUntil("the command", () -> Workbench.isEnabled(RESTART));

        Ui.run(() -> Workbench.execute(RESTART));

        SimulationDebugTarget anew = other(old);
        assertThat(anew.session().routers()).extracting(RouterState::name).containsExactly("Centre", "Branch1", "Branch2");
        assertThat(anew.session().eventIndex()).isEqualTo(DebugSession.BEFORE_FIRST_EVENT);
        assertThat(anew.getLaunch().getLaunchConfiguration()).isEqualTo(old.getLaunch().getLaunchConfiguration());
        Ui.waitUntil("the old launch to be gone", () -> old.isTerminated() && launches().equals(List.of(anew.getLaunch())));
        Simulations.resume(anew);
        assertThat(Simulations.at(anew)).as("breakpoints stay").isEqualTo("Centre NHRP Registration Request received");
    }

    @Test
    void aRestartIsInTheMenuOfTheDebugView() throws Exception {
        SimulationDebugTarget old = Simulations.debug(debugged.model());
        Simulations.stepInto(old);
        Tree tree = Ui.waitFor("the Debug view", DebugViews::debugTree);
        Ui.waitUntil("the routers", () -> Arrays.stream(tree.getItems()).flatMap(launch -> Arrays.stream(launch.getItems()))
                .anyMatch(target -> target.getItemCount() > 0));
        TreeItem simulation = Ui.get(() -> tree.getItems()[0].getItems()[0]);

        Ui.run(() -> {
            DebugViews.select(simulation);
            ViewMenus.runInContextMenu(tree, "Restart Simulation");
        });

        assertThat(other(old).session().eventIndex()).isEqualTo(DebugSession.BEFORE_FIRST_EVENT);
        Ui.waitUntil("the old run to end", old::isTerminated);
    }

    @Test
    void aModelThatHasErrorsByThenLeavesTheRunAsItIs() throws Exception {
        SimulationDebugTarget old = Simulations.debug(debugged.model());
        Simulations.stepInto(old);
        debugged.project().replace("net.dmvpn", Models.PHASE_3.replace("via HQ1", "via Nobody"));
        ErrorDialog.AUTOMATED_MODE = false; // the test harness of the platform suppresses messages
        try {
            Ui.run(() -> Workbench.execute(RESTART));

            Shell message = Ui.waitFor("the message", () -> Workbench.shellThatSays("has errors and is not simulated"));
            Ui.run(message::close);
        } finally {
            ErrorDialog.AUTOMATED_MODE = true;
        }
        Ui.waitUntilIdle();
        assertThat(launches()).containsExactly(old.getLaunch());
        assertThat(old.isSuspended()).isTrue();
        Simulations.stepInto(old);
    }
}
