package dmvpn.diagram.ui.properties;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.ui.document.EditedDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/**
 * Makes the edits of the Properties view in the background, and says why one is refused.
 *
 * @param document the text behind the diagram
 * @param shell where a refusal is said
 * @param select selects what has another name now
 */
public record PropertyEdits(EditedDocument document, Shell shell, Consumer<List<String>> select) implements Consumer<ModelEdit> {

    @Override
    public void accept(ModelEdit edit) {
        Job.createSystem("Changing a property", monitor -> {
            try {
                Optional<String> edited = document.edit(edit, Optional.empty());
                // Whatever else is edited, it is the same element whose properties are looked at.
                edited.filter(id -> edit instanceof ModelEdit.Rename).map(List::of).ifPresent(select);
            } catch (EditRefusedException refused) {
                onShell(() -> MessageDialog.openWarning(shell, "Nothing Was Changed", refused.getMessage()));
            }
            return Status.OK_STATUS;
        }).schedule();
    }

    private void onShell(Runnable task) {
        if (!shell.isDisposed()) {
            shell.getDisplay().asyncExec(() -> {
                if (!shell.isDisposed()) {
                    task.run();
                }
            });
        }
    }
}
