package dmvpn.dsl.ui.start;

import dmvpn.dsl.ui.help.HelpContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;

/** {@code New ▸ DMVPN Example}: an example as a project of its own. */
public final class ExampleWizard extends StartWizard {

    private WizardNewProjectCreationPage namePage;
    private StartPage startPage;
    private String suggested = "";

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        super.init(workbench, selection);
        setWindowTitle("New DMVPN Example");
    }

    @Override
    public void addPages() {
        namePage = new WizardNewProjectCreationPage("project");
        namePage.setTitle("Project");
        namePage.setDescription("The example becomes a project of its own");
        startPage = new StartPage("DMVPN Example", "Choose an example", offered(), false, this::suggestName);
        addPage(startPage);
        addPage(namePage);
    }

    /** The name of the example, as long as the person has not typed another one. */
    private void suggestName(StartingPoint chosen) {
        String free = freeName(chosen.name());
        if (namePage.getControl() == null) {
            namePage.setInitialProjectName(free);
        } else if (namePage.getProjectName().equals(suggested)) {
            nameField((Composite) namePage.getControl()).ifPresent(field -> field.setText(free));
        }
        suggested = free;
    }

    private static String freeName(String name) {
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        String free = name;
        for (int number = 2; root.getProject(free).exists(); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    /** The platform's page sets its name before it is shown only. */
    private static Optional<Text> nameField(Composite parent) {
        for (Control child : parent.getChildren()) {
            Optional<Text> found = switch (child) {
                case Text text -> Optional.of(text);
                case Composite inner -> nameField(inner);
                default -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<StartingPoint> offered() {
        try {
            return Examples.all();
        } catch (IOException unreadable) {
            tell(unreadable);
            return List.of();
        }
    }

    @Override
    public void createPageControls(Composite pages) {
        super.createPageControls(pages);
        HelpContext.NEW_EXAMPLE.on(this);
    }

    @Override
    public boolean performFinish() {
        return create(new Creation(namePage.getProjectHandle(),
                namePage.useDefaults() ? Optional.empty() : Optional.of(namePage.getLocationURI()), startPage.chosen()));
    }
}
