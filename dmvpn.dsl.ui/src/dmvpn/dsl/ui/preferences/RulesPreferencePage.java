package dmvpn.dsl.ui.preferences;

import dmvpn.app.files.IoProblem;
import java.io.IOException;
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

    @Override
    public void init(IWorkbench workbench) {
        // Nothing is needed of it.
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        Label about = new Label(page, SWT.WRAP);
        about.setText("For projects in the folder of the workspace without a dmvpn.rules of their own; the command line sees the same. "
                + "It is kept in " + WorkspaceRules.file());
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(about);
        rules = new RulesControl(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rules);
        read();
        return page;
    }

    private void read() {
        try {
            rules.show(new RulesSettings(WorkspaceRules.text()));
        } catch (IOException unreadable) {
            setErrorMessage(IoProblem.explain(unreadable));
            setValid(false);
        }
    }

    @Override
    protected void performDefaults() {
        rules.settings().restoreDefaults();
        rules.show(rules.settings());
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        if (!rules.settings().isChanged()) {
            return true;
        }
        try {
            WorkspaceRules.write(rules.settings().text());
            read();
            return true;
        } catch (IOException failure) {
            setErrorMessage(IoProblem.explain(failure));
            return false;
        }
    }
}
