package dmvpn.ui.tests;

import static dmvpn.ui.tests.driver.Workbench.document;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.ui.tests.driver.DiagramPage;
import dmvpn.ui.tests.driver.Dialogs;
import dmvpn.ui.tests.driver.ErrorLogStaysEmpty;
import dmvpn.ui.tests.driver.ModelProject;
import dmvpn.ui.tests.driver.PictureOfFailure;
import dmvpn.ui.tests.driver.PropertiesView;
import dmvpn.ui.tests.driver.Screenshots;
import dmvpn.ui.tests.driver.Ui;
import dmvpn.ui.tests.driver.Workbench;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Properties view shows what is selected in the diagram, and changes it. */
@ExtendWith({ErrorLogStaysEmpty.class, PictureOfFailure.class})
class DiagramPropertiesTest {

    private ModelProject project;
    private ITextEditor text;
    private DiagramPage diagram;

    @BeforeEach
    void openDiagramAndView() throws Exception {
        Ui.run(Workbench::showPerspective);
        project = new ModelProject("diagram-properties");
        text = ModelProject.open(project.file("net.dmvpn", Models.PHASE_3));
        diagram = DiagramPage.open(text, "HQ1");
        Ui.run(PropertiesView::showNow);
    }

    @AfterEach
    void deleteProject() throws Exception {
        Ui.run(PropertiesView::hideNow);
        project.close();
    }

    @Test
    void whatIsSelectedIsShownWithItsPlaceInTheText() {
        select("HQ1", "Element/Name", "HQ1");

        assertThat(Ui.get(PropertiesView::rowsNow)).containsEntry("Element/Kind", "hub")
                .containsEntry("Element/Line", Integer.toString(Models.lineOf("hub HQ1")))
                .containsEntry("Uplinks/Internet", "203.0.113.1/24").containsEntry("Clouds/Corp", "10.255.0.1")
                .containsEntry("Clouds/Corp: clients", "Branch[1..2]").containsEntry("Local networks/Network", "10.1.0.0/16");
        Screenshots.take("diagram-properties");
        diagram.click("cloud:", "Corp");
        awaitValue("Settings/Phase", "3");
        assertThat(Ui.get(PropertiesView::rowsNow)).containsEntry("Element/Kind", "cloud").containsEntry("Settings/Spokes", "2");
    }

    @Test
    void anotherAddressIsChangedInTheTextAndUndoBringsItBack() {
        select("HQ1", "Uplinks/Internet", "203.0.113.1/24");

        Ui.run(() -> PropertiesView.typeNow("Uplinks/Internet", "203.0.113.9/24"));

        Ui.waitUntil("the new address in the text", () -> document(text).get().contains("wan Internet 203.0.113.9/24 gateway"));
        awaitValue("Uplinks/Internet", "203.0.113.9/24");
        Workbench.travelHistory(diagram.editor(), Workbench.UNDO);
        Ui.waitUntil("the text as it was", () -> document(text).get().equals(Models.PHASE_3));
        select("HQ1", "Uplinks/Internet", "203.0.113.1/24");
    }

    @Test
    void whatIsRenamedStaysSelectedByItsNewName() {
        select("HQ1", "Element/Name", "HQ1");

        Ui.run(() -> PropertiesView.typeNow("Element/Name", "Center"));

        Ui.waitUntil("the new name everywhere in the text", () -> document(text).get().contains("hub Center {")
                && document(text).get().contains("via Center") && !document(text).get().contains("HQ1"));
        diagram.awaitSelected("Center");
        awaitValue("Element/Name", "Center");
    }

    @Test
    void phaseAndKindAreChosenFromWhatThereIs() {
        Ui.run(() -> diagram.editor().getSite().getPage().activate(diagram.editor()));
        diagram.click("cloud:", "Corp");
        awaitValue("Settings/Phase", "3");
        Ui.run(() -> PropertiesView.chooseNow("Settings/Phase", "2"));
        Ui.waitUntil("the other phase in the text", () -> document(text).get().contains("phase 2"));
        awaitValue("Settings/Phase", "2");

        select("Branch", "Element/Kind", "spoke");
        Ui.run(() -> PropertiesView.chooseNow("Element/Kind", "hub"));
        Ui.waitUntil("a hub in the text", () -> document(text).get().contains("hub Branch[1..2] {"));
    }

    @Test
    void whatCannotBeIsRefusedWithTheReasonAndNothingChanges() {
        select("HQ1", "Uplinks/Internet", "203.0.113.1/24");

        try (Dialogs refusal = Dialogs.open(() -> PropertiesView.typeNow("Uplinks/Internet", "nowhere"))) {
            assertThat(Ui.get(() -> Ui.controls(refusal.shell(), Label.class).stream().map(Label::getText)
                    .filter(said -> said.contains("nowhere")).findFirst().orElse("")))
                    .contains("'nowhere' is not an address with its prefix length");
            refusal.press("OK");
            Ui.waitUntil("the refusal to close", () -> refusal.shell().isDisposed());
        }
        assertThat(Ui.get(() -> document(text).get())).isEqualTo(Models.PHASE_3);
        awaitValue("Uplinks/Internet", "203.0.113.1/24");
    }

    @Test
    void whatCannotBeChangedHasNoCellEditor() {
        select("HQ1", "Element/Name", "HQ1");

        assertThat(Ui.get(() -> PropertiesView.isEditableNow("Element/Line"))).isFalse();
        assertThat(Ui.get(() -> PropertiesView.isEditableNow("Clouds/Corp"))).isTrue();
    }

    @Test
    void problemsThatRulesFindAreShownAndGoWithTheirCause() {
        select("HQ1", "Element/Name", "HQ1");
        Ui.run(() -> document(text).set(Models.PHASE_3.replace("join Corp as 10.255.0.1\n", "join Corp as 10.99.0.1\n")));

        Ui.waitUntil("a problem", () -> PropertiesView.rowsNow().getOrDefault("Problems/Problem", "").contains("10.99.0.1"));
        Ui.run(() -> document(text).set(Models.PHASE_3));
        Ui.waitUntil("no problem", () -> !PropertiesView.rowsNow().containsKey("Problems/Problem")
                && PropertiesView.rowsNow().containsKey("Element/Name"));
    }

    @Test
    void whenNothingIsSelectedAnyMoreTheFileIsShown() {
        select("Branch", "Element/Name", "Branch");

        diagram.press("Delete");

        Ui.waitUntil("the file's properties instead", () -> !PropertiesView.rowsNow().containsKey("Element/Name")
                && PropertiesView.rowsNow().containsValue("net.dmvpn"));
    }

    private void select(String name, String property, String value) {
        Ui.run(() -> diagram.editor().getSite().getPage().activate(diagram.editor()));
        diagram.select(name);
        awaitValue(property, value);
    }

    private static void awaitValue(String property, String value) {
        Ui.waitUntil(property + " " + value, () -> value.equals(PropertiesView.rowsNow().get(property)));
    }
}
