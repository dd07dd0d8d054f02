package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.problems;
import static dmvpn.ui.tests.driver.Workbench.waitForProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.BusyWorkspace;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Explorer;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Stopwatch;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Preferences, properties of projects, and what the perspective leads to. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class PreferencesTest {

    private static final String WITHOUT_DPD = Models.PHASE_3.replace("  dpd 30s retry 5s on-demand\n", "");

    /** What a person notices. */
    private static final long NOTICED_MILLIS = 50;

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("settings");
    }

    @AfterEach
    void deleteProject() throws Exception {
        Files.deleteIfExists(workspaceRules());
        InstanceScope.INSTANCE.getNode("dmvpn.sim.ui").remove("seed");
        InstanceScope.INSTANCE.getNode("dmvpn.sim.ui").remove("length");
        project.close();
    }

    private static Path workspaceRules() {
        return ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath().resolve("dmvpn.rules");
    }

    @Test
    void aRuleIsTurnedOffForTheWorkspaceAndOnAgainByItsDefault() throws Exception {
        IFile open = project.file("open.dmvpn", WITHOUT_DPD);
        IFile closed = project.file("closed.dmvpn", WITHOUT_DPD);
        checkAll(open);
        ModelProject.open(open);
        waitForProblem(open, "R-SEC-16");
        waitForProblem(closed, "R-SEC-16");

        try (Dialogs preferences = preferences("dmvpn.dsl.ui.preferences.rules")) {
            Ui.waitUntil("the rules", () -> rules(preferences).size() > 50);
            filter(preferences, "r-sec-16");
            assertThat(Ui.get(() -> rules(preferences))).hasSize(1);
            preferences.choose("R-SEC-16");
            setLevel(preferences, "off");
            Ui.waitUntil("the page of the rule", () -> Workbench.shellThatSays("A model that breaks it").isPresent());
            Screenshots.take("preferences-rules");
            preferences.press("Apply and Close").awaitEnd();
        }
        assertThat(workspaceRules()).hasContent("R-SEC-16  off");
        Ui.waitUntil("the finding to go", () -> problems(open, "R-SEC-16").isEmpty() && problems(closed, "R-SEC-16").isEmpty());

        try (Dialogs preferences = preferences("dmvpn.dsl.ui.preferences.rules")) {
            preferences.press("Restore Defaults").press("Apply and Close").awaitEnd();
        }
        assertThat(workspaceRules()).doesNotExist();
        waitForProblem(open, "R-SEC-16");
        waitForProblem(closed, "R-SEC-16");
    }

    @Test
    void errorsOfTheLanguageCannotBeLowered() throws Exception {
        try (Dialogs preferences = preferences("dmvpn.dsl.ui.preferences.rules")) {
            filter(preferences, "L-LINK");
            preferences.choose("L-LINK");
            assertThat(Ui.get(() -> level(preferences).isEnabled())).isFalse();
            filter(preferences, "L-SUPPRESS-REASON");
            preferences.choose("L-SUPPRESS-REASON");
            assertThat(Ui.get(() -> level(preferences).isEnabled())).isTrue();
            preferences.press("Cancel").awaitEnd();
        }
        assertThat(workspaceRules()).doesNotExist();
    }

    @Test
    void aProjectSaysWhatItsRulesAreAndItsFileKeepsItsReasons() throws Exception {
        IFile file = project.file("net.dmvpn", WITHOUT_DPD);
        IFile rules = project.file("dmvpn.rules", "# agreed\nR-SEC-16  info  # old peers\n");
        checkAll(file);
        Ui.waitUntil("an information", () -> problems(file, "R-SEC-16").stream()
                .anyMatch(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_INFO));

        try (Dialogs properties = Dialogs.open(() -> {
            Explorer.select(file.getProject());
            Workbench.execute("org.eclipse.ui.file.properties");
        })) {
            properties.choose("DMVPN Rules");
            Ui.waitUntil("the rules", () -> rules(properties).size() > 50);
            properties.choose("R-SEC-16");
            setLevel(properties, "error");
            Screenshots.take("project-rules");
            properties.press("Apply and Close").awaitEnd();
        }

        assertThat(rules.readString()).isEqualTo("# agreed\nR-SEC-16  error  # old peers\n");
        Ui.waitUntil("an error", () -> problems(file, "R-SEC-16").stream()
                .anyMatch(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR));
    }

    @Test
    void whileABuildUsesTheWorkspaceTheRulesAreReadAndWrittenBehindIt() throws Exception {
        IFile file = project.file("net.dmvpn", WITHOUT_DPD);
        IFile rules = project.file("dmvpn.rules", "R-SEC-16  info\n");
        BusyWorkspace busy = new BusyWorkspace();
        try (Stopwatch stopwatch = new Stopwatch(); Dialogs properties = Dialogs.open(() -> {
            Explorer.select(file.getProject());
            Workbench.execute("org.eclipse.ui.file.properties");
        })) {
            stopwatch.reset();
            properties.choose("DMVPN Rules");
            Ui.waitUntil("the page without its rules", () -> Workbench.shellThatSays("The file dmvpn.rules of this project").isPresent());
            assertThat(stopwatch.longestInOurCodeMillis()).as("busy with " + stopwatch.busyWith()).isLessThanOrEqualTo(NOTICED_MILLIS);
            busy.close();
            Ui.waitUntil("the rules", () -> rules(properties).size() > 50);
            properties.choose("R-SEC-16");
            setLevel(properties, "error");

            try (BusyWorkspace again = new BusyWorkspace()) {
                properties.press("Apply and Close");
                Ui.waitUntil("a dialogue that shows progress",
                        () -> Ui.shells().stream().anyMatch(shell -> shell.getText().equals("Progress Information")));
            }
            properties.awaitEnd();
        } finally {
            busy.close();
        }

        assertThat(rules.readString()).isEqualTo("R-SEC-16  error\n");
    }

    @Test
    void aProblemLeadsToTheLevelOfItsRule() throws Exception {
        IFile file = project.file("net.dmvpn", WITHOUT_DPD);
        ModelProject.open(file);
        IMarker marker = waitForProblem(file, "R-SEC-16");
        IMarkerResolution configure = Ui.get(() -> Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(marker))
                .filter(resolution -> resolution.getLabel().equals("Configure the level of R-SEC-16…")).findFirst().orElseThrow());

        try (Dialogs properties = Dialogs.open(() -> configure.run(marker))) {
            Ui.waitUntil("the rule", () -> rules(properties).equals(List.of("R-SEC-16")));
            setLevel(properties, "off");
            properties.press("Apply and Close").awaitEnd();
        }

        assertThat(file.getProject().getFile("dmvpn.rules").readString()).isEqualTo("R-SEC-16  off\n");
        Ui.waitUntil("the finding to go", () -> problems(file, "R-SEC-16").isEmpty());
    }

    @Test
    void seedAndLengthOfRunsAreCheckedAndKept() throws Exception {
        try (Dialogs preferences = preferences("dmvpn.sim.ui.preferences.simulation")) {
            Ui.waitUntil("the page", () -> Workbench.shellThatSays("How Run As and Debug As run models").isPresent());
            type(preferences, "Length", "for ever");
            assertThat(preferences.isEnabled("Apply and Close")).isFalse();
            type(preferences, "Length", "90s");
            type(preferences, "Seed", "7");
            preferences.press("Apply and Close").awaitEnd();
        }

        assertThat(InstanceScope.INSTANCE.getNode("dmvpn.sim.ui").get("seed", "")).isEqualTo("7");
        assertThat(InstanceScope.INSTANCE.getNode("dmvpn.sim.ui").get("length", "")).isEqualTo("90s");
    }

    @Test
    void theFirstPageLeadsToTheOthers() throws Exception {
        try (Dialogs preferences = preferences("dmvpn.dsl.ui.preferences")) {
            Ui.run(() -> {
                var link = Ui.controls(preferences.shell(), org.eclipse.swt.widgets.Link.class).stream()
                        .filter(each -> each.getText().contains("Rules")).findFirst().orElseThrow();
                link.notifyListeners(SWT.Selection, new Event());
            });
            Ui.waitUntil("the rules", () -> rules(preferences).size() > 50);
            preferences.press("Cancel").awaitEnd();
        }
    }

    @Test
    void thePerspectiveOffersTheWizardsAndTheViews() {
        IWorkbenchPage page = Ui.get(ModelProject::page);

        assertThat(Ui.get(page::getNewWizardShortcuts)).contains("dmvpn.dsl.ui.newProject", "dmvpn.dsl.ui.newModel",
                "dmvpn.dsl.ui.newExample");
        assertThat(Ui.get(page::getShowViewShortcuts)).contains(IPageLayout.ID_PROBLEM_VIEW, IPageLayout.ID_OUTLINE,
                IPageLayout.ID_PROGRESS_VIEW);
    }

    private static void checkAll(IFile file) {
        Ui.run(() -> {
            Explorer.select(file.getProject());
            Workbench.execute("dmvpn.dsl.ui.addNature");
        });
    }

    private static Dialogs preferences(String page) {
        return Dialogs.open(() -> Workbench.execute("org.eclipse.ui.window.preferences", Map.of("preferencePageId", page)));
    }

    private static List<String> rules(Dialogs dialog) {
        return Ui.controls(dialog.shell(), Table.class).stream().filter(table -> table.isVisible() && table.getColumnCount() == 3)
                .flatMap(table -> Arrays.stream(table.getItems())).map(item -> item.getText(0)).toList();
    }

    private static void filter(Dialogs dialog, String words) {
        Ui.run(() -> Ui.controls(dialog.shell(), org.eclipse.swt.widgets.Text.class).stream()
                .filter(text -> text.getMessage().startsWith("Filter by identifier")).findFirst().orElseThrow().setText(words));
    }

    private static Combo level(Dialogs dialog) {
        return Ui.controls(dialog.shell(), Combo.class).stream().filter(Combo::isVisible)
                .filter(combo -> Arrays.asList(combo.getItems()).contains("as the rule says")).findFirst().orElseThrow();
    }

    private static void setLevel(Dialogs dialog, String level) {
        Ui.run(() -> {
            Combo combo = level(dialog);
            combo.select(Arrays.asList(combo.getItems()).indexOf(level));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    /** Types into the field behind a label. */
    private static void type(Dialogs dialog, String label, String text) {
        Ui.run(() -> {
            var named = Ui.controls(dialog.shell(), org.eclipse.swt.widgets.Label.class).stream()
                    .filter(each -> each.isVisible() && each.getText().replace("&", "").startsWith(label)).findFirst().orElseThrow();
            var siblings = Arrays.asList(named.getParent().getChildren());
            var field = (org.eclipse.swt.widgets.Text) siblings.get(siblings.indexOf(named) + 1);
            field.setText(text);
            field.notifyListeners(SWT.KeyUp, new Event());
        });
    }
}
