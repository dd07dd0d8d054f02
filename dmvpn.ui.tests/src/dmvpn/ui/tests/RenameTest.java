package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.BusyServer;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another name for an element, with Alt+Shift+R. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class RenameTest {

    private static final String SHARED = "transport Backbone { latency 1ms  dhcp 198.18.0.0/16 }\n";

    private static final String MAIN = "import \"transports.dmvpn\"\n\n"
            + Models.PHASE_3.replace("wan Internet dhcp", "wan Backbone dhcp");

    private static final String RENAMED = MAIN.replace("Backbone", "Core");
    private static final String SHARED_RENAMED = SHARED.replace("Backbone", "Core");

    private ModelProject project;
    private IFile shared;
    private IFile main;
    private ITextEditor editor;

    @BeforeEach
    void openModel() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("rename");
        shared = project.file("transports.dmvpn", SHARED);
        main = project.file("net.dmvpn", MAIN);
        editor = ModelProject.open(main);
    }

    @AfterEach
    void deleteProject() throws Exception {
        Ui.run(() -> dialogue().ifPresent(Shell::close));
        project.close();
    }

    @Test
    void aNameIsChangedInAllFilesAndUndoneInOneStep() throws Exception {
        startRenaming("wan Backbone");
        type("Core");
        press("OK");

        Ui.waitUntil("the new name in both files", () -> document(editor).get().equals(RENAMED)
                && shared.readString().equals(SHARED_RENAMED));
        Ui.waitUntil("what was saved to be saved", () -> main.readString().equals(RENAMED) && !editor.isDirty());

        Ui.run(() -> {
            editor.getSite().getShell().forceActive(); // the display has no window manager to give the focus back
            ModelProject.page().activate(editor);
            editor.setFocus();
        });
        Ui.waitUntil("undo to be possible", () -> PlatformUI.getWorkbench().getService(ICommandService.class)
                .getCommand("org.eclipse.ui.edit.undo").isHandled());
        Ui.run(() -> Display.getCurrent().asyncExec(() -> Workbench.executeUnchecked("org.eclipse.ui.edit.undo")));
        Ui.waitUntil("the old name in both files", () -> {
            acceptQuestion();
            return document(editor).get().equals(MAIN) && shared.readString().equals(SHARED);
        });
    }

    @Test
    void thePreviewShowsTheFilesAndNothingIsChangedBeforeItIsAccepted() throws Exception {
        startRenaming("wan Backbone");
        type("Core");
        press("Preview");

        Ui.waitUntil("the files in the preview", () -> dialogue().filter(shell -> previewed(shell).stream()
                .anyMatch(text -> text.startsWith("net.dmvpn")) && previewed(shell).stream()
                .anyMatch(text -> text.startsWith("transports.dmvpn"))).isPresent());
        Screenshots.take("rename-preview");
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(MAIN);
        press("OK");

        Ui.waitUntil("the new name", () -> document(editor).get().equals(RENAMED) && shared.readString().equals(SHARED_RENAMED));
    }

    @Test
    void aNameThatIsTakenOrNoneIsRefusedWhileItIsTyped() throws Exception {
        startRenaming("wan Backbone");
        type("Internet");
        waitForMessage("Another transport is called Internet");
        assertThat(Ui.get(() -> button("OK").orElseThrow().isEnabled())).isFalse();
        Screenshots.take("rename-refused");

        type("two words");
        waitForMessage("'two words' is no name");

        type("Core");
        Ui.waitUntil("the button", () -> button("OK").orElseThrow().isEnabled());
        press("Cancel");
        Ui.waitUntil("the dialogue to go", () -> dialogue().isEmpty());
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(MAIN);
    }

    @Test
    void anEditorWithUnsavedTextIsChangedAsItShowsItAndStaysUnsaved() throws Exception {
        ITextEditor other = ModelProject.open(shared);
        Ui.run(() -> document(other).replace(0, 0, "// unsaved Backbone\n"));
        Ui.run(() -> ModelProject.page().activate(editor));

        startRenaming("wan Backbone");
        type("Core");
        press("OK");

        Ui.waitUntil("the new name", () -> document(other).get().equals("// unsaved Backbone\n" + SHARED_RENAMED)
                && document(editor).get().equals(RENAMED));
        assertThat(Ui.get(other::isDirty)).isTrue();
        assertThat(shared.readString()).isEqualTo(SHARED);
    }

    @Test
    void aPreviewThatTakesLongCanBeCancelledAndNothingIsChanged() throws Exception {
        try (Dialogs dialogue = Dialogs.open(() -> pressKeysAt("wan Backbone")); BusyServer busy = new BusyServer(editor)) {
            dialogue.type(0, "Core").press("Preview >").cancelWork();
            Ui.waitUntil("the buttons to be possible again", () -> dialogue.isEnabledNow("Preview >"));

            assertThat(dialogue.typed(0)).as("the name is still there to try again").isEqualTo("Core");
            dialogue.press("Cancel").awaitEnd();
        }
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(MAIN);
        assertThat(shared.readString()).isEqualTo(SHARED);
    }

    @Test
    void whereThereIsNoNameTheStatusLineSaysSo() {
        pressKeysAt("latency");

        Ui.waitUntil("a message", () -> Workbench.statusLine().contains("no name here that can be changed"));
        assertThat(Ui.get(() -> dialogue().isEmpty())).isTrue();
    }

    private void startRenaming(String place) {
        pressKeysAt(place);
        Ui.waitUntil("the dialogue", () -> dialogue().isPresent() && button("OK").isPresent());
        assertThat(Ui.get(() -> field().getText())).isEqualTo("Backbone");
    }

    private void pressKeysAt(String place) {
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(document(editor).get().indexOf(place) + place.length() - 1, 0);
            Keys.press(text(editor), "ALT+SHIFT+R");
        });
    }

    private static void type(String name) {
        Ui.run(() -> field().setText(name));
    }

    private static void press(String label) {
        Ui.waitUntil(label + " to be possible", () -> button(label).filter(Control::isEnabled).isPresent());
        Ui.run(() -> Display.getCurrent().asyncExec(() -> button(label).orElseThrow().notifyListeners(SWT.Selection, new Event())));
    }

    /** The platform asks before it undoes what concerns more than the editor at hand. */
    private static void acceptQuestion() {
        for (Shell shell : Ui.shells()) {
            if (shell.getParent() != null) {
                Ui.controls(shell, Button.class).stream().filter(button -> button.getText().replace("&", "").matches("OK|Yes|Continue|Undo.*"))
                        .findFirst().ifPresent(button -> button.notifyListeners(SWT.Selection, new Event()));
            }
        }
    }

    private static Optional<Shell> dialogue() {
        return Ui.shells().stream().filter(shell -> shell.getText().startsWith("Rename")).findFirst();
    }

    private static Optional<Button> button(String label) {
        return dialogue().flatMap(shell -> Ui.controls(shell, Button.class).stream()
                .filter(button -> button.getText().replace("&", "").replaceAll(" >$", "").equals(label)).findFirst());
    }

    private static Text field() {
        return Ui.controls(dialogue().orElseThrow(), Text.class).stream().filter(Text::getEditable).findFirst().orElseThrow();
    }

    private static List<String> previewed(Shell shell) {
        return Ui.controls(shell, Tree.class).stream().flatMap(tree -> java.util.Arrays.stream(tree.getItems()))
                .flatMap(item -> java.util.stream.Stream.concat(java.util.stream.Stream.of(item), java.util.Arrays.stream(item.getItems())))
                .map(TreeItem::getText).toList();
    }

    private static void waitForMessage(String words) {
        Ui.waitUntil("the message '" + words + "'", () -> dialogue().stream()
                .flatMap(shell -> Ui.controls(shell, Control.class).stream())
                .anyMatch(control -> control instanceof Label label && label.getText().contains(words)
                        || control instanceof Text text && text.getText().contains(words)
                        || control instanceof org.eclipse.swt.custom.CLabel custom && String.valueOf(custom.getText()).contains(words)));
    }
}
