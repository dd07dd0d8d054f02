package dmvpn.diagram.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.RouterNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PositionsTest {

    @Test
    void theFileHasALineForEachNodeInTheOrderOfTheirIdentifiers() {
        Positions positions = Positions.NONE.with("router:HQ", new Point(10.4, -20)).with("cloud:Corp", new Point(1, 2));

        assertThat(positions.text()).isEqualTo("""
                dmvpn-layout 1
                cloud:Corp 1 2
                router:HQ 10 -20
                """);
        assertThat(Positions.parse(positions.text())).isEqualTo(positions);
        assertThat(positions.with("router:HQ", new Point(11, -20)).text().lines().filter(line -> !positions.text().contains(line)))
                .containsExactly("router:HQ 11 -20");
    }

    @Test
    void linesThatCannotBeReadArePassedOver() {
        assertThat(Positions.parse("<<<<<<< ours\nrouter:A 1 2\n=======\nrouter:A x 2\nrouter:B 99999999999 1\n>>>>>>> theirs\n\u0000").ids())
                .containsExactly("router:A");
        assertThat(Positions.parse("")).isEqualTo(Positions.NONE);
    }

    @Test
    void aNodeThatADiagramRenamesKeepsItsPlace() {
        Positions positions = Positions.NONE.with("router:HQ", new Point(1, 2)).with("router:B", new Point(3, 4));

        assertThat(positions.renamed(Map.of("router:HQ", "router:Centre", "wan:router:HQ>transport:I", "x")).text())
                .isEqualTo("dmvpn-layout 1\nrouter:B 3 4\nrouter:Centre 1 2\n");
    }

    @Test
    void membersOfAFamilyThatIsRenamedKeepTheirPlacesUnderItsNewName() {
        Positions positions = Positions.NONE.with("router:Branch[7]", new Point(1, 2)).with("router:Branches[7]", new Point(3, 4));

        assertThat(positions.renamed(Map.of("router:Branch[1..9]", "router:Site[1..9]")).text())
                .isEqualTo("dmvpn-layout 1\nrouter:Branches[7] 3 4\nrouter:Site[7] 1 2\n");
    }

    @Test
    void aNodeThatTheTextRenamesIsRecognisedWhenOneWentAndOneOfItsKindCame() {
        Positions positions = Positions.NONE.with("router:HQ", new Point(1, 2)).with("router:B", new Point(3, 4))
                .with("cloud:Corp", new Point(5, 6)).with("router:Branch[1..3]", new Point(7, 8));

        assertThat(positions.adaptedTo(List.of("router:Centre", "router:B", "cloud:Corp", "router:Branch[1..3]")).of("router:Centre"))
                .contains(new Point(1, 2));
        assertThat(positions.adaptedTo(List.of("router:Centre", "router:New", "cloud:Corp", "router:B")).ids())
                .as("two went and two came").containsExactly("cloud:Corp", "router:B");
        assertThat(positions.adaptedTo(List.of("router:HQ", "router:B", "router:Branch[1..3]", "transport:Corp")).ids())
                .as("of another kind").doesNotContain("transport:Corp", "cloud:Corp");
        assertThat(positions.adaptedTo(List.of("router:HQ", "router:B", "cloud:Corp", "router:Branch[1..200]")).of("router:Branch[1..200]"))
                .as("other members").contains(new Point(7, 8));
    }

    @Test
    void whatADiagramOfAPartHidesKeepsItsPlace() {
        Positions all = Positions.NONE.with("router:HQ", new Point(1, 2)).with("router:B", new Point(3, 4));

        assertThat(all.withAll(Positions.NONE.with("router:B", new Point(5, 6))).text())
                .isEqualTo("dmvpn-layout 1\nrouter:B 5 6\nrouter:HQ 1 2\n");
    }

    @Test
    void nodesStandWhereTheirPositionsAre() {
        Diagram diagram = Diagrams.of(2, 5);
        Positions moved = Positions.of(DmvpnLayout.place(diagram)).with("router:HQ0", new Point(900, 700))
                .with("cloud:Corp", new Point(-800, -90)).with("transport:Mpls", new Point(0, 2000));

        PlacedDiagram placed = DmvpnLayout.place(diagram, moved);

        assertThat(Positions.of(placed).with("transport:Mpls", new Point(0, 2000)).with("transport:Internet", new Point(0, 0)))
                .isEqualTo(moved.with("transport:Internet", new Point(0, 0)));
        assertThat(placed.transports().getLast().band().y()).isEqualTo(2000);
        placed.connections().forEach(line -> assertThat(line.start()).isNotEqualTo(line.end()));
        assertThat(placed.routers()).allSatisfy(router -> assertThat(placed.bounds().contains(router.bounds())).isTrue());
    }

    @Test
    void addingASpokeMovesNoOtherAndTheNewOneCoversNobody() {
        long seed = 5;
        Random random = new Random(seed);
        List<RouterNode> spokes = new ArrayList<>(IntStream.range(0, 40).mapToObj(Diagrams::spoke).toList());
        Positions positions = Positions.of(DmvpnLayout.place(Diagrams.of(2, spokes)));
        for (int edit = 0; edit < 30; edit++) {
            spokes.add(random.nextInt(spokes.size()), Diagrams.spoke(1000 + edit));
            PlacedDiagram placed = DmvpnLayout.place(Diagrams.of(2, spokes), positions);
            Positions after = Positions.of(placed);
            for (String id : positions.ids()) {
                if (!id.startsWith("transport:")) {
                    assertThat(after.of(id)).as("seed %d, edit %d, %s", seed, edit, id).isEqualTo(positions.of(id));
                }
            }
            assertApart(placed);
            positions = after;
        }
    }

    private static void assertApart(PlacedDiagram placed) {
        List<Box> cards = new ArrayList<>(placed.routers().stream().map(PlacedRouter::card).toList());
        for (int one = 0; one < cards.size(); one++) {
            for (int other = one + 1; other < cards.size(); other++) {
                assertThat(cards.get(one).overlaps(cards.get(other))).isFalse();
            }
        }
    }
}
