package dmvpn.diagram.ui.document;

import dmvpn.diagram.edit.EditRefusedException;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Display;

/**
 * The thread of the user interface, which alone changes documents.
 *
 * @param display whose thread it is
 */
record UserInterface(Display display) {

    /** What changes a document. */
    interface Step {
        void run() throws ExecutionException;
    }

    /**
     * Waits until the thread has done a step.
     *
     * @throws EditRefusedException when the step refuses or fails, or there is no workbench any more
     */
    void run(Step step) {
        EditRefusedException[] refused = new EditRefusedException[1];
        if (display.isDisposed()) {
            throw new EditRefusedException("The workbench is closed");
        }
        display.syncExec(() -> {
            try {
                step.run();
            } catch (EditRefusedException reason) {
                refused[0] = reason;
            } catch (ExecutionException failure) {
                refused[0] = new EditRefusedException("Nothing was changed: " + failure.getMessage());
            }
        });
        if (refused[0] != null) {
            throw refused[0];
        }
    }
}
