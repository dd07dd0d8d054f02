package dmvpn.sim.ui.debug;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.Stop;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;

/** The way to the event that somebody wanted last. Who wants another one meanwhile goes on from where the run has come to. */
final class Travel {

    private int wanted;
    private boolean underWay;

    /**
     * Notes a wish.
     *
     * @return false when a travel is under way, which sees to it
     */
    synchronized boolean want(int event) {
        wanted = event;
        boolean begins = !underWay;
        underWay = true;
        return begins;
    }

    /** True until it has ended. */
    synchronized boolean isUnderWay() {
        return underWay;
    }

    /** The last wish. */
    synchronized int wanted() {
        return wanted;
    }

    /** Ends it, unless somebody wanted another event meanwhile: then false. */
    synchronized boolean endsAt(int event) {
        underWay = wanted != event;
        return !underWay;
    }

    /** Goes to the event that was wanted last. */
    Stop go(Debugger debugger) {
        return debugger.goTo(wanted());
    }

    /** True when another event was wanted while it got to one; otherwise it ends, wherever it has come to. */
    synchronized boolean goesOnBehind(Stop stop, int event) {
        boolean goesOn = underWay && stop.reason() == Stop.Reason.PLACE && wanted != event;
        underWay = goesOn;
        return goesOn;
    }

    /** Ends it wherever it has come to. */
    synchronized void end() {
        underWay = false;
    }

    /**
     * A job that takes a run that is over to the wanted event.
     *
     * @param arrived told when it is there
     */
    Job job(String name, DebugSession session, Runnable arrived) {
        IJobFunction travelling = monitor -> go(session, monitor, arrived);
        return Job.create("Going to an event of " + name, travelling);
    }

    private IStatus go(DebugSession session, IProgressMonitor monitor, Runnable arrived) {
        BooleanSupplier enough = monitor::isCanceled;
        int event;
        do {
            event = wanted();
            session.goToEvent(event, enough);
        } while (!endsAt(event) && !monitor.isCanceled());
        if (monitor.isCanceled()) {
            end();
        }
        arrived.run();
        return Status.OK_STATUS;
    }
}
