package dmvpn.dsl.ui.preferences;

import dmvpn.dsl.policy.ProjectRules;
import dmvpn.dsl.ui.help.HelpContext;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.dialogs.PropertyPage;

/** {@code Properties ▸ DMVPN Rules} of a project: its file {@code dmvpn.rules}, rule by rule. */
public final class ProjectRulesPage extends PropertyPage {

    private static final int WIDTH = 400;

    private RulesControl rules;
    private RulesEditing editing;

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        HelpContext.RULES.on(page);
        Label about = new Label(page, SWT.WRAP);
        about.setText(file().exists() ? "The file dmvpn.rules of this project, which counts alone here."
                : "This project has no dmvpn.rules of its own. The first change writes one, with what counts here now; from then on it "
                        + "counts alone.");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(about);
        rules = new RulesControl(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rules);
        editing = new RulesEditing(new OwnRules(file()), rules);
        editing.read(unreadable -> {
            setErrorMessage(unreadable);
            setValid(false);
        });
        return page;
    }

    /** @param data identifier of a rule to show */
    @Override
    public void applyData(Object data) {
        if (data instanceof String rule && rules != null) {
            rules.reveal(rule);
        }
    }

    private IFile file() {
        return Adapters.adapt(getElement(), IProject.class).getFile(ProjectRules.FILE_NAME);
    }

    @Override
    protected void performDefaults() {
        editing.restoreDefaults();
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        if (editing == null) {
            return true;
        }
        Optional<String> failure = editing.write();
        setErrorMessage(failure.orElse(null));
        return failure.isEmpty();
    }
}
