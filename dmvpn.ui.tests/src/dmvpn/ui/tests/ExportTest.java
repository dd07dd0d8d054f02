package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Shell;
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
