package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Stopwatch;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.internal.PartSite;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F1, and the view with the documentation. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class HelpTest {

    private static final String VIEW = "dmvpn.dsl.ui.help.view";
    private static final String F1 = "dmvpn.dsl.ui.help.atCaret";

    /** What a person notices. */
    private static final long NOTICED_MILLIS = 50;

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("help");
    }

    @AfterEach
    void closeAll() throws Exception {
        Ui.run(() -> ModelProject.page().hideView(view()));
        project.close();
    }

    @Test
    void f1ShowsWhatTheKeywordAtTheCaretMeansWithoutTakingTheFocus() throws Exception {
        ITextEditor editor = open(project.file("net.dmvpn", Models.PHASE_3), "holdtime");
        assertThat(Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class)
                .getPerfectMatch(KeySequence.getInstance("F1")).getParameterizedCommand().getId())).isEqualTo(F1);

        Ui.run(() -> execute(F1));

        Ui.waitUntil("the keyword", () -> isShown() && text().getText().startsWith("holdtime\n"));
        assertThat(Ui.get(() -> text().getText())).contains("10min", "The language");
        assertThat(Ui.get(() -> ModelProject.page().getActivePart() == editor)).isTrue();
        Screenshots.take("help-keyword");
    }

    @Test
    void f1OnAProblemShowsItsRule() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3.replace("join Corp as 10.255.0.1\n", "join Corps as 10.255.0.1\n"));
        open(file, "Corps");
        Workbench.waitForProblem(file, "L-LINK");

        Ui.run(() -> execute(F1));

        Ui.waitUntil("the rule", () -> isShown() && text().getText().contains("L-LINK: "));
        assertThat(Ui.get(() -> text().getText())).contains("Severity: error", "A model that breaks it");
    }

    @Test
    void f1WhereNothingIsKnownSaysWhatToDo() throws Exception {
        open(project.file("net.dmvpn", "\n\n" + Models.PHASE_3), "\n\n");

        Ui.run(() -> execute(F1));

        Ui.waitUntil("a hint", () -> isShown() && text().getText().startsWith("Nothing is known of this place"));
    }

    @Test
    void theDocumentationHasContentsAndItsPagesAreLinked() throws Exception {
        Ui.run(() -> execute("dmvpn.dsl.ui.help.show"));
        Ui.waitUntil("the tutorial", () -> isShown() && text().getText().startsWith("Tutorial\n"));
        Ui.waitUntil("the contents", () -> titles(tree().getItems())
                .containsAll(List.of("Tutorial", "The IDE", "The language", "Checking", "Rules")));
        Screenshots.take("help-contents");

        run(Map.of("dmvpn.dsl.ui.help.show.page", "rules/README.md"));
        Ui.waitUntil("the rules", () -> text().getText().startsWith("Rules\n") && text().getText().contains("R-NH-01"));
        Ui.run(() -> {
            text().setFocus();
            text().setSelection(0);
            Event tab = new Event();
            tab.detail = SWT.TRAVERSE_TAB_NEXT;
            tab.doit = true;
            text().notifyListeners(SWT.Traverse, tab);
        });
        assertThat(Ui.get(() -> text().getSelectionText())).isEqualTo("Checking");
        Ui.run(() -> {
            Event enter = new Event();
            enter.keyCode = SWT.CR;
            enter.character = SWT.CR;
            text().notifyListeners(SWT.KeyDown, enter);
        });
        Ui.waitUntil("the page on checking", () -> text().getText().startsWith("Checking\n"));

        Ui.run(() -> execute("org.eclipse.ui.navigate.backwardHistory"));
        Ui.waitUntil("the rules again", () -> text().getText().startsWith("Rules\n"));
    }

    @Test
    void aSearchLeavesThePagesThatHaveTheWordsAndHoldsNobodyUp() {
        Ui.run(() -> execute("dmvpn.dsl.ui.help.show"));
        Ui.waitUntil("the contents", () -> isShown() && tree().getItemCount() > 5);

        try (Stopwatch stopwatch = new Stopwatch()) {
            stopwatch.reset();
            Ui.run(() -> Ui.controls(control(), Text.class).getFirst().setText("R-NH-01 network-id"));
            Ui.waitUntil("the search", () -> !titles(tree().getItems()).contains("Other editors"));
            assertThat(stopwatch.longestInOurCodeMillis()).as("busy with " + stopwatch.busyWith()).isLessThanOrEqualTo(NOTICED_MILLIS);
        }

        Ui.waitUntil("one rule", () -> titles(tree().getItems()).contains("Rules")
                && all(tree().getItems()).stream().anyMatch(title -> title.startsWith("R-NH-01: "))
                && !titles(tree().getItems()).contains("Other editors"));
    }

    private static ITextEditor open(IFile file, String words) {
        ITextEditor editor = ModelProject.open(file);
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(Workbench.document(editor).get().indexOf(words) + (words.isBlank() ? 0 : 1), 0);
        });
        return editor;
    }

    private static void run(Map<String, String> parameters) {
        Ui.run(() -> PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(
                ParameterizedCommand.generateCommand(PlatformUI.getWorkbench().getService(ICommandService.class)
                        .getCommand("dmvpn.dsl.ui.help.show"), parameters), null));
    }

    private static List<String> titles(TreeItem[] items) {
        return Arrays.stream(items).map(TreeItem::getText).toList();
    }

    private static List<String> all(TreeItem[] items) {
        List<String> titles = new ArrayList<>(titles(items));
        for (TreeItem item : items) {
            titles.addAll(all(item.getItems()));
        }
        return titles;
    }

    private static boolean isShown() {
        return view() != null && control() != null;
    }

    private static IViewPart view() {
        return ModelProject.page().findView(VIEW);
    }

    private static Composite control() {
        return ((PartSite) view().getSite()).getModel().getWidget() instanceof Composite widget ? widget : null;
    }

    private static Tree tree() {
        return Ui.controls(control(), Tree.class).getFirst();
    }

    private static StyledText text() {
        return Ui.controls(control(), StyledText.class).getFirst();
    }
}
