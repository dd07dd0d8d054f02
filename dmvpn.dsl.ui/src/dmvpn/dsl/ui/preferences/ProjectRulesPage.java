package dmvpn.dsl.ui.preferences;

import dmvpn.app.files.IoProblem;
import dmvpn.dsl.policy.ProjectRules;
import dmvpn.dsl.policy.ProjectRulesFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
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

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        Label about = new Label(page, SWT.WRAP);
        about.setText(file().exists() ? "The file dmvpn.rules of this project, which counts alone here."
                : "This project has no dmvpn.rules of its own. The first change writes one, with what counts here now; from then on it "
                        + "counts alone.");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(about);
        rules = new RulesControl(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rules);
        try {
            rules.show(new RulesSettings(text()));
        } catch (IOException | CoreException unreadable) {
            setErrorMessage(unreadable instanceof IOException io ? IoProblem.explain(io) : unreadable.getMessage());
            setValid(false);
        }
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

    private String text() throws CoreException, IOException {
        IFile file = file();
        file.refreshLocal(IResource.DEPTH_ZERO, null);
        if (file.exists()) {
            return file.readString();
        }
        Optional<Path> inherited = file.getLocation() == null ? Optional.empty() : ProjectRulesFile.of(file.getLocation().toPath());
        return inherited.isEmpty() ? "" : Files.readString(inherited.get());
    }

    @Override
    protected void performDefaults() {
        rules.settings().restoreDefaults();
        rules.show(rules.settings());
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        if (rules == null || !rules.settings().isChanged()) {
            return true;
        }
        try {
            IFile file = file();
            ByteArrayInputStream text = new ByteArrayInputStream(rules.settings().text().getBytes(StandardCharsets.UTF_8));
            if (file.exists()) {
                file.setContents(text, true, true, null);
            } else {
                file.create(text, true, null);
            }
            rules.show(new RulesSettings(file.readString()));
            return true;
        } catch (CoreException failure) {
            setErrorMessage("dmvpn.rules could not be written: " + failure.getMessage());
            return false;
        }
    }
}
