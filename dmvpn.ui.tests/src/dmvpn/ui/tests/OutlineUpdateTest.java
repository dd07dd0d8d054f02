package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.internal.PartSite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The outline follows the text, and what an edit does not touch stays as it is in the tree. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class OutlineUpdateTest {

    private ModelProject project;
    private ITextEditor editor;

    @BeforeEach
    void openModel() throws Exception {
        Ui.run(Workbench::showPerspective);
        Ui.run(() -> ModelProject.page().showView("org.eclipse.ui.views.ContentOutline"));
        project = new ModelProject("outline-update");
        editor = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        Ui.waitUntil("the outline", () -> tree().filter(found -> item("HQ1").isPresent()).isPresent());
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.close();
    }

    @Test
    void anElementThatIsRenamedIsReplacedWhereItWasAndTheOthersKeepTheirItems() {
        TreeItem corp = Ui.get(() -> item("Corp").orElseThrow());
        List<String> before = Ui.get(OutlineUpdateTest::names);

        replace("hub HQ1 {", "hub Main {");
        replace("via HQ1", "via Main");

        Ui.waitUntil("the new name", () -> item("Main").isPresent() && item("HQ1").isEmpty());
        assertThat(Ui.get(OutlineUpdateTest::names)).isEqualTo(before.stream().map(name -> name.replace("HQ1", "Main")).toList());
        assertThat(Ui.get(() -> !corp.isDisposed() && corp == item("Corp").orElseThrow())).isTrue();
    }

    @Test
    void elementsThatComeAndGoAreShownInTheOrderOfTheText() {
        replace("hub HQ1 {", "hub Second {\n  lan 10.2.0.0/16\n}\n\nhub HQ1 {");
        Ui.waitUntil("the second hub", () -> item("Second").isPresent());
        List<String> names = Ui.get(OutlineUpdateTest::names);
        assertThat(names.indexOf("Second")).isEqualTo(names.indexOf("HQ1") - 1);

        replace("hub Second {\n  lan 10.2.0.0/16\n}\n\n", "");
        Ui.waitUntil("one hub", () -> item("Second").isEmpty() && item("HQ1").isPresent());
    }

    @Test
    void anElementLeadsToItsPlaceAfterEditsAboveIt() {
        replace("network Demo\n", "network Demo\n// one\n// two\n// three\n");
        Ui.waitUntilIdle();
        int place = Ui.get(() -> document(editor).get().indexOf("HQ1 {"));

        Ui.waitUntil("the name in the editor", () -> {
            Tree tree = tree().orElseThrow();
            tree.forceFocus();
            tree.deselectAll();
            tree.setSelection(item("HQ1").orElseThrow());
            Event event = new Event();
            event.item = item("HQ1").orElseThrow();
            tree.notifyListeners(SWT.Selection, event);
            return ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset() == place;
        });
    }

    private void replace(String old, String words) {
        Ui.run(() -> document(editor).replace(document(editor).get().indexOf(old), old.length(), words));
    }

    private static Optional<Tree> tree() {
        return Ui.controls((Composite) ((PartSite) ModelProject.page().findView("org.eclipse.ui.views.ContentOutline").getSite())
                .getModel().getWidget(), Tree.class).stream().filter(Tree::isVisible).findFirst();
    }

    private static Optional<TreeItem> item(String name) {
        return tree().stream().flatMap(found -> Arrays.stream(found.getItems()))
                .filter(found -> found.getText().startsWith(name)).findFirst();
    }

    private static List<String> names() {
        return Arrays.stream(tree().orElseThrow().getItems()).map(found -> found.getText().split(" ")[0]).toList();
    }
}
