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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.model.IThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Debugging while things are otherwise than usual. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class CalmFailuresTest {

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject(Models.PHASE_3);

    private static List<String> shown() {
        return DebugViews.debugTree().map(DebugViews::texts).orElse(List.of());
    }

    @Test
    void framesTellThatTheModelWasEditedSinceAndTheRunGoesOn() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());
        Simulations.stepUntil(target, "HQ1", "NHRP Registration Request received");
        Ui.waitUntil("the frame", () -> shown().contains("NHRP Registration Request received"));

        debugged.project().replace("net.dmvpn", "// another text\n" + Models.PHASE_3);

        Ui.waitUntil("the frame to tell", () -> shown().contains("NHRP Registration Request received (the model was edited since)"));
        Screenshots.take("debug-edited-model");
        Simulations.stepInto(target);
        assertThat(target.isSuspended()).isTrue();
    }

    @Test
    void twoSessionsStepEachForItself() throws Exception {
        SimulationDebugTarget first = Simulations.debug(debugged.model());
        SimulationDebugTarget second = Simulations.debug(debugged.project().file("other.dmvpn", Models.PHASE_3));

        Simulations.stepUntil(first, "HQ1", "NHRP Registration Request received");
        Simulations.stepInto(second);

        assertThat(Simulations.at(first)).isEqualTo("HQ1 NHRP Registration Request received");
        assertThat(Simulations.at(second)).isEqualTo("HQ1 Device power on");
        first.terminate();
        Ui.waitUntil("the first one to end", first::isTerminated);
        assertThat(second.isSuspended()).isTrue();
        Simulations.stepInto(second);
    }

    @Test
    void aLargeNetworkShowsSomeOfItsRoutersThatOfTheEventFirst() throws Exception {
        IFile large = debugged.project().file("large.dmvpn", Models.PHASE_3.replace("Branch[1..2]", "Branch[1..230]"));
        SimulationDebugTarget target = Simulations.debug(large);
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.addBreakpoint", Map.of("dmvpn.sim.ui.addBreakpoint.text", "event NHRP of Branch200")));

        Simulations.resume(target);

        assertThat(target.getThreads()).hasSize(100);
        assertThat(target.getThreads()[0].getName()).isEqualTo("Branch200");
        Ui.waitUntil("it is said", () -> shown().stream().anyMatch(text -> text.contains("some of 231 routers")));
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.showRouter", Map.of("dmvpn.sim.ui.showRouter.router", "Branch222")));
        assertThat(Arrays.stream(target.getThreads()).map(CalmFailuresTest::name)).contains("Branch222");
        Screenshots.take("debug-large");
    }

    private static String name(IThread thread) {
        try {
            return thread.getName();
        } catch (Exception gone) {
            throw new AssertionError(gone);
        }
    }
}
