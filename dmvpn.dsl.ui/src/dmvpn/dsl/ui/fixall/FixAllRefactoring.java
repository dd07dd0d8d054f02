package dmvpn.dsl.ui.fixall;

import dmvpn.dsl.ide.quickfix.ProjectFixes;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.WorkspaceEdits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.Refactoring;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.TextFileChange;

/** Mends every problem of some files whose mend is certain, as one change that can be looked at and undone. */
final class FixAllRefactoring extends Refactoring {

    static final String NAME = "Fix All Certain Problems";

    private final Map<Path, IFile> models;
    private final List<Change> changes = new ArrayList<>();

    FixAllRefactoring(Map<Path, IFile> models) {
        this.models = models;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public RefactoringStatus checkInitialConditions(IProgressMonitor monitor) {
        return new RefactoringStatus();
    }

    /**
     * Finds what will be changed; before the wizard is opened, which shows no progress when it begins with its preview.
     *
     * @throws OperationCanceledException when somebody does not want to wait
     */
    void find(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, "Finding mends", 2 * models.size());
        changes.clear();
        ProjectFixes fixes = LanguageSessions.current().newService(ProjectFixes.class);
        fixes.read(models.keySet(), file -> progress.split(1));
        for (Map.Entry<Path, IFile> model : models.entrySet()) {
            progress.subTask(model.getValue().getName());
            Optional<TextEdit> edit = fixes.certain(model.getKey(), progress::checkCanceled);
            if (edit.isPresent()) {
                changes.add(change(model.getValue(), edit.get()));
            }
            progress.split(1);
        }
    }

    @Override
    public RefactoringStatus checkFinalConditions(IProgressMonitor monitor) {
        return changes.isEmpty()
                ? RefactoringStatus.createFatalErrorStatus("No problem here has a mend that is certain")
                : new RefactoringStatus();
    }

    private static Change change(IFile file, TextEdit edit) throws CoreException {
        try {
            TextFileChange change = new TextFileChange(file.getName(), file);
            change.setTextType("dmvpn");
            change.setEdit(WorkspaceEdits.edits(List.of(edit), new Document(file.readString())));
            return change;
        } catch (BadLocationException changedMeanwhile) {
            throw new CoreException(Status.error(file.getName() + " has changed meanwhile: try again"));
        }
    }

    @Override
    public Change createChange(IProgressMonitor monitor) {
        CompositeChange all = new CompositeChange(NAME, changes.toArray(Change[]::new));
        all.markAsSynthetic();
        return all;
    }
}
