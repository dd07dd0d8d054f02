package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResultViewPart;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.search2.internal.ui.InternalSearchUI;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The places of a name in the Search view. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class ReferencesTest {

    private static final String SHARED = "transport Backbone { latency 1ms  dhcp 198.18.0.0/16 }\n";

    private static final String MAIN = "import \"transports.dmvpn\"\n\n"
            + Models.PHASE_3.replace("wan Internet dhcp", "wan Backbone dhcp");

    /** More of them than an editor has other marks that come and go. */
    private static final int SEARCHES = 5;

    private ModelProject project;

    @BeforeEach
    void createProject() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("references");
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void allPlacesOfANameAreShownUnderTheirFilesThoseOfClosedFilesToo() throws Exception {
        project.file("other.dmvpn", "import \"transports.dmvpn\"\nhub Other { wan Backbone dhcp }\n");
        ITextEditor editor = openBoth();

        find(editor, "wan Backbone");

        waitForTree("net.dmvpn - references (1 place)", "30: wan Backbone dhcp",
                "other.dmvpn - references (1 place)", "2: hub Other { wan Backbone dhcp }",
                "transports.dmvpn - references (1 place)", "1: " + SHARED.strip());
        assertThat(Ui.get(() -> NewSearchUI.getSearchResultView().getActivePage().getLabel()))
                .isEqualTo("References to 'Backbone': 3 places");
        Screenshots.take("references");
    }

    @Test
    void openingALineOpensItsFileAndSelectsTheName() throws Exception {
        ITextEditor editor = openBoth();
        find(editor, "wan Backbone");
        waitForTree("net.dmvpn - references (1 place)", "30: wan Backbone dhcp",
                "transports.dmvpn - references (1 place)", "1: " + SHARED.strip());

        Ui.run(() -> {
            Tree tree = tree();
            tree.setFocus();
            tree.setSelection(tree.getItem(1).getItem(0));
            Event selected = new Event();
            selected.item = tree.getItem(1).getItem(0);
            tree.notifyListeners(SWT.Selection, selected);
            tree.notifyListeners(SWT.DefaultSelection, selected);
        });

        Ui.waitUntil("the declaration in its file", () -> {
            IEditorPart active = ModelProject.page().getActiveEditor();
            return active.getTitle().equals("transports.dmvpn")
                    && ((ITextSelection) ((ITextEditor) active).getSelectionProvider().getSelection()).getText().equals("Backbone");
        });
    }

    @Test
    void theSearchCanBeRepeatedAfterAnEdit() throws Exception {
        ITextEditor editor = openBoth();
        find(editor, "wan Backbone");
        waitForTree("net.dmvpn - references (1 place)", "30: wan Backbone dhcp",
                "transports.dmvpn - references (1 place)", "1: " + SHARED.strip());

        Ui.run(() -> document(editor).replace(MAIN.indexOf("network Demo"), 0,
                "hub New { wan Backbone dhcp }\n"));
        Ui.run(() -> NewSearchUI.runQueryInBackground(NewSearchUI.getQueries()[0]));

        waitForTree("net.dmvpn - references (2 places)", "3: hub New { wan Backbone dhcp }",
                "31: wan Backbone dhcp", "transports.dmvpn - references (1 place)", "1: " + SHARED.strip());
    }

    @Test
    void aSearchThatIsCancelledEndsWithoutPlaces() throws Exception {
        ITextEditor editor = openBoth();
        find(editor, "wan Backbone");
        waitForTree("net.dmvpn - references (1 place)", "30: wan Backbone dhcp",
                "transports.dmvpn - references (1 place)", "1: " + SHARED.strip());
        IProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);

        ISearchQuery query = Ui.get(() -> NewSearchUI.getQueries()[0]);
        assertThatThrownBy(() -> query.run(cancelled)).isInstanceOf(OperationCanceledException.class);

        waitForTree();
    }

    @Test
    void searchesThatAreForgottenLeaveNothingInTheDocument() throws Exception {
        Ui.run(InternalSearchUI.getInstance()::removeAllQueries); // the platform remembers ten
        ITextEditor editor = openBoth();
        find(editor, "wan Backbone");
        waitForTree("net.dmvpn - references (1 place)", "30: wan Backbone dhcp",
                "transports.dmvpn - references (1 place)", "1: " + SHARED.strip());
        int first = positions(editor);
        for (int more = 0; more < SEARCHES; more++) {
            int searches = Ui.get(() -> NewSearchUI.getQueries().length);
            find(editor, "wan Backbone");
            Ui.waitUntil("another search", () -> NewSearchUI.getQueries().length == searches + 1);
        }
        Ui.waitUntil("their names in the document", () -> positions(editor) >= first + SEARCHES);

        Ui.run(InternalSearchUI.getInstance()::removeAllQueries);

        Ui.waitUntil("the names to go", () -> positions(editor) <= first);
    }

    private static int positions(ITextEditor editor) {
        return Ui.get(() -> document(editor).getPositions(IDocument.DEFAULT_CATEGORY).length);
    }

    @Test
    void whereThereIsNoNameTheStatusLineSaysSo() throws Exception {
        ITextEditor editor = openBoth();
        int searches = Ui.get(() -> NewSearchUI.getQueries().length);

        find(editor, "latency");

        Ui.waitUntil("a message", () -> Workbench.statusLine().contains("no name at the caret"));
        assertThat(Ui.get(() -> NewSearchUI.getQueries().length)).isEqualTo(searches);
    }

    private ITextEditor openBoth() throws Exception {
        project.file("transports.dmvpn", SHARED);
        return ModelProject.open(project.file("net.dmvpn", MAIN));
    }

    private static void find(ITextEditor editor, String place) {
        Ui.run(() -> {
            ModelProject.page().activate(editor); // an earlier search has activated its view
            editor.setFocus();
            editor.selectAndReveal(document(editor).get().indexOf(place) + place.length() - 1, 0);
            Keys.press(text(editor), "CTRL+SHIFT+G");
        });
    }

    private static void waitForTree(String... expected) {
        Ui.waitUntil("the places in the Search view", () -> texts().equals(List.of(expected)));
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        Tree tree = tree();
        if (tree != null) {
            for (TreeItem file : tree.getItems()) {
                texts.add(file.getText());
                for (TreeItem line : file.getItems()) {
                    texts.add(line.getText());
                }
            }
        }
        return texts;
    }

    private static Tree tree() {
        ISearchResultViewPart view = NewSearchUI.getSearchResultView();
        Control page = view == null || view.getActivePage() == null ? null : view.getActivePage().getControl();
        return page == null ? null : Ui.controls(page, Tree.class).stream().filter(Tree::isVisible).findFirst().orElse(null);
    }
}
