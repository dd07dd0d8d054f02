package dmvpn.ui.tests.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.AssertionFailedException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test during which an error or a warning of our own came into the Error Log. */
public final class ErrorLogStaysEmpty implements BeforeEachCallback, AfterEachCallback, ILogListener {

    private static final int TOLD_FRAMES = 20;

    private final List<String> entries = new CopyOnWriteArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        entries.clear();
        Platform.addLogListener(this);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Platform.removeLogListener(this);
        assertThat(entries).as("entries in the Error Log").isEmpty();
    }

    @Override
    public void logging(IStatus status, String plugin) {
        boolean ours = plugin.startsWith("dmvpn.") || status.getPlugin().startsWith("dmvpn.");
        if ((status.getSeverity() == IStatus.ERROR || ours && status.getSeverity() == IStatus.WARNING) && !isOfDebugTree(status.getException())) {
            entries.add(status.getPlugin() + ": " + status.getMessage() + (status.getException() == null ? "" : " (" + text(status.getException()) + ")"));
        }
    }

    /**
     * A defect of the platform (SWT 3.135 on GTK, JFace 3.39): where the Debug view puts in the rows of a launch, SWT measures how wide
     * the tree is and fills rows for that whose parents nobody has filled yet. The row is filled a moment later.
     */
    private static boolean isOfDebugTree(Throwable failure) {
        return failure instanceof AssertionFailedException && calls(failure, "AbstractTreeViewer.getTreePathFromItem")
                && calls(failure, "org.eclipse.swt.widgets.Tree.calculateWidth") && !calls(failure, "dmvpn.sim.ui.");
    }

    private static boolean calls(Throwable failure, String what) {
        return Arrays.stream(failure.getStackTrace()).anyMatch(frame -> (frame.getClassName() + "." + frame.getMethodName()).contains(what));
    }

    /** With its cause, and with the places that tell whose defect it is. */
    private static String text(Throwable failure) {
        String here = failure + Arrays.stream(failure.getStackTrace()).limit(TOLD_FRAMES).map(frame -> "\n  at " + frame).collect(Collectors.joining());
        return failure.getCause() == null ? here : here + "\nbecause of " + text(failure.getCause());
    }
}
