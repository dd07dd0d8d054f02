package dmvpn.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.Ui;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person sees in the editor of a model. */
@ExtendWith(ErrorLogStaysEmpty.class)
class EditorTest {

    private static final String PROBLEM = "dmvpn.dsl.ui.problem";

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        project = new ModelProject("editor");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void aModelOpensInTheGenericEditorWithKeywordsInColour() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));

        assertThat(Ui.get(() -> editor.getSite().getId())).isEqualTo("org.eclipse.ui.genericeditor.GenericEditor");
        int hub = Models.PHASE_3.indexOf("hub HQ1");
        int name = hub + "hub ".length();
        Ui.waitUntil("colours", () -> {
            StyleRange keyword = text(editor).getStyleRangeAtOffset(hub);
            StyleRange plain = text(editor).getStyleRangeAtOffset(name);
            return keyword != null && keyword.fontStyle == SWT.BOLD
                    && (plain == null || plain.fontStyle == SWT.NORMAL);
        });
    }

    @Test
    void theOutlineShowsTheElementsOfTheModel() throws Exception {
        Ui.run(() -> ModelProject.page().showView("org.eclipse.ui.views.ContentOutline"));
        ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));

        List<String> items = Ui.waitFor("outline", () -> {
            IViewPart outline = ModelProject.page().findView("org.eclipse.ui.views.ContentOutline");
            return treeItems(outline).filter(found -> found.size() >= 7);
        });

        assertThat(items).anyMatch(item -> item.startsWith("Internet"))
                .anyMatch(item -> item.startsWith("Corp"))
                .anyMatch(item -> item.startsWith("HQ1"))
                .anyMatch(item -> item.startsWith("Branch[1..2]"))
                .anyMatch(item -> item.startsWith("FirstPacket"));
    }

    @Test
    void completionProposesTheHubsBehindVia() throws Exception {
        String text = Models.PHASE_3.replace("via HQ1", "via ");
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", text));
        int caret = text.indexOf("via ") + "via ".length();

        Ui.run(() -> {
            editor.setFocus();
            text(editor).setCaretOffset(caret);
            operations(editor).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
        });
        List<String> proposals = Ui.waitFor("proposals", () -> proposals(text(editor).getShell())
                .filter(found -> found.contains("HQ1")));

        assertThat(proposals).contains("HQ1").doesNotContain("Corp", "Internet");
        Ui.run(() -> text(editor).setFocus());
    }

    @Test
    void aMistakeIsMarkedWhereItIsAndTheMarkGoesWithTheMistake() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3.replace("join Corp as 10.255.0.1\n", "join Corps as 10.255.0.1\n"));
        ITextEditor editor = ModelProject.open(file);

        IMarker marker = waitForProblem(file, "L-LINK");
        assertThat(marker.getAttribute(IMarker.SEVERITY, -1)).isEqualTo(IMarker.SEVERITY_ERROR);
        assertThat(marker.getAttribute(IMarker.LINE_NUMBER, -1)).isEqualTo(Models.lineOf("join Corp as 10.255.0.1\n"));

        Ui.run(() -> document(editor).set(Models.PHASE_3));
        Ui.waitUntil("the mark to go", () -> problems(file, "L-LINK").isEmpty());
    }

    @Test
    void aQuickFixChangesAnUnknownNameIntoTheOneThatWasMeant() throws Exception {
        String fixed = fix(Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n"), "L-LINK", "Change to 'Suite'");

        assertThat(fixed).isEqualTo(Models.PHASE_3);
    }

    @Test
    void aQuickFixClearsTheHostBitsOfAPrefix() throws Exception {
        String fixed = fix(Models.PHASE_3.replace("lan 10.1.0.0/16", "lan 10.1.0.5/16"), "L-VALUE-HOST-BITS",
                "Use the network 10.1.0.0/16");

        assertThat(fixed).isEqualTo(Models.PHASE_3);
    }

    @Test
    void aQuickFixGivesADuplicateTunnelAddressTheNextFreeOne() throws Exception {
        String duplicate = Models.PHASE_3.replace("hub HQ1", """
                hub HQ2 {
                  wan Internet 203.0.113.2/24 gateway 203.0.113.254
                  lan 10.2.0.0/16
                  join Corp as 10.255.0.1 via HQ1
                }

                hub HQ1""");

        String fixed = fix(duplicate, "R-AD-01", "Use the next free address 10.255.0.2");

        assertThat(fixed).contains("join Corp as 10.255.0.2");
    }

    @Test
    void aQuickFixAddsDeadPeerDetection() throws Exception {
        String fixed = fix(Models.PHASE_3.replace("  dpd 30s retry 5s on-demand\n", ""), "R-SEC-16",
                "Add 'dpd 30s retry 5s on-demand' to crypto Suite");

        assertThat(fixed).contains("  dpd 30s retry 5s on-demand\n}");
    }

    private String fix(String text, String rule, String label) throws Exception {
        IFile file = project.file("net.dmvpn", text);
        ITextEditor editor = ModelProject.open(file);
        IMarker marker = waitForProblem(file, rule);
        IMarkerResolution resolution = Ui.waitFor("the fix '" + label + "'", () -> Arrays
                .stream(IDE.getMarkerHelpRegistry().getResolutions(marker))
                .filter(candidate -> candidate.getLabel().equals(label))
                .findFirst());
        Ui.run(() -> resolution.run(marker));
        Ui.waitUntil("the problem to go", () -> problems(file, rule).isEmpty());
        return Ui.get(() -> document(editor).get());
    }

    private static IMarker waitForProblem(IFile file, String rule) {
        return Ui.waitFor("a problem " + rule, () -> problems(file, rule).stream().findFirst());
    }

    private static List<IMarker> problems(IFile file, String rule) throws Exception {
        return Arrays.stream(file.findMarkers(PROBLEM, true, IResource.DEPTH_ZERO))
                .filter(marker -> rule.equals(marker.getAttribute("ruleId", "")))
                .toList();
    }

    private static IDocument document(ITextEditor editor) {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    private static StyledText text(ITextEditor editor) {
        return (StyledText) editor.getAdapter(Control.class);
    }

    private static ITextOperationTarget operations(ITextEditor editor) {
        return editor.getAdapter(ITextOperationTarget.class);
    }

    private static Optional<List<String>> proposals(Shell editorShell) {
        for (Shell shell : Ui.shells()) {
            if (shell != editorShell) {
                for (Table table : Ui.controls(shell, Table.class)) {
                    return Optional.of(Arrays.stream(table.getItems()).map(TableItem::getText).toList());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> treeItems(IViewPart view) {
        if (view == null) {
            return Optional.empty();
        }
        for (Tree tree : Ui.controls(ModelProject.page().getWorkbenchWindow().getShell(), Tree.class)) {
            List<String> texts = new ArrayList<>();
            for (TreeItem item : tree.getItems()) {
                texts.add(item.getText());
            }
            if (texts.stream().anyMatch(text -> text.startsWith("HQ1"))) {
                return Optional.of(texts);
            }
        }
        return Optional.empty();
    }
}
