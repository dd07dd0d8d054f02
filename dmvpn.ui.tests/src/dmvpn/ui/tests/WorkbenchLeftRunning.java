package dmvpn.ui.tests;

import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.debug.SimulationProcess;
import dmvpn.ui.tests.driver.Launches;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.Simulations;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/**
 * A person who closes the workbench and leaves what runs there as it is: one simulation that stands in the debugger, one that runs in
 * it, and one that just runs. Keeps quiet unless the system property {@value #WANTED} is set; {@link ClosingTest} sets it in a process
 * of its own.
 */
public final class WorkbenchLeftRunning implements IStartup {

    /** System property. */
    static final String WANTED = "dmvpn.ui.tests.leaveRunning";

    @Override
    public void earlyStartup() {
        if (Boolean.getBoolean(WANTED)) {
            // Tests wait until no job runs, and this is one.
            Thread person = new Thread(WorkbenchLeftRunning::leave, "person");
            person.setDaemon(true);
            person.start();
        }
    }

    private static void leave() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        try {
            Ui.run(Workbench::showPerspective);
            ModelProject project = new ModelProject("closing");
            SimulationDebugTarget standing = Simulations.debug(project.file("net.dmvpn", Models.PHASE_3));
            Simulations.stepUntil(standing, "HQ1", "NHRP Registration Request received");
            SimulationDebugTarget running = Simulations.debug(project.file("debugged.dmvpn", LongRun.TEXT));
            Ui.run(running::resume);
            SimulationProcess run = Launches.run(project.file("run.dmvpn", LongRun.TEXT));
            Ui.waitUntil("both to run", () -> running.session().eventCount() > 0 && run.session().eventCount() > 0);
            say("standing=" + standing.isSuspended() + " running=" + running.canSuspend() + " run=" + run.canTerminate());
        } catch (Exception | AssertionError failure) {
            say("failure=" + failure);
        } finally {
            workbench.getDisplay().asyncExec(() -> {
                say("closes");
                workbench.close();
            });
        }
    }

    private static void say(String words) {
        System.out.print("left." + words.replace('\n', ' ') + "\n"); // in one piece: other threads print too
    }
}
