package dmvpn.dsl.ui.preferences;

import dmvpn.app.files.IoProblem;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * Reads and writes the rules of a page while the window goes on drawing: a builder may use the workspace for long, and a folder
 * may be far away.
 */
final class RulesEditing {

    private final RulesFile file;
    private final RulesControl rules;
    private boolean isRead;
    private boolean wantsDefaults;

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
        if (!rules.settings().isChanged()) {
            return Optional.empty();
        }
        String text = rules.settings().text();
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
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
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof IOException io ? IoProblem.explain(io) : failure.getMessage();
    }
}
