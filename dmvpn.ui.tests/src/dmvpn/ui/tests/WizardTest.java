package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.BusyWorkspace;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Explorer;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.internal.events.LifecycleEvent;
import org.eclipse.core.internal.resources.Workspace;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code File ▸ New}: projects, models and examples. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class WizardTest {

    private static final int COLOURS_OF_A_PICTURE = 5;

    private final List<IProject> made = new ArrayList<>();

    @BeforeEach
    void showPerspective() throws Exception {
        Ui.run(Workbench::showPerspective);
    }

    @AfterEach
    void deleteProjects() throws Exception {
        Ui.waitUntilIdle();
        Ui.run(() -> ModelProject.page().closeAllEditors(false));
        for (IProject each : made) {
            each.delete(true, true, new NullProgressMonitor());
        }
    }

    private IProject project(String name) {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        made.add(project);
        return project;
    }

    @Test
    void aNewProjectFromATemplateOpensItsModelAndChecksAllOfThem() throws Exception {
        IProject project = project("my net-1");
        try (Dialogs wizard = Dialogs.newWizard("dmvpn.dsl.ui.newProject")) {
            assertThat(wizard.isEnabled("Finish")).isFalse();
            wizard.type(0, "my net-1").press("Next >").choose("Dual hub");
            Ui.waitUntil("the description", () -> Workbench.shellThatSays("every spoke registers with both").isPresent());
            Screenshots.take("new-project");
            wizard.press("Finish").awaitEnd();
        }

        IFile model = project.getFile("my net-1.dmvpn");
        assertThat(model.readString()).contains("network My-net-1\n").doesNotContain("${");
        assertThat(project.hasNature("dmvpn.dsl.ui.nature")).isTrue();
        Ui.waitUntil("the editor", () -> ModelProject.page().getActiveEditor() != null
                && ModelProject.page().getActiveEditor().getTitle().equals("my net-1.dmvpn"));
        Ui.waitUntilIdle();
        assertThat(problems(model)).extracting(marker -> marker.getAttribute(IMarker.MESSAGE, "")).isEmpty();
    }

    @Test
    void aNewProjectMayBeEmpty() throws Exception {
        IProject project = project("nothing");
        try (Dialogs wizard = Dialogs.newWizard("dmvpn.dsl.ui.newProject")) {
            wizard.type(0, "nothing").press("Finish").awaitEnd();
        }

        assertThat(project.hasNature("dmvpn.dsl.ui.nature")).isTrue();
        assertThat(project.members()).extracting(member -> member.getName()).allMatch(name -> name.startsWith("."));
    }

    @Test
    void everyExampleOfTheProductIsOfferedWithItsDescriptionAndPicture() throws Exception {
        try (Dialogs wizard = Dialogs.newWizard("dmvpn.dsl.ui.newExample")) {
            List<String> offered = Ui.get(() -> leaves(Ui.controls(wizard.shell(), Tree.class).getFirst().getItems()));
            Path examples = Path.of(System.getProperty("dmvpn.examples", "../examples"));
            for (Path example : folders(examples)) {
                String title = Files.readAllLines(example.resolve("README.md")).getFirst().replaceFirst("# ", "");
                assertThat(offered).contains(title);
            }
            wizard.choose("A hierarchy of hubs");
            Ui.waitUntil("the description",
                    () -> Workbench.shellThatSays("Two regional hubs are clients of a central hub").isPresent());
            Ui.waitUntil("the picture", () -> colours(wizard.shell()) >= COLOURS_OF_A_PICTURE);
            Screenshots.take("new-example");
        }
    }

    @Test
    void anExampleBecomesAProjectWithAllItsFiles() throws Exception {
        IProject project = project("shared-files");
        try (Dialogs wizard = Dialogs.newWizard("dmvpn.dsl.ui.newExample")) {
            wizard.choose("One text for what several networks share").press("Next >");
            assertThat(wizard.typed(0)).isEqualTo("shared-files");
            wizard.press("Finish").awaitEnd();
        }

        assertThat(project.getFile("east.dmvpn").exists()).isTrue();
        assertThat(project.getFile("shared/crypto.dmvpn").exists()).isTrue();
        assertThat(project.getFile("README.md").exists()).isTrue();
        Ui.waitUntil("the editor", () -> ModelProject.page().getActiveEditor() != null
                && ModelProject.page().getActiveEditor().getTitle().equals("east.dmvpn"));
        Ui.waitUntilIdle();
        assertThat(problems(project.getFile("west.dmvpn"))).noneMatch(
                marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR);
    }

    @Test
    void anExampleThatIsCancelledLeavesNoProject() throws Exception {
        IProject project = project("shared-files");
        try (BusyWorkspace busy = new BusyWorkspace(); Dialogs wizard = Dialogs.newWizard("dmvpn.dsl.ui.newExample")) {
            wizard.choose("One text for what several networks share").press("Next >").press("Finish").cancelWork();
            Ui.waitUntil("the wizard to be there again", () -> wizard.isEnabled("Finish"));
            wizard.press("Cancel").awaitEnd();
        }
        Ui.waitUntilIdle();

        assertThat(project.exists()).isFalse();
        assertThat(ResourcesPlugin.getWorkspace().getRoot().getLocation().append("shared-files").toFile()).doesNotExist();
    }

    @Test
    void filesThatLayInTheFolderBeforeOutliveAnExampleThatIsCancelled() throws Exception {
        IProject project = project("shared-files");
        Path folder = ResourcesPlugin.getWorkspace().getRoot().getLocation().append("shared-files").toPath();
        Path mine = Files.writeString(Files.createDirectories(folder.resolve("deep")).resolve("mine.txt"), "mine");
        try {
            try (Dialogs wizard = Dialogs.newWizard("dmvpn.dsl.ui.newExample")) {
                wizard.choose("One text for what several networks share").press("Next >");
                cancelWhenHalfMade(wizard, project);
                wizard.press("Cancel").awaitEnd();
            }
            Ui.waitUntilIdle();

            assertThat(project.exists()).isFalse();
            assertThat(mine).hasContent("mine");
            assertThat(files(folder)).containsExactly(mine);
        } finally {
            deleteAll(folder);
        }
    }

    @Test
    void aProjectThatCannotBeFilledIsNoHalfProject() throws Exception {
        IProject project = project("blocked");
        Path folder = ResourcesPlugin.getWorkspace().getRoot().getLocation().append("blocked").toPath();
        // A folder has the name that the model is to have, so that the model cannot be written.
        Path mine = Files.writeString(Files.createDirectories(folder.resolve("blocked.dmvpn")).resolve("mine.txt"), "mine");
        ErrorDialog.AUTOMATED_MODE = false; // the test harness of the platform suppresses messages
        try {
            try (Dialogs wizard = Dialogs.newWizard("dmvpn.dsl.ui.newProject")) {
                wizard.type(0, "blocked").press("Next >").choose("Dual hub").press("Finish");
                Shell message = Ui.waitFor("the reason", () -> Workbench.shellThatSays("blocked.dmvpn"));
                Ui.run(message::close);
                wizard.press("Cancel").awaitEnd();
            }
            Ui.waitUntilIdle();

            assertThat(project.exists()).isFalse();
            assertThat(files(folder)).containsExactly(mine);
        } finally {
            ErrorDialog.AUTOMATED_MODE = true;
            deleteAll(folder);
        }
    }

    /** Cancels while the project is made, so that it exists when that is noticed. */
    private static void cancelWhenHalfMade(Dialogs wizard, IProject project) {
        AtomicBoolean cancelled = new AtomicBoolean();
        // The platform lets nobody stop listening: this one does nothing from the first time on.
        ((Workspace) ResourcesPlugin.getWorkspace()).addLifecycleListener(event -> {
            if (event.kind == LifecycleEvent.PRE_PROJECT_CREATE && event.resource.equals(project) && cancelled.compareAndSet(false, true)) {
                wizard.cancelWork();
            }
        });
        try {
            wizard.press("Finish");
            Ui.waitUntil("the wizard to be there again", () -> cancelled.get() && wizard.isEnabledNow("Finish"));
        } finally {
            cancelled.set(true);
        }
    }

    private static List<Path> files(Path folder) throws Exception {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static void deleteAll(Path folder) throws Exception {
        try (var found = Files.walk(folder)) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void aNewModelIsMadeWhereTheSelectionIsFromTheChosenTemplate() throws Exception {
        IProject project = project("models");
        project.create(new NullProgressMonitor());
        project.open(new NullProgressMonitor());
        Ui.run(() -> Explorer.select(project));

        try (Dialogs wizard = Dialogs.newWizard("dmvpn.dsl.ui.newModel")) {
            wizard.type(1, "branches");
            Ui.run(() -> {
                Combo templates = Ui.controls(wizard.shell(), Combo.class).getFirst();
                assertThat(templates.getItems()).containsExactly("Empty model", "Single hub, Phase 3",
                        "Dual hub, one cloud, Phase 3", "Dual cloud, Phase 3");
                templates.select(1);
                templates.notifyListeners(SWT.Selection, new Event());
            });
            Screenshots.take("new-model");
            wizard.press("Finish").awaitEnd();
        }

        assertThat(project.getFile("branches.dmvpn").readString()).contains("network Branches\n", "spoke Branch[1..2] {");
        Ui.waitUntil("the editor", () -> ModelProject.page().getActiveEditor().getTitle().equals("branches.dmvpn"));
    }

    @Test
    void aModelWithTheNameOfAnotherOneIsNotMade() throws Exception {
        IProject project = project("models");
        project.create(new NullProgressMonitor());
        project.open(new NullProgressMonitor());
        project.getFile("net.dmvpn").create(new byte[0], true, false, new NullProgressMonitor());
        Ui.run(() -> Explorer.select(project));

        try (Dialogs wizard = Dialogs.newWizard("dmvpn.dsl.ui.newModel")) {
            wizard.type(1, "net");
            assertThat(wizard.isEnabled("Finish")).isFalse();
            wizard.type(1, ".dmvpn");
            assertThat(wizard.isEnabled("Finish")).isFalse();
            wizard.type(1, "other");
            assertThat(wizard.isEnabled("Finish")).isTrue();
            wizard.press("Cancel").awaitEnd();
        }
    }

    private static List<Path> folders(Path folder) throws Exception {
        try (var found = Files.list(folder)) {
            return found.filter(Files::isDirectory).toList();
        }
    }

    private static List<String> leaves(TreeItem[] items) {
        List<String> leaves = new ArrayList<>();
        for (TreeItem item : items) {
            if (item.getItemCount() == 0) {
                leaves.add(item.getText());
            } else {
                leaves.addAll(leaves(item.getItems()));
            }
        }
        return leaves;
    }

    private static int colours(Shell shell) {
        Canvas canvas = Ui.controls(shell, Canvas.class).stream()
                .filter(each -> each.getClass().getSimpleName().equals("ExamplePicture")).findFirst().orElseThrow();
        Image image = new Image(canvas.getDisplay(), canvas.getSize().x, canvas.getSize().y);
        GC gc = new GC(canvas);
        try {
            gc.copyArea(image, 0, 0);
            Set<Integer> colours = new HashSet<>();
            ImageData seen = image.getImageData();
            for (int x = 0; x < seen.width; x += 3) {
                for (int y = 0; y < seen.height; y += 3) {
                    colours.add(seen.getPixel(x, y));
                }
            }
            return colours.size();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
