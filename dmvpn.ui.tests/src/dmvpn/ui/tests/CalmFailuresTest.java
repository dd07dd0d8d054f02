package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Debugging while things are otherwise than usual. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class CalmFailuresTest {

    private ModelProject project;
    private IFile file;

    @BeforeEach
    void createProject(TestInfo test) throws Exception {
        project = new ModelProject(test.getTestMethod().orElseThrow().getName());
        file = project.file("net.dmvpn", Models.PHASE_3);
        Ui.run(Workbench::showPerspective);
    }

    /** The project stays: the Debug view may still open an editor of its file, which would then be gone. */
    @AfterEach
    void endLaunches() throws Exception {
        Simulations.endAll();
        Simulations.removeBreakpoints();
    }

    private static List<String> shown() {
        return DebugViews.debugTree().map(DebugViews::texts).orElse(List.of());
    }

    @Test
    void framesTellThatTheModelWasEditedSinceAndTheRunGoesOn() throws Exception {
        SimulationDebugTarget target = Simulations.debug(file);
        Simulations.stepUntil(target, "HQ1", "NHRP Registration Request received");
        Ui.waitUntil("the frame", () -> shown().contains("NHRP Registration Request received"));

        project.replace("net.dmvpn", "// another text\n" + Models.PHASE_3);

        Ui.waitUntil("the frame to tell", () -> shown().contains("NHRP Registration Request received (the model was edited since)"));
        Screenshots.take("debug-edited-model");
        Simulations.stepInto(target);
        assertThat(target.isSuspended()).isTrue();
    }

    @Test
    void twoSessionsStepEachForItself() throws Exception {
        SimulationDebugTarget first = Simulations.debug(file);
        SimulationDebugTarget second = Simulations.debug(project.file("other.dmvpn", Models.PHASE_3));

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
        IFile large = project.file("large.dmvpn", Models.PHASE_3.replace("Branch[1..2]", "Branch[1..230]"));
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
