package dmvpn.dsl.ui.rename;

import dmvpn.dsl.ui.language.Answers;
import dmvpn.dsl.ui.language.Answers.RefusedException;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.language.Places;
import dmvpn.dsl.ui.language.Positions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.Refactoring;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.TextFileChange;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;

/** A renaming by the language server as the platform's refactorings are: checked, shown before it is done, undone at once. */
final class RenameRefactoring extends Refactoring {

    private final TextDocumentIdentifier document;
    private final Position position;
    private final String oldName;
    private String newName;
    private Map<String, List<TextEdit>> edits = Map.of();

    RenameRefactoring(TextDocumentIdentifier document, Position position, String oldName) {
        this.document = document;
        this.position = position;
        this.oldName = oldName;
        this.newName = oldName;
    }

    String oldName() {
        return oldName;
    }

    void setNewName(String name) {
        newName = name;
    }

    /** Asks the server what would change. */
    CompletableFuture<WorkspaceEdit> ask() {
        return LanguageSessions.current().documents().rename(new RenameParams(document, position, newName));
    }

    @Override
    public String getName() {
        return "Rename '" + oldName + "' to '" + newName + "'";
    }

    @Override
    public RefactoringStatus checkInitialConditions(IProgressMonitor monitor) {
        return new RefactoringStatus(); // that there is a name was asked before
    }

    @Override
    public RefactoringStatus checkFinalConditions(IProgressMonitor monitor) {
        try {
            WorkspaceEdit edit = Answers.await(ask(), monitor);
            edits = edit == null || edit.getChanges() == null ? Map.of() : new TreeMap<>(edit.getChanges());
        } catch (RefusedException refused) {
            return RefactoringStatus.createFatalErrorStatus(refused.getMessage());
        }
        RefactoringStatus status = new RefactoringStatus();
        if (edits.isEmpty()) {
            status.addFatalError("'" + oldName + "' is no longer where it was: close this and try again");
        }
        for (String changed : edits.keySet()) {
            check(URI.create(changed), status);
        }
        return status;
    }

    private static void check(URI changed, RefactoringStatus status) {
        Places.file(changed).ifPresentOrElse(file -> {
            if (file.isReadOnly()) {
                status.addFatalError(file.getFullPath() + " uses the name and is read-only");
            }
        }, () -> status.addFatalError(changed.getPath() + " uses the name and belongs to no open project"));
    }

    @Override
    public Change createChange(IProgressMonitor monitor) throws CoreException {
        CompositeChange all = new CompositeChange(getName());
        for (Map.Entry<String, List<TextEdit>> ofDocument : edits.entrySet()) {
            IFile file = Places.file(URI.create(ofDocument.getKey()))
                    .orElseThrow(() -> new CoreException(Status.error(ofDocument.getKey() + " is in no project")));
            all.add(change(file, ofDocument.getValue(), monitor));
        }
        return all;
    }

    private static Change change(IFile file, List<TextEdit> places, IProgressMonitor monitor) throws CoreException {
        TextFileChange change = new TextFileChange(file.getName(), file);
        change.setTextType(file.getFileExtension());
        change.setSaveMode(TextFileChange.KEEP_SAVE_STATE); // what was saved is saved, what was not stays so
        change.setEdit(new MultiTextEdit());
        IDocument text = change.getCurrentDocument(monitor);
        try {
            for (TextEdit place : places) {
                IRegion name = Positions.region(text, place.getRange());
                change.addEdit(new ReplaceEdit(name.getOffset(), name.getLength(), place.getNewText()));
            }
        } catch (BadLocationException changedMeanwhile) {
            throw new CoreException(Status.error(file.getFullPath() + " was changed meanwhile: try again", changedMeanwhile));
        }
        return change;
    }
}
