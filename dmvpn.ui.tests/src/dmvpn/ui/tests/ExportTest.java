package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ui.export.ExportedFiles;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Explorer;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code Export device configurations…} from the workbench. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class ExportTest {

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("export");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void writesOneConfigurationForEachRouter(@TempDir Path folder) throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        ModelProject.open(file);

        export(folder);

        Ui.waitUntil("the files", () -> Files.exists(folder.resolve("Branch2.cfg")));
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("HQ1.cfg"));
        assertThat(Files.readString(folder.resolve("HQ1.cfg"))).contains("ip nhrp redirect", "tunnel protection ipsec");
        assertThat(Files.readString(folder.resolve("Branch1.cfg"))).contains("ip nhrp shortcut");
    }

    @Test
    void aFolderOfTheWorkspaceShowsTheFilesAtOnce() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        ModelProject.open(file);

        export(file.getProject().getLocation().toPath());

        Ui.waitUntil("the file in the workspace", () -> file.getProject().getFile("HQ1.cfg").exists());
        export(file.getProject().getLocation().append("out/today").toPath());
        Ui.waitUntil("the file in a new folder", () -> file.getProject().getFile("out/today/HQ1.cfg").exists());
    }

    @Test
    void aModelWithErrorsIsNotExportedAndTheReasonIsSaid(@TempDir Path folder) throws Exception {
        ModelProject.open(project.file("broken.dmvpn", Models.PHASE_3.replace("via HQ1", "via Nobody")));
        ErrorDialog.AUTOMATED_MODE = false; // the test harness of the platform suppresses messages
        try {
            export(folder);

            Shell message = Ui.waitFor("the message", () -> Workbench.shellThatSays("nothing was exported"));
            Ui.run(message::close);
        } finally {
            ErrorDialog.AUTOMATED_MODE = true;
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theWizardShowsTheDifferencesToTheLastExportBeforeItWrites(@TempDir Path folder) throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        ModelProject.open(file);
        export(folder);
        Ui.waitUntil("the first export", () -> Files.exists(folder.resolve("Branch2.cfg")));
        String branch = Files.readString(folder.resolve("Branch1.cfg"));
        write(file, Models.PHASE_3.replace("lan 10.1.0.0/16", "lan 10.2.0.0/16"));

        try (Dialogs wizard = Dialogs.open(() -> Workbench.execute("dmvpn.dsl.ui.exportConfigurations"))) {
            wizard.type(0, folder.toString()).press("Next >");
            Ui.waitUntil("the differences", () -> differences(wizard).contains("- ") && differences(wizard).contains("+ "));
            assertThat(Ui.get(() -> rows(wizard))).containsExactly("HQ1 changed true", "Branch1 unchanged false", "Branch2 unchanged false");
            assertThat(Ui.get(() -> differences(wizard))).contains("10.1.0.1").contains("10.2.0.1").contains("lines as before");
            Screenshots.take("export-differences");
            assertThat(Files.readString(folder.resolve("HQ1.cfg"))).contains("10.1.0.1");
            wizard.press("Finish").awaitEnd();
        }

        assertThat(Files.readString(folder.resolve("HQ1.cfg"))).contains("10.2.0.1").doesNotContain("10.1.0.1");
        assertThat(Files.readString(folder.resolve("Branch1.cfg"))).isEqualTo(branch);
    }

    @Test
    void theWizardKeepsWhatItShallKeepAndRemembersItsChoices(@TempDir Path folder) throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        Ui.run(() -> Explorer.select(file));
        Files.writeString(folder.resolve("HQ1.cfg"), "mine");

        try (Dialogs wizard = exportWizard()) {
            wizard.type(0, "relative");
            assertThat(wizard.isEnabled("Next >")).isFalse();
            wizard.type(0, folder.toString()).tick("Keep files that exist already", true).press("Finish").awaitEnd();
        }
        assertThat(folder.resolve("HQ1.cfg")).hasContent("mine");
        assertThat(folder.resolve("Branch1.cfg")).exists();
        assertThat(ExportedFiles.folder(file, "cisco")).as("the view Router Configuration compares with it").contains(folder);

        try (Dialogs wizard = exportWizard()) {
            assertThat(wizard.typed(0)).isEqualTo(folder.toString());
            wizard.tick("Keep files that exist already", false).press("Finish").awaitEnd();
        }
        assertThat(Files.readString(folder.resolve("HQ1.cfg"))).contains("hostname HQ1");
    }

    @Test
    void theWizardRefusesAModelWithErrorsAndSaysTheFirst(@TempDir Path folder) throws Exception {
        IFile file = project.file("broken.dmvpn", Models.PHASE_3.replace("via HQ1", "via Nobody"));
        Ui.run(() -> Explorer.select(file));

        try (Dialogs wizard = exportWizard()) {
            wizard.type(0, folder.toString()).press("Next >");
            Ui.waitUntil("the reason", () -> Workbench.shellThatSays("has errors and is not exported").isPresent());
            assertThat(wizard.isEnabled("Finish")).isFalse();
            wizard.press("Cancel").awaitEnd();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theComparisonCanBeCancelledAndStartedAgain(@TempDir Path folder) throws Exception {
        Ui.run(() -> Explorer.select(project.file("large.dmvpn", LargeModel.text())));

        try (Dialogs wizard = exportWizard()) {
            wizard.type(0, folder.toString()).press("Next >").cancelWork();
            Ui.waitUntil("what to do now", () -> Workbench.shellThatSays("The comparison was cancelled").isPresent());
            assertThat(wizard.isEnabled("Finish")).isFalse();
            wizard.press("< Back").press("Next >").cancelWork();
            Ui.waitUntil("what to do now", () -> Workbench.shellThatSays("The comparison was cancelled").isPresent());
            wizard.press("Cancel").awaitEnd();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anExportInTheBackgroundCanBeCancelledAndLeavesNoHalfFile(@TempDir Path folder) throws Exception {
        ModelProject.open(project.file("large.dmvpn", LargeModel.text()));

        export(folder);
        Job export = Ui.waitFor("the export", () -> Arrays.stream(Job.getJobManager().find(null))
                .filter(job -> job.getName().equals("Exporting device configurations") && job.getState() == Job.RUNNING).findFirst());
        export.cancel();
        export.join();

        assertThat(export.getResult().matches(IStatus.CANCEL)).isTrue();
        assertThat(folder).as("of two thousand routers not all were written").satisfies(
                written -> assertThat(written.toFile().list()).hasSizeLessThan(LargeModel.SPOKES));
        assertThat(folder).isDirectoryNotContaining(file -> !file.getFileName().toString().endsWith(".cfg"));
    }

    private static Dialogs exportWizard() {
        return Dialogs.open(() -> Workbench.execute("org.eclipse.ui.file.export",
                Map.of("exportWizardId", "dmvpn.dsl.ui.exportRouters")));
    }

    private static String differences(Dialogs wizard) {
        return Ui.controls(wizard.shell(), StyledText.class).stream().filter(Control::isVisible)
                .map(StyledText::getText).findFirst().orElse("");
    }

    private static List<String> rows(Dialogs wizard) {
        Table table = Ui.controls(wizard.shell(), Table.class).stream().filter(Control::isVisible).findFirst().orElseThrow();
        return Arrays.stream(table.getItems()).map(item -> item.getText(0) + " " + item.getText(1) + " " + item.getChecked()).toList();
    }

    private static void write(IFile file, String text) throws CoreException {
        file.setContents(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, true, new NullProgressMonitor());
    }

    private static void export(Path folder) {
        Ui.run(() -> {
            Command command = PlatformUI.getWorkbench().getService(ICommandService.class)
                    .getCommand("dmvpn.dsl.ui.exportConfigurations");
            ParameterizedCommand toFolder = ParameterizedCommand.generateCommand(command,
                    Map.of("dmvpn.dsl.ui.exportConfigurations.folder", folder.toString()));
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(toFolder, null);
        });
    }
}
