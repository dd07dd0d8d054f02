package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static dmvpn.ui.tests.driver.Workbench.text;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.Keys;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.OutlineView;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.SubContributionItem;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The outline beside the editor, and the quick one over it. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class OutlineTest {

    private ModelProject project;
    private ITextEditor editor;

    @BeforeEach
    void openModel() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("outline");
        editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        Ui.run(editor::setFocus);
        Ui.waitUntil("the outline", () -> OutlineView.rootsNow().contains("HQ1 hub"));
    }

    @AfterEach
    void deleteProject() throws Exception {
        Ui.run(() -> popup().ifPresent(Shell::close));
        project.close();
    }

    @Test
    void elementsCanBeSortedByNameAndInTheOrderOfTheTextAgain() {
        toggle("Sort by Name");
        try {
            assertThat(Ui.get(OutlineView::rootsNow)).containsExactly("Branch[1..2] spoke", "Corp cloud, phase 3", "Demo network",
                    "FirstPacket scenario", "HQ1 hub", "Internet transport", "Suite crypto");
            Screenshots.take("outline-sorted");
        } finally {
            toggle("Sort by Name");
        }
        assertThat(Ui.get(OutlineView::rootsNow)).startsWith("Demo network", "Internet transport");
    }

    @Test
    void scenariosAndSettingsCanBeHidden() {
        toggle("Hide Scenarios");
        toggle("Hide Settings");
        try {
            assertThat(Ui.get(OutlineView::rootsNow)).contains("HQ1 hub").doesNotContain("FirstPacket scenario");
            assertThat(Ui.get(() -> OutlineView.itemNow("HQ1 hub").getItemCount())).isZero();
        } finally {
            toggle("Hide Scenarios");
            toggle("Hide Settings");
        }
        assertThat(Ui.get(OutlineView::rootsNow)).contains("FirstPacket scenario");
        assertThat(Ui.get(() -> OutlineView.itemNow("HQ1 hub").getItemCount())).isPositive();
    }

    @Test
    void theOutlineFollowsTheCaretAndNotWhenItIsNotLinked() {
        caret("lan 10.1.0.0");
        Ui.waitUntil("the clause to be selected", () -> OutlineView.selectedNow().equals("lan 10.1.0.0/16"));

        toggle("Link with Editor");
        try {
            caret("crypto Suite {");
            caret("transport Internet");
            assertThat(Ui.get(OutlineView::selectedNow)).isEqualTo("lan 10.1.0.0/16");
        } finally {
            toggle("Link with Editor");
        }
        Ui.waitUntil("the element at the caret to be selected at once", () -> OutlineView.selectedNow().equals("Internet transport"));
    }

    @Test
    void selectingInTheOutlineSelectsInTheEditor() {
        Ui.run(() -> {
            OutlineView.selectNow("Corp cloud, phase 3");
        });
        Ui.waitUntil("the name in the editor",
                () -> ((ITextSelection) editor.getSelectionProvider().getSelection()).getText().equals("Corp"));
    }

    @Test
    void theTreeStaysOpenWhileTheTextChanges() {
        Ui.run(() -> run(toolbar(), "Expand All"));
        assertThat(Ui.get(() -> OutlineView.itemNow("HQ1 hub").getExpanded())).isTrue();
        Ui.run(() -> run(toolbar(), "Collapse All"));
        assertThat(Ui.get(() -> OutlineView.itemNow("HQ1 hub").getExpanded())).isFalse();
        Ui.run(() -> {
            caretAt("join Corp as 10.255.0.1");
            Event expand = new Event();
            expand.item = OutlineView.itemNow("HQ1 hub");
            OutlineView.itemNow("HQ1 hub").setExpanded(true);
            OutlineView.treeNow().notifyListeners(SWT.Expand, expand);
        });

        Ui.run(() -> document(editor).replace(0, 0, "// a comment\n\ntransport Added { latency 1ms }\n"));

        Ui.waitUntil("the new element", () -> OutlineView.rootsNow().contains("Added transport"));
        assertThat(Ui.get(() -> OutlineView.itemNow("HQ1 hub").getExpanded())).isTrue();
        assertThat(Ui.get(() -> OutlineView.itemNow("Branch[1..2] spoke").getExpanded())).isFalse();
    }

    @Test
    void theMenuOpensFindsReferencesAndRenames() {
        Ui.run(() -> OutlineView.treeNow().setSelection(OutlineView.itemNow("Corp cloud, phase 3")));
        List<String> items = Ui.get(() -> {
            Menu menu = OutlineView.treeNow().getMenu();
            menu.notifyListeners(SWT.Show, new Event());
            List<String> texts = new ArrayList<>();
            Workbench.collect(menu, texts);
            return texts;
        });
        assertThat(items).contains("Open", "Find References", "Rename…");

        Ui.run(() -> Arrays.stream(OutlineView.treeNow().getMenu().getItems()).filter(item -> item.getText().contains("Open")).findFirst()
                .map((MenuItem item) -> item).orElseThrow().notifyListeners(SWT.Selection, new Event()));
        Ui.waitUntil("the name in the editor",
                () -> ((ITextSelection) editor.getSelectionProvider().getSelection()).getText().equals("Corp"));
    }

    @Test
    void theQuickOutlineFindsByCapitalsAndEnterGoesThere() {
        Text field = openQuickOutline();
        Ui.run(() -> field.setText("FP"));
        assertThat(Ui.get(() -> quickItems())).containsExactly("FirstPacket scenario");
        Screenshots.take("quick-outline");

        Ui.run(() -> Keys.press(field, "CR"));

        Ui.waitUntil("the element in the editor",
                () -> ((ITextSelection) editor.getSelectionProvider().getSelection()).getText().equals("FirstPacket"));
        assertThat(Ui.get(() -> popup().isEmpty())).isTrue();
    }

    @Test
    void theQuickOutlineKnowsWildcardsAndSettingsThatCtrlOHides() {
        Text field = openQuickOutline();
        Ui.run(() -> field.setText("*an"));
        assertThat(Ui.get(() -> quickItems())).containsExactly("HQ1 hub", "wan Internet", "lan 10.1.0.0/16",
                "Branch[1..2] spoke", "wan Internet", "lan 10.100.{n}.0/24");

        Ui.run(() -> Keys.press(field, "CTRL+O"));
        assertThat(Ui.get(() -> quickItems())).containsExactly("Branch[1..2] spoke");
    }

    @Test
    void escapeClosesTheQuickOutline() {
        Text field = openQuickOutline();
        Ui.run(() -> Keys.press(field, "ESC"));
        assertThat(Ui.get(() -> popup().isEmpty())).isTrue();
    }

    private Text openQuickOutline() {
        Ui.run(() -> Keys.press(text(editor), "CTRL+O"));
        return Ui.waitFor("the quick outline", () -> popup().flatMap(shell -> Ui.controls(shell, Text.class).stream().findFirst()));
    }

    private static Optional<Shell> popup() {
        return Ui.shells().stream().filter(shell -> shell.getParent() != null)
                .filter(shell -> !Ui.controls(shell, Tree.class).isEmpty()).findFirst();
    }

    private static List<String> quickItems() {
        return Ui.controls(popup().orElseThrow(), Tree.class).getFirst().getItems().length == 0 ? List.of()
                : Arrays.stream(Ui.controls(popup().orElseThrow(), Tree.class).getFirst().getItems())
                        .flatMap(item -> Stream.concat(Stream.of(item), Arrays.stream(item.getItems())))
                        .map(TreeItem::getText).toList();
    }

    private void caret(String place) {
        Ui.run(() -> caretAt(place));
    }

    private void caretAt(String place) {
        editor.selectAndReveal(document(editor).get().indexOf(place) + 1, 0);
    }

    private static IContributionManager toolbar() {
        return ((IViewSite) OutlineView.view().getSite()).getActionBars().getToolBarManager();
    }

    private static void toggle(String name) {
        Ui.run(() -> {
            if (!run(toolbar(), name)) {
                assertThat(run(((IViewSite) OutlineView.view().getSite()).getActionBars().getMenuManager(), name)).as(name).isTrue();
            }
        });
    }

    private static boolean run(IContributionManager manager, String name) {
        for (IContributionItem item : manager.getItems()) {
            IContributionItem own = item instanceof SubContributionItem wrapped ? wrapped.getInnerItem() : item;
            IAction action = own instanceof ActionContributionItem contribution ? contribution.getAction() : null;
            if (action != null && name.equals(action.getText())) {
                if (action.getStyle() == IAction.AS_CHECK_BOX) {
                    action.setChecked(!action.isChecked());
                }
                action.run();
                return true;
            }
        }
        return false;
    }
}
