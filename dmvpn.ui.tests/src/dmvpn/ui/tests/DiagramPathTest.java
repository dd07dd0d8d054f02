package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.ui.tests.driver.DiagramPage;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.io.IOException;
import org.eclipse.core.resources.IFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ways of packets in the diagram, and parts of it that are arranged, in the workbench. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DiagramPathTest {

    private static final String WAY = "(document.querySelector('#path')?.textContent ?? '')";

    private IFile file;
    private DiagramPage page;
    private TimeCursor cursor;

    @BeforeEach
    void openDiagram(TestInfo test) throws Exception {
        file = new ModelProject("way" + test.getTestMethod().orElseThrow().getName()).file("net.dmvpn", Models.PHASE_3);
        Ui.run(Workbench::showPerspective);
        cursor = Ui.get(TimeCursor::ofWorkbench);
        page = DiagramPage.open(file);
    }

    @AfterEach
    void end() throws Exception {
        Launches.removeAll();
    }

    @Test
    void theWayIsThatOfTheSettledNetworkAtFirstThenThatWhereTheCursorStands() {
        page.press("p");
        choose("Branch");
        choose("HQ1");
        page.waitUntil("the way in the settled network", WAY + ".includes('Branch1 to HQ1 once the network has settled')");
        assertThat(page.get(WAY)).contains("arrives directly");

        SimulationProcess run = Launches.run(file);
        Ui.waitUntil("the end of the run", () -> run.isTerminated() && cursor.place().hasState());
        page.waitUntil("the way at the end of the run", WAY + ".includes('in net.dmvpn FirstPacket at 1') && " + WAY + ".includes('arrives')");
        Screenshots.take("diagram-way");
        Ui.run(() -> cursor.moveTo(30));

        page.waitUntil("the way that stops at the start", WAY + ".includes('stops at Branch1')");
        page.waitUntil("the mark where it stops", "document.querySelectorAll('#dmvpn-path .path-stop').length === 1");
        page.press("Escape");
        page.waitUntil("no way any more", "document.querySelector('#path').hidden");
    }

    @Test
    void aPartIsArrangedAndOneUndoTakesItBack() {
        DiagramPage.click(page.editor(), "HQ1");
        Ui.waitUntil("the hub to be selected", () -> DiagramPage.pageNow(page.editor(), DiagramPage.SELECTED).contains("HQ1"));
        selectAll();
        page.press("L");

        Ui.waitUntil("the places", () -> places().contains("router:HQ1 ") && places().contains("cloud:Corp "));
        Workbench.travelHistory(page.editor(), Workbench.UNDO);

        Ui.waitUntil("no places any more", () -> !places().contains("router:HQ1 "));
    }

    private String places() throws IOException {
        return ModelProject.textOrNothing(file.getLocation().toPath().resolveSibling("net.dmvpn-layout"));
    }

    private void selectAll() {
        page.get("""
                (() => {
                    const target = document.querySelector('#sprotty svg');
                    const event = { key: 'a', code: 'KeyA', ctrlKey: true, bubbles: true, cancelable: true };
                    target.dispatchEvent(new KeyboardEvent('keydown', event));
                    target.dispatchEvent(new KeyboardEvent('keyup', event));
                    return '';
                })()""");
        Ui.waitUntil("all to be selected", () -> DiagramPage.pageNow(page.editor(), DiagramPage.SELECTED).contains("Corp"));
    }

    private void choose(String name) {
        page.waitUntil("a choice", "document.querySelector('.chooser li .label') !== null");
        page.get("""
                (() => {
                    const row = [...document.querySelectorAll('.chooser li')].find(each => each.textContent.startsWith('%s'));
                    row.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
                    return '';
                })()""".formatted(name));
    }
}
