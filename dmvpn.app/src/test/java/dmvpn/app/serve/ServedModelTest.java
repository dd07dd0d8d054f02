package dmvpn.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.glsp.ShownProblem;
import dmvpn.diagram.layout.Point;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.dsl.load.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that diagrams edit while others may edit its file. */
class ServedModelTest {

    private static final String MODEL = """
            // Ours.
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100 }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }

            // One branch for now.
            spoke Branch { wan Internet dhcp  lan 10.2.0.0/16  join Corp as 10.255.0.2 via HQ }
            """;

    private static final ModelLoader LOADER = ModelLoader.create();

    @TempDir
    private Path folder;
    private Path file;
    private Path places;
    private ServedModel model;
    private int told;

    @BeforeEach
    void serve() throws IOException {
        file = Files.writeString(folder.resolve("net.dmvpn"), MODEL);
        places = folder.resolve("net.dmvpn-layout");
        model = new ServedModel(new ServedFiles(file), LOADER);
        model.listen(() -> told++);
    }

    @Test
    void anEditIsInTheFileAtOnceAndEverybodyIsTold() throws IOException {
        model.edit(new ModelEdit.Rename("router:HQ", "Head"), Optional.empty());

        assertThat(file).content().isEqualTo(MODEL.replace("hub HQ", "hub Head").replace("via HQ", "via Head"));
        assertThat(hubs()).containsExactly("Head");
        assertThat(told).isOne();
        assertThat(model.state().undo()).isEqualTo("new name Head");
    }

    @Test
    void undoReturnsEveryByteAndRedoTheEdit() throws IOException {
        model.edit(new ModelEdit.Delete(List.of("router:Branch")), Optional.empty());
        String without = Files.readString(file);

        model.undo();
        assertThat(file).content().isEqualTo(MODEL);
        assertThat(model.state().undo()).isEmpty();
        model.redo();
        assertThat(file).content().isEqualTo(without);
        assertThat(model.state().redo()).isEmpty();
    }

    @Test
    void whoIsRenamedInTheTextKeepsItsPlaceAlsoInTheFileWithThePlaces() throws IOException {
        model.move(Map.of("router:HQ", new Point(400, 40)));
        Files.writeString(file, MODEL.replace("hub HQ", "hub Head").replace("via HQ", "via Head"));
        model.refresh();

        assertThat(placeOf("router:Head")).isEqualTo(new Point(400, 40));
        assertThat(places).content().contains("router:Head 400 40").doesNotContain("router:HQ");
        ServedModel opened = new ServedModel(new ServedFiles(file), LOADER);
        assertThat(opened.state().placed().routers().getFirst().card().x()).isEqualTo(400);

        model.undo();
        assertThat(file).content().isEqualTo(MODEL);
        assertThat(placeOf("router:HQ")).isEqualTo(new Point(400, 40));
        assertThat(places).content().contains("router:HQ 400 40").doesNotContain("router:Head");
    }

    @Test
    void whereThePlacesCannotBeWrittenAModelThatIsRenamedInTheTextIsDrawnAllTheSame() throws IOException {
        // The longest name that a file may have leaves no room for the name of the file that would replace it.
        String longName = "n".repeat(255 - ".dmvpn-layout".length()) + ".dmvpn";
        Path longFile = Files.writeString(folder.resolve(longName), MODEL);
        Path longPlaces = Files.writeString(folder.resolve(longName + "-layout"), "dmvpn-layout 1\nrouter:HQ 400 40\n");
        ServedModel unwritable = new ServedModel(new ServedFiles(longFile), LOADER);
        assertThatThrownBy(() -> unwritable.move(Map.of("router:HQ", new Point(1, 1)))).isInstanceOf(EditRefusedException.class);

        Files.writeString(longFile, MODEL.replace("hub HQ", "hub Head").replace("via HQ", "via Head"));
        unwritable.refresh();

        assertThat(unwritable.state().placed().diagram().hubs()).extracting(RouterNode::label).containsExactly("Head");
        assertThat(unwritable.state().staleBecause()).isEmpty();
        assertThat(longPlaces).content().contains("router:HQ 400 40");
    }

