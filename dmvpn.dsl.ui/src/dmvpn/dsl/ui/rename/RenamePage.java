package dmvpn.dsl.ui.rename;

import dmvpn.dsl.ui.help.HelpContext;
import dmvpn.dsl.ui.language.Answers;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.ui.refactoring.UserInputWizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The field for the new name. Whether it can be is asked while it is typed, and said when the answer comes. */
final class RenamePage extends UserInputWizardPage {

    private final RenameRefactoring refactoring;
    private CompletableFuture<?> asked = CompletableFuture.completedFuture(null);
    private Text field;

    RenamePage(RenameRefactoring refactoring) {
        super("name");
        this.refactoring = refactoring;
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
        Label label = new Label(area, SWT.NONE);
        label.setText("New &name:");
        field = new Text(area, SWT.BORDER | SWT.SINGLE);
        field.setText(refactoring.oldName());
        field.selectAll();
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(40), SWT.DEFAULT).applyTo(field);
        field.addModifyListener(event -> typed());
        HelpContext.RENAME.on(area);
        setControl(area);
        setPageComplete(false); // as long as it is the old name
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            field.setFocus();
        }
    }

    private void typed() {
        asked.cancel(false);
        String name = field.getText();
        refactoring.setNewName(name);
        if (name.isEmpty() || name.equals(refactoring.oldName())) {
            setErrorMessage(null);
            setPageComplete(false);
            return;
        }
        var answer = refactoring.ask();
        asked = answer;
        // Complete at once: a name that cannot be is refused by the last check at the latest.
        setPageComplete(new RefactoringStatus());
        Answers.show(answer, edit -> judged(answer, new RefactoringStatus()),
                refusal -> judged(answer, RefactoringStatus.createFatalErrorStatus(refusal)));
    }

    private void judged(CompletableFuture<?> answer, RefactoringStatus status) {
        if (asked == answer && !field.isDisposed()) {
            setPageComplete(status);
        }
    }

    @Override
    public void dispose() {
        asked.cancel(false);
        super.dispose();
    }
}
