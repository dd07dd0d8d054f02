package dmvpn.sim.ui.debug;

import dmvpn.app.debug.Branch;
import dmvpn.app.debug.Branches;
import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.RouterState;
import dmvpn.app.debug.Stop;
import dmvpn.app.debug.breakpoint.Trigger;
import dmvpn.sim.ui.console.MessageLines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * A simulation under the debugger: the routers are its threads, the layers of the event in hand their frames. The
 * session runs on a thread of the target's own, one command at a time.
 */
public final class SimulationDebugTarget extends InProcessTarget implements RunningSimulation {

    /** Identifier of the debug model. */
    public static final String MODEL_ID = "dmvpn.sim.ui.debugModel";

    /** Name of the console in which breakpoints tell something. */
    public static final String CONSOLE = "DMVPN Breakpoints";

    private enum State {
        SUSPENDED,
        RUNNING,
        TERMINATED
    }

    private final Path model;
    private final Debugger debugger;
    private final ChangedRun history;
    private final StartedLines started;
    private final TargetBreakpoints breakpoints;
    private final List<RouterThread> threads = new ArrayList<>();
    private final ShownThreads shown;
    private final ModelEdits edits = new ModelEdits(this::tellAll);
    private final WatchedExpressions watched = new WatchedExpressions(this);
    private final ExecutorService commands;
    private final Travel travel = new Travel();
    private final Job travelWhenOver;
    private volatile State state = State.SUSPENDED;
    private volatile boolean terminateRequested;
    /** Whether the routers were said to run: a step is most often over before anybody could see that. */
    private volatile boolean routersToldToRun;
    /** The router that the command in hand was given to, and the one that had the event in hand before it: their frames are others then. */
    private List<RouterThread> leftBehind = List.of();
    /** Number of events up to the furthest one that the simulation ever stopped at. */
    private volatile int visitedEvents;

    /**
     * A target that is suspended before the first event.
     *
     * @param name name for the Debug view
     * @param branches the histories of a run that has not been stepped yet
     * @param model the file of the model
     */
    public SimulationDebugTarget(ILaunch launch, String name, Branches branches, Path model) {
        this(launch, name, branches, branches.current(), model);
    }

