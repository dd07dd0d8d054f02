package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What keys do beyond their character. A bar in a text stands for the caret. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class TypingTest {

    private static final IEclipsePreferences GENERIC_EDITOR = InstanceScope.INSTANCE.getNode("org.eclipse.ui.genericeditor");
    private static final String POPUP_ON_TYPING = "contentAssistant.autoActivationOnType";

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        GENERIC_EDITOR.putBoolean(POPUP_ON_TYPING, false); // a popup would take the keys that follow
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("typing");
    }

    @AfterEach
    void deleteProject() throws Exception {
        GENERIC_EDITOR.remove(POPUP_ON_TYPING);
        project.close();
    }

    @Test
    void aBlockIsTypedAsPeopleTypeIt() throws Exception {
        assertThat(typed("|", "cloud Corp {\noverlay 10.0.0.0/24\nrouting eigrp 1 {\nstub spokes")).isEqualTo("""
                cloud Corp {
                  overlay 10.0.0.0/24
                  routing eigrp 1 {
                    stub spokes|
                  }
                }""");
    }

    @Test
    void closingBracketsAndQuotesAreTypedOver() throws Exception {
        assertThat(typed("|", "spoke B[1..2] { }")).isEqualTo("spoke B[1..2] { }|");
    }

    @Test
    void quotesComeInPairsAndAreTypedOver() throws Exception {
        assertThat(typed("crypto S {\n  psk secret |\n}", "\"wan psk\"")).isEqualTo("crypto S {\n  psk secret \"wan psk\"|\n}");
    }

    @Test
    void noBracketIsAddedWhereOneIsMissingOrAWordFollows() throws Exception {
        assertThat(typed("cloud Corp |\n}", "{")).isEqualTo("cloud Corp {|\n}");
        assertThat(typed("lan 10.|n}.0.0/16", "{")).isEqualTo("lan 10.{|n}.0.0/16");
    }

    @Test
    void inALargeModelNoPartnerIsAddedOrLeftOut() throws Exception {
        // What is around these, as far as thirty thousand characters, has more braces that open, or more that close.
        int moreOpen = behindSpoke(385);
        int moreClose = behindSpoke(321);
        String text = LargeModel.text();

        assertThat(atCaret(typed(marked(text, moreOpen, "|"), "\n"))).isEqualTo(atCaret(marked(text, moreOpen, "\n  |")));
        assertThat(atCaret(typed(marked(text, moreClose, "\n  |"), "x {"))).isEqualTo(atCaret(marked(text, moreClose, "\n  x {|}")));
        assertThat(atCaret(typed(marked(text, moreClose, "\n  |"), "B[1"))).isEqualTo(atCaret(marked(text, moreClose, "\n  B[1|]")));
    }

    private static int behindSpoke(int number) {
        String spoke = "spoke Branch" + number + " {";
        return LargeModel.text().indexOf(spoke) + spoke.length();
    }

    private static String marked(String text, int place, String inserted) {
        return text.substring(0, place) + inserted + text.substring(place);
    }

    /** The lines around the caret. */
    private static String atCaret(String marked) {
        int caret = marked.indexOf('|');
        return marked.substring(caret - 80, caret + 80);
    }

    @Test
    void inCommentsAndTextsBracketsAreMereCharacters() throws Exception {
        assertThat(typed("// see |", "[1")).isEqualTo("// see [1|");
        assertThat(typed("psk secret \"|\"", "{")).isEqualTo("psk secret \"{|\"");
    }

    @Test
    void aClosingBraceGoesBelowTheLineThatOpensItsBlock() throws Exception {
        assertThat(typed("hub A {\n  lan 10.0.0.0/8\n      |", "}")).isEqualTo("hub A {\n  lan 10.0.0.0/8\n}|");
    }

    @Test
    void enterKeepsTheIndentationAndContinuesBlockComments() throws Exception {
        assertThat(typed("hub A {\n  lan 10.0.0.0/8|\n}", "\n")).isEqualTo("hub A {\n  lan 10.0.0.0/8\n  |\n}");
        assertThat(typed("/* One|\n */", "\ntwo\nthree")).isEqualTo("/* One\n * two\n * three|\n */");
    }

    @Test
    void tabIndentsByBlanks() throws Exception {
        assertThat(typed("hub A {\n|\n}", "\t")).isEqualTo("hub A {\n  |\n}");
    }

    @Test
    void backspaceDeletesAnEmptyPair() throws Exception {
        ITextEditor editor = open("hub A {|}");

        Ui.run(() -> Keys.press(text(editor), SWT.BS, SWT.BS, SWT.NONE));

        assertThat(shown(editor)).isEqualTo("hub A |");
    }

    @Test
    void linesBecomeCommentsAndBackAgainByOneKey() throws Exception {
        String before = "hub A {\n  lan 10.0.0.0/8\n    raw <<< x >>>\n}\n";
        ITextEditor editor = open(before + "|");
        Ui.run(() -> editor.selectAndReveal(before.indexOf("  lan"), "  lan 10.0.0.0/8\n    raw <<< x >>>\n".length()));
        assertThat(Ui.get(() -> Keys.of("dmvpn.dsl.ui.toggleComment"))).isIn("Ctrl+7", "Ctrl+/");

        Ui.run(() -> execute("dmvpn.dsl.ui.toggleComment"));
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo("hub A {\n  // lan 10.0.0.0/8\n  //   raw <<< x >>>\n}\n");

        Ui.run(() -> execute("dmvpn.dsl.ui.toggleComment"));
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(before);

        Ui.run(() -> execute("dmvpn.dsl.ui.toggleComment"));
        Ui.run(() -> execute(IWorkbenchCommandConstants.EDIT_UNDO));
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(before);
    }

    @Test
    void aBlockCommentIsPutAroundTheSelectionAndTakenAway() throws Exception {
        ITextEditor editor = open("hub A { lan 10.0.0.0/8 }|");
        Ui.run(() -> editor.selectAndReveal("hub A { ".length(), "lan 10.0.0.0/8".length()));
        assertThat(Ui.get(() -> Keys.of("dmvpn.dsl.ui.addBlockComment"))).isEqualTo("Shift+Ctrl+/");

        Ui.run(() -> execute("dmvpn.dsl.ui.addBlockComment"));
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo("hub A { /* lan 10.0.0.0/8 */ }");

        Ui.run(() -> execute("dmvpn.dsl.ui.removeBlockComment"));
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo("hub A { lan 10.0.0.0/8 }");
    }

    private String typed(String before, String keys) throws Exception {
        ITextEditor editor = open(before);
        Ui.run(() -> Keys.type(editor, keys));
        String after = shown(editor);
        ModelProject.close(editor);
        return after;
    }

    private ITextEditor open(String marked) throws Exception {
        ITextEditor editor = ModelProject.open(project.replace("net.dmvpn", marked.replace("|", "")));
        Ui.run(() -> {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().forceActive();
            editor.setFocus();
            text(editor).setCaretOffset(marked.indexOf('|'));
        });
        return editor;
    }

    private static String shown(ITextEditor editor) {
        return Ui.get(() -> {
            int caret = text(editor).getCaretOffset();
            String all = document(editor).get();
            return all.substring(0, caret) + "|" + all.substring(caret);
        });
    }
}