    @Test
    void aNameThatIsTypedLetterByLetterIsFollowed() throws IOException {
        model.move(Map.of("router:HQ", new Point(400, 40)));
        for (String name : List.of("H", "Ce", "Cent", "Centre")) {
            Files.writeString(file, MODEL.replace("hub HQ", "hub " + name).replace("via HQ", "via " + name));
            model.refresh();
        }

        assertThat(placeOf("router:Centre")).isEqualTo(new Point(400, 40));
        assertThat(places).content().isEqualTo("dmvpn-layout 1\nrouter:Centre 400 40\n");
    }

    @Test
    void aMemberThatWasMovedKeepsItsPlaceWhateverIsEditedAndHoweverItsFamilyIsShown() throws IOException {
        Files.writeString(file, MODEL.replace("spoke Branch {", "spoke Branch[1..9] {") + "host Till { behind Branch[7]  address 10.2.0.50 }\n");
        model.refresh();
        model.toggle("router:Branch[1..9]");
        model.move(Map.of("router:Branch[7]", new Point(300, 500)));
        model.edit(new ModelEdit.Rename("router:HQ", "Head"), Optional.empty());
        assertThat(places).content().contains("router:Branch[7] 300 500");

        model.toggle("router:Branch[1..9]");
        model.edit(new ModelEdit.Rename("router:Branch[1..9]", "Site"), Optional.empty());
        assertThat(places).content().contains("router:Site[7] 300 500").doesNotContain("Branch");
        model.edit(new ModelEdit.Delete(List.of("router:Site[1..9]")), Optional.empty());
        assertThat(places).doesNotExist();
    }

    @Test
    void aFamilyIsShownMemberByMemberAndAsOneAgain() throws IOException {
        Files.writeString(file, MODEL.replace("spoke Branch {", "spoke Branch[1..2] {") + "host Till { behind Branch[1]  address 10.2.0.50 }\n");
        model.refresh();

        model.toggle("router:Branch[1..2]");
        assertThat(model.state().placed().diagram().spokes()).extracting(RouterNode::label).containsExactly("Branch[1..2]", "Branch[1]");
        model.toggle("router:Branch[1..2]");
        assertThat(model.state().placed().diagram().spokes()).extracting(RouterNode::label).containsExactly("Branch[1..2]");
    }

    @Test
    void aBrokenCharacterInTheFileWithThePlacesCostsItsLineAndNothingElse() throws IOException {
        Files.write(places, new byte[] {'r', 'o', 'u', 't', 'e', 'r', ':', 'H', 'Q', ' ', '4', '0', '0', ' ', '4', '0', '\n', (byte) 0xff, '\n'});
        model.refresh();

        assertThat(placeOf("router:HQ")).isEqualTo(new Point(400, 40));
        model.edit(new ModelEdit.Rename("router:HQ", "Head"), Optional.empty());
        assertThat(places).content().isEqualTo("dmvpn-layout 1\nrouter:Head 400 40\n");
    }

    private Point placeOf(String router) {
        return model.state().placed().routers().stream().filter(placed -> placed.node().id().equals(router))
                .map(placed -> new Point(placed.card().x(), placed.card().y())).findFirst().orElseThrow();
    }

    @Test
    void nothingHappensWhereThereIsNothingToTakeBack() {
        model.undo();
        model.redo();

        assertThat(file).content().isEqualTo(MODEL);
    }

