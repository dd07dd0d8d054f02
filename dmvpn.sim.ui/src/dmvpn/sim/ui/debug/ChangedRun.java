package dmvpn.sim.ui.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.Branch;
import dmvpn.app.debug.BranchComparison;
import dmvpn.app.debug.Branches;
import dmvpn.app.debug.console.ComparisonText;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.statushandlers.StatusManager;

/** A simulation as one of the histories of its run: changes begin another one, which is a target of its own beside it. */
final class ChangedRun {

    private final SimulationDebugTarget simulation;
    private final Branches branches;
    private final Branch branch;

    ChangedRun(SimulationDebugTarget simulation, Branches branches, Branch branch) {
        this.simulation = simulation;
        this.branches = branches;
        this.branch = branch;
    }

    Branch branch() {
        return branch;
    }

    /** True for one that left another one. */
    boolean isChanged() {
        return branch.number() != Branch.UNCHANGED;
    }

    /** Begins another history; what cannot be done is said. */
    void change(String text) {
        begin("Changing the run of " + simulation.getName(), progress -> {
            try {
                simulation.addBranch(branches, branches.change(branch, text, progress));
            } catch (RequestException refused) {
                if (!progress.isCancelled()) {
                    StatusManager.getManager().handle(new Status(IStatus.WARNING, ChangedRun.class, refused.getMessage()), StatusManager.SHOW);
                }
            }
        });
    }

    /**
     * Compares with the history that it left, up to where it stands.
     *
     * @param reader told the lines, on another thread
     */
    void compare(Consumer<List<String>> reader) {
        begin("Comparing " + simulation.getName() + " with the run that it left", progress -> {
            Branch left = branches.all().get(branch.parent());
            Duration here = Duration.ofNanos(simulation.session().event().map(RecordedEvent::timeNanos).orElse(0L));
            BranchComparison.of(left, branch, here, progress)
                    .ifPresent(comparison -> reader.accept(ComparisonText.lines(left, branch, comparison)));
        });
    }

    /** Works in the background; the Progress view shows how far it is and can cancel it. */
    private static void begin(String name, Consumer<ProgressMonitor> work) {
        Job.create(name, monitor -> {
            work.accept(new JobProgress(monitor));
            return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
        }).schedule();
    }
}
