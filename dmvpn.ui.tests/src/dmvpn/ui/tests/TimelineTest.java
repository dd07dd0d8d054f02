package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.sim.ui.timeline.TimelineView;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.ViewMenus;
import dmvpn.ui.tests.driver.Views;
import dmvpn.ui.tests.driver.Workbench;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of events and the time cursor. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class TimelineTest {

    private IFile file;
    private TimeCursor cursor;
    private TimelineView view;

    @BeforeEach
    void openTimeline(TestInfo test) throws Exception {
        file = new ModelProject("timeline" + test.getTestMethod().orElseThrow().getName()).file("net.dmvpn", Models.PHASE_3);
        Ui.run(Workbench::showPerspective);
        cursor = Ui.get(TimeCursor::ofWorkbench);
        view = Ui.get(() -> (TimelineView) ModelProject.page().showView(TimelineView.ID));
    }

    @AfterEach
    void end() throws Exception {
        Ui.run(() -> {
            view.bar().setFilter("");
            cursor.follow(true);
        });
        Launches.removeAll();
    }

    private Table table() {
        return Ui.controls(view.bar().control().getParent(), Table.class).getFirst();
    }

    private SimulationProcess run() {
        SimulationProcess run = Launches.run(file);
        Ui.waitUntil("the end of the run", run::isTerminated);
        Ui.waitUntil("all rows", () -> cursor.place().hasState() && table().getItemCount() == run.shownRows());
        return run;
    }

    private String text(int row) {
        var item = table().getItem(row);
        item.getText();
        return item.getText(0) + " " + item.getText(1) + " " + item.getText(2) + " " + item.getText(3);
    }

    private void select(int row) {
        table().setSelection(row);
        table().notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void selectingARowTakesTheDebuggerThereAndTheRowsBehindItStay() {
        SimulationDebugTarget target = Launches.debug(file);
        target.runTo(Duration.ofSeconds(3));
        Ui.waitUntil("the rows", () -> target.isSuspended() && cursor.place().hasState() && target.shownEvents() > 20
                && table().getItemCount() == target.shownRows() && table().getSelectionIndex() == table().getItemCount() - 1);
        int rows = Ui.get(() -> table().getItemCount());

        Ui.run(() -> select(9));

        Ui.waitUntil("the debugger at the tenth row", () -> target.isSuspended() && target.session().rowCount(target.session().eventIndex()) == 9);
        assertThat(Ui.get(() -> table().getItemCount())).isEqualTo(rows);
        Ui.run(() -> cursor.moveTo(DebugSession.BEFORE_FIRST_EVENT));
        Ui.waitUntil("no row selected", () -> table().getSelectionCount() == 0);
    }

    @Test
    void severalRowsStaySelectedWhileTheCursorIsAtTheLastOfThem() {
        SimulationDebugTarget target = Launches.debug(file);
        target.runTo(Duration.ofSeconds(3));
        Ui.waitUntil("the rows", () -> target.isSuspended() && cursor.place().hasState() && target.shownEvents() > 20
                && table().getItemCount() == target.shownRows() && table().getSelectionIndex() == table().getItemCount() - 1);

        Ui.run(() -> {
            table().setSelection(new int[] {3, 5, 9});
            Event click = new Event();
            click.item = table().getItem(5);
            table().notifyListeners(SWT.Selection, click);
        });

        Ui.waitUntil("the debugger at the sixth row", () -> target.isSuspended() && cursor.place().hasState()
                && target.session().rowCount(target.session().eventIndex()) == 5);
        assertThat(Ui.get(() -> table().getSelectionIndices())).containsExactly(3, 5, 9);
        Ui.run(() -> {
            ModelProject.page().activate(view);
            Workbench.execute("org.eclipse.ui.edit.copy");
        });
        Ui.waitUntil("the three rows", () -> Views.clipboard().lines().count() == 3);
        target.stepInto();
        Ui.waitUntil("the event in hand alone", () -> target.isSuspended() && table().getSelectionCount() == 1 && table().getSelectionIndex() == 6);
    }

    @Test
    void aFilterShowsTheEventsThatHaveAllItsWords() {
        run();
        int all = Ui.get(() -> table().getItemCount());

        Ui.run(() -> view.bar().setFilter("router:HQ1 \"registration request\""));

        Ui.waitUntil("fewer rows", () -> table().getItemCount() > 0 && table().getItemCount() < all);
        Ui.run(() -> {
            List<String> rows = IntStream.range(0, table().getItemCount()).mapToObj(this::text).toList();
            assertThat(rows).allMatch(row -> row.contains(" HQ1 ")).anyMatch(row -> row.endsWith("HQ1 NHRP Registration Request received"));
        });
        Screenshots.take("timeline-filter");
        Ui.run(() -> view.bar().setFilter("nothing has this"));
        Ui.waitUntil("no rows", () -> table().getItemCount() == 0);
        Ui.run(() -> view.bar().setFilter(""));
        Ui.waitUntil("all rows", () -> table().getItemCount() == all);
    }

    @Test
    void aSearchGoesToTheNextRowAndBack() {
        run();
        Ui.run(() -> cursor.moveTo(0));
        Text search = Ui.get(() -> Ui.controls(view.bar().control(), Text.class).stream()
                .filter(text -> text.getMessage().equals("Search")).findFirst().orElseThrow());
        Ui.run(() -> {
            search.setText("hq1 \"cache entry\"");
            Keys.press(search, "CR");
        });
        Ui.waitUntil("a row that has it", () -> table().getSelectionCount() == 1 && text(table().getSelectionIndex()).matches("\\S+ HQ1 .*(?i)cache entry.*"));
        int first = Ui.get(() -> table().getSelectionIndex());
        Ui.run(() -> Keys.press(search, "CR"));
        Ui.waitUntil("the next one", () -> table().getSelectionIndex() > first);
        Ui.run(() -> Keys.press(search, "SHIFT+CR"));
        Ui.waitUntil("the one before", () -> table().getSelectionIndex() == first);
    }

    @Test
    void rowsAreCopiedAsTextBetweenTabulators() {
        run();
        Ui.run(() -> {
            select(0);
            ModelProject.page().activate(view);
            Workbench.execute("org.eclipse.ui.edit.copy");
        });
        assertThat(Views.clipboard()).startsWith("0.000\tHQ1\tDevice\tpower on").hasLineCount(1);

        Ui.run(() -> ViewMenus.runInContextMenu(table(), "Copy All Rows"));
        Ui.waitUntil("all rows", () -> Views.clipboard().lines().count() == table().getItemCount());
    }

    @Test
    void withoutFollowModeTheCursorStaysWhereItIs() {
        Ui.run(() -> ViewMenus.run(view, "Follow the Run"));
        SimulationProcess run = Launches.run(file);
        Ui.waitUntil("the end of the run", run::isTerminated);
        Ui.waitUntil("all rows", () -> cursor.place().hasState() && table().getItemCount() == run.shownRows());
        assertThat(Ui.get(() -> cursor.place().event())).isEqualTo(DebugSession.BEFORE_FIRST_EVENT);

        Ui.run(() -> ViewMenus.run(view, "Follow the Run"));
        SimulationProcess followed = run();
        Ui.waitUntil("the last row selected", () -> table().getSelectionIndex() == table().getItemCount() - 1
                && cursor.place().event() == followed.session().eventIndex());
    }

    @Test
    void columnsKeepTheirWidths() throws Exception {
        Ui.run(() -> {
            table().getColumn(3).setWidth(333);
            ModelProject.page().hideView(view);
            view = (TimelineView) ModelProject.page().showView(TimelineView.ID);
            assertThat(table().getColumn(3).getWidth()).isEqualTo(333);
            table().getColumn(3).setWidth(200);
        });
    }
}
