package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.choose;
import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.proposals;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Completion with documentation, and templates that people fill in by Tab. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class CompletionTest {

    private static final IEclipsePreferences GENERIC_EDITOR = InstanceScope.INSTANCE.getNode("org.eclipse.ui.genericeditor");
    private static final String POPUP_ON_TYPING = "contentAssistant.autoActivationOnType";

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("completion");
        // Popups that come by themselves while a test types would take the keys that follow, when the machine is slow.
        GENERIC_EDITOR.putBoolean(POPUP_ON_TYPING, false);
    }

    @AfterEach
    void deleteProject() throws Exception {
        GENERIC_EDITOR.remove(POPUP_ON_TYPING);
        project.close();
    }

    @Test
    void aTemplateIsFilledInStopByStop() throws Exception {
        ITextEditor editor = open("network Demo\n\n");
        complete(editor, "transport Internet { latency 10ms dhcp 198.18.0.0/16 }");

        assertThat(selected(editor)).isEqualTo("Internet");
        Screenshots.take("template");
        Ui.run(() -> Keys.type(editor, "Mpls"));
        Ui.run(() -> Keys.press(text(editor), SWT.TAB, SWT.TAB, SWT.NONE));
        assertThat(selected(editor)).isEqualTo("10ms");
        Ui.run(() -> Keys.press(text(editor), SWT.TAB, SWT.TAB, SWT.SHIFT));
        assertThat(selected(editor)).isEqualTo("Mpls");
        Ui.run(() -> Keys.press(text(editor), SWT.TAB, SWT.TAB, SWT.NONE));
        Ui.run(() -> Keys.type(editor, "30ms"));
        Ui.run(() -> Keys.type(editor, "\n"));

        assertThat(Ui.get(() -> document(editor).get()))
                .isEqualTo("network Demo\n\ntransport Mpls { latency 30ms  dhcp 198.18.0.0/16 }");
        assertThat(Ui.get(() -> text(editor).getCaretOffset())).isEqualTo(Ui.get(() -> document(editor).getLength()));
    }

    @Test
    void placesOfOneTabStopChangeTogether() throws Exception {
        ITextEditor editor = open(Models.PHASE_3 + "\n");
        int end = Models.PHASE_3.length() + 1;
        completeStartingWith(editor, "scenario Reachability");

        Ui.run(() -> {
            Keys.press(text(editor), SWT.TAB, SWT.TAB, SWT.NONE);
            Keys.press(text(editor), SWT.TAB, SWT.TAB, SWT.NONE);
            Keys.press(text(editor), SWT.TAB, SWT.TAB, SWT.NONE);
        });
        assertThat(selected(editor)).isEqualTo("Branch[1].lan");
        Ui.run(() -> Keys.type(editor, "X"));

        assertThat(Ui.get(() -> document(editor).get().substring(end)))
                .contains("ping every 1s from X to Branch[2].lan").contains("path X to Branch[2].lan is direct");
    }

    @Test
    void theSelectedProposalIsExplainedBesideTheList() throws Exception {
        String text = Models.PHASE_3.replace("  holdtime 10min  ", "  ");
        ITextEditor editor = open(text);
        Ui.run(() -> text(editor).setCaretOffset(text.indexOf("  mtu 1400") + 2));
        showProposals(editor, "holdtime");
        Ui.run(() -> Workbench.select("holdtime"));

        String explained = Ui.waitFor("the explanation", () -> Ui.shells().stream()
                .flatMap(shell -> Ui.controls(shell, StyledText.class).stream())
                .filter(widget -> widget != text(editor) && widget.getText().toLowerCase().contains("how long nhrp mappings stay valid"))
                .map(StyledText::getText).findFirst());

        assertThat(explained).doesNotContain("**");
        Screenshots.take("completion-documentation");
    }

    private ITextEditor open(String text) throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", text));
        Ui.run(() -> {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().forceActive();
            editor.setFocus();
            text(editor).forceFocus();
            text(editor).setCaretOffset(text(editor).getCharCount());
        });
        return editor;
    }

    private static void complete(ITextEditor editor, String label) {
        showProposals(editor, label);
        Ui.run(() -> choose(label));
    }

    private static void completeStartingWith(ITextEditor editor, String start) {
        Ui.run(() -> execute(ITextEditorActionDefinitionIds.CONTENT_ASSIST_PROPOSALS));
        String label = Ui.waitFor("a proposal " + start, () -> proposals()
                .flatMap(found -> found.stream().filter(each -> each.startsWith(start)).findFirst()));
        Ui.run(() -> choose(label));
    }

    private static void showProposals(ITextEditor editor, String label) {
        Ui.run(() -> execute(ITextEditorActionDefinitionIds.CONTENT_ASSIST_PROPOSALS));
        Ui.waitUntil("a proposal " + label, () -> proposals().filter(found -> found.contains(label)).isPresent());
    }

    private static String selected(ITextEditor editor) {
        return Ui.get(() -> text(editor).getSelectionText());
    }
}
