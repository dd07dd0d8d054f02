package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.sequence.Lifeline;
import dmvpn.app.sequence.SequenceFigure;
import dmvpn.app.sequence.SequenceLayout;
import dmvpn.app.sequence.SequenceRows;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.ModelLineBreakpoint;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.sim.ui.sequence.ChartFrame;
import dmvpn.sim.ui.sequence.SequenceChartView;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Stopwatch;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.ViewMenus;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sequence chart of a run: what it shows, and how people find their way in it. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class SequenceChartTest {

    /** Of a picture that takes seconds no more than a tenth is drawn before the window answers again; most often it is far less. */
    private static final int MOST_SHARE_AT_ONCE = 10;

    @TempDir
    private Path folder;

    private IFile file;
    private TimeCursor cursor;
    private SequenceChartView view;

    @BeforeEach
    void openChart(TestInfo test) throws Exception {
        file = new ModelProject("sequence" + test.getTestMethod().orElseThrow().getName()).file("net.dmvpn", Models.PHASE_3);
        Ui.run(Workbench::showPerspective);
        cursor = Ui.get(TimeCursor::ofWorkbench);
        view = Ui.get(() -> (SequenceChartView) ModelProject.page().showView(SequenceChartView.ID));
    }

    @AfterEach
    void end() throws Exception {
        Launches.removeAll();
        Ui.run(() -> ViewMenus.run(view, "Reset Lifelines"));
        Ui.run(() -> ModelProject.page().hideView(view));
        for (IBreakpoint breakpoint : DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(SimulationDebugTarget.MODEL_ID)) {
            breakpoint.delete();
        }
    }

    private void run() throws Exception {
        SimulationProcess run = Launches.run(file);
        Ui.waitUntil("the end of the run", run::isTerminated);
        Ui.waitUntil("all events in the chart", () -> cursor.place().hasState() && view.frame().isPresent()
                && rows().count() > 0 && rows().readEvents() == run.shownEvents());
    }

    private SimulationDebugTarget debugTo(Duration instant) {
        SimulationDebugTarget target = Launches.debug(file);
        target.runTo(instant);
        Ui.waitUntil("the instant in the chart", () -> target.isSuspended() && target.shownEvents() > 20 && cursor.place().hasState()
                && view.frame().isPresent() && rows().readEvents() == target.shownEvents());
        return target;
    }

    private ChartFrame frame() {
        return view.frame().orElseThrow();
    }

    private SequenceRows rows() {
        return frame().layout().rows();
    }

    private List<String> lifelines() {
        return frame().layout().lifelines().all().stream().map(Lifeline::name).toList();
    }

    private int row(String router, String message) {
        return IntStream.range(0, rows().count()).filter(row -> rows().nodeNames().get(rows().node(row)).equals(router)
                && rows().message(row).equals(message)).findFirst().orElseThrow();
    }

    private void mouse(int type, int button, int x, long y) {
        Event event = new Event();
        event.button = button;
        event.x = x;
        event.y = (int) y;
        view.control().notifyListeners(type, event);
    }

    private void press(String keys) {
        Ui.run(() -> Keys.press(view.control(), keys));
    }

    private void waitForEvent(int event) {
        Ui.waitUntil("the cursor at event " + event, () -> cursor.place().event() == event && cursor.place().hasState());
    }

    @Test
    void routersAreLifelinesAndMessagesArrowsBetweenThem() throws Exception {
        run();
        Ui.run(() -> {
            assertThat(lifelines()).startsWith("HQ1", "Branch1", "Branch2");
            int sent = row("Branch1", "Registration Request sent");
            SequenceFigure figure = figure(sent);
            assertThat(figure).isInstanceOfSatisfying(SequenceFigure.Arrow.class, arrow -> {
                assertThat(arrow.text()).isEqualTo("NHRP Registration Request");
                assertThat(arrow.x()).isEqualTo(frame().layout().x(1));
                assertThat(arrow.endX()).isEqualTo(frame().layout().x(0));
                assertThat(rows().nodeNames().get(rows().node(arrow.lastRow()))).isEqualTo("HQ1");
            });
            cursor.moveTo(rows().event(sent));
        });
        waitForEvent(Ui.get(() -> rows().event(row("Branch1", "Registration Request sent"))));
        Ui.waitUntil("the message in sight", () -> frame().firstRow() < row("Branch1", "Registration Request sent")
                && row("Branch1", "Registration Request sent") < frame().lastRow());
        // The system may paint a strip alone, in which nothing is.
        Ui.waitUntil("figures that are painted", () -> {
            view.control().redraw();
            view.control().update();
            return view.paintedFigures() > 0;
        });
        maximise();
        Ui.run(() -> cursor.moveTo(rows().event(row("HQ1", "Registration Request received"))));
        Ui.waitUntil("the state there", () -> cursor.place().hasState());
        Screenshots.take("sequence-chart");
        maximise();
    }

    /** Or as before. */
    private void maximise() {
        Ui.run(() -> ModelProject.page().toggleZoom(ModelProject.page().getReference(view)));
    }

    private SequenceFigure figure(int row) {
        SequenceLayout layout = frame().layout();
        return layout.figures(layout.y(row), layout.y(row)).stream().filter(each -> each.row() == row).findFirst().orElseThrow();
    }

    @Test
    void aClickTakesTheDebuggerToTheEventAndMarksItsCausesAndConsequences() {
        SimulationDebugTarget target = debugTo(Duration.ofSeconds(3));
        int event = Ui.get(() -> rows().event(row("HQ1", "Registration Request received")));

        Ui.run(() -> cursor.moveTo(event - 3)); // which brings it into sight
        waitForEvent(event - 3);
        Ui.run(() -> {
            int row = rows().rowOf(event);
            mouse(SWT.MouseDown, 1, frame().lifelineX(0), frame().rowY(row));
            mouse(SWT.MouseUp, 1, frame().lifelineX(0), frame().rowY(row));
        });

        waitForEvent(event);
        assertThat(target.session().eventIndex()).isEqualTo(event);
        int cause = target.session().event().orElseThrow().causeIndex();
        Ui.run(() -> {
            assertThat(view.isHighlighted(cause)).isTrue();
            assertThat(view.isHighlighted(rows().event(row("Branch1", "Registration Reply received")))).isTrue();
            assertThat(view.isHighlighted(0)).as("another router's start").isFalse();
        });
        Screenshots.take("sequence-debugging");
    }

    @Test
    void draggingDownTheChartMovesTheDebuggerAlong() {
        SimulationDebugTarget target = debugTo(Duration.ofSeconds(3));
        press("HOME");
        waitForEvent(0);
        Ui.run(() -> {
            mouse(SWT.MouseDown, 1, ChartFrame.HEAD, frame().rowY(1));
            for (int row = 1; row <= 6; row++) {
                mouse(SWT.MouseMove, 1, ChartFrame.HEAD, frame().rowY(row));
            }
            mouse(SWT.MouseUp, 1, ChartFrame.HEAD, frame().rowY(6));
        });

        int sixth = Ui.get(() -> rows().event(6));
        waitForEvent(sixth);
        assertThat(target.session().eventIndex()).isEqualTo(sixth);
    }

    @Test
    void keysGoFromEventToEventToCausesAndAlongALifeline() throws Exception {
        run();
        press("HOME");
        waitForEvent(Ui.get(() -> rows().event(0)));
        press("ARROW_DOWN");
        waitForEvent(Ui.get(() -> rows().event(1)));
        press("PAGE_DOWN");
        Ui.waitUntil("a page", () -> rows().rowOf(cursor.place().event()) > 2);
        press("END");
        waitForEvent(Ui.get(() -> rows().event(rows().count() - 1)));
        press("ARROW_UP");
        waitForEvent(Ui.get(() -> rows().event(rows().count() - 2)));

        int received = Ui.get(() -> rows().event(row("HQ1", "Registration Request received")));
        Ui.run(() -> cursor.moveTo(received));
        waitForEvent(received);
        press("ARROW_LEFT");
        Ui.waitUntil("the cause", () -> cursor.place().event() == rows().causes().causeOf(received));
        press("ARROW_RIGHT");
        Ui.waitUntil("what followed", () -> rows().causes().causeOf(cursor.place().event()) == rows().causes().causeOf(received));
        press("CTRL+ARROW_DOWN");
        Ui.waitUntil("the same router", () -> cursor.place().event() > received - 10);
    }

    @Test
    void lifelinesAreMovedByTheMouseAndByKeys() throws Exception {
        run();
        List<String> before = Ui.get(this::lifelines);
        Ui.run(() -> {
            mouse(SWT.MouseDown, 1, frame().lifelineX(2), 10);
            mouse(SWT.MouseMove, 1, frame().lifelineX(1), 10);
            mouse(SWT.MouseUp, 1, frame().lifelineX(0), 10);
        });
        Ui.waitUntil("Branch2 on the left", () -> lifelines().subList(0, 3).equals(List.of("Branch2", "HQ1", "Branch1")));

        Ui.run(() -> cursor.moveTo(rows().event(row("Branch2", "Registration Request sent"))));
        press("SHIFT+ARROW_RIGHT");
        Ui.waitUntil("Branch2 in the middle", () -> lifelines().subList(0, 3).equals(List.of("HQ1", "Branch2", "Branch1")));
        assertThat(Ui.get(this::lifelines)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aSiteHasOneLifelineForItsRouterAndItsHosts() throws Exception {
        run();
        List<String> before = Ui.get(this::lifelines);
        assertThat(before).contains("Branch1-lan");

        Ui.run(() -> ViewMenus.run(view, "Collapse Sites"));
        Ui.waitUntil("one lifeline for each site", () -> lifelines().equals(List.of("HQ1", "Branch1", "Branch2")));
        assertThat(Ui.get(() -> frame().layout().lifelines().all().get(1).isWholeSite())).isTrue();
        Screenshots.take("sequence-sites");

        Ui.run(() -> cursor.moveTo(rows().event(row("Branch1", "Registration Request sent"))));
        press("SPACE");
        Ui.waitUntil("the host beside its router again", () -> lifelines().contains("Branch1-lan") && !lifelines().contains("Branch2-lan"));
    }

    @Test
    void theArrangementOfLifelinesIsKeptWhenTheViewIsClosedAndOpenedAgain() throws Exception {
        run();
        List<String> before = Ui.get(this::lifelines);
        Ui.run(() -> cursor.moveTo(rows().event(row("Branch2", "Registration Request sent"))));
        press("SPACE");
        Ui.waitUntil("one lifeline for Branch2 and its host", () -> !lifelines().contains("Branch2-lan"));
        press("SHIFT+ARROW_LEFT");
        Ui.waitUntil("it further left", () -> lifelines().subList(0, 3).equals(List.of("HQ1", "Branch2", "Branch1")));
        List<String> arranged = Ui.get(this::lifelines);

        Ui.run(() -> ModelProject.page().hideView(view));
        view = Ui.get(() -> (SequenceChartView) ModelProject.page().showView(SequenceChartView.ID));

        Ui.waitUntil("the same lifelines", () -> view.frame().isPresent() && lifelines().equals(arranged));
        Ui.run(() -> ViewMenus.run(view, "Reset Lifelines"));
        Ui.waitUntil("those of the model", () -> lifelines().equals(before));
    }

    @Test
    void theAxisIsOneOfTimesOrOfEventNumbers() throws Exception {
        run();
        long compressed = Ui.get(() -> frame().layout().height());

        Ui.run(() -> ViewMenus.run(view, "Time Axis: Linear"));
        Ui.waitUntil("distances as times", () -> frame().layout().height() > compressed);
        Ui.run(() -> ViewMenus.run(view, "Time Axis: Event Numbers"));
        Ui.waitUntil("a line for each event", () -> frame().layout().height() < compressed);
        Ui.run(() -> ViewMenus.run(view, "Time Axis: Compressed"));
        Ui.waitUntil("as before", () -> frame().layout().height() == compressed);
    }

    @Test
    void aFilterLeavesEventsOutAndASearchGoesFromOneToTheNext() throws Exception {
        run();
        int all = Ui.get(() -> rows().count());

        Ui.run(() -> view.bar().setFilter("protocol:NHRP router:HQ1"));
        Ui.waitUntil("fewer events", () -> rows().count() > 0 && rows().count() < all && lifelines().equals(List.of("HQ1")));
        assertThat(Ui.get(() -> IntStream.range(0, rows().count()).mapToObj(rows()::protocol).collect(Collectors.toSet()))).isEqualTo(Set.of("NHRP"));
        Ui.run(() -> view.bar().setFilter(""));
        Ui.waitUntil("all events", () -> rows().count() == all);

        press("HOME");
        Text search = Ui.get(() -> Ui.controls(view.bar().control(), Text.class).stream()
                .filter(text -> text.getMessage().equals("Search")).findFirst().orElseThrow());
        Ui.run(() -> {
            ModelProject.page().activate(view);
            Workbench.execute("org.eclipse.ui.edit.findReplace");
            assertThat(search.isFocusControl()).as("Ctrl+F").isTrue();
            search.setText("\"Registration Reply received\"");
            Keys.press(search, "CR");
        });
        int first = Ui.get(() -> rows().event(row("Branch1", "Registration Reply received")));
        Ui.waitUntil("the first one", () -> cursor.place().event() == first);
        Ui.run(() -> Keys.press(search, "CR"));
        Ui.waitUntil("the next one", () -> cursor.place().event() > first && rows().message(rows().rowOf(cursor.place().event())).equals("Registration Reply received"));
        Ui.run(() -> Keys.press(search, "SHIFT+CR"));
        Ui.waitUntil("back", () -> cursor.place().event() == first);
    }

    @Test
    void theChartIsWrittenAsSvgAndAsPng() throws Exception {
        run();
        Path svg = folder.resolve("chart.svg");
        Path png = folder.resolve("chart.png");
        export(svg);
        export(png);

        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        assertThat(document.getElementsByTagName("circle").getLength()).isPositive();
        assertThat(Files.readString(svg)).contains("Registration Request", "marker-end");
        ImageData picture = new ImageData(png.toString());
        assertThat(picture.width).isEqualTo(Ui.get(() -> frame().layout().width()));
        assertThat(picture.height).isBetween(1_000, 16_000);
        assertThat(Ui.get(() -> IntStream.range(0, picture.width).map(x -> picture.getPixel(x, 500)).distinct().count())).isGreaterThan(2);
        assertThat(rowsWithoutLifeline(picture)).as("rows in which nothing was drawn").isEmpty();
    }

    /** The first lifeline goes from the names to the bottom. */
    private int[] rowsWithoutLifeline(ImageData picture) {
        int x = Ui.get(() -> frame().layout().x(0));
        int paper = picture.palette.getPixel(new RGB(255, 255, 255));
        return IntStream.range(ChartFrame.HEAD, picture.height)
                .filter(y -> picture.getPixel(x, y) == paper && picture.getPixel(x - 1, y) == paper).toArray();
    }

    @Test
    void theWindowAnswersWhileALargePictureIsDrawn() throws Exception {
        showLargeChart();
        Path png = folder.resolve("large.png");
        try (Stopwatch stopwatch = new Stopwatch()) {
            long from = System.nanoTime();
            export(png);
            long wholeMillis = (System.nanoTime() - from) / 1_000_000;
            assertThat(stopwatch.longestWorkMillis()).as("milliseconds of work at once, of %d, at last with %s", wholeMillis, stopwatch.busyWith())
                    .isLessThan(wholeMillis / MOST_SHARE_AT_ONCE);
        }
        assertThat(new ImageData(png.toString()).height).isGreaterThan(10_000);
    }

    @Test
    void aLargePictureCanBeCancelledWhileItIsDrawn() throws Exception {
        showLargeChart();
        Path png = folder.resolve("large.png");
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.exportSequence", Map.of("dmvpn.sim.ui.exportSequence.file", png.toString())));
        Job writing = Ui.waitFor("the work", () -> Arrays.stream(Job.getJobManager().find(null))
                .filter(job -> job.getName().equals("Writing large.png")).findFirst());
        writing.cancel();
        writing.join();

        assertThat(writing.getResult().matches(IStatus.CANCEL)).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    private void showLargeChart() throws Exception {
        file.setContents(Models.PHASE_3.replace("Branch[1..2]", "Branch[1..12]").replace("duration 110s", "duration 30min")
                .getBytes(StandardCharsets.UTF_8), true, false, new NullProgressMonitor());
        run();
        press("HOME"); // what is written begins with what is in sight
        Ui.waitUntil("the first rows", () -> frame().firstRow() <= 0);
        Ui.waitUntilIdle();
    }

    private void export(Path target) {
        Ui.run(() -> Workbench.execute("dmvpn.sim.ui.exportSequence", Map.of("dmvpn.sim.ui.exportSequence.file", target.toString())));
        Ui.waitUntil(target + " to be written", () -> Files.exists(target));
        Ui.waitUntilIdle();
    }

    @Test
    void theMenuOfAnEventSetsABreakpointOnItsLikes() {
        SimulationDebugTarget target = debugTo(Duration.ofSeconds(3));
        Ui.run(() -> cursor.moveTo(rows().event(row("HQ1", "Registration Request received"))));
        Ui.run(() -> ViewMenus.runInContextMenu(view.control(), "Set Breakpoint on Such Events"));

        Ui.waitUntil("the breakpoint", () -> Arrays.stream(DebugPlugin.getDefault().getBreakpointManager()
                .getBreakpoints(SimulationDebugTarget.MODEL_ID)).anyMatch(each -> !(each instanceof ModelLineBreakpoint)
                && each.getMarker().getAttribute("text", "").equals("event NHRP \"Registration Request received\" of HQ1")));
        assertThat(target.debugger().breakpoints().isEmpty()).isFalse();
    }

    @Test
    void aLongRunScrollsAsAShortOneDoes() throws Exception {
        IFile large = new ModelProject("sequencelong").file("net.dmvpn", LongRun.TEXT);
        SimulationProcess run = Launches.run(large);
        Ui.waitUntil("the end of the run", run::isTerminated);
        showKeepAlives(true);
        try {
            Ui.waitUntil("all events in the chart", () -> view.frame().isPresent() && rows().count() == run.shownEvents());
            int count = Ui.get(() -> rows().count());
            assertThat(count).isGreaterThan(1_000_000);
            Table timeline = Ui.waitFor("the Timeline", DebugViews::timeline);
            assertThat(Ui.get(timeline::getStyle) & SWT.SINGLE).as("rows are selected one at a time, which does not look at each of them").isNotZero();
            Control control = view.control();
            for (int row : List.of(0, 1_000, 100_000, 500_000, count - 100)) {
                Ui.run(() -> {
                    cursor.moveTo(rows().event(row));
                    control.redraw();
                    control.update();
                    assertThat(frame().firstRow()).isLessThanOrEqualTo(row);
                    assertThat(frame().lastRow()).isGreaterThanOrEqualTo(row);
                    assertThat(view.paintedFigures()).as("figures of a frame at row " + row).isBetween(1, 500);
                });
            }
            Screenshots.take("sequence-long");
        } finally {
            showKeepAlives(false);
        }
    }

    private static void showKeepAlives(boolean shown) {
        Ui.run(() -> dmvpn.sim.ui.timeline.KeepAlives.show(shown));
    }
}
