package dmvpn.diagram.layout;

import static dmvpn.diagram.layout.Dimensions.CARD_HEIGHT;
import static dmvpn.diagram.layout.Dimensions.CARD_WIDTH;
import static dmvpn.diagram.layout.Dimensions.COLUMN_DISTANCE;
import static dmvpn.diagram.layout.Dimensions.ROW_DISTANCE;

import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.RouterNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The slots of spokes that routers with a place of their own cover. Those are kept in squares, so that a look takes no time. */
final class CoveredSlots {

    private static final double SQUARE = Math.max(CARD_WIDTH, CARD_HEIGHT);

    private final double top;
    private final Map<Long, List<Box>> squares = new HashMap<>();

    CoveredSlots(Diagram diagram, Positions positions, double top) {
        this.top = top;
        for (RouterNode router : diagram.routers()) {
            positions.of(router.id()).ifPresent(place -> {
                Box card = new Box(place.x(), place.y(), CARD_WIDTH, CARD_HEIGHT);
                squares.computeIfAbsent(square(column(card.x()), column(card.y())), square -> new ArrayList<>()).add(card);
            });
        }
    }

    private static int column(double coordinate) {
        return (int) Math.floor(coordinate / SQUARE);
    }

    private static long square(int x, int y) {
        return ((long) x << Integer.SIZE) ^ (y & 0xffffffffL);
    }

    boolean covers(int slot) {
        Box card = new Box(SpokeGrid.column(slot) * COLUMN_DISTANCE - CARD_WIDTH / 2, top + SpokeGrid.row(slot) * ROW_DISTANCE,
                CARD_WIDTH, CARD_HEIGHT);
        for (int x = -1; x <= 1; x++) {
            for (int y = -1; y <= 1; y++) {
                List<Box> near = squares.getOrDefault(square(column(card.x()) + x, column(card.y()) + y), List.of());
                if (near.stream().anyMatch(card::overlaps)) {
                    return true;
                }
            }
        }
        return false;
    }
}
