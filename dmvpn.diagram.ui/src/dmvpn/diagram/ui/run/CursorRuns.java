package dmvpn.diagram.ui.run;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.diagram.DrawnPaths;
import dmvpn.app.diagram.DrawnRuns;
import dmvpn.app.diagram.FollowedRun;
import dmvpn.diagram.glsp.CursorWish;
import dmvpn.diagram.glsp.DiagramRuns;
import dmvpn.diagram.glsp.PathQuestion;
import dmvpn.diagram.glsp.RunWatch;
import dmvpn.diagram.glsp.ShownPath;
import dmvpn.diagram.glsp.ShownRun;
import dmvpn.diagram.layout.PlacedDiagram;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.ui.document.EditedDocument;
import dmvpn.sim.ui.cursor.CursorPlace;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.cursor.TimeCursorListener;
import dmvpn.sim.ui.debug.RunningSimulation;
import dmvpn.sim.ui.launch.SimulationAttributes;
import dmvpn.sim.ui.launch.SimulationConfigurations;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Shows in a diagram what the time cursor of the workbench stands on, when that is a simulation of the drawn model, and moves the
 * cursor where the page wants it. What is shown is read in a job, some ten times a second at most however fast a run goes.
 */
public final class CursorRuns implements DiagramRuns, TimeCursorListener {

    private static final long NANOS_BETWEEN_INSTANTS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Where the cursor stands. */
    private record Looked(RunningSimulation simulation, int event, boolean hasState) {
    }

    /** What the page is told of one simulation. */
    private record Told(RunningSimulation simulation, FollowedRun run) {
    }

    private final Display display;
    private final IFile file;
    private final EditedDocument document;
    private final RunView view;
    /** Answers what needs no run of the workbench. */
    private final DrawnRuns own;
    private final Job telling = Job.createSystem("Showing the simulation in the diagram", this::tell);
    private TimeCursor cursor;
    private Runnable endListening = () -> { };
    private volatile Optional<Looked> looked = Optional.empty();
    private volatile Optional<Told> told = Optional.empty();
    private volatile CursorWish wish = new CursorWish(0, CursorWish.Kind.LOOK, 0, 0);
    private volatile boolean closed;
    private volatile long lastToldNanos = System.nanoTime() - NANOS_BETWEEN_INSTANTS;

    /** @param file the drawn model */
    public CursorRuns(Display display, IFile file, EditedDocument document, RunView view) {
        this.display = display;
        this.file = file;
        this.document = document;
        this.view = view;
        this.own = new DrawnRuns(document.drawn(), () -> closed);
    }

    /** Begins to follow the cursor. To be called on the thread of the user interface, as {@link #end}. */
    public void begin() {
        cursor = TimeCursor.ofWorkbench();
        cursor.addListener(this);
        endListening = document.listen(this::tellSoon);
        look();
    }

    /** Ends it. */
    public void end() {
        closed = true;
        endListening.run();
        cursor.removeListener(this);
        telling.cancel();
    }

    @Override
    public List<String> scenarios() {
        return own.scenarios();
    }

    /** As Run As does it: the run is one of the workbench, for all its views, which show how far it is and end it. */
    @Override
    public CompletionStage<Optional<ShownRun>> run(String scenario, RunWatch watch) {
        display.asyncExec(() -> {
            try {
                DebugUITools.launch(SimulationConfigurations.of(file, scenario), ILaunchManager.RUN_MODE);
            } catch (CoreException failure) {
                StatusManager.getManager().handle(failure.getStatus(), StatusManager.SHOW);
            }
        });
        return CompletableFuture.completedStage(Optional.empty());
    }

    /** Where the cursor stands; without a simulation of this model, in its network once that has settled. */
    @Override
    public CompletionStage<ShownPath> path(PathQuestion question) {
        Optional<Looked> now = looked;
        Optional<Diagram> diagram = diagram();
        if (now.isEmpty() || diagram.isEmpty()) {
            return own.path(question);
        }
        if (!now.get().hasState()) {
            return CompletableFuture.completedStage(
                    ShownPath.none("The simulation runs on: the way of a packet is shown where it stops"));
        }
        DebugSession session = now.get().simulation().session();
        return CompletableFuture.supplyAsync(() -> new DrawnPaths(diagram.get()).between(session, question,
                "in " + titleOf(session) + " at ", () -> closed));
    }

    private Optional<Diagram> diagram() {
        return document.drawn().shown().placed().map(PlacedDiagram::diagram);
    }

    private String titleOf(DebugSession session) {
        return (file.getName() + " " + session.scenarioName()).strip();
    }

    @Override
    public void move(CursorWish wanted) {
        wish = wanted;
        Optional<Looked> now = looked;
        told.filter(known -> now.filter(place -> place.simulation() == known.simulation()).isPresent()).ifPresent(known -> {
            if (wanted.kind() == CursorWish.Kind.LOOK) {
                known.run().forgetTold();
            } else {
                int event = known.run().wanted(wanted, now.orElseThrow().event());
                display.asyncExec(() -> moveTo(known.simulation(), event));
            }
        });
        tellSoon();
    }

    private void moveTo(RunningSimulation simulation, int event) {
        if (cursor.place().simulation().filter(simulation::equals).isPresent()) {
            cursor.moveTo(event);
        }
    }

    private void look() {
        looked = cursor.place().simulation().filter(this::isOfThisModel)
                .map(simulation -> new Looked(simulation, cursor.place().event(), cursor.place().hasState()));
        tellSoon();
    }

    private boolean isOfThisModel(RunningSimulation simulation) {
        ILaunchConfiguration configuration = simulation.getLaunch().getLaunchConfiguration();
        try {
            return configuration != null && file.getFullPath().toPortableString()
                    .equals(configuration.getAttribute(SimulationAttributes.MODEL, ""));
        } catch (CoreException deleted) {
            return false; // with its file
        }
    }

    private void tellSoon() {
        long waits = lastToldNanos + NANOS_BETWEEN_INSTANTS - System.nanoTime();
        telling.schedule(Math.max(0, TimeUnit.NANOSECONDS.toMillis(waits)));
    }

    private IStatus tell(IProgressMonitor monitor) {
        lastToldNanos = System.nanoTime();
        Optional<Looked> now = looked;
        Optional<Diagram> diagram = diagram();
        if (now.isEmpty() || diagram.isEmpty()) {
            if (told.isPresent()) {
                told = Optional.empty();
                view.show(Optional.empty());
            }
            return Status.OK_STATUS;
        }
        FollowedRun run = runOf(now.get().simulation());
        run.readOn(now.get().simulation().shownEvents(), monitor::isCanceled);
        if (!monitor.isCanceled()) {
            view.show(Optional.of(run.at(now.get().event(), diagram.get(), wish)));
        }
        return Status.OK_STATUS;
    }

    private FollowedRun runOf(RunningSimulation simulation) {
        Optional<Told> known = told.filter(before -> before.simulation() == simulation);
        Told now = known.orElseGet(() -> new Told(simulation, new FollowedRun(simulation.session(),
                titleOf(simulation.session()))));
        told = Optional.of(now);
        return now.run();
    }

    @Override
    public void cursorMoved(CursorPlace place) {
        look();
    }

    @Override
    public void stateArrived(CursorPlace place) {
        look();
    }

    @Override
    public void simulationChanged(CursorPlace place) {
        look();
    }
}
