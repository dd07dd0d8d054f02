package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.Mouse;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.HyperlinkDetectorDescriptor;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.editors.text.EditorsUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a name to its declaration. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class NavigationTest {

    private static final String SHARED = "transport Backbone { latency 1ms  dhcp 198.18.0.0/16 }\n";

    private static final String MAIN = "import \"shared/transports.dmvpn\"\n\n"
            + Models.PHASE_3.replace("wan Internet dhcp", "wan Backbone dhcp");

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("navigation");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void f3GoesToTheDeclarationOfTheNameAtTheCaret() throws Exception {
        ITextEditor editor = open(Models.PHASE_3);

        caret(editor, "via HQ1", 5);
        press(editor, "F3");

        Ui.waitUntil("the declaration to be selected", () -> selection(editor).getText().equals("HQ1")
                && selection(editor).getOffset() == Models.PHASE_3.indexOf("hub HQ1") + "hub ".length());
    }

    @Test
    void f3OnANameOfAnImportedFileOpensThatFile() throws Exception {
        project.file("shared/transports.dmvpn", SHARED);
        ITextEditor editor = open(MAIN);

        caret(editor, "wan Backbone", 6);
        press(editor, "F3");

        ITextEditor opened = waitForEditor("transports.dmvpn");
        Ui.waitUntil("the name to be selected", () -> selection(opened).getText().equals("Backbone"));
    }

    @Test
    void f3OnAnImportOpensTheFile() throws Exception {
        project.file("shared/transports.dmvpn", SHARED);
        ITextEditor editor = open(MAIN);

        caret(editor, "shared/", 3);
        press(editor, "F3");

        waitForEditor("transports.dmvpn");
    }

    @Test
    void f3WorksInsideAnImportedFileThatWasReached() throws Exception {
        project.file("base.dmvpn", SHARED);
        project.file("shared/transports.dmvpn", "import \"../base.dmvpn\"\nhub Inner { wan Backbone dhcp }\n");
        ITextEditor editor = open(MAIN);
        caret(editor, "shared/", 3);
        press(editor, "F3");
        ITextEditor inner = waitForEditor("transports.dmvpn");

        caret(inner, "wan Backbone", 6);
        press(inner, "F3");

        waitForEditor("base.dmvpn");
    }

    @Test
    void f3WhereNothingIsDeclaredSaysSoInTheStatusLine() throws Exception {
        ITextEditor editor = open(Models.PHASE_3);

        caret(editor, "latency 10ms", 2);
        press(editor, "F3");

        Ui.waitUntil("a message", () -> Workbench.statusLine().contains("no name at the caret"));
        caret(editor, "via HQ1", 5);
        press(editor, "F3");
        Ui.waitUntil("the message to go", () -> !Workbench.statusLine().contains("no name at the caret"));
    }

    @Test
    void namesAreLinksWhileControlIsHeldAndOtherWordsAreNot() throws Exception {
        ITextEditor editor = open(Models.PHASE_3);

        IHyperlink link = Ui.waitFor("the link", () -> links(editor, Models.PHASE_3.indexOf("via HQ1") + 5).stream().findFirst());
        assertThat(link.getHyperlinkRegion()).isEqualTo(new Region(Models.PHASE_3.indexOf("via HQ1") + 4, 3));
        Ui.waitUntil("no link on a keyword", () -> links(editor, Models.PHASE_3.indexOf("latency")).isEmpty());

        Ui.run(link::open);
        Ui.waitUntil("the declaration to be selected",
                () -> selection(editor).getOffset() == Models.PHASE_3.indexOf("hub HQ1") + "hub ".length());
    }

    @Test
    void aClickWithControlFollowsTheNameUnderTheMouse() throws Exception {
        ITextEditor editor = open(Models.PHASE_3);
        caret(editor, "via HQ1", 0);
        Ui.waitFor("the link", () -> links(editor, Models.PHASE_3.indexOf("via HQ1") + 5).stream().findFirst());

        Ui.run(() -> Mouse.clickWithControl(text(editor), Models.PHASE_3.indexOf("via HQ1") + 5));

        Ui.waitUntil("the declaration to be selected", () -> selection(editor).getText().equals("HQ1")
                && selection(editor).getOffset() == Models.PHASE_3.indexOf("hub HQ1") + "hub ".length());
    }

    @Test
    void theMenuOfTheEditorOffersIt() throws Exception {
        ITextEditor editor = open(Models.PHASE_3);

        List<String> items = Ui.get(() -> {
            Menu menu = text(editor).getMenu();
            menu.notifyListeners(SWT.Show, new Event());
            List<String> texts = new ArrayList<>();
            Workbench.collect(menu, texts);
            menu.notifyListeners(SWT.Hide, new Event());
            return texts;
        });

        assertThat(items).contains("Open Declaration");
    }

    private ITextEditor open(String model) throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", model));
        Ui.run(editor::setFocus);
        return editor;
    }

    private static void caret(ITextEditor editor, String place, int into) {
        Ui.run(() -> editor.selectAndReveal(document(editor).get().indexOf(place) + into, 0));
    }

    private static void press(ITextEditor editor, String keys) {
        Ui.run(() -> Keys.press(text(editor), keys));
    }

    private static ITextSelection selection(ITextEditor editor) {
        return (ITextSelection) editor.getSelectionProvider().getSelection();
    }

    private static ITextEditor waitForEditor(String title) {
        return Ui.waitFor("an editor of " + title, () -> {
            IEditorPart active = ModelProject.page().getActiveEditor();
            return active instanceof ITextEditor editor && active.getTitle().equals(title)
                    ? java.util.Optional.of(editor) : java.util.Optional.empty();
        });
    }

    /** The links that the platform finds at a place of the text. */
    private static List<IHyperlink> links(ITextEditor editor, int offset) throws Exception {
        for (HyperlinkDetectorDescriptor each : EditorsUI.getHyperlinkDetectorRegistry().getHyperlinkDetectorDescriptors()) {
            if (each.getId().equals("dmvpn.dsl.ui.declarations")) {
                IHyperlinkDetector detector = each.createHyperlinkDetector();
                ((org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector) detector).setContext(editor);
                IHyperlink[] found = detector.detectHyperlinks(editor.getAdapter(ITextViewer.class), new Region(offset, 0), false);
                return found == null ? List.of() : List.of(found);
            }
        }
        throw new AssertionError("No detector of declarations");
    }
}
