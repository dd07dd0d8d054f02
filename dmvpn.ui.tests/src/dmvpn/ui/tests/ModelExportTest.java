package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Explorer;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.NamesOfControls;
import dmvpn.ui.tests.driver.OutlineView;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Pictures, reports and captures of a model, from the wizards and menus of the workbench. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class ModelExportTest {

    private static final String PICTURE = "dmvpn.dsl.ui.exportPicture";
    private static final String REPORT = "dmvpn.dsl.ui.exportReport";
    private static final String CAPTURES = "dmvpn.dsl.ui.exportCaptures";

    private ModelProject project;
    private IFile file;

    @TempDir
    private Path folder;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("exports");
        file = project.file("net.dmvpn", Models.PHASE_3);
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void theEditorTheOutlineAndTheExplorerOfferAllExports() throws Exception {
        List<String> all = List.of("Export device configurations…", "Export Model/Topology Picture…", "Export Model/Report…",
                "Export Model/Capture Files…");
        ITextEditor editor = ModelProject.open(file);
        Ui.run(editor::setFocus);
        assertThat(Ui.get(() -> menu(Workbench.text(editor).getMenu()))).containsAll(all);

        Ui.waitUntil("the outline", () -> OutlineView.rootsNow().contains("HQ1 hub"));
        Ui.run(() -> {
            ModelProject.page().activate(OutlineView.view());
            OutlineView.selectNow("HQ1 hub");
        });
        assertThat(Ui.get(() -> menu(OutlineView.treeNow().getMenu()))).contains("Open").containsAll(all);

        Ui.run(() -> Explorer.select(file));
        assertThat(Ui.get(Explorer::menu)).containsAll(all);
    }

    private static List<String> menu(Menu menu) {
        menu.notifyListeners(SWT.Show, new Event());
        List<String> texts = new ArrayList<>();
        Workbench.collect(menu, texts);
        menu.notifyListeners(SWT.Hide, new Event());
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {PICTURE, REPORT, CAPTURES})
    void fromTheOutlineTheModelOfTheEditorIsExported(String command) throws Exception {
        project.file("another.dmvpn", Models.PHASE_3);
        ModelProject.open(file);
        Ui.waitUntil("the outline", () -> OutlineView.rootsNow().contains("HQ1 hub"));
        Ui.run(() -> {
            ModelProject.page().activate(OutlineView.view());
            OutlineView.selectNow("HQ1 hub");
        });

        try (Dialogs wizard = Dialogs.open(() -> Workbench.execute(command))) {
            assertThat(Ui.get(() -> Ui.controls(wizard.shell(), Combo.class).getFirst().getText())).endsWith("/net.dmvpn");
            assertThat(wizard.typed(0)).as("what is proposed").contains("net");
            assertThat(Ui.get(() -> NamesOfControls.nameless((Composite) ((WizardDialog) wizard.shell().getData()).getCurrentPage().getControl())))
                    .isEmpty();
            Screenshots.take(command.substring(command.lastIndexOf('.') + 1));
            wizard.press("Cancel").awaitEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"net.svg", "net.png", "net.pdf"})
    void aPictureIsWrittenInTheFormatThatItsNameSays(String name) throws Exception {
        Path picture = folder.resolve("deep").resolve(name);

        export(PICTURE, picture);

        byte[] bytes = Files.readAllBytes(picture);
        switch (name.substring(name.length() - 3)) {
            case "svg" -> assertThat(parsed(picture).getDocumentElement().getTextContent()).contains("HQ1", "Branch");
            case "png" -> assertThat(new ImageData(picture.toString()).width).isGreaterThan(200);
            default -> assertThat(new String(bytes, 0, 5)).isEqualTo("%PDF-");
        }
    }

    @Test
    void aReportIsWrittenWithItsVerdictsWhenAskedFor() throws Exception {
        Path report = folder.resolve("net.html");

        export(REPORT, report);
        assertThat(parsed(report).getElementsByTagName("svg").getLength()).isEqualTo(1);
        assertThat(Files.readString(report)).contains("They were not run for this report", "HQ1");

        Ui.run(() -> Explorer.select(file));
        try (Dialogs wizard = wizard(REPORT)) {
            wizard.type(0, folder.resolve("run.html").toString())
                    .tick("Run the scenarios and report their verdicts (may take minutes)", true).press("Finish").awaitEnd();
        }
        awaitJobs();
        assertThat(Files.readString(folder.resolve("run.html"))).contains(">passed<", ">met<");

        Ui.run(() -> Explorer.select(file));
        try (Dialogs wizard = wizard(REPORT)) {
            assertThat(wizard.typed(0)).as("the folder is remembered").isEqualTo(report.toString());
            wizard.tick("Run the scenarios and report their verdicts (may take minutes)", false).press("Cancel").awaitEnd();
        }
    }

    @Test
    void whatIsThereAlreadyIsReplacedOnlyWhenThatIsWanted() throws Exception {
        Path report = Files.writeString(folder.resolve("net.html"), "mine");
        Ui.run(() -> Explorer.select(file));
        try (Dialogs wizard = wizard(REPORT)) {
            wizard.type(0, report.toString()).press("Finish");
            answer("exists already. Replace it?", "No");
            Ui.waitUntil("the wizard to be there still", () -> wizard.isEnabledNow("Finish"));
            assertThat(report).hasContent("mine");

            wizard.press("Finish");
            answer("exists already. Replace it?", "Yes");
            wizard.awaitEnd();
        }
        awaitJobs();
        assertThat(report).content().startsWith("<!DOCTYPE html>");
    }

    private static void answer(String question, String button) {
        Shell shell = Ui.waitFor("the question", () -> Workbench.shellThatSays(question));
        Ui.run(() -> Ui.controls(shell, Button.class).stream()
                .filter(each -> each.getText().replace("&", "").equals(button)).findFirst().orElseThrow().notifyListeners(SWT.Selection, new Event()));
    }

    @Test
    void capturesAreWrittenForEachRouterOrForAll() throws Exception {
        Path captures = file.getProject().getLocation().append("out/captures").toPath();
        Ui.run(() -> Explorer.select(file));
        try (Dialogs wizard = wizard(CAPTURES)) {
            wizard.type(0, captures.toString()).type(2, "soon");
            assertThat(wizard.isEnabled("Finish")).as("with a length that is none").isFalse();
            wizard.type(2, "5s").press("Finish").awaitEnd();
        }
        awaitJobs();

        assertThat(captures.resolve("HQ1.pcapng")).isNotEmptyFile();
        assertThat(captures.resolve("Branch2.pcapng")).isNotEmptyFile();
        Ui.waitUntil("the file in the workspace", () -> file.getProject().getFile("out/captures/HQ1.pcapng").exists());
    }

    @Test
    void aScenarioThatIsNotThereIsToldWithThoseThatAre() throws Exception {
        Ui.run(() -> Explorer.select(file));
        withMessages(() -> {
            try (Dialogs wizard = wizard(CAPTURES)) {
                wizard.type(0, folder.resolve("none").toString()).type(1, "Nothing").press("Finish").awaitEnd();
            }
            Shell message = Ui.waitFor("the message", () -> Workbench.shellThatSays("has no scenario 'Nothing'"));
            Ui.run(message::close);
        });
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aModelWithErrorsIsReportedAndThatIsSaid() throws Exception {
        IFile broken = project.file("broken.dmvpn", Models.PHASE_3.replace("via HQ1", "via Nobody"));
        Ui.run(() -> Explorer.select(broken));
        withMessages(() -> {
            try (Dialogs wizard = wizard(REPORT)) {
                wizard.type(0, folder.resolve("broken.html").toString()).press("Finish").awaitEnd();
            }
            Shell message = Ui.waitFor("the message", () -> Workbench.shellThatSays("the report may lack something"));
            Ui.run(message::close);
        });
        assertThat(folder.resolve("broken.html")).content().contains("The model has errors", "L-LINK");
    }

    @Test
    void aNameThatSaysNoFormatIsRefused() throws Exception {
        Ui.run(() -> Explorer.select(file));
        try (Dialogs wizard = wizard(PICTURE)) {
            for (String wrong : List.of("", "net.svg", folder.resolve("net.gif").toString(), folder.toString() + "/net")) {
                wizard.type(0, wrong);
                assertThat(wizard.isEnabled("Finish")).as("'%s'", wrong).isFalse();
            }
            assertThat(Ui.get(() -> Workbench.shellThatSays("Let the name of the file end in .svg or .png or .pdf"))).isPresent();
            wizard.press("Cancel").awaitEnd();
        }
    }

    @Test
    void anExportThatIsCancelledWritesNothing() throws Exception {
        IFile large = project.file("large.dmvpn", LargeModel.text());
        Ui.run(() -> Explorer.select(large));
        try (Dialogs wizard = wizard(REPORT)) {
            wizard.type(0, folder.resolve("large.html").toString()).press("Finish").awaitEnd();
        }
        Job export = Ui.waitFor("the export", () -> Arrays.stream(Job.getJobManager().find(null))
                .filter(job -> job.getName().equals("Exporting the report of large.dmvpn")).findFirst());
        export.cancel();
        export.join();

        assertThat(export.getResult().matches(IStatus.CANCEL)).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    private void export(String wizardId, Path target) throws Exception {
        Ui.run(() -> Explorer.select(file));
        try (Dialogs wizard = wizard(wizardId)) {
            wizard.type(0, target.toString()).press("Finish").awaitEnd();
        }
        awaitJobs();
    }

    private static Dialogs wizard(String id) {
        return Dialogs.open(() -> Workbench.execute("org.eclipse.ui.file.export", Map.of("exportWizardId", id)));
    }

    private static void awaitJobs() {
        Ui.waitUntil("the end of the export", () -> Arrays.stream(Job.getJobManager().find(null))
                .noneMatch(job -> job.getName().startsWith("Exporting the ")));
    }

    /** The test harness of the platform suppresses messages. */
    private static void withMessages(Ui.Step step) throws Exception {
        ErrorDialog.AUTOMATED_MODE = false;
        try {
            step.run();
        } finally {
            ErrorDialog.AUTOMATED_MODE = true;
        }
    }

    private static Document parsed(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(Files.readAllBytes(file)));
    }
}