    private SimulationDebugTarget(ILaunch launch, String name, Branches branches, Branch branch, Path model) {
        super(launch, name);
        this.model = model;
        this.debugger = branch.debugger();
        this.history = new ChangedRun(this, branches, branch);
        this.started = new StartedLines(branches);
        this.breakpoints = new TargetBreakpoints(debugger, model, started, new MessageLines(CONSOLE)::tell);
        travelWhenOver = travel.job(name, debugger.session(), () -> fireChangeEvent(DebugEvent.STATE));
        commands = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "dmvpn simulation " + name);
            thread.setDaemon(true);
            return thread;
        });
        for (RouterState router : session().routers()) {
            threads.add(new RouterThread(this, router));
        }
        shown = new ShownThreads(threads);
    }

    /** Tells the platform that the target is there, and suspended. */
    public void announce() {
        breakpoints.open();
        edits.open();
        fireCreationEvent();
        fireSuspended(DebugEvent.CLIENT_REQUEST);
    }

    /** Another history of the run, as a target beside this one. */
    void addBranch(Branches branches, Branch branch) {
        String title = getName().replaceFirst(" \\(branch \\d+\\)$", "") + " (branch " + branch.number() + ")";
        SimulationDebugTarget target = new SimulationDebugTarget(getLaunch(), title, branches, branch, model);
        getLaunch().addDebugTarget(target);
        target.announce();
    }

    /**
     * Changes the run behind the instant of the event in hand: another history begins, as a target beside this one. Comes back at
     * once; what cannot be done is said.
     *
     * @param text an action of a scenario, or a value such as {@code HQ.interfaces[Tunnel100].lineProtocol = down}
     */
    public void change(String text) {
        history.change(text);
    }

    /** This one when it left another history, else the last branch that was begun of its run. */
    public Optional<SimulationDebugTarget> newestBranch() {
        return history.isChanged() ? Optional.of(this) : Arrays.stream(getLaunch().getDebugTargets()).filter(SimulationDebugTarget.class::isInstance)
                .map(SimulationDebugTarget.class::cast).filter(each -> each.history.isChanged()).reduce((earlier, later) -> later);
    }

    /**
     * Compares with the history that it left, up to where it stands; comes back at once.
     *
     * @param reader told the lines, on another thread
     */
    public void compareBranch(Consumer<List<String>> reader) {
        history.compare(reader);
    }

    @Override
    public DebugSession session() {
        return debugger.session();
    }

    /** The debugger, for expressions. */
    public Debugger debugger() {
        return debugger;
    }

    /** What expressions come to. */
    public WatchedExpressions watched() {
        return watched;
    }

    @Override
    public int shownEvents() {
        return visitedEvents; // what the same step of the run recorded beyond is still to come
    }

    @Override
    public boolean canTravel() {
        return state != State.RUNNING || travel.isUnderWay();
    }

    @Override
    public boolean isTravelling() {
        return travel.isUnderWay();
    }

    @Override
    public synchronized void travelTo(int event) {
        if (!canTravel() || !travel.want(event)) {
            return;
        }
        if (state == State.TERMINATED) {
            travelWhenOver.schedule();
        } else {
            anyThread().ifPresentOrElse(thread -> run(DebugEvent.CLIENT_REQUEST, thread, travel::go), travel::end);
        }
    }

    /** Does a command of the debugger; nothing when the simulation does something else already. */
    synchronized void run(int detail, RouterThread stepping, Function<Debugger, Stop> command) {
        if (state != State.SUSPENDED) {
            return;
        }
        breakpoints.catchUp();
        state = State.RUNNING;
        debugger.clearInterrupt();
        stepping.setStepping(detail != DebugEvent.CLIENT_REQUEST);
        leftBehind = Stream.concat(Stream.of(stepping), threadInHand().stream()).distinct().toList();
        routersToldToRun = false;
        stepping.fireResumeEvent(detail);
        commands.execute(() -> execute(command));
    }

    /** The thread whose event is in hand, or any before the first event: for commands that are of no router. */
    Optional<RouterThread> anyThread() {
        return threadInHand().or(() -> threads.stream().findFirst());
    }

    /** Forward by one event, of any router. */
    public void stepInto() {
        anyThread().ifPresent(RouterThread::stepInto);
    }

    /** Back by one event, of any router. */
    public void stepBack() {
        anyThread().ifPresent(thread -> run(DebugEvent.STEP_INTO, thread, Debugger::stepBack));
    }

    /** Back to the event before of the router of the event in hand. */
    public void stepBackOver() {
        anyThread().ifPresent(thread -> run(DebugEvent.STEP_OVER, thread, each -> each.stepBackOver(thread.node())));
    }

    /** Runs backwards to the breakpoint before. */
    public void reverse() {
        anyThread().ifPresent(thread -> run(DebugEvent.CLIENT_REQUEST, thread, Debugger::reverse));
    }

    /** Runs to an instant, back or forth. */
    public void runTo(Duration instant) {
        anyThread().ifPresent(thread -> run(DebugEvent.CLIENT_REQUEST, thread, each -> each.runTo(instant)));
    }

    /**
     * Runs to the next event that a line of a model configured.
     *
     * @param text what the model says where somebody points at the line; it may have been edited since the run was started
     * @param line line of that text, from 1
     */
    public void runToLine(IFile file, String text, int line) {
        anyThread().ifPresent(thread -> run(DebugEvent.CLIENT_REQUEST, thread, each -> {
            try {
                Trigger.Line there = started.of(file, text, line);
                Stop stop = each.runToLine(there.file(), there.line());
                if (stop.reason() == Stop.Reason.NOTHING_THERE) {
                    inform("Nothing begins in line " + line + " that events name: the simulation stays where it is");
                }
                return stop;
            } catch (StartedLines.WrittenSince edited) {
                inform(edited.getMessage() + ", which stays where it is");
                return Stop.of(Stop.Reason.NOTHING_THERE);
            }
        }));
    }

    private static void inform(String sentence) {
        StatusManager.getManager().handle(new Status(IStatus.INFO, SimulationDebugTarget.class, sentence), StatusManager.SHOW);
    }

    /** True where there is an event to go back from. */
    public boolean canGoBack() {
        return state == State.SUSPENDED && session().eventIndex() != DebugSession.BEFORE_FIRST_EVENT;
    }

    private void execute(Function<Debugger, Stop> command) {
        Optional<Stop> stop = Optional.empty();
        try (Pulse pulse = new Pulse(this::tellHowFar)) {
            stop = Optional.of(command.apply(debugger));
        } catch (RuntimeException defect) {
            ILog.of(SimulationDebugTarget.class).error("The simulation of " + getName() + " broke off", defect);
            terminateRequested = true;
        }
        finishCommand(stop.orElse(null));
    }

    /** The event in hand may be one that the command goes back from. */
    private void tellHowFar() {
        noteVisited(session().eventIndex());
        if (!routersToldToRun) {
            routersToldToRun = true;
            tell(shown.list());
        }
        fireChangeEvent(DebugEvent.CONTENT);
    }

    private synchronized void noteVisited(int events) {
        visitedEvents = Math.max(visitedEvents, events);
    }

    private synchronized void finishCommand(Stop stop) {
        if (terminateRequested || stop == null) {
            travel.end();
            end();
            return;
        }
        if (travel.goesOnBehind(stop, session().eventIndex())) {
            commands.execute(() -> execute(travel::go));
            return;
        }
        noteVisited(session().eventIndex() + 1);
        state = State.SUSPENDED;
        Optional<IBreakpoint> hit = stop.breakpoint().flatMap(listed -> breakpoints.of(listed.number()));
        int inHand = session().eventRouter();
        threads.forEach(thread -> thread.suspendedBy(hit.filter(here -> thread.node() == inHand)));
        fireSuspended(switch (stop.reason()) {
            case BREAKPOINT -> DebugEvent.BREAKPOINT;
            case STEP, PLACE, START -> DebugEvent.STEP_END;
            case END, INTERRUPTED, NOTHING_THERE -> DebugEvent.CLIENT_REQUEST;
        });
    }

    /** One router is said to be suspended, that of the event: the Debug view selects whoever says so first. */
    private void fireSuspended(int detail) {
        if (!threads.isEmpty()) {
            shown.inHand(threadInHand());
            RouterThread inHand = threadInHand().orElse(threads.get(0));
            // Of many routers others are shown with each event.
            tell((routersToldToRun || shown.areSome() ? shown.list() : leftBehind).stream().filter(thread -> thread != inHand).toList());
            inHand.fireSuspendEvent(detail);
        }
        fireChangeEvent(DebugEvent.STATE);
    }

    /** All at once: the platform goes through its listeners for each set of events, and there is one at the end of each step. */
    private static void tell(List<RouterThread> changed) {
        DebugEvents.fire(changed.stream().map(thread -> new DebugEvent(thread, DebugEvent.CHANGE, DebugEvent.CONTENT)).toArray(DebugEvent[]::new));
    }

    /** A model was edited: the frames tell so. */
    private void tellAll() {
        fireChangeEvent(DebugEvent.STATE);
        shown.list().forEach(thread -> thread.fireChangeEvent(DebugEvent.CONTENT));
    }

    /** Whether a file says something else than what was started. */
    boolean isEdited(IFile file) {
        return edits.isEdited(file);
    }

    /** True when the Debug view shows some of the routers only. */
    public boolean showsSomeRouters() {
        return shown.areSome();
    }

    /**
     * Shows a router in the Debug view that is not among those that it shows by itself.
     *
     * @param router its host name
     */
    public void showRouter(String router) {
        threads.stream().filter(thread -> thread.getName().equals(router)).findFirst().ifPresent(thread -> {
            shown.show(thread);
            fireChangeEvent(DebugEvent.CONTENT);
        });
    }

    private Optional<RouterThread> threadInHand() {
        int router = session().eventRouter();
        return threads.stream().filter(thread -> thread.node() == router).findFirst();
    }

    private void end() {
        state = State.TERMINATED;
        breakpoints.close();
        edits.close();
        commands.shutdown();
        shown.list().forEach(RouterThread::fireTerminateEvent);
        fireTerminateEvent();
    }

    @Override
    public void resume() {
        anyThread().ifPresent(thread -> run(DebugEvent.CLIENT_REQUEST, thread, Debugger::resume));
    }

    @Override
    public void suspend() {
        debugger.interrupt();
    }

    @Override
    public synchronized void terminate() {
        terminateRequested = true;
        debugger.interrupt();
        if (state == State.SUSPENDED) {
            end();
        }
    }

    @Override
    public boolean canResume() {
        return state == State.SUSPENDED && !session().isFinished();
    }

    @Override
    public boolean canSuspend() {
        return state == State.RUNNING;
    }

    @Override
    public boolean isSuspended() {
        return state == State.SUSPENDED;
    }

    @Override
    public boolean canTerminate() {
        return state != State.TERMINATED;
    }

    @Override
    public boolean isTerminated() {
        return state == State.TERMINATED;
    }

    @Override
    public IThread[] getThreads() {
        return state == State.TERMINATED ? new IThread[0] : shown.list().toArray(IThread[]::new);
    }

    @Override
    public boolean hasThreads() {
        return state != State.TERMINATED;
    }

    @Override
    public void breakpointAdded(IBreakpoint breakpoint) {
        breakpoints.breakpointAdded(breakpoint);
    }

    @Override
    public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
        breakpoints.breakpointRemoved(breakpoint, delta);
    }

    @Override
    public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
        breakpoints.breakpointChanged(breakpoint, delta);
    }
}
