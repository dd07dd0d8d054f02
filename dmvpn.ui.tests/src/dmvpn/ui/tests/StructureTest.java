package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Moving and selecting by the structure of a model. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class StructureTest {

    private static final String HUB = Models.PHASE_3.substring(Models.PHASE_3.indexOf("hub HQ1"),
            Models.PHASE_3.indexOf("\n\nspoke"));

    private ModelProject project;
    private ITextEditor editor;

    @BeforeEach
    void openModel() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("structure");
        editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        Ui.run(editor::setFocus);
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void theSelectionGrowsToWhatEnclosesItAndShrinksAgain() {
        caret(Models.PHASE_3.indexOf("203.0.113.254") + 4);

        press("ALT+SHIFT+ARROW_UP");
        waitForSelection("203.0.113.254");
        press("ALT+SHIFT+ARROW_UP");
        waitForSelection("wan Internet 203.0.113.1/24 gateway 203.0.113.254");
        press("ALT+SHIFT+ARROW_UP");
        waitForSelection(HUB);
        press("ALT+SHIFT+ARROW_UP");
        waitForSelection(Models.PHASE_3);

        press("ALT+SHIFT+ARROW_DOWN");
        waitForSelection(HUB);
        press("ALT+SHIFT+ARROW_DOWN");
        press("ALT+SHIFT+ARROW_DOWN");
        press("ALT+SHIFT+ARROW_DOWN");
        waitForSelection("");
        assertThat(Ui.get(() -> selection().getOffset())).isEqualTo(Models.PHASE_3.indexOf("203.0.113.254") + 4);
    }

    @Test
    void theCaretGoesFromMemberToMember() {
        caret(Models.PHASE_3.indexOf("hub HQ1"));

        press("CTRL+SHIFT+ARROW_DOWN");
        waitForSelection("HQ1");
        press("CTRL+SHIFT+ARROW_DOWN");
        Ui.waitUntil("the clause", () -> selection().getOffset() == Models.PHASE_3.indexOf("wan Internet 203"));
        press("CTRL+SHIFT+ARROW_UP");
        waitForSelection("HQ1");
        press("CTRL+SHIFT+ARROW_UP");
        waitForSelection("Corp");
    }

    @Test
    void behindTheLastMemberTheStatusLineSaysSo() {
        caret(Models.PHASE_3.length());
        press("CTRL+SHIFT+ARROW_DOWN");
        Ui.waitUntil("a message", () -> Workbench.statusLine().contains("last member"));
    }

    @Test
    void ctrlShiftPGoesToTheMatchingBracket() {
        int open = Models.PHASE_3.indexOf("{", Models.PHASE_3.indexOf("hub HQ1"));
        caret(open + 1);

        press("CTRL+SHIFT+P");

        int close = Models.PHASE_3.indexOf("}", open);
        Ui.waitUntil("the caret at the closing bracket", () -> Math.abs(selection().getOffset() - close) <= 1);
    }

    @Test
    void aDoubleClickSelectsAnAddressATimeAndAHyphenatedNameAsOneWord() {
        assertThat(doubleClick("203.0.113.1/24", 5)).isEqualTo("203.0.113.1/24");
        assertThat(doubleClick("10min", 3)).isEqualTo("10min");
        assertThat(doubleClick("aes-gcm-256  prf", 5)).isEqualTo("aes-gcm-256");
        assertThat(doubleClick("wan-psk", 1)).isEqualTo("wan-psk");
    }

    @Test
    void theFirstLineOfTheBlockAroundStaysInSight() {
        Ui.run(() -> EditorsUI.getPreferenceStore().setValue("stickyScrollingEnabled", true));
        try {
            Ui.run(() -> document(editor).set(Models.PHASE_3 + "\n".repeat(60)));
            int hub = Models.lineOf("hub HQ1") - 1;

            Ui.waitUntil("the block's first line above the text", () -> {
                ITextViewer viewer = editor.getAdapter(ITextViewer.class);
                viewer.setTopIndex(viewer.getTopIndex() == hub + 1 ? hub + 2 : hub + 1); // the platform looks when it scrolls
                return Ui.controls(text(editor).getParent(), StyledText.class).stream()
                        .anyMatch(widget -> widget != text(editor) && widget.getText().contains("hub HQ1 {"));
            });
            Screenshots.take("sticky-lines");
        } finally {
            ModelProject.close(editor); // the platform's own colouring of these lines outlives them when they are switched off
            Ui.run(() -> EditorsUI.getPreferenceStore().setToDefault("stickyScrollingEnabled"));
        }
    }

    private String doubleClick(String place, int into) {
        Ui.run(() -> {
            StyledText widget = text(editor);
            Point location = widget.getLocationAtOffset(document(editor).get().indexOf(place) + into);
            for (int count = 1; count <= 2; count++) {
                mouse(widget, SWT.MouseDown, location, count);
                mouse(widget, SWT.MouseUp, location, count);
            }
        });
        return Ui.get(() -> selection().getText());
    }

    private static void mouse(StyledText widget, int type, Point location, int count) {
        Event event = new Event();
        event.button = 1;
        event.count = count;
        event.x = location.x + 2;
        event.y = location.y + 2;
        widget.notifyListeners(type, event);
    }

    private void caret(int offset) {
        Ui.run(() -> editor.selectAndReveal(offset, 0));
    }

    private void press(String keys) {
        Ui.run(() -> Keys.press(text(editor), keys));
    }

    private ITextSelection selection() {
        return (ITextSelection) editor.getSelectionProvider().getSelection();
    }

    private void waitForSelection(String expected) {
        Ui.waitUntil("the selection '" + expected + "'", () -> selection().getText().equals(expected));
    }
}
