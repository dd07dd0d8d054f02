package dmvpn.dsl.ui.start;

import dmvpn.dsl.ui.help.HelpContext;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;

/** {@code New ▸ DMVPN Project}: a name, then what is in it: nothing, a template or an example. */
public final class NewProjectWizard extends StartWizard {

    private WizardNewProjectCreationPage namePage;
    private StartPage startPage;

    @Override
    public void init(IWorkbench workbench, org.eclipse.jface.viewers.IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle("New DMVPN Project");
    }

    @Override
    public void addPages() {
        namePage = new WizardNewProjectCreationPage("project");
        namePage.setTitle("DMVPN Project");
        namePage.setDescription("A project whose models are all checked");
        addPage(namePage);
        startPage = new StartPage("Begin With", "Choose what is in the project at first; without a choice it is empty", offered(), true,
                chosen -> { });
        addPage(startPage);
    }

    private List<StartingPoint> offered() {
        List<StartingPoint> offered = new ArrayList<>();
        try {
            offered.addAll(Templates.all());
            offered.addAll(Examples.all());
        } catch (IOException unreadable) {
            tell(unreadable);
        }
        return offered;
    }

    @Override
    public void createPageControls(Composite pages) {
        super.createPageControls(pages);
        HelpContext.NEW_PROJECT.on(this);
    }

    @Override
    public boolean performFinish() {
        Optional<URI> location = namePage.useDefaults() ? Optional.empty() : Optional.of(namePage.getLocationURI());
        return create(new Creation(namePage.getProjectHandle(), location, startPage.chosen()));
    }
}
