package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Explorer;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.NamesOfControls;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.IDialogPage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who hears a dialogue instead of seeing it is told what each of its controls is. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DialogNamesTest {

    private ModelProject project;
    private IFile file;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("names");
        file = project.file("net.dmvpn", Models.PHASE_3);
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmvpn.dsl.ui.newProject", "dmvpn.dsl.ui.newExample", "dmvpn.dsl.ui.newModel"})
    void wizardsForWhatIsNew(String wizard) {
        try (Dialogs dialogue = Dialogs.newWizard(wizard)) {
            requireNames(dialogue);
            if (wizard.endsWith("newProject")) {
                dialogue.type(0, "named");
            }
            if (!wizard.endsWith("newModel")) {
                dialogue.press("Next >");
                Ui.waitUntil("the second page", () -> dialogue.isEnabledNow("< Back"));
                requireNames(dialogue);
            }
        }
    }

    @Test
    void theExportWizard() {
        Ui.run(() -> Explorer.select(file));
        try (Dialogs dialogue = Dialogs.open(() -> Workbench.execute("org.eclipse.ui.file.export",
                Map.of("exportWizardId", "dmvpn.dsl.ui.exportRouters")))) {
            requireNames(dialogue);
            dialogue.type(0, System.getProperty("java.io.tmpdir") + "/nothing").press("Next >");
            // While it compares, the wizard cannot be closed.
            Ui.waitUntil("the comparison on the second page", () -> dialogue.isEnabledNow("< Back") && dialogue.isEnabledNow("Finish"));
            requireNames(dialogue);
            dialogue.press("Cancel");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmvpn.dsl.ui.preferences", "dmvpn.dsl.ui.preferences.rules", "dmvpn.dsl.ui.formatter",
        "dmvpn.sim.ui.preferences.simulation"})
    void pagesOfPreferences(String page) {
        try (Dialogs dialogue = Dialogs.open(() -> PreferencesUtil.createPreferenceDialogOn(null, page, new String[] {page}, null).open())) {
            requireNames(dialogue);
        }
    }

    @Test
    void theRulesOfAProject() {
        String page = "dmvpn.dsl.ui.properties.rules";
        try (Dialogs dialogue = Dialogs.open(() -> PreferencesUtil.createPropertyDialogOn(null, file.getProject(), page,
                new String[] {page}, null).open())) {
            requireNames(dialogue);
        }
    }

    @Test
    void renaming() {
        ITextEditor editor = ModelProject.open(file);
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(Models.PHASE_3.indexOf("via HQ1") + "via H".length(), 0);
        });
        try (Dialogs dialogue = Dialogs.open(() -> Keys.press(Workbench.text(editor), "ALT+SHIFT+R"))) {
            requireNames(dialogue);
        }
    }

    private static void requireNames(Dialogs dialogue) {
        assertThat(Ui.get(() -> NamesOfControls.nameless(ours(dialogue.shell())))).isEmpty();
    }

    /** What is around a page is the platform's. */
    private static Composite ours(Shell shell) {
        return (Composite) switch (shell.getData()) {
            case WizardDialog wizard -> wizard.getCurrentPage().getControl();
            case PreferenceDialog preferences -> ((IDialogPage) preferences.getSelectedPage()).getControl();
            default -> shell;
        };
    }
}
