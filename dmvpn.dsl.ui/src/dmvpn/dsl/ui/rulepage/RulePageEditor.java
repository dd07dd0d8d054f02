package dmvpn.dsl.ui.rulepage;

import dmvpn.dsl.ui.accessibility.AccessibleNames;
import dmvpn.dsl.ui.language.LanguageSessions;
import dmvpn.dsl.ui.markdown.FormattedText;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;

/** Shows the page of a rule, to be read. */
public final class RulePageEditor extends EditorPart {

    /** Identifier of the editor. */
    public static final String ID = "dmvpn.dsl.ui.rulePage";

    private FormattedText page;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        page = new FormattedText(parent, SWT.V_SCROLL | SWT.H_SCROLL, Links::open);
        AccessibleNames.set(page.widget(), getEditorInput().getToolTipText());
        String rule = getEditorInput().getName();
        LanguageSessions.current().rulePage(rule).thenAccept(markdown -> parent.getDisplay().asyncExec(() -> {
            if (!page.widget().isDisposed()) {
                page.show(markdown.orElse("No rule is called " + rule + " in this version."));
            }
        }));
    }

    @Override
    public void setFocus() {
        page.widget().setFocus();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // Nothing can be changed.
    }

    @Override
    public void doSaveAs() {
        // As above.
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
