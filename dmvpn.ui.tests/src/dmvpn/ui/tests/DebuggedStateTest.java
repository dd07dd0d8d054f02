package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.DebuggedProject;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is seen of packets and routers where a debugged run stands. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DebuggedStateTest {

    @RegisterExtension
    final DebuggedProject debugged = new DebuggedProject(Models.PHASE_3);

    @Test
    void theRegistrationShowsItsPacketTheNhrpCacheAndTheLineOfTheModel() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());

        IThread hub = Simulations.stepUntil(target, "HQ1", "NHRP Registration Request received");

        IStackFrame event = hub.getTopStackFrame();
        assertThat(Simulations.frames(hub))
                .containsExactly("NHRP Registration Request received", "NHRP", "GRE", "ESP", "IPv4");
        assertThat(Simulations.value(event, "packet").getValueString()).startsWith("Registration Request, received on");
        IValue cache = Simulations.value(event, "NHRP cache");
        assertThat(cache.getVariables()[0].getName()).isEqualTo("10.255.0.11/32");
        assertThat(event.getLineNumber()).isEqualTo(Models.lineOf("join Corp as 10.255.0.1\n"));
        Ui.waitUntil("the line of the model to be highlighted", () -> DebugViews.highlightedLine()
                .filter(line -> Models.PHASE_3.startsWith("  join Corp as 10.255.0.1\n", line.getOffset())).isPresent());
        Ui.waitUntil("packet and cache under Variables", () -> DebugViews.variables().contains("NHRP cache=1 entry")
                && DebugViews.variables().stream().anyMatch(variable -> variable.startsWith("packet=Registration Request")));
        Screenshots.take("debug-registration");
    }

    @Test
    void theStateOfEveryRouterCanBeLookedAtAtAnyEvent() throws Exception {
        SimulationDebugTarget target = Simulations.debug(debugged.model());

        Simulations.stepUntil(target, "HQ1", "NHRP Registration Request received");

        IStackFrame other = target.getThreads()[2].getTopStackFrame();
        assertThat(Simulations.value(other, "NHRP cache").getVariables()[0].getName()).isEqualTo("10.255.0.1/32");
        assertThat(other.getLineNumber()).isEqualTo(Models.lineOf("spoke Branch[1..2]"));
        Ui.waitUntil("the frame of the router in the Debug view", () -> DebugViews.debugTree()
                .flatMap(tree -> DebugViews.frame(tree, "Branch2", DebugSession.NO_EVENT)).isPresent());
        Ui.run(() -> DebugViews.select(DebugViews.debugTree().flatMap(tree -> DebugViews.frame(tree, "Branch2", DebugSession.NO_EVENT)).orElseThrow()));
        Ui.waitUntil("the line of the router to be highlighted", () -> DebugViews.highlightedLine()
                .filter(line -> Models.PHASE_3.startsWith("spoke Branch[1..2]", line.getOffset())).isPresent());
        Ui.waitUntil("its next-hop server under Variables", () -> DebugViews.variables().contains("NHRP next-hop servers=1 entry"));
        Screenshots.take("debug-other-router");
    }
}
