package dmvpn.install.trial;

import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/**
 * Runs test classes of the bundle {@value #TESTS} in the workbench of whatever application it is in, prints what came of them as
 * {@code trial.key=value} lines on standard output, and closes the workbench. It keeps quiet unless the system property
 * {@value #CLASSES} names the classes, with commas between them.
 */
public final class TrialStartup implements IStartup {

    /** System property: simple names of the test classes. */
    static final String CLASSES = "dmvpn.install.trial.classes";
    private static final String TESTS = "dmvpn.ui.tests";

    @Override
    public void earlyStartup() {
        String classes = System.getProperty(CLASSES);
        if (classes != null) {
            ErrorDialog.AUTOMATED_MODE = true; // nobody is there to close what a failed test leaves
            // Tests wait until no job runs, and this is one.
            Thread tests = new Thread(() -> run(List.of(classes.split(","))), "tests");
            tests.setDaemon(true);
            tests.start();
        }
    }

    private static void run(List<String> classes) {
        IWorkbench workbench = PlatformUI.getWorkbench();
        try {
            new Trial(Platform.getBundle(TESTS)).run(classes);
        } catch (ClassNotFoundException | RuntimeException | LinkageError failure) {
            Outcome.say("failure", failure.toString());
        } finally {
            workbench.getDisplay().asyncExec(workbench::close);
        }
    }
}
