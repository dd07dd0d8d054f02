package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Explorer;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Views;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext3;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F1 in dialogues and views. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class ContextHelpTest {

    private static final String HELP = "dmvpn.dsl.ui.help.view";

    private ModelProject project;
    private IFile file;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("contexts");
        file = project.file("net.dmvpn", Models.PHASE_3);
    }

    @AfterEach
    void deleteProject() throws Exception {
        Ui.run(() -> {
            ModelProject.page().hideView(ModelProject.page().findView(HELP));
            ModelProject.page().hideView(ModelProject.page().findView("dmvpn.dsl.ui.preview.configuration"));
        });
        project.close();
    }

    @ParameterizedTest
    @CsvSource({"dmvpn.dsl.ui.newProject, Projects", "dmvpn.dsl.ui.newModel, Projects", "dmvpn.dsl.ui.newExample, Examples"})
    void wizardsShowTheirPageAtTheirSide(String wizard, String title) {
        try (Dialogs dialogue = Dialogs.newWizard(wizard)) {
            pressF1(dialogue.shell());
            Ui.waitUntil("the page on " + title, () -> page(dialogue.shell()).contains(title));
            assertThat(Ui.get(() -> dialogue.shell().getMonitor().getClientArea().intersection(dialogue.shell().getBounds())
                    .equals(dialogue.shell().getBounds()))).as("the dialogue is in sight as a whole").isTrue();
            Screenshots.take("help-in-" + wizard.replaceFirst(".*\\.", ""));
            dialogue.press("Close Help");
            Ui.waitUntil("the page to go", () -> page(dialogue.shell()).isEmpty());
        }
    }

    @Test
    void theExportWizardShowsThePageOnExporting() {
        Ui.run(() -> Explorer.select(file));
        try (Dialogs dialogue = Dialogs.open(() -> Workbench.execute("org.eclipse.ui.file.export",
                Map.of("exportWizardId", "dmvpn.dsl.ui.exportRouters")))) {
            pressF1(dialogue.shell());
            Ui.waitUntil("the page", () -> page(dialogue.shell()).contains("asks for models, format and folder"));
        }
    }

    @ParameterizedTest
    @CsvSource({"dmvpn.dsl.ui.preferences, The IDE", "dmvpn.dsl.ui.preferences.rules, Severities of a project", "dmvpn.dsl.ui.formatter, Typing"})
    void pagesOfPreferencesShowTheirPageAtTheirSide(String page, String title) {
        try (Dialogs dialogue = Dialogs.open(() -> PreferencesUtil.createPreferenceDialogOn(null, page, new String[] {page}, null).open())) {
            pressF1(dialogue.shell());
            Ui.waitUntil("the page on " + title, () -> page(dialogue.shell()).contains(title));
        }
    }

    @Test
    void theDialogueForAnotherNameShowsWhatRenamingDoes() {
        ITextEditor editor = ModelProject.open(file);
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(Models.PHASE_3.indexOf("via HQ1") + "via H".length(), 0);
        });
        try (Dialogs dialogue = Dialogs.open(() -> Keys.press(Workbench.text(editor), "ALT+SHIFT+R"))) {
            pressF1(dialogue.shell());
            Ui.waitUntil("the page", () -> page(dialogue.shell()).contains("Alt+Shift+R"));
        }
    }

    @Test
    void viewsShowTheirPageInTheViewOfTheHelp() throws Exception {
        ModelProject.open(file);
        Ui.run(() -> Workbench.execute("dmvpn.dsl.ui.showConfiguration"));
        StyledText configuration = Ui.waitFor("the configuration", () -> Ui.controls(window(), StyledText.class).stream()
                .filter(text -> text.isVisible() && text.getText().contains("hostname")).findFirst());
        Ui.run(() -> help(configuration));
        Ui.waitUntil("its page", () -> shownInView().contains("Pin to This Router"));

        Tree outline = Ui.waitFor("the outline", () -> Ui.controls(window(), Tree.class).stream()
                .filter(tree -> tree.isVisible() && tree.getItemCount() > 0 && tree.getItem(0).getText().startsWith("Demo")).findFirst());
        Ui.run(() -> help(outline));
        Ui.waitUntil("its page", () -> shownInView().contains("Finding one's way"));
    }

    @ParameterizedTest
    @CsvSource({"timeline, Events in time", "sequence, Events in time", "packet, Views of an instant", "tables, Views of an instant",
        "expectations, Views of an instant", "conversation, Views of an instant", "diagnosis, Views of an instant"})
    void viewsOfSimulationsShowTheirPage(String view, String title) throws Exception {
        IViewPart shown = Ui.get(() -> ModelProject.page().showView("dmvpn.sim.ui." + view));
        Ui.run(() -> help(Views.controls(shown, Control.class).getLast()));
        Ui.waitUntil("the page on " + title, () -> shownInView().contains(title));
    }

    @Test
    void thePreferencesOfSimulationsShowTheirPageAtTheirSide() {
        String page = "dmvpn.sim.ui.preferences.simulation";
        try (Dialogs dialogue = Dialogs.open(() -> PreferencesUtil.createPreferenceDialogOn(null, page, new String[] {page}, null).open())) {
            pressF1(dialogue.shell());
            Ui.waitUntil("the page on running", () -> page(dialogue.shell()).contains("Running"));
        }
    }

    /** Any help system finds the texts, and each of them leads to a page that is there. */
    @ParameterizedTest
    @CsvSource({"dmvpn.dsl.ui, 9", "dmvpn.sim.ui, 9", "dmvpn.diagram.ui, 1"})
    void everyContextHasATextAndLeadsToThePage(String bundle, int atLeast) throws Exception {
        String contexts = new String(Platform.getBundle(bundle).getEntry("help/contexts.xml").openStream().readAllBytes(),
                StandardCharsets.UTF_8);
        List<String> ids = Pattern.compile("context id=\"(\\w+)\"").matcher(contexts).results().map(found -> found.group(1)).toList();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(atLeast);
        for (String id : ids) {
            IContext3 context = (IContext3) HelpSystem.getContext(bundle + "." + id);
            assertThat(context).as(id).isNotNull();
            assertThat(context.getText()).as(id).isNotBlank();
            String command = context.getRelatedCommands()[0].getSerialization();
            String page = command.replaceFirst(".*page=", "").replaceFirst("\\)$", "");
            Ui.run(() -> Workbench.execute("dmvpn.dsl.ui.help.show", Map.of("dmvpn.dsl.ui.help.show.page", page)));
            Ui.waitUntil("the page " + page, () -> !shownInView().isEmpty() && !shownInView().startsWith("Not here"));
        }
    }

    private static void pressF1(Shell shell) {
        Ui.waitUntil("a control with the keyboard", () -> shell.getDisplay().getFocusControl() != null
                && shell.getDisplay().getFocusControl().getShell() == shell);
        Ui.run(() -> help(shell.getDisplay().getFocusControl()));
    }

    /** The key reaches the first control around that has help, as in SWT. */
    private static void help(Control control) {
        Control helped = control;
        while (helped != null && !helped.isListening(SWT.Help)) {
            helped = helped.getParent();
        }
        assertThat(helped).as("a control with help around " + control).isNotNull();
        helped.notifyListeners(SWT.Help, new Event());
    }

    private static String page(Shell shell) {
        return Ui.controls(shell, StyledText.class).stream().filter(text -> text.isVisible() && (text.getStyle() & SWT.READ_ONLY) != 0)
                .map(StyledText::getText).filter(text -> text.length() > 300).findFirst().orElse("");
    }

    private static Shell window() {
        return ModelProject.page().getWorkbenchWindow().getShell();
    }

    private static String shownInView() {
        IViewPart view = ModelProject.page().findView(HELP);
        return view == null ? "" : Ui.controls(window(), StyledText.class).stream().filter(text -> text.isVisible()
                && (text.getStyle() & SWT.READ_ONLY) != 0 && text.getText().length() > 300).map(StyledText::getText)
                .filter(text -> text.contains("The IDE") || text.contains("Checking") || text.contains("Examples") || text.contains("Not here"))
                .findFirst().orElse("");
    }
}
