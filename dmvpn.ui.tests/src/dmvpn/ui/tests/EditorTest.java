package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.choose;
import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.execute;
import static dmvpn.ui.tests.driver.Workbench.problems;
import static dmvpn.ui.tests.driver.Workbench.proposals;
import static dmvpn.ui.tests.driver.Workbench.text;
import static dmvpn.ui.tests.driver.Workbench.waitForProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person sees in the editor of a model. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class EditorTest {

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
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
                    && (plain == null || !keyword.foreground.equals(plain.foreground));
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
        List<String> proposals = Ui.waitFor("proposals", () -> proposals()
                .filter(found -> found.contains("HQ1")));

        assertThat(proposals).contains("HQ1").doesNotContain("Corp", "Internet");
        Ui.run(() -> text(editor).setFocus());
    }

    @Test
    void aChosenProposalIsWrittenIntoTheText() throws Exception {
        String text = Models.PHASE_3.replace("via HQ1", "via ");
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", text));
        int caret = text.indexOf("via ") + "via ".length();
        Ui.run(() -> {
            editor.setFocus();
            text(editor).setCaretOffset(caret);
            operations(editor).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
        });
        Ui.waitUntil("proposals", () -> proposals().filter(found -> found.contains("HQ1")).isPresent());

        Screenshots.take("completion");
        Ui.run(() -> choose("HQ1"));

        Ui.waitUntil("the hub in the text", () -> document(editor).get().equals(Models.PHASE_3));
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

    @Test
    void ctrl1OffersTheQuickFixesAtTheCaretAndAppliesTheChosenOne() throws Exception {
        String text = Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n");
        IFile file = project.file("net.dmvpn", text);
        ITextEditor editor = ModelProject.open(file);
        waitForProblem(file, "L-LINK");
        Ui.run(() -> {
            editor.setFocus();
            editor.selectAndReveal(text.indexOf("crypto Suit\n") + "crypto Su".length(), 0);
        });
        assertThat(Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class)
                .getBestActiveBindingFormattedFor(ITextEditorActionDefinitionIds.QUICK_ASSIST))).isEqualTo("Ctrl+1");

        // The annotation of a fresh marker comes a moment after the marker.
        Ui.waitUntil("fixes", () -> {
            if (proposals().isEmpty()) {
                execute(ITextEditorActionDefinitionIds.QUICK_ASSIST);
            }
            return proposals().filter(found -> found.contains("Change to 'Suite'")).isPresent();
        });
        Screenshots.take("quick-fix");
        Ui.run(() -> choose("Change to 'Suite'"));

        Ui.waitUntil("the fixed text", () -> document(editor).get().equals(Models.PHASE_3));
        Ui.waitUntil("the problem to go", () -> problems(file, "L-LINK").isEmpty());
    }

    @Test
    void aQuickFixMendsAFileThatNoEditorShows() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n"));
        ITextEditor editor = ModelProject.open(file);
        IMarker marker = waitForProblem(file, "L-LINK");
        ModelProject.close(editor);

        IMarkerResolution resolution = Ui.waitFor("the fix", () -> Arrays
                .stream(IDE.getMarkerHelpRegistry().getResolutions(marker))
                .filter(candidate -> candidate.getLabel().equals("Change to 'Suite'"))
                .findFirst());
        Ui.run(() -> resolution.run(marker));

        assertThat(file.readString()).isEqualTo(Models.PHASE_3);
    }

    @Test
    void twoEditorsOnOneFileShareItsProblemsAndTheLastOneClosesTheDocument() throws Exception {
        IFile file = project.file("net.dmvpn", Models.PHASE_3);
        ITextEditor first = ModelProject.open(file);
        ITextEditor second = ModelProject.openAnother(file);
        Ui.run(() -> document(second).set(Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n")));
        waitForProblem(file, "L-LINK");

        ModelProject.close(first);
        Ui.run(() -> document(second).set(Models.PHASE_3));
        Ui.waitUntil("the problem to go: the second editor is still followed", () -> problems(file, "L-LINK").isEmpty());

        Ui.run(() -> document(second).set(Models.PHASE_3.replace("crypto Suite\n", "crypto Suit\n")));
        waitForProblem(file, "L-LINK");
        ModelProject.close(second);
        Ui.waitUntil("the problems of the unsaved text to go with it", () -> problems(file).isEmpty());
    }

    @Test
    void theFilesOfModelsBelongToThisEditor() throws Exception {
        IFile file = project.file("x.dmvpn", Models.PHASE_3);

        assertThat(Ui.get(() -> IDE.getDefaultEditor(file).getId())).isEqualTo("org.eclipse.ui.genericeditor.GenericEditor");
        assertThat(file.getContentDescription().getContentType().getId()).isEqualTo("dmvpn.dsl.ui.model");
    }

    @Test
    void thePerspectiveShowsModelsEditorOutlineTimelineAndTheDebuggersViews() throws Exception {
        ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));

        for (String view : List.of("org.eclipse.ui.navigator.ProjectExplorer", "org.eclipse.ui.views.ContentOutline",
                "dmvpn.sim.ui.timeline", "org.eclipse.debug.ui.DebugView",
                "org.eclipse.debug.ui.VariableView")) {
            assertThat(Ui.get(() -> ModelProject.page().isPartVisible(ModelProject.page().findView(view)))).as(view).isTrue();
        }
        assertThat(Ui.get(() -> ModelProject.page().findViewReference("org.eclipse.ui.views.ProblemView"))).isNotNull();
        Ui.waitFor("outline", () -> treeItems(ModelProject.page().findView("org.eclipse.ui.views.ContentOutline"))
                .filter(found -> found.size() >= 7));
        Screenshots.take("perspective");
    }

    @Test
    void theMenuOfTheEditorOffersRunDebugAndExport() throws Exception {
        ITextEditor editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        Ui.run(editor::setFocus);

        List<String> items = Ui.get(() -> {
            Menu menu = text(editor).getMenu();
            menu.notifyListeners(SWT.Show, new Event());
            List<String> texts = new ArrayList<>();
            Workbench.collect(menu, texts);
            menu.notifyListeners(SWT.Hide, new Event());
            return texts;
        });

        assertThat(items).contains("Export device configurations…");
        assertThat(items).anyMatch(item -> item.matches("Run As/\\d DMVPN Simulation.*"));
        assertThat(items).anyMatch(item -> item.matches("Debug As/\\d DMVPN Simulation.*"));
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

    private static ITextOperationTarget operations(ITextEditor editor) {
        return editor.getAdapter(ITextOperationTarget.class);
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
