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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IExpressionManager;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tour of docs/debugger.md: the NHRP exchange of each phase, stop by stop, with what a person sees at each. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class TourTest {

    private static final String PHASE_2 = Models.PHASE_3.replace("phase 3", "phase 2")
            .replace("{ summary 10.0.0.0/8 from hubs  stub spokes }", "{ stub spokes }");
    private static final String PHASE_1 = Models.PHASE_3.replace("phase 3", "phase 1")
            .replace("  expect at 105s path Branch[1].lan to Branch[2].lan is direct\n", "");
    private static final String HUB = "join Corp as 10.255.0.1";
    private static final String SPOKE = "join Corp as 10.255.0.{10+n} via HQ1";
    private static final Path DOCUMENT = Path.of("..", "docs", "debugger.md");

    /**
     * A stop of the tour.
     *
     * @param router whose event it is
     * @param message what happened
     * @param line the line of the model that configured it
     * @param value what is watched there
     */
    private record Stop(String router, String message, String line, String value) {

        String title() {
            return router + " NHRP " + message;
        }
    }

    private String model;

    @BeforeEach
    void showPerspective() {
        Ui.run(Workbench::showPerspective);
    }

    /** The project stays: the Debug view may still open an editor of its file, which would then be gone. */
    @AfterEach
    void end() throws Exception {
        IExpressionManager manager = DebugPlugin.getDefault().getExpressionManager();
        manager.removeExpressions(manager.getExpressions());
        Ui.run(() -> ModelProject.page().hideView(ModelProject.page().findView("org.eclipse.debug.ui.ExpressionView")));
        Simulations.endAll();
        Simulations.removeBreakpoints();
    }

    @Test
    void phase1(TestInfo test) throws Exception {
        walk(test, PHASE_1, "HQ1.nhrp[10.255.0.11].nbma", List.of(
                new Stop("Branch1", "Registration Request sent", SPOKE, "absent"),
                new Stop("HQ1", "Registration Request received", HUB, "198.18.0.2"),
                new Stop("HQ1", "Registration Reply sent", HUB, "198.18.0.2"),
                new Stop("Branch1", "Registration Reply received", SPOKE, "198.18.0.2"),
                new Stop("Branch1", "NHS up", SPOKE, "198.18.0.2")));
        Screenshots.take("tour-phase1");
    }

    @Test
    void phase2(TestInfo test) throws Exception {
        walk(test, PHASE_2, "Branch1.nhrp[10.255.0.12].nbma", List.of(
                new Stop("Branch1", "Resolution Request sent", SPOKE, "203.0.113.1"),
                new Stop("HQ1", "Resolution Request forwarded", HUB, "203.0.113.1"),
                new Stop("Branch2", "Resolution Request received", SPOKE, "203.0.113.1"),
                new Stop("Branch2", "Resolution Reply sent", SPOKE, "203.0.113.1"),
                new Stop("Branch1", "Resolution Reply received", SPOKE, "198.18.0.3")));
        Screenshots.take("tour-phase2");
    }

    @Test
    void phase3(TestInfo test) throws Exception {
        walk(test, Models.PHASE_3, "Branch1.routes[10.100.2.0/24].source", List.of(
                new Stop("HQ1", "Traffic Indication sent", HUB, "absent"),
                new Stop("Branch1", "Traffic Indication received", SPOKE, "absent"),
                new Stop("Branch1", "Resolution Request sent", SPOKE, "absent"),
                new Stop("HQ1", "Resolution Request forwarded", HUB, "absent"),
                new Stop("Branch2", "Resolution Reply sent", SPOKE, "absent"),
                new Stop("Branch1", "Resolution Reply received", SPOKE, "NHRP")));
        Screenshots.take("tour-phase3");
    }

    private void walk(TestInfo test, String text, String expression, List<Stop> stops) throws Exception {
        String phase = test.getTestMethod().orElseThrow().getName();
        model = text;
        IFile file = new ModelProject("tour-" + phase).file("net.dmvpn", text);
        SimulationDebugTarget target = Simulations.debug(file);
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.watch", Map.of("dmvpn.sim.ui.watch.expression", expression)));
        for (Stop stop : stops) {
            Simulations.removeBreakpoints();
            Ui.run(() -> Workbench.execute("dmvpn.sim.ui.addBreakpoint",
                    Map.of("dmvpn.sim.ui.addBreakpoint.text", "event NHRP \"" + stop.message() + "\" of " + stop.router())));
            Simulations.resume(target);
            assertThat(Simulations.at(target)).isEqualTo(stop.title());
            look(stop, expression);
        }
        assertThat(document()).as("the tour of " + phase).contains(stops.stream()
                .map(stop -> "| `" + stop.title() + "` | `" + stop.value() + "` |").toList());
    }

    private static String document() throws Exception {
        return Files.readString(DOCUMENT);
    }

    /** The frame on top, the variables of the event and of the router, the highlighted line, and the watched value. */
    private void look(Stop stop, String expression) {
        Ui.waitUntil("the frame of " + stop.title(), () -> DebugViews.debugTree().flatMap((Tree tree) ->
                DebugViews.frame(tree, stop.router(), "NHRP " + stop.message())).isPresent());
        Ui.waitUntil("the line behind " + stop.title(), () -> DebugViews.highlightedLine()
                .filter(line -> model.startsWith(stop.line(), model.indexOf("join", line.getOffset()))).isPresent());
        Ui.waitUntil("the tables of " + stop.router(), () -> DebugViews.variables().stream().anyMatch(line -> line.startsWith("NHRP cache=")));
        Ui.waitUntil(expression + " to be " + stop.value() + " at " + stop.title(), () -> DebugViews.variables().stream()
                .anyMatch(line -> line.replace("\"", "").startsWith(expression + "=" + stop.value())));
    }
}
