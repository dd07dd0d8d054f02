package dmvpn.dsl.ui.preferences;

import dmvpn.dsl.ui.help.HelpContext;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** {@code Preferences ▸ DMVPN ▸ Rules}: what rules are in the projects of the workspace that do not say it themselves. */
public final class RulesPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDTH = 400;

    private RulesControl rules;
    private RulesEditing editing;

    @Override
    public void init(IWorkbench workbench) {
        // Nothing is needed of it.
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        HelpContext.RULES.on(page);
        Label about = new Label(page, SWT.WRAP);
        about.setText("For projects in the folder of the workspace without a dmvpn.rules of their own; the command line sees the same. "
                + "It is kept in " + WorkspaceRules.file());
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(about);
        rules = new RulesControl(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rules);
        editing = new RulesEditing(new WorkspaceRules(), rules);
        editing.read(unreadable -> {
            setErrorMessage(unreadable);
            setValid(false);
        });
        return page;
    }

    @Override
    protected void performDefaults() {
        editing.restoreDefaults();
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        Optional<String> failure = editing.write();
        setErrorMessage(failure.orElse(null));
        return failure.isEmpty();
    }
}
