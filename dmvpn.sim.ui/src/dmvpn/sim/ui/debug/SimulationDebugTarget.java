package dmvpn.sim.ui.debug;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.RouterState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntPredicate;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.DebugElement;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IMemoryBlock;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IThread;

/**
 * A simulation under the debugger: the routers are its threads, the layers of the event in hand their frames. The
 * session runs on a thread of the target's own, one command at a time.
 */
public final class SimulationDebugTarget extends DebugElement implements IDebugTarget, RunningSimulation {

    /** Identifier of the debug model. */
    public static final String MODEL_ID = "dmvpn.sim.ui.debugModel";

    private enum State {
        SUSPENDED,
        RUNNING,
        TERMINATED
    }

    private final ILaunch launch;
    private final String name;
    private final DebugSession session;
    private final List<RouterThread> threads = new ArrayList<>();
    private final ExecutorService commands;
    private volatile State state = State.SUSPENDED;
    private volatile boolean suspendRequested;
    private volatile boolean terminateRequested;

    /**
     * A target that is suspended before the first event.
     *
     * @param name name for the Debug view
     * @param session a session that has not been stepped yet
     */
    public SimulationDebugTarget(ILaunch launch, String name, DebugSession session) {
        super(null);
        this.launch = launch;
        this.name = name;
        this.session = session;
        commands = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "dmvpn simulation " + name);
            thread.setDaemon(true);
            return thread;
        });
        for (RouterState router : session.routers()) {
            threads.add(new RouterThread(this, router));
        }
    }

    /** Tells the platform that the target is there, and suspended. */
    public void announce() {
        fireCreationEvent();
        fireSuspended(DebugEvent.CLIENT_REQUEST);
    }

    @Override
    public DebugSession session() {
        return session;
    }

    @Override
    public int shownRows() {
        return session.rowCount(session.eventIndex() + 1); // what the same step of the run recorded beyond is still to come
    }

    /**
     * Steps to the next event that the predicate accepts, given the index of its router; does nothing when the simulation
     * does something else already.
     */
    void step(int detail, RouterThread stepping, IntPredicate wanted) {
        run(detail, stepping, () -> {
            boolean more = session.stepToNextEvent();
            while (more && !wanted.test(session.eventRouter()) && !interrupted()) {
                more = session.stepToNextEvent();
            }
            return more;
        });
    }

    private interface Command {
        /** Runs until something is to be shown; false when the simulation is over. */
        boolean run();
    }

    private synchronized void run(int detail, RouterThread stepping, Command command) {
        if (state != State.SUSPENDED) {
            return;
        }
        state = State.RUNNING;
        suspendRequested = false;
        stepping.setStepping(detail != DebugEvent.CLIENT_REQUEST);
        stepping.fireResumeEvent(detail);
        tellOthers(stepping);
        commands.execute(() -> execute(command));
    }

    private void execute(Command command) {
        boolean more = false;
        try {
            more = command.run();
        } catch (RuntimeException defect) {
            ILog.of(SimulationDebugTarget.class).error("The simulation of " + name + " broke off", defect);
            terminateRequested = true;
        }
        finishCommand(more);
    }

    private synchronized void finishCommand(boolean more) {
        if (terminateRequested) {
            end();
        } else {
            state = State.SUSPENDED;
            threads.forEach(thread -> thread.setStepping(false));
            fireSuspended(more ? DebugEvent.STEP_END : DebugEvent.CLIENT_REQUEST);
        }
    }

    /** One router is said to be suspended, that of the event: the Debug view selects whoever says so first. */
    private void fireSuspended(int detail) {
        if (!threads.isEmpty()) {
            RouterThread inHand = threadInHand().orElse(threads.get(0));
            tellOthers(inHand);
            inHand.fireSuspendEvent(detail);
        }
        fireChangeEvent(DebugEvent.STATE);
    }

    private void tellOthers(RouterThread except) {
        for (RouterThread thread : threads) {
            if (thread != except) {
                thread.fireChangeEvent(DebugEvent.CONTENT);
            }
        }
    }

    private Optional<RouterThread> threadInHand() {
        int router = session.eventRouter();
        return threads.stream().filter(thread -> thread.node() == router).findFirst();
    }

    private boolean interrupted() {
        return suspendRequested || terminateRequested;
    }

    private void end() {
        state = State.TERMINATED;
        commands.shutdown();
        threads.forEach(RouterThread::fireTerminateEvent);
        fireTerminateEvent();
    }

    @Override
    public void resume() {
        if (threads.isEmpty()) {
            return;
        }
        run(DebugEvent.CLIENT_REQUEST, threads.get(0), () -> {
            boolean more = true;
            Pace pace = new Pace();
            while (more && !interrupted()) {
                more = session.run(Pace.STEPS_PER_SLICE);
                if (pace.isDue()) {
                    fireChangeEvent(DebugEvent.CONTENT);
                }
            }
            return more;
        });
    }

    @Override
    public void suspend() {
        suspendRequested = true;
    }

    @Override
    public synchronized void terminate() {
        terminateRequested = true;
        if (state == State.SUSPENDED) {
            end();
        }
    }

    @Override
    public boolean canResume() {
        return state == State.SUSPENDED && !session.isFinished();
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
    public IDebugTarget getDebugTarget() {
        return this;
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public String getModelIdentifier() {
        return MODEL_ID;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public IProcess getProcess() {
        return null;
    }

    @Override
    public IThread[] getThreads() {
        return state == State.TERMINATED ? new IThread[0] : threads.toArray(IThread[]::new);
    }

    @Override
    public boolean hasThreads() {
        return state != State.TERMINATED;
    }

    @Override
    public boolean supportsBreakpoint(IBreakpoint breakpoint) {
        return false;
    }

    @Override
    public void breakpointAdded(IBreakpoint breakpoint) {
        // No breakpoint of the workspace concerns a simulation yet.
    }

    @Override
    public void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
        // As above.
    }

    @Override
    public void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
        // As above.
    }

    @Override
    public boolean canDisconnect() {
        return false;
    }

    @Override
    public void disconnect() {
        // A simulation lives in this process.
    }

    @Override
    public boolean isDisconnected() {
        return false;
    }

    @Override
    public boolean supportsStorageRetrieval() {
        return false;
    }

    @Override
    public IMemoryBlock getMemoryBlock(long startAddress, long length) {
        return null;
    }
}
