package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.text;
import static dmvpn.ui.tests.driver.Workbench.waitForProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.LongestPause;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Formatting by key, of a selection, and on saving. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class FormattingTest {

    private static final IEclipsePreferences PREFERENCES = InstanceScope.INSTANCE.getNode("dmvpn.dsl.ui");
    private static final String FORMAT_ON_SAVE = "formatOnSave";
    private static final String UNTIDY = Models.PHASE_3.replace("  lan 10.1.0.0/16", "     lan    10.1.0.0/16")
            .replace("  ike v2", "ike v2");

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("formatting");
    }

    @AfterEach
    void deleteProject() throws Exception {
        PREFERENCES.remove(FORMAT_ON_SAVE);
        project.close();
    }

    @Test
    void theWholeModelIsFormattedByKeyAndTheCaretStaysInItsWord() throws Exception {
        ITextEditor editor = open(UNTIDY);
        Ui.run(() -> editor.selectAndReveal(UNTIDY.indexOf("10.1.0.0/16"), 0));
        assertThat(Ui.get(() -> Keys.of("dmvpn.dsl.ui.format"))).isEqualTo("Shift+Ctrl+F");

        Ui.run(() -> execute("dmvpn.dsl.ui.format"));
        Ui.waitUntil("the format", () -> document(editor).get().contains("  lan 10.1.0.0/16") && document(editor).get().contains("  ike v2"));

        assertThat(Ui.get(() -> text(editor).getCaretOffset())).isEqualTo(Ui.get(() -> document(editor).get().indexOf("10.1.0.0/16")));
        Ui.run(() -> execute(IWorkbenchCommandConstants.EDIT_UNDO));
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(UNTIDY);
    }

    @Test
    void aThousandChangesAreDrawnOnceAndUndoneOnce() throws Exception {
        StringBuilder many = new StringBuilder(Models.PHASE_3);
        for (int site = 1; site <= 500; site++) {
            many.append("\nhub Site").append(site).append(" {\nlan 172.16.0.0/24\n   lan 172.17.0.0/24\n}\n");
        }
        ITextEditor editor = open(many.toString());
        Ui.waitUntilIdle();
        Ui.run(() -> editor.selectAndReveal(many.indexOf("Site400"), 0));
        LongestPause pause = Ui.get(LongestPause::begin);

        Ui.run(() -> execute("dmvpn.dsl.ui.format"));
        Ui.waitUntil("the format", () -> document(editor).get().contains("hub Site500 {\n  lan 172.16.0.0/24\n  lan 172.17.0.0/24\n}"));

        assertThat(Ui.get(() -> text(editor).getCaretOffset())).isEqualTo(Ui.get(() -> document(editor).get().indexOf("Site400")));
        // Well above what a busy machine needs, well below what drawing each change takes there.
        assertThat(Ui.get(pause::end)).isLessThan(Duration.ofSeconds(4));
        Ui.run(() -> execute(IWorkbenchCommandConstants.EDIT_UNDO));
        assertThat(Ui.get(() -> document(editor).get())).isEqualTo(many.toString());
    }

    @Test
    void ofASelectionOnlyItsLinesAreFormatted() throws Exception {
        ITextEditor editor = open(UNTIDY);
        Ui.run(() -> editor.selectAndReveal(UNTIDY.indexOf("lan    10.1"), 5));

        Ui.run(() -> execute("dmvpn.dsl.ui.format"));
        Ui.waitUntil("the format", () -> document(editor).get().contains("  lan 10.1.0.0/16"));

        assertThat(Ui.get(() -> document(editor).get())).contains("\nike v2");
    }

    @Test
    void savingFormatsForThoseWhoWantItAndMarkersStay() throws Exception {
        PREFERENCES.putBoolean(FORMAT_ON_SAVE, true);
        String text = UNTIDY.replace("lan    10.1.0.0/16", "lan    10.1.0.5/16");
        IFile file = project.file("net.dmvpn", text);
        ITextEditor editor = ModelProject.open(file);
        waitForProblem(file, "L-VALUE-HOST-BITS");
        Ui.run(() -> {
            editor.setFocus();
            document(editor).replace(0, 0, "// saved\n");
            execute(IWorkbenchCommandConstants.FILE_SAVE);
        });

        Ui.waitUntil("the saved format", () -> !editor.isDirty() && file.readString().contains("\n  lan 10.1.0.5/16"));
        assertThat(file.readString()).startsWith("// saved\nnetwork Demo").contains("\n  ike v2");
        Ui.waitUntilIdle();
        List<IMarker> markers = Workbench.problems(file, "L-VALUE-HOST-BITS");
        int line = file.readString().substring(0, file.readString().indexOf("10.1.0.5/16")).split("\n", -1).length;
        assertThat(markers).isNotEmpty().allMatch(marker -> marker.getAttribute(IMarker.LINE_NUMBER, 0) == line);
    }

    @Test
    void aTextThatIsGivenUpForTheSavedOneIsNotFormattedBefore() throws Exception {
        PREFERENCES.putBoolean(FORMAT_ON_SAVE, true);
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        List<String> texts = new ArrayList<>();
        Ui.run(() -> {
            editor.setFocus();
            document(editor).set(UNTIDY);
        });
        Ui.waitUntilIdle();
        Ui.run(() -> {
            document(editor).addDocumentListener(new IDocumentListener() {
                @Override
                public void documentAboutToBeChanged(DocumentEvent event) {
                    // What comes of it counts.
                }

                @Override
                public void documentChanged(DocumentEvent event) {
                    texts.add(event.getDocument().get());
                }
            });
            execute(IWorkbenchCommandConstants.FILE_REVERT);
        });

        Ui.waitUntil("the saved text", () -> !editor.isDirty() && document(editor).get().equals(Models.PHASE_3));
        assertThat(texts).as("what the text was on the way").containsExactly(Models.PHASE_3);
    }

    @Test
    void savingLeavesTheTextAloneForAllOthers() throws Exception {
        IFile file = project.file("net.dmvpn", UNTIDY);
        ITextEditor editor = ModelProject.open(file);
        Ui.run(() -> {
            editor.setFocus();
            document(editor).replace(0, 0, "// saved\n");
            execute(IWorkbenchCommandConstants.FILE_SAVE);
        });

        Ui.waitUntil("the file", () -> !editor.isDirty());
        Ui.waitUntilIdle();
        assertThat(file.readString()).isEqualTo("// saved\n" + UNTIDY);
    }

    @Test
    void thePreferencePageSwitchesFormattingOnSaveAndShowsAnExample() throws Exception {
        PreferenceDialog dialog = Ui.get(() -> {
            PreferenceDialog created = PreferencesUtil.createPreferenceDialogOn(
                    PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), "dmvpn.dsl.ui.formatter",
                    new String[] {"dmvpn.dsl.ui.formatter"}, null);
            created.setBlockOnOpen(false);
            created.open();
            return created;
        });
        Screenshots.take("formatter-preferences");
        Ui.run(() -> {
            Button onSave = Ui.controls(dialog.getShell(), Button.class).stream()
                    .filter(button -> button.getText().contains("when they are saved")).findFirst().orElseThrow();
            assertThat(onSave.getSelection()).isFalse();
            assertThat(Ui.controls(dialog.getShell(), StyledText.class))
                    .anyMatch(example -> example.getText().contains("  // How the tunnels are protected"));
            onSave.setSelection(true);
            onSave.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
            Ui.controls(dialog.getShell(), Button.class).stream().filter(button -> button.getText().contains("Apply and Close"))
                    .findFirst().orElseThrow().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        });

        assertThat(PREFERENCES.getBoolean(FORMAT_ON_SAVE, false)).isTrue();
    }

    @Test
    void theExampleOfThePreferencePageIsWhatTheFormatterDoes() throws Exception {
        String[] example = Ui.get(() -> {
            PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(
                    PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), "dmvpn.dsl.ui.formatter",
                    new String[] {"dmvpn.dsl.ui.formatter"}, null);
            dialog.setBlockOnOpen(false);
            dialog.open();
            String shown = Ui.controls(dialog.getShell(), StyledText.class).getFirst().getText();
            dialog.close();
            return shown.replace("Written as\n", "").split("it becomes\n");
        });
        ITextEditor editor = open(example[0]);

        Ui.run(() -> execute("dmvpn.dsl.ui.format"));

        Ui.waitUntil("the example", () -> document(editor).get().strip().equals(example[1].strip()));
    }

    private ITextEditor open(String text) throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", text));
        Ui.run(() -> {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().forceActive();
            editor.setFocus();
        });
        return editor;
    }
}
