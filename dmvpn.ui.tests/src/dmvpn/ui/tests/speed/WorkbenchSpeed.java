package dmvpn.ui.tests.speed;

import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.sim.ui.sequence.SequenceChartView;
import dmvpn.sim.ui.timeline.KeepAlives;
import dmvpn.ui.tests.LargeModel;
import dmvpn.ui.tests.LongRun;
import dmvpn.ui.tests.driver.DebugViews;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * What a person waits for in a workbench with a model of ten thousand lines, beside the platform's plain text on the same file.
 * No test: {@code ./dmvpn bench --ide} runs it, prints what it finds, and judges nothing.
 */
public class WorkbenchSpeed {

    private static final int ROUNDS = 9;
    private static final int FRAMES = 100;
    private static final int ROUTERS = 50;
    private static final String STEP_INTO = "org.eclipse.debug.ui.commands.StepInto";
    private static final String MIDDLE = "spoke Branch" + LargeModel.SPOKES / 2 + " {";

    private final List<String> lines = new ArrayList<>();
    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("speed");
    }

    @AfterEach
    void report(TestInfo test) throws Exception {
        project.close();
        Path file = Path.of("target", "ide-speed-" + test.getTestMethod().orElseThrow().getName() + ".txt");
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
        lines.forEach(System.out::println);
    }

    /** Does something once and says how long it took in nanoseconds. */
    private interface Round {
        long run() throws Exception;
    }

    private void measure(String name, Round round) throws Exception {
        round.run(); // the first time loads classes
        long[] nanos = new long[ROUNDS];
        for (int index = 0; index < ROUNDS; index++) {
            nanos[index] = round.run();
            Ui.waitUntilIdle();
        }
        Arrays.sort(nanos);
        lines.add(String.format(Locale.ROOT, "ide-speed %-28s median %5d ms, %d to %d ms", name, nanos[ROUNDS / 2] / 1_000_000,
                nanos[0] / 1_000_000, nanos[ROUNDS - 1] / 1_000_000));
    }

    @Test
    void whatAPersonWaitsFor() throws Exception {
        IFile plain = project.file("plain.txt", LargeModel.text());
        IFile model = project.file("large.dmvpn", LargeModel.text());
        measure("open-plain-text", () -> open(plain, false));
        measure("open-model", () -> open(model, true));
        ITextEditor editor = ModelProject.open(model);
        Workbench.waitForProblem(model, "R-HUB-01");
        Ui.waitUntilIdle();
        measure("keystroke-to-squiggle", () -> squiggle(editor));
        measure("completion-popup", () -> popup(editor));
        measure("keystroke-plain-text", () -> keystroke(ModelProject.open(plain)));
        measure("keystroke-model", () -> keystroke(ModelProject.open(model)));
        ModelProject.close(editor);
    }

    /** A hundred frames of the sequence chart of a million events, all over the run; and the same of a short part of it. */
    @Test
    void howTheSequenceChartScrolls() throws Exception {
        SimulationProcess run = Launches.run(project.file("long.dmvpn", LongRun.TEXT));
        SequenceChartView view = Ui.get(() -> (SequenceChartView) ModelProject.page().showView(SequenceChartView.ID));
        Ui.run(() -> KeepAlives.show(true));
        try {
            Ui.waitUntil("all events in the chart", () -> run.isTerminated() && view.frame().isPresent()
                    && view.frame().get().layout().rows().count() == run.shownEvents());
            measure("chart-100-frames-of-million", () -> frames(view, run.shownEvents() / FRAMES));
            measure("chart-100-frames-of-hundred", () -> frames(view, 1));
        } finally {
            Ui.run(() -> KeepAlives.show(false));
            Launches.removeAll();
        }
    }

    private static long frames(SequenceChartView view, int eventsPerFrame) {
        return Ui.get(() -> {
            TimeCursor cursor = TimeCursor.ofWorkbench();
            long from = System.nanoTime();
            for (int frame = 0; frame < FRAMES; frame++) {
                cursor.moveTo(frame * eventsPerFrame);
                view.control().redraw();
                view.control().update();
            }
            return System.nanoTime() - from;
        });
    }

    /** Steps in a network of 50 routers, from the key until all views show the event. */
    @Test
    void whatAPersonWaitsForWhoSteps() throws Exception {
        SimulationDebugTarget target = Simulations.debug(project.file("fifty.dmvpn", LargeModel.text(ROUTERS - 1)));
        Ui.run(() -> target.runTo(Duration.ofSeconds(2)));
        Ui.waitUntil("the instant", target::isSuspended);
        Ui.waitUntilIdle();
        for (int step = 0; step < ROUNDS; step++) {
            step(target, STEP_INTO);
        }
        measure("step-into-50-routers", () -> step(target, STEP_INTO));
        measure("step-back-50-routers", () -> step(target, "dmvpn.sim.ui.stepBack"));
        Simulations.endAll();
    }

    private static long step(SimulationDebugTarget target, String command) {
        Ui.waitUntil(command + " to be possible", () -> Workbench.isEnabled(command));
        int before = target.session().eventIndex();
        long from = System.nanoTime();
        Ui.run(() -> Workbench.execute(command));
        while (!Ui.get(() -> target.isSuspended() && target.session().eventIndex() != before && isShown(target))) {
            Thread.onSpinWait(); // a pause would be measured too
        }
        return System.nanoTime() - from;
    }

    /** The row of the Timeline, the frame in the Debug view, and the tables under Variables. */
    private static boolean isShown(SimulationDebugTarget target) {
        RecordedEvent event = target.session().event().orElseThrow();
        boolean inTimeline = DebugViews.timeline().filter(table -> table.getSelectionIndex() == target.session().rowCount(event.index())).isPresent();
        boolean inDebugView = DebugViews.debugTree().flatMap(tree -> Arrays.stream(tree.getSelection()).findFirst())
                .filter(item -> item.getText().equals(event.protocol() + " " + event.message())).isPresent();
        return inTimeline && inDebugView && DebugViews.variables().stream().anyMatch(line -> line.startsWith("Interfaces="));
    }

    /** Until the text is there and answers, of a model with its colours. */
    private static long open(IFile file, boolean coloured) {
        long from = System.nanoTime();
        ITextEditor editor = ModelProject.open(file);
        if (coloured) {
            Ui.waitUntil("colours", () -> {
                StyleRange style = Workbench.text(editor).getStyleRangeAtOffset(0);
                return style != null && style.foreground != null;
            });
        }
        Ui.run(() -> { });
        long nanos = System.nanoTime() - from;
        ModelProject.close(editor);
        return nanos;
    }

    private static int offsetInMiddle(ITextEditor editor, String behind) {
        return Ui.get(() -> {
            String text = Workbench.document(editor).get();
            return text.indexOf(behind, text.indexOf(MIDDLE));
        });
    }

    /** A name becomes one that nobody has; the squiggle is an annotation over it. */
    private static long squiggle(ITextEditor editor) {
        int end = offsetInMiddle(editor, "via HQ1") + "via HQ1".length();
        Ui.run(() -> editor.selectAndReveal(end, 0));
        Ui.waitUntilIdle();
        long from = System.nanoTime();
        Ui.run(() -> Workbench.document(editor).replace(end, 0, "x"));
        Ui.waitUntil("the squiggle", () -> annotationAt(editor, end).isPresent());
        long nanos = System.nanoTime() - from;
        Ui.run(() -> Workbench.document(editor).replace(end, 1, ""));
        Ui.waitUntil("no squiggle", () -> annotationAt(editor, end).isEmpty());
        return nanos;
    }

    private static Optional<Annotation> annotationAt(ITextEditor editor, int offset) {
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation annotation = all.next();
            Position place = model.getPosition(annotation);
            if (place != null && !annotation.isMarkedDeleted() && place.getOffset() < offset && offset <= place.getOffset() + place.getLength()
                    && annotation.getType().contains("error")) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    private static long popup(ITextEditor editor) throws Exception {
        int place = offsetInMiddle(editor, "via HQ1") + "via ".length();
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(place, 0);
        });
        Ui.waitUntilIdle();
        long from = System.nanoTime();
        Ui.run(() -> Workbench.execute("org.eclipse.ui.edit.text.contentAssist.proposals"));
        Ui.waitUntil("proposals", () -> Workbench.proposals().filter(all -> all.stream().anyMatch(each -> each.startsWith("HQ1"))).isPresent());
        long nanos = System.nanoTime() - from;
        Ui.run(() -> Keys.press(Workbench.text(editor), (char) 27, 27, 0));
        Ui.waitUntil("no proposals", () -> Workbench.proposals().isEmpty());
        return nanos;
    }

    /** Until the character is in the document and the editor has painted it. */
    private static long keystroke(ITextEditor editor) {
        int place = offsetInMiddle(editor, MIDDLE);
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(place, 0);
        });
        Ui.waitUntilIdle();
        long from = System.nanoTime();
        Ui.run(() -> {
            Keys.type(editor, " ");
            Workbench.text(editor).update();
        });
        Ui.run(() -> { });
        long nanos = System.nanoTime() - from;
        Ui.run(() -> Workbench.document(editor).replace(place, 1, ""));
        return nanos;
    }
}
