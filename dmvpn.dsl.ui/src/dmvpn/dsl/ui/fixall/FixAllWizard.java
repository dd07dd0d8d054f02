package dmvpn.dsl.ui.fixall;

import dmvpn.dsl.ui.help.HelpContext;
import org.eclipse.ltk.ui.refactoring.RefactoringWizard;
import org.eclipse.swt.widgets.Composite;

/** Shows what will be changed, file by file, before anything is. */
final class FixAllWizard extends RefactoringWizard {

    FixAllWizard(FixAllRefactoring refactoring) {
        super(refactoring, DIALOG_BASED_USER_INTERFACE | PREVIEW_EXPAND_FIRST_NODE);
        setDefaultPageTitle(FixAllRefactoring.NAME);
    }

    @Override
    public void createPageControls(Composite pages) {
        super.createPageControls(pages);
        HelpContext.FIX_ALL.on(pages);
    }

    @Override
    protected void addUserInputPages() {
        // Nothing has to be asked: the first page is the preview.
    }
}