    @Test
    void aNewElementGoesWhereItWasPut() throws IOException {
        String made = model.edit(new ModelEdit.CreateSpoke(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.of(new Point(40, 700))).orElseThrow();

        assertThat(places).content().contains(made + " 40 700\n");
        assertThat(place(made)).isEqualTo(new Point(40, 700));
        model.undo();
        assertThat(places).doesNotExist();
    }

    @Test
    void movedElementsKeepTheirPlacesUnderNewNamesUntilTheyAreGone() throws IOException {
        model.move(Map.of("router:Branch", new Point(1, 2)));
        assertThat(file).content().isEqualTo(MODEL);

        model.edit(new ModelEdit.Rename("router:Branch", "Depot"), Optional.empty());
        assertThat(Files.readAllLines(places)).contains("router:Depot 1 2");

        model.edit(new ModelEdit.Delete(List.of("router:Depot")), Optional.empty());
        assertThat(places).doesNotExist();
        model.undo();
        assertThat(place("router:Depot")).isEqualTo(new Point(1, 2));
    }

    @Test
    void arrangingForgetsPlacesAndCanBeTakenBack() {
        model.move(Map.of("router:Branch", new Point(1, 2)));

        model.arrange();
        assertThat(places).doesNotExist();
        model.undo();
        assertThat(places).exists();
    }

    @Test
    void whatOthersWriteIsTakenOverAndCanBeTakenBack() throws IOException {
        Files.writeString(file, MODEL.replace("Branch", "Depot"));

        model.refresh();
        assertThat(spokes()).containsExactly("Depot");
        assertThat(told).isOne();
        model.undo();
        assertThat(file).content().isEqualTo(MODEL);
    }

    @Test
    void anEditThatComesTogetherWithAChangeOfTheFileLosesNeither() throws IOException {
        Files.writeString(file, MODEL.replace("One branch", "A branch"));

        model.edit(new ModelEdit.Rename("router:Branch", "Depot"), Optional.empty());

        assertThat(file).content().contains("// A branch for now.").contains("spoke Depot");
    }

    @Test
    void nobodyIsToldWhenNothingHasChanged() {
        model.refresh();

        assertThat(told).isZero();
    }

    @Test
    void brokenTextLeavesTheLastDiagramAndIsNotEdited() throws IOException {
        String broken = MODEL.replace("cloud Corp {", "cloud Corp {{{");
        Files.writeString(file, broken);
        model.refresh();

        assertThat(model.state().staleBecause()).matches("The text is broken in line \\d+: .*");
        assertThat(hubs()).containsExactly("HQ");
        assertThatThrownBy(() -> model.edit(new ModelEdit.Delete(List.of("router:HQ")), Optional.empty()))
                .isInstanceOf(EditRefusedException.class).hasMessageContaining("cannot be edited now");
        assertThat(file).content().isEqualTo(broken);
        model.undo();
        assertThat(model.state().staleBecause()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsSaidAndMayComeBack() throws IOException {
        Files.delete(file);
        model.refresh();
        assertThat(model.state().staleBecause()).contains("net.dmvpn");
        assertThat(hubs()).containsExactly("HQ");

        Files.writeString(file, MODEL);
        model.refresh();
        assertThat(model.state().staleBecause()).isEmpty();
    }

    @Test
    void problemsAreShownAtTheirElements() throws IOException {
        Files.writeString(file, MODEL.replace("via HQ", "via Nobody"));
        model.refresh();

        assertThat(model.state().problems()).filteredOn(problem -> problem.severity().equals("error"))
                .extracting(ShownProblem::elementId).contains("router:Branch").doesNotContain("router:HQ", "cloud:Corp");
    }

    @Test
    void spokesThatNobodyHasMovedStayWhereTheyAreWhenOthersGo() throws IOException {
        Files.writeString(file, MODEL + MODEL.substring(MODEL.indexOf("spoke"))
                .replace("Branch", "Depot").replace("10.2.", "10.3.").replace("255.0.2", "255.0.3"));
        model.refresh();
        Point before = place("router:Depot");

        model.edit(new ModelEdit.Delete(List.of("router:Branch")), Optional.empty());

        assertThat(place("router:Depot")).isEqualTo(before);
    }

    private Point place(String router) {
        return model.state().placed().routers().stream().filter(placed -> placed.node().id().equals(router)).findFirst()
                .map(placed -> new Point(placed.card().x(), placed.card().y())).orElseThrow();
    }

    private List<String> hubs() {
        return model.state().placed().diagram().hubs().stream().map(RouterNode::label).toList();
    }

    private List<String> spokes() {
        return model.state().placed().diagram().spokes().stream().map(RouterNode::label).toList();
    }
}
