package dmvpn.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.layout.Box;
import dmvpn.diagram.layout.PlacedDiagram;
import dmvpn.diagram.layout.Point;
import dmvpn.diagram.layout.Positions;
import dmvpn.dsl.load.ModelLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a diagram that are arranged freely. */
class SelectionArrangementTest {

    private static final String MODEL = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            cloud Corp { overlay 10.255.0.0/16  phase 3  network-id 100  tunnel-key 100 }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
            """;

    @TempDir
    private Path folder;

    @Test
    void serversStandAboveTheirClientsAndCloudsAboveThem() {
        PlacedDiagram placed = placed(4);
        Map<String, Box> after = arranged(placed, List.of("cloud:Corp", "router:HQ", "router:S1", "router:S2", "router:S3"));

        assertThat(after.get("cloud:Corp").bottom()).isLessThanOrEqualTo(after.get("router:HQ").y());
        assertThat(List.of("router:S1", "router:S2", "router:S3")).allSatisfy(spoke ->
                assertThat(after.get(spoke).y()).isGreaterThanOrEqualTo(after.get("router:HQ").bottom()));
    }

    @Test
    void nothingOverlapsAndTheMiddleStays() {
        PlacedDiagram placed = placed(9);
        List<String> ids = new ArrayList<>(List.of("router:HQ"));
        IntStream.rangeClosed(1, 9).forEach(number -> ids.add("router:S" + number));
        Map<String, Box> after = arranged(placed, ids);

        List<Box> boxes = List.copyOf(after.values());
        for (int one = 0; one < boxes.size(); one++) {
            for (int other = one + 1; other < boxes.size(); other++) {
                assertThat(boxes.get(one).overlaps(boxes.get(other))).isFalse();
            }
        }
        Box before = placed.routers().stream().map(router -> router.bounds()).reduce(Box::union).orElseThrow();
        Box now = boxes.stream().reduce(Box::union).orElseThrow();
        assertThat(now.centreX()).isCloseTo(before.centreX(), within(1.0));
        assertThat(now.centreY()).isCloseTo(before.centreY(), within(1.0));
    }

    @Test
    void bandsAndWhatIsNotSelectedStay() {
        assertThat(of(placed(3), List.of("router:HQ", "router:S1", "transport:Internet")).keySet())
                .containsExactlyInAnyOrder("router:HQ", "router:S1");
    }

    @Test
    void theSameSelectionIsArrangedTheSameWhoeverWasSelectedFirst() {
        PlacedDiagram placed = placed(3);

        assertThat(of(placed, List.of("router:S2", "router:HQ", "router:S1")))
                .isEqualTo(of(placed, List.of("router:HQ", "router:S1", "router:S2")));
    }

    @Test
    void tooFewAndTooManyAreRefusedWithTheReason() {
        assertThatThrownBy(() -> of(placed(3), List.of("router:HQ", "transport:Internet")))
                .isInstanceOf(EditRefusedException.class).hasMessageContaining("at least two");
        List<String> many = IntStream.rangeClosed(1, 61).mapToObj(number -> "router:S" + number).toList();
        assertThatThrownBy(() -> of(placed(61), many)).isInstanceOf(EditRefusedException.class).hasMessageContaining("61 elements")
                .hasMessageContaining("up to 60");
    }

    private static Map<String, Point> of(PlacedDiagram placed, List<String> ids) {
        return new SelectionArrangement(new LayeredArrangement()).of(placed, ids);
    }

    /** The nodes where they are kept then. */
    private static Map<String, Box> arranged(PlacedDiagram placed, List<String> ids) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        of(placed, ids).forEach((id, place) -> {
            Box size = placed.routers().stream().filter(router -> router.node().id().equals(id)).map(router -> router.card()).findFirst()
                    .orElseGet(() -> placed.clouds().getFirst().bounds());
            boxes.put(id, new Box(place.x(), place.y(), size.width(), size.height()));
        });
        assertThat(boxes.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        return boxes;
    }

    private PlacedDiagram placed(int spokes) {
        StringBuilder text = new StringBuilder(MODEL);
        for (int number = 1; number <= spokes; number++) {
            text.append("spoke S%1$d { wan Internet dhcp  lan 10.2.%1$d.0/24  join Corp as 10.255.1.%1$d via HQ }\n".formatted(number));
        }
        DrawnText drawn = new DrawnText(folder.resolve("net.dmvpn"), ModelLoader.create());
        drawn.show(text.toString(), Positions.NONE, "");
        return drawn.shown().placed().orElseThrow();
    }
}
