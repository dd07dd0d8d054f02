package dmvpn.dsl.ui.preview;

import dmvpn.app.files.AtomicFiles;
import dmvpn.app.files.IoProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.statushandlers.StatusManager;

/** Writes the configuration that is shown to a file of the person's choice. */
final class SaveConfiguration {

    private SaveConfiguration() {
    }

    /** Asks for the file. */
    static Optional<Path> ask(Shell shell, String fileName) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Save configuration");
        dialog.setFileName(fileName);
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    /** Writes in the background; what goes wrong is said. */
    static void write(Path file, String text) {
        Job.create("Saving " + file.getFileName(), (ICoreRunnable) monitor -> {
            try {
                AtomicFiles.write(file, text);
            } catch (IOException failure) {
                StatusManager.getManager().handle(
                        new Status(IStatus.WARNING, SaveConfiguration.class, IoProblem.explain(failure)), StatusManager.SHOW);
            }
        }).schedule();
    }
}
