package dmvpn.sim.ui.debug;

import dmvpn.app.debug.DebugSession;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamsProxy;

/**
 * A simulation that runs to its end without the debugger, in a job that can be cancelled. Once it is over it can be taken to
 * any of its events.
 */
public final class SimulationProcess extends PlatformObject implements IProcess, RunningSimulation {

    private final ILaunch launch;
    private final String label;
    private final DebugSession session;
    private final Map<String, String> attributes = new HashMap<>();
    private final Job job;
    private final Travel travel = new Travel();
    private final Job travelJob;
    private volatile boolean terminated;

    /**
     * A run that {@link #start} begins.
     *
     * @param label name for the Debug view
     * @param session a session that has not been stepped yet
     */
    public SimulationProcess(ILaunch launch, String label, DebugSession session) {
        this.launch = launch;
        this.label = label;
        this.session = session;
        job = Job.create("Simulating " + label, this::run);
        travelJob = travel.job(label, session, () -> fire(DebugEvent.CHANGE, DebugEvent.STATE));
    }

    /** Begins the run. */
    public void start() {
        fire(DebugEvent.CREATE, DebugEvent.UNSPECIFIED);
        job.schedule();
    }

    private IStatus run(IProgressMonitor monitor) {
        try {
            Pace pace = new Pace();
            boolean more = true;
            while (more && !monitor.isCanceled()) {
                more = session.run(Pace.STEPS_PER_SLICE);
                if (pace.isDue()) {
                    monitor.subTask(session.timeText());
                    fire(DebugEvent.CHANGE, DebugEvent.CONTENT);
                }
            }
            return Status.OK_STATUS;
        } finally {
            terminated = true;
            fire(DebugEvent.TERMINATE, DebugEvent.UNSPECIFIED);
        }
    }

    private void fire(int kind, int detail) {
        DebugEvents.fire(new DebugEvent(this, kind, detail));
    }

    @Override
    public DebugSession session() {
        return session;
    }

    @Override
    public int shownEvents() {
        return session.eventCount();
    }

    @Override
    public boolean canTravel() {
        return terminated;
    }

    @Override
    public boolean isTravelling() {
        return travel.isUnderWay();
    }

    @Override
    public void travelTo(int event) {
        if (terminated && travel.want(event)) {
            travelJob.schedule();
        }
    }

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IStreamsProxy getStreamsProxy() {
        return null;
    }

    @Override
    public synchronized void setAttribute(String key, String value) {
        attributes.put(key, value);
    }

    @Override
    public synchronized String getAttribute(String key) {
        return attributes.get(key);
    }

    @Override
    public int getExitValue() throws DebugException {
        if (!terminated) {
            throw new DebugException(new Status(IStatus.INFO, SimulationProcess.class, "The simulation still runs"));
        }
        return 0;
    }

    @Override
    public boolean canTerminate() {
        return !terminated;
    }

    @Override
    public boolean isTerminated() {
        return terminated;
    }

    @Override
    public void terminate() {
        job.cancel();
    }
}
