package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
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
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The view Router Configuration beside the editor. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class ConfigurationViewTest {

    private static final String VIEW = "dmvpn.dsl.ui.preview.configuration";
    private static final String SHOW = "dmvpn.dsl.ui.showConfiguration";
    private static final String PIN = "dmvpn.dsl.ui.preview.pin";

    private ModelProject project;
    private IFile file;
    private ITextEditor editor;

    @BeforeEach
    void openModel(TestInfo test) throws Exception {
        Ui.run(Workbench::showPerspective);
        // Where a model was exported to is remembered for its path: each test has its own.
        project = new ModelProject(test.getTestMethod().orElseThrow().getName());
        file = project.file("net.dmvpn", Models.PHASE_3);
        editor = ModelProject.open(file);
        Ui.run(() -> execute(SHOW));
        choose(1, "cisco"); // the view remembers what was chosen last
    }

    @AfterEach
    void closeAll() throws Exception {
        Ui.run(() -> ModelProject.page().hideView(view()));
        project.close();
    }

    @Test
    void itOpensByItsKeyAndShowsTheRouterAtTheCaretWhileTheEditorKeepsTheFocus() {
        assertThat(Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class)
                .getPerfectMatch(KeySequence.getInstance("M2+M3+Q R")).getParameterizedCommand().getId())).isEqualTo(SHOW);
        goTo("lan 10.1.0.0/16");
        waitForText("hostname HQ1");
        assertThat(Ui.get(() -> ModelProject.page().getActivePart() == editor)).isTrue();

        goTo("lan 10.100.{n}.0/24");

        waitForText("hostname Branch1");
        assertThat(Ui.get(ConfigurationViewTest::router)).isEqualTo("Branch1");
    }

    @Test
    void itFollowsTheOutline() {
        Ui.run(() -> ModelProject.page().showView("org.eclipse.ui.views.ContentOutline"));
        goTo("lan 10.1.0.0/16");
        waitForText("hostname HQ1");

        Ui.waitUntil("the branch in the editor", () -> {
            for (Tree tree : Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Tree.class)) {
                for (TreeItem item : tree.getItems()) {
                    if (item.getText().startsWith("Branch[1..2]")) {
                        tree.forceFocus();
                        tree.setSelection(item);
                        Event event = new Event();
                        event.item = item;
                        tree.notifyListeners(SWT.Selection, event);
                        return true;
                    }
                }
            }
            return false;
        });

        waitForText("hostname Branch1");
    }

    @Test
    void itFollowsTheTextWhileThePersonTypes() {
        goTo("lan 10.1.0.0/16");
        waitForText(" ip address 10.1.0.1 255.255.0.0");

        replace("lan 10.1.0.0/16", "lan 10.2.0.0/16");

        waitForText(" ip address 10.2.0.1 255.255.0.0");
    }

    @Test
    void ofABrokenModelTheLastSoundTextStaysAndIsCalledOldWithTheReason() {
        goTo("lan 10.1.0.0/16");
        waitForText("hostname HQ1");

        replace("join Corp as 10.255.0.1\n", "join Corps as 10.255.0.1\n");

        Ui.waitUntil("the reason", () -> state().startsWith("Old: the model has 3 errors, the first in line "
                + Models.lineOf("join Corp as 10.255.0.1\n") + ": ") && state().contains("Corp"));
        assertThat(Ui.get(() -> text().getText())).contains("hostname HQ1");
        Screenshots.take("configuration-old");

        replace("join Corps as 10.255.0.1\n", "join Corp as 10.255.0.1\n");
        Ui.waitUntil("the sound model", () -> state().startsWith("HQ1.cfg: not exported yet"));
    }

    @Test
    void aRouterCanBeChosenAndTheFormatToo() {
        goTo("overlay 10.255.0.0/24");
        waitForText("hostname HQ1");

        choose(0, "Branch2");
        waitForText("hostname Branch2");
        choose(1, "frr");

        waitForText("frr defaults");
        waitForText("hostname Branch2");
        Ui.waitUntil("the file of the format", () -> state().startsWith("Branch2.frr.conf: "));
    }

    @Test
    void theLinesThatThePlaceAtTheCaretMadeAreHighlighted() {
        goTo("lan 10.1.0.0/16");
        waitForText("hostname HQ1");

        Ui.waitUntil("the line of the LAN", () -> backgroundOf(" ip address 10.1.0.1 ") != null);
        Screenshots.take("configuration-linked");
        Ui.waitUntil("no colour at the WAN", () -> backgroundOf(" ip address 203.0.113.1 ") == null);
        goTo("wan Internet 203.0.113.1/24");
        Ui.waitUntil("the line of the WAN", () -> backgroundOf(" ip address 203.0.113.1 ") != null);
        Ui.waitUntil("no colour at the LAN", () -> backgroundOf(" ip address 10.1.0.1 ") == null);
    }

    @Test
    void aClickOnALineSelectsItsPlaceInTheModelAndEnterGoesThere() throws Exception {
        waitForText("hostname HQ1");

        putCaret(" ip address 10.1.0.1 ");
        Ui.run(() -> text().notifyListeners(SWT.MouseUp, new Event()));
        Ui.waitUntil("the selection in the model", () -> "lan 10.1.0.0/16".equals(selected()));

        Ui.run(() -> {
            ModelProject.page().activate(view());
            text().setFocus();
        });
        putCaret("router eigrp 100");
        Ui.run(() -> {
            Event enter = new Event();
            enter.keyCode = SWT.CR;
            enter.character = SWT.CR;
            text().notifyListeners(SWT.KeyDown, enter);
        });
        Ui.waitUntil("the editor", () -> ModelProject.page().getActivePart() == editor && selected().equals("routing eigrp 100"));
    }

    @Test
    void f3GoesToTheModelWhileTheViewIsActive() {
        waitForText("hostname HQ1");
        putCaret(" ip address 203.0.113.1 ");
        Ui.run(() -> ModelProject.page().activate(view()));

        assertThat(Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class)
                .getPerfectMatch(KeySequence.getInstance("F3")).getParameterizedCommand().getId()))
                .isEqualTo("dmvpn.dsl.ui.preview.goToModel");
        Ui.run(() -> execute("dmvpn.dsl.ui.preview.goToModel"));

        Ui.waitUntil("the place in the editor", () -> ModelProject.page().getActivePart() == editor
                && selected().startsWith("wan Internet 203.0.113.1/24"));
    }

    @Test
    void differencesToTheLastExportAreColouredAndWalkedThrough(@TempDir Path folder) throws Exception {
        goTo("lan 10.1.0.0/16");
        waitForText("hostname HQ1");
        Ui.waitUntil("the state", () -> state().startsWith("HQ1.cfg: not exported yet"));
        Ui.run(() -> ModelProject.page().activate(editor));
        run("dmvpn.dsl.ui.exportConfigurations", Map.of("dmvpn.dsl.ui.exportConfigurations.folder", folder.toString()));
        Ui.waitUntil("the export to be known", () -> state().startsWith("HQ1.cfg: as exported to " + folder.resolve("HQ1.cfg")));

        goTo("overlay 10.255.0.0/24");
        replace("lan 10.1.0.0/16", "lan 10.3.0.0/16");
        replace("bandwidth 100Mbps", "bandwidth 50Mbps");

        Ui.waitUntil("the differences", () -> state().matches("HQ1.cfg: \\d+ differences to .*"));
        Ui.waitUntil("the colour of the line that changed", () -> backgroundOf(" ip address 10.3.0.1 ") != null);
        Screenshots.take("configuration-differences");
        Ui.waitUntil("no colour at a line that did not", () -> backgroundOf("hostname HQ1") == null);
        Ui.run(() -> {
            ModelProject.page().activate(view());
            text().setCaretOffset(0);
            execute("org.eclipse.ui.navigate.next");
        });
        String first = Ui.get(ConfigurationViewTest::caretLine);
        Ui.run(() -> execute("org.eclipse.ui.navigate.next"));
        String second = Ui.get(ConfigurationViewTest::caretLine);
        assertThat(List.of(first, second)).doesNotHaveDuplicates().allMatch(line -> !Files.exists(folder.resolve("HQ1.cfg"))
                || !read(folder.resolve("HQ1.cfg")).contains(line));
        Ui.run(() -> execute("org.eclipse.ui.navigate.previous"));
        assertThat(Ui.get(ConfigurationViewTest::caretLine)).isEqualTo(first);
    }

    @Test
    void aPinnedViewStaysWithItsRouter() throws Exception {
        goTo("lan 10.1.0.0/16");
        waitForText("hostname HQ1");
        Ui.run(() -> {
            ModelProject.page().activate(view());
            execute(PIN);
            ModelProject.page().activate(editor);
        });

        goTo("lan 10.100.{n}.0/24");
        replace("lan 10.1.0.0/16", "lan 10.4.0.0/16");

        waitForText(" ip address 10.4.0.1 255.255.0.0");
        assertThat(Ui.get(() -> text().getText())).contains("hostname HQ1");
        Ui.run(() -> {
            ModelProject.page().activate(view());
            execute(PIN);
            ModelProject.page().activate(editor);
        });
        goTo("lan 10.100.{n}.0/24");
        waitForText("hostname Branch1");
    }

    @Test
    void theConfigurationCanBeCopiedSearchedAndSaved(@TempDir Path folder) throws Exception {
        goTo("lan 10.1.0.0/16");
        waitForText("hostname HQ1");
        Path target = folder.resolve("copy.cfg");
        Ui.run(() -> {
            ModelProject.page().activate(view());
            execute("org.eclipse.ui.edit.selectAll");
        });
        assertThat(Ui.get(() -> text().getSelectionText())).contains("hostname HQ1").contains("end");
        assertThat(Ui.get(() -> handled("org.eclipse.ui.edit.copy") && handled("org.eclipse.ui.edit.findReplace"))).isTrue();

        run("dmvpn.dsl.ui.preview.saveAs", Map.of("dmvpn.dsl.ui.preview.saveAs.file", target.toString()));

        Ui.waitUntil("the file", () -> Files.exists(target));
        Ui.waitUntil("the text in the file", () -> read(target).equals(text().getText()));
    }

    @Test
    void secretsAreNotShown() throws Exception {
        Files.writeString(file.getLocation().toPath().resolveSibling("keys.secrets"), "wan-psk = TopSecret1\n");
        Ui.run(() -> document(editor).set(Models.PHASE_3.replace("network Demo\n", "network Demo\nsecrets \"keys.secrets\"\n")));
        waitForText("hostname HQ1");

        Ui.waitUntil("the note", () -> state().endsWith("to be seen to by hand"));
        assertThat(Ui.get(() -> text().getText())).contains("pre-shared-key").doesNotContain("TopSecret1");
    }

    @Test
    void withoutAModelItSaysWhatToDo() {
        waitForText("hostname HQ1");
        ModelProject.close(editor);

        Ui.waitUntil("the hint", () -> state().startsWith("Open a model") && text().getText().isEmpty());
    }

    private static void run(String command, Map<String, String> parameters) {
        Ui.run(() -> {
            ParameterizedCommand call = ParameterizedCommand.generateCommand(
                    PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command), parameters);
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(call, null);
        });
    }

    private static boolean handled(String command) {
        return PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command).isHandled();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException notYet) {
            return "";
        }
    }

    private void goTo(String words) {
        Ui.run(() -> {
            int offset = document(editor).get().indexOf(words);
            assertThat(offset).isNotNegative();
            editor.selectAndReveal(offset + 1, 0);
        });
    }

    private void replace(String old, String words) {
        Ui.run(() -> {
            int offset = document(editor).get().indexOf(old);
            assertThat(offset).isNotNegative();
            document(editor).replace(offset, old.length(), words);
        });
    }

    private String selected() {
        return ((ITextSelection) editor.getSelectionProvider().getSelection()).getText();
    }

    private static void waitForText(String words) {
        Ui.waitUntil("a configuration with '" + words + "'", () -> text().getText().contains(words));
    }

    private static void putCaret(String words) {
        Ui.run(() -> {
            int offset = text().getText().indexOf(words);
            assertThat(offset).isNotNegative();
            text().setSelection(offset + 1);
        });
    }

    private static void choose(int combo, String item) {
        Ui.run(() -> {
            Combo chosen = Ui.controls(control(), Combo.class).get(combo);
            chosen.select(Arrays.asList(chosen.getItems()).indexOf(item));
            chosen.notifyListeners(SWT.Selection, new Event());
        });
    }

    private static IViewPart view() {
        return ModelProject.page().findView(VIEW);
    }

    private static Composite control() {
        return ((PartSite) view().getSite()).getModel().getWidget() instanceof Composite widget ? widget : null;
    }

    private static StyledText text() {
        return Ui.controls(control(), StyledText.class).getFirst();
    }

    private static String router() {
        return Ui.controls(control(), Combo.class).getFirst().getText();
    }

    private static String state() {
        return Ui.controls(control(), CLabel.class).getFirst().getText();
    }

    private static String caretLine() {
        return text().getLine(text().getLineAtOffset(text().getCaretOffset()));
    }

    /** What a person sees behind a line, at its right end; null for the colour of the paper. */
    private static RGB backgroundOf(String words) {
        StyledText text = text();
        int line = text.getLineAtOffset(text.getText().indexOf(words));
        text.setTopIndex(Math.max(0, line - 2)); // drawn by the next look: this is to be waited for
        Image picture = new Image(text.getDisplay(), text.getClientArea());
        GC gc = new GC(text);
        try {
            gc.copyArea(picture, 0, 0);
            ImageData pixels = picture.getImageData();
            int y = text.getLinePixel(line) + text.getLineHeight() / 2;
            RGB seen = pixels.palette.getRGB(pixels.getPixel(text.getClientArea().width - 40, y));
            return seen.equals(text.getBackground().getRGB()) ? null : seen;
        } finally {
            gc.dispose();
            picture.dispose();
        }
    }
}
