package dmvpn.diagram.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.notation.CloudNode;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.RouterNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DmvpnLayoutTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6, 7, 50, 500, 5000})
    void noNodeOverlapsAnother(int spokes) {
        List<Box> boxes = nodes(DmvpnLayout.place(Diagrams.of(2, spokes)));
        boxes.sort(Comparator.comparingDouble(Box::y));

        for (int index = 0; index < boxes.size(); index++) {
            Box box = boxes.get(index);
            for (int other = index + 1; other < boxes.size() && boxes.get(other).y() < box.bottom(); other++) {
                assertThat(box.overlaps(boxes.get(other))).as("%s and %s", box, boxes.get(other)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 5000})
    void everyTextIsInsideItsNodeAndOverlapsNoOther(int spokes) {
        PlacedDiagram placed = DmvpnLayout.place(Diagrams.of(2, spokes));

        placed.routers().forEach(router -> assertApartWithin(router.texts(), router.bounds()));
        placed.clouds().forEach(cloud -> assertApartWithin(cloud.texts(), cloud.bounds()));
        placed.transports().forEach(transport -> assertApartWithin(transport.texts(), transport.band()));
        assertApartWithin(placed.texts(), placed.bounds());
        nodes(placed).forEach(node -> {
            assertThat(placed.bounds().contains(node)).isTrue();
            placed.texts().forEach(text -> assertThat(text.bounds().overlaps(node)).isFalse());
        });
    }

    private static void assertApartWithin(List<PlacedText> texts, Box room) {
        for (int index = 0; index < texts.size(); index++) {
            Box bounds = texts.get(index).bounds();
            assertThat(room.contains(bounds)).as("'%s' %s in %s", texts.get(index).text(), bounds, room).isTrue();
            for (PlacedText other : texts.subList(index + 1, texts.size())) {
                assertThat(bounds.overlaps(other.bounds())).as("'%s' on '%s'", texts.get(index).text(), other.text())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 500})
    void noLineCrossesTheTextOfABand(int spokes) {
        PlacedDiagram placed = DmvpnLayout.place(Diagrams.of(3, spokes));

        for (PlacedConnection line : placed.connections()) {
            double left = Math.min(Math.min(line.start().x(), line.startControl().x()),
                    Math.min(line.endControl().x(), line.end().x()));
            placed.transports().forEach(transport -> transport.texts().forEach(text ->
                    assertThat(left).isGreaterThan(text.bounds().right())));
        }
    }

    @Test
    void linesEndAtTheirNodes() {
        PlacedDiagram placed = DmvpnLayout.place(Diagrams.of(2, 40));
        Map<String, Box> boxes = new HashMap<>();
        placed.routers().forEach(router -> boxes.put(router.node().id(), router.card()));
        placed.transports().forEach(transport -> boxes.put(transport.node().id(), transport.band()));

        assertThat(placed.connections()).hasSize(2 + 40 * 4).allSatisfy(line -> {
            assertThat(isOnEdge(boxes.get(line.connection().source()), line.start())).isTrue();
            assertThat(isOnEdge(boxes.get(line.connection().target()), line.end())).isTrue();
        });
    }

    private static boolean isOnEdge(Box box, Point point) {
        return point.x() >= box.x() && point.x() <= box.right() && (point.y() == box.y() || point.y() == box.bottom());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 6, 7, 99, 1000})
    void addingASpokeAtTheEndMovesNoRouter(int spokes) {
        assertSamePlaces(DmvpnLayout.place(Diagrams.of(2, spokes)), DmvpnLayout.place(Diagrams.of(2, spokes + 1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anEditAnywhereMovesNoRouterThatStays(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<RouterNode> spokes = new ArrayList<>(IntStream.range(0, 60).mapToObj(Diagrams::spoke).toList());
        PlacedDiagram before = DmvpnLayout.place(Diagrams.of(2, spokes));
        for (int edit = 0; edit < 40; edit++) {
            if (random.nextBoolean()) {
                spokes.add(random.nextInt(spokes.size() + 1), Diagrams.spoke(1000 + edit));
            } else {
                spokes.remove(random.nextInt(spokes.size()));
            }
            PlacedDiagram after = DmvpnLayout.place(Diagrams.of(2, spokes), before.slots());
            assertSamePlaces(before, after);
            before = after;
        }
    }

    private static void assertSamePlaces(PlacedDiagram before, PlacedDiagram after) {
        Map<String, Box> places = new HashMap<>();
        before.routers().forEach(router -> places.put(router.node().id(), router.card()));
        for (PlacedRouter router : after.routers()) {
            Box place = places.getOrDefault(router.node().id(), router.card());
            assertThat(router.card()).as(router.node().id()).isEqualTo(place);
        }
        assertThat(after.clouds()).extracting(PlacedCloud::bounds)
                .containsExactlyElementsOf(before.clouds().stream().map(PlacedCloud::bounds).toList());
        assertThat(after.transports()).extracting(transport -> transport.band().y())
                .containsExactlyElementsOf(before.transports().stream().map(transport -> transport.band().y()).toList());
    }

    @Test
    void slotsFillRowsThatGrowByOne() {
        assertThat(IntStream.of(0, 5, 6, 12, 13, 20, 21, 5000).map(SpokeGrid::row))
                .containsExactly(0, 0, 1, 1, 2, 2, 3, 94);
        assertThat(IntStream.range(0, 6).mapToObj(SpokeGrid::column)).containsExactly(-0.5, 0.5, -1.5, 1.5, -2.5, 2.5);
        assertThat(IntStream.range(6, 13).mapToObj(SpokeGrid::column)).containsExactly(0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0);
    }

    /** Quadratic work would be 25 million comparisons of names; the limit leaves room for a slow machine. */
    @Test
    @Timeout(10)
    void fiveThousandSpokesArePlacedInLinearTime() {
        assertThat(DmvpnLayout.place(Diagrams.of(2, 5000)).routers()).hasSize(5002);
    }

    @Test
    void longTextShrinksFirstAndThenLosesItsMiddle() {
        PlacedText shrunk = PlacedText.startingAt("A name that is a little long", 0, 0, 14, TextRole.DETAIL, 170);
        PlacedText shortened = PlacedText.startingAt("x".repeat(10_000) + "-end", 0, 0, 14, TextRole.DETAIL, 170);

        assertThat(shrunk.isWhole()).isTrue();
        assertThat(shrunk.fontSize()).isLessThan(14);
        assertThat(shrunk.bounds().width()).isLessThanOrEqualTo(170);
        assertThat(shortened.text()).startsWith("xxx").contains("\u2026").endsWith("-end");
        assertThat(shortened.bounds().width()).isLessThanOrEqualTo(170);
        assertThat(shortened.fullText()).hasSize(10_004);
    }

    @Test
    void wideLettersGetTheirRoom() {
        PlacedText text = PlacedText.startingAt("\u6771\u4eac\u652f\u5e97\u30cd\u30c3\u30c8\u30ef\u30fc\u30af", 0, 0, 14,
                TextRole.NAME, 100);

        assertThat(text.bounds().width()).isLessThanOrEqualTo(100);
    }

    @Test
    void partsMayBeMissing() {
        Diagram cloudOnly = new Diagram("x", List.of(new CloudNode("cloud:A", "A", "", "")), List.of(), List.of(), List.of(),
                List.of());

        assertThat(DmvpnLayout.place(cloudOnly).clouds()).hasSize(1);
        assertThat(DmvpnLayout.place(new Diagram("x", List.of(), List.of(), List.of(), List.of(), List.of())).texts())
                .extracting(PlacedText::text)
                .containsExactly("x", "Nothing to draw yet: the model has no transport, cloud, hub or spoke.");
    }

    private static List<Box> nodes(PlacedDiagram placed) {
        List<Box> boxes = new ArrayList<>();
        List.<Collection<Box>>of(
                placed.routers().stream().map(PlacedRouter::bounds).toList(),
                placed.clouds().stream().map(PlacedCloud::bounds).toList(),
                placed.transports().stream().map(PlacedTransport::band).toList()).forEach(boxes::addAll);
        return boxes;
    }
}
