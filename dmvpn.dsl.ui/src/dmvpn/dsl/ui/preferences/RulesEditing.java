package dmvpn.dsl.ui.preferences;

import dmvpn.app.files.IoProblem;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.swt.widgets.Display;

/**
 * Reads and writes the rules of a page while the window goes on drawing: a builder may use the workspace for long, and a folder
 * may be far away.
 */
final class RulesEditing {

    /** Whoever waits for longer wants to know for what. */
    private static final int NOTICED_MILLIS = 500;

    private final RulesFile file;
    private final RulesControl rules;
    private boolean isRead;
    private boolean wantsDefaults;
    private boolean isWriting;

    /**
     * @param file what is read and written
     * @param rules what shows it
     */
    RulesEditing(RulesFile file, RulesControl rules) {
        this.file = file;
        this.rules = rules;
    }

    /**
     * Shows what the file holds when it is read; until then nothing can be changed.
     *
     * @param unreadable told why it cannot be read
     */
    void read(Consumer<String> unreadable) {
        rules.setEnabled(false);
        Display display = rules.getDisplay();
        Job.createSystem("Reading dmvpn.rules", (ICoreRunnable) monitor -> {
            try {
                String text = file.text(monitor);
                display.asyncExec(() -> show(text));
            } catch (CoreException | IOException failure) {
                display.asyncExec(() -> {
                    if (!rules.isDisposed()) {
                        unreadable.accept(reason(failure));
                    }
                });
            }
        }).schedule();
    }

    private void show(String text) {
        if (!rules.isDisposed()) {
            isRead = true;
            rules.show(new RulesSettings(text));
            if (wantsDefaults) {
                restoreDefaults();
            }
        }
    }

    /** Leaves all rules as they are, once the file is read. */
    void restoreDefaults() {
        wantsDefaults = !isRead;
        if (isRead) {
            rules.settings().restoreDefaults();
            rules.show(rules.settings());
        }
    }

    /** Writes what was changed; the reason when that was not possible. */
    Optional<String> write() {
        if (isWriting || !rules.settings().isChanged()) {
            return isWriting ? Optional.of("The rules are being written") : Optional.empty();
        }
        String text = rules.settings().text();
        isWriting = true;
        try {
            runBehindProgress(monitor -> {
                monitor.beginTask("Writing dmvpn.rules", IProgressMonitor.UNKNOWN);
                try {
                    file.write(text, monitor);
                } catch (CoreException | IOException failure) {
                    throw new InvocationTargetException(failure);
                }
            });
            rules.show(new RulesSettings(text));
            return Optional.empty();
        } catch (InterruptedException cancelled) {
            return Optional.of("That was cancelled, so the rules are what they were");
        } catch (InvocationTargetException failure) {
            return Optional.of("dmvpn.rules could not be written: " + reason(failure.getTargetException()));
        } finally {
            isWriting = false;
        }
    }

    /** The platform's own progress service shows nothing in front of a dialogue, and the page is in one. */
    private void runBehindProgress(IRunnableWithProgress work) throws InvocationTargetException, InterruptedException {
        ProgressMonitorDialog progress = new ProgressMonitorDialog(rules.getShell());
        progress.setOpenOnRun(false); // most of the time there is nothing to see
        rules.getDisplay().timerExec(NOTICED_MILLIS, () -> {
            if (isWriting) {
                progress.open();
            }
        });
        progress.run(true, true, work);
    }

    private static String reason(Throwable failure) {
        return failure instanceof IOException io ? IoProblem.explain(io) : failure.getMessage();
    }
}
