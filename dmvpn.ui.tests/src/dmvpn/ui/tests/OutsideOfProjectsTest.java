package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.isEnabled;
import static dmvpn.ui.tests.driver.Workbench.proposals;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.PageBookView;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A model that belongs to no project, as {@code File ▸ Open File…} shows it. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class OutsideOfProjectsTest {

    private static final String MISTAKEN = Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n");
    private static final String CONFIGURATION = "dmvpn.dsl.ui.preview.configuration";

    @TempDir
    private Path folder;

    @BeforeEach
    void showPerspective() throws Exception {
        Ui.run(Workbench::showPerspective);
        Ui.run(() -> execute("dmvpn.dsl.ui.showConfiguration"));
    }

    @AfterEach
    void closeEditors() throws Exception {
        Ui.waitUntilIdle();
        Ui.run(() -> {
            ModelProject.page().closeAllEditors(false);
            ModelProject.page().hideView(ModelProject.page().findView(CONFIGURATION));
        });
    }

    @Test
    void itHasColoursAndAnOutline() throws Exception {
        ITextEditor editor = open(Models.PHASE_3);

        assertThat(Ui.get(() -> editor.getSite().getId())).isEqualTo("org.eclipse.ui.genericeditor.GenericEditor");
        Ui.waitUntil("colours", () -> {
            StyleRange keyword = text(editor).getStyleRangeAtOffset(Models.PHASE_3.indexOf("hub HQ1"));
            return keyword != null && keyword.fontStyle == SWT.BOLD;
        });
        Ui.waitUntil("the outline", () -> outline().contains("HQ1 hub"));
        Screenshots.take("outside-of-projects");
    }

    @Test
    void itsProblemsAreMarkedInTheEditorAndMendedByCtrl1() throws Exception {
        ITextEditor editor = open(MISTAKEN);
        Ui.waitUntil("the problem", () -> problems(editor).stream().anyMatch(OutsideOfProjectsTest::isOfTheMistake));
        select(editor, "crypto Suit\n", "crypto Su".length());

        Ui.waitUntil("fixes", () -> {
            if (proposals().isEmpty()) {
                execute(ITextEditorActionDefinitionIds.QUICK_ASSIST);
            }
            return proposals().filter(found -> found.contains("Change to 'Suite'")).isPresent();
        });
        Ui.run(() -> Workbench.choose("Change to 'Suite'"));

        Ui.waitUntil("the fixed text", () -> document(editor).get().equals(Models.PHASE_3));
        Ui.waitUntil("the problem to go", () -> problems(editor).stream().noneMatch(OutsideOfProjectsTest::isOfTheMistake));
        Ui.run(() -> execute("org.eclipse.ui.file.save"));
        Ui.waitUntil("the text to be saved", () -> Files.readString(folder.resolve("net.dmvpn")).equals(Models.PHASE_3));
    }

    private static boolean isOfTheMistake(Annotation problem) {
        return problem.getType().equals("org.eclipse.ui.workbench.texteditor.error") && problem.getText().contains("Suit");
    }

    @Test
    void wordsAreCompletedAndExplained() throws Exception {
        ITextEditor editor = open(Models.PHASE_3.replace("via HQ1", "via "));
        select(editor, "via ", "via ".length());
        Ui.run(() -> execute(ITextEditorActionDefinitionIds.CONTENT_ASSIST_PROPOSALS));
        Ui.waitUntil("the hub", () -> proposals().filter(found -> found.contains("HQ1")).isPresent());
        Ui.run(() -> Workbench.choose("HQ1"));
        Ui.waitUntil("the name", () -> document(editor).get().equals(Models.PHASE_3));

        select(editor, "holdtime", 1);
        Ui.waitUntil("what the word means", () -> {
            if (!saysInAPopup("holdtime")) {
                execute(ITextEditorActionDefinitionIds.SHOW_INFORMATION);
            }
            return saysInAPopup("holdtime");
        });
    }

    @Test
    void keysAndCommandsOfModelsWork() throws Exception {
        String untidy = Models.PHASE_3.replace("  lan 10.1.0.0/16", "     lan   10.1.0.0/16");
        ITextEditor editor = open(untidy);
        select(editor, "via HQ1", "via H".length());
        Ui.waitUntil("the commands", () -> isEnabled("dmvpn.dsl.ui.openDeclaration"));

        Ui.run(() -> Keys.press(text(editor), "F3"));
        Ui.waitUntil("the declaration", () -> selection(editor).getOffset() == untidy.indexOf("hub HQ1") + "hub ".length());

        select(editor, "holdtime", 1);
        Ui.run(() -> Keys.press(text(editor), "CTRL+SHIFT+F"));
        Ui.waitUntil("the format", () -> document(editor).get().equals(Models.PHASE_3));

        select(editor, "network Demo", 0);
        Ui.run(() -> Keys.press(text(editor), "CTRL+7"));
        Ui.waitUntil("the comment", () -> document(editor).get().startsWith("//"));
    }

    @Test
    void whatNeedsAProjectSaysSoOrIsNotOffered() throws Exception {
        ITextEditor editor = open(Models.PHASE_3);
        select(editor, "via HQ1", "via H".length());
        Ui.waitUntil("the commands", () -> isEnabled("dmvpn.dsl.ui.rename"));

        try (Dialogs dialogue = Dialogs.open(() -> Keys.press(text(editor), "ALT+SHIFT+R"))) {
            dialogue.type(0, "Core").press("OK");
            Shell reason = Ui.waitFor("the reason", () -> Ui.shells().stream().filter(shell -> Ui.controls(shell, Control.class).stream()
                    .anyMatch(control -> said(control).contains("belongs to no open project"))).findFirst());
            Ui.run(reason::close);
            Ui.waitUntil("the reason to go", reason::isDisposed);
        }
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(Models.PHASE_3);
        assertThat(Ui.get(() -> isEnabled("dmvpn.dsl.ui.runScenarioAtCaret"))).isFalse();
    }

    private static String said(Control control) {
        return switch (control) {
            case Table table -> Arrays.stream(table.getItems()).map(TableItem::getText).collect(Collectors.joining("\n"));
            case CLabel label -> String.valueOf(label.getText());
            case Label label -> label.getText();
            case StyledText text -> text.getText();
            default -> "";
        };
    }

    private ITextEditor open(String model) throws Exception {
        Path file = Files.writeString(folder.resolve("net.dmvpn"), model);
        return (ITextEditor) Ui.get(() -> {
            IEditorPart editor = IDE.openEditorOnFileStore(ModelProject.page(), EFS.getLocalFileSystem().getStore(file.toUri()));
            ModelProject.page().getWorkbenchWindow().getShell().forceActive();
            editor.setFocus();
            return editor;
        });
    }

    private static void select(ITextEditor editor, String place, int into) {
        Ui.run(() -> {
            ModelProject.page().activate(editor);
            text(editor).forceFocus();
            editor.selectAndReveal(document(editor).get().indexOf(place) + into, 0);
        });
    }

    private static ITextSelection selection(ITextEditor editor) {
        return (ITextSelection) editor.getSelectionProvider().getSelection();
    }

    private static List<Annotation> problems(ITextEditor editor) {
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        List<Annotation> found = new ArrayList<>();
        model.getAnnotationIterator().forEachRemaining(annotation -> {
            if (annotation.getType() != null && annotation.getText() != null) {
                found.add(annotation);
            }
        });
        return found;
    }

    private static List<String> outline() {
        return ModelProject.page().findView(IPageLayout.ID_OUTLINE) instanceof PageBookView view
                && view.getCurrentPage().getControl() instanceof Tree tree
                        ? Arrays.stream(tree.getItems()).map(TreeItem::getText).toList() : List.of();
    }

    private static boolean saysInAPopup(String words) {
        return Ui.shells().stream().filter(shell -> shell != ModelProject.page().getWorkbenchWindow().getShell())
                .flatMap(shell -> Ui.controls(shell, StyledText.class).stream())
                .anyMatch(text -> text.isVisible() && text.getText().contains(words));
    }
}
