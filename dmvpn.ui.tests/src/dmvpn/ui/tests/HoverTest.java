package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.text;
import static dmvpn.ui.tests.driver.Workbench.waitForProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What resting on a word shows, and F2. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class HoverTest {

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("hover");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void f2ShowsWhatAWordMeansAndWhichValueIsInEffect() throws Exception {
        ITextEditor editor = open(project.file("net.dmvpn", Models.PHASE_3), "holdtime");
        assertThat(Ui.get(() -> Keys.of(ITextEditorActionDefinitionIds.SHOW_INFORMATION))).isEqualTo("F2");

        StyledText hover = showInformation(editor, "How long NHRP mappings stay valid");

        assertThat(Ui.<String>get(hover::getText)).contains("In effect: 600 s (written here").doesNotContain("**").doesNotContain("`");
        assertThat(Ui.get(() -> hover.getStyleRangeAtOffset(hover.getText().indexOf("holdtime")).fontStyle)).isEqualTo(SWT.BOLD);
        Screenshots.take("hover");
    }

    @Test
    void theDeclarationBehindANameIsShownWithItsTable() throws Exception {
        ITextEditor editor = open(project.file("net.dmvpn", Models.PHASE_3), "Corp as 10.255.0.{");

        StyledText hover = showInformation(editor, "setting");

        assertThat(Ui.<String>get(hover::getText)).contains("in effect").doesNotContain("|");
        Screenshots.take("hover-declaration");
    }

    @Test
    void aBrokenRuleIsExplainedAndItsLinkOpensThePageOfTheRule() throws Exception {
        String text = Models.PHASE_3.replace("lan 10.1.0.0/16", "lan 10.1.0.5/16");
        IFile file = project.file("net.dmvpn", text);
        ITextEditor editor = open(file, "10.1.0.5/16");
        waitForProblem(file, "L-VALUE-HOST-BITS");

        StyledText hover = showInformation(editor, "L-VALUE-HOST-BITS");
        Screenshots.take("hover-rule");
        Ui.run(() -> {
            int link = hover.getText().indexOf("L-VALUE-HOST-BITS");
            StyleRange style = hover.getStyleRangeAtOffset(link);
            assertThat(style.underline).isTrue();
            hover.setSelection(link, link + 1);
            Keys.press(hover, SWT.CR, SWT.CR, SWT.NONE);
        });

        StyledText page = Ui.waitFor("the page", () -> Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), StyledText.class)
                .stream().filter(widget -> widget.isVisible() && widget.getText().contains("A model that breaks it")).findFirst());
        assertThat(Ui.<String>get(page::getText)).contains("Quick fix:");
        Screenshots.take("rule-page");
        Ui.run(() -> ModelProject.page().hideView(ModelProject.page().findView("dmvpn.dsl.ui.help.view")));
    }

    @Test
    void whereNothingIsToBeSaidNothingIsShown() throws Exception {
        ITextEditor editor = open(project.file("net.dmvpn", Models.PHASE_3), "\n\ntransport");

        Ui.run(() -> execute(ITextEditorActionDefinitionIds.SHOW_INFORMATION));
        Ui.waitUntilIdle();

        assertThat(Ui.get(() -> information(editor).isPresent())).isFalse();
    }

    private static ITextEditor open(IFile file, String place) {
        ITextEditor editor = ModelProject.open(file);
        Ui.run(() -> {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().forceActive();
            editor.setFocus();
            text(editor).forceFocus();
            editor.selectAndReveal(text(editor).getText().indexOf(place), 0);
        });
        return editor;
    }

    private static StyledText showInformation(ITextEditor editor, String words) {
        // The platform closes it when lines move, as they do when folds and lenses of a fresh editor come.
        return Ui.waitFor("information with '" + words + "'", () -> {
            if (information(editor).isEmpty()) {
                execute(ITextEditorActionDefinitionIds.SHOW_INFORMATION);
            }
            return information(editor).filter(shown -> shown.getText().contains(words));
        });
    }

    private static Optional<StyledText> information(ITextEditor editor) {
        return Ui.shells().stream()
                .filter(shell -> shell != PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell())
                .flatMap(shell -> Ui.controls(shell, StyledText.class).stream())
                .filter(widget -> widget != text(editor) && widget.isVisible() && widget.getCharCount() > 0)
                .findFirst();
    }
}
