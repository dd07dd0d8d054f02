package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.IFoldingCommandIds;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Folding of blocks, comments and vendor lines. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class FoldingTest {

    private static final String TEXT = """
            // What this
            // is about.
            network Demo

            crypto Suite {
              ike v2
                  // indented, and no block
              esp aes-gcm-256
            }

            hub HQ1 {
              lan 10.1.0.0/16
              raw <<<
              logging buffered
              >>>
            }
            """;

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("folding");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void blocksAndCommentsFoldAndIndentationDoesNot() throws Exception {
        ITextEditor editor = open();

        assertThat(folds(editor, 4)).containsExactly("// What this", "crypto Suite {", "hub HQ1 {", "  raw <<<");
    }

    @Test
    void allIsFoldedAndUnfoldedByKey() throws Exception {
        ITextEditor editor = open();
        folds(editor, 4);
        assertThat(Ui.get(() -> Keys.of(IFoldingCommandIds.FOLDING_COLLAPSE_ALL))).isNotNull();
        assertThat(Ui.get(() -> Keys.of(IFoldingCommandIds.FOLDING_EXPAND_ALL))).isNotNull();

        Ui.run(() -> execute(IFoldingCommandIds.FOLDING_COLLAPSE_ALL));
        Screenshots.take("folded");
        assertThat(Ui.get(() -> text(editor).getText())).contains("hub HQ1 {").contains("}").doesNotContain("esp").doesNotContain("lan");

        Ui.run(() -> execute(IFoldingCommandIds.FOLDING_EXPAND_ALL));
        assertThat(Ui.get(() -> text(editor).getText())).isEqualTo(TEXT);
    }

    @Test
    void whatIsFoldedStaysFoldedWhileAboveItSomethingIsTyped() throws Exception {
        ITextEditor editor = open();
        folds(editor, 4);
        Ui.run(() -> {
            editor.selectAndReveal(TEXT.indexOf("hub HQ1"), 0);
            execute(IFoldingCommandIds.FOLDING_COLLAPSE);
        });
        Ui.waitUntil("the fold", () -> !text(editor).getText().contains("lan 10.1"));

        Ui.run(() -> document(editor).replace(TEXT.indexOf("crypto"), 0, "transport Internet {\n  latency 10ms\n}\n\n"));

        assertThat(folds(editor, 5)).contains("transport Internet {");
        assertThat(Ui.get(() -> text(editor).getText())).contains("latency 10ms").contains("hub HQ1").doesNotContain("lan 10.1");
    }

    private ITextEditor open() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", TEXT));
        Ui.run(() -> {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().forceActive();
            editor.setFocus();
        });
        return editor;
    }

    /** The first lines of what can be folded, once it is as many. */
    private static List<String> folds(ITextEditor editor, int count) {
        return Ui.waitFor(count + " folds", () -> {
            ProjectionAnnotationModel model = ((ProjectionViewer) editor.getAdapter(ITextOperationTarget.class))
                    .getProjectionAnnotationModel();
            List<String> lines = StreamSupport.stream(Spliterators.spliteratorUnknownSize(model.getAnnotationIterator(), 0), false)
                    .filter(ProjectionAnnotation.class::isInstance)
                    .map(model::getPosition).sorted((one, other) -> one.offset - other.offset)
                    .map(position -> line(document(editor), position)).toList();
            return lines.size() == count ? Optional.of(lines) : Optional.empty();
        });
    }

    private static String line(IDocument document, Position position) {
        try {
            int line = document.getLineOfOffset(position.getOffset());
            return document.get(document.getLineOffset(line), document.getLineInformation(line).getLength());
        } catch (BadLocationException outside) {
            throw new AssertionError(outside);
        }
    }
}
