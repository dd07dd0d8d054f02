package dmvpn.app.diagram;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.layout.Box;
import dmvpn.diagram.layout.FreeArrangement;
import dmvpn.diagram.layout.FreeArrangement.Link;
import dmvpn.diagram.layout.PlacedCloud;
import dmvpn.diagram.layout.PlacedDiagram;
import dmvpn.diagram.layout.PlacedRouter;
import dmvpn.diagram.layout.Point;
import dmvpn.diagram.notation.Connection;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** New places for some routers and clouds of a diagram, by what connects them. Bands, and what was not selected, stay. */
public final class SelectionArrangement {

    /** More have the shape that the layout of whole networks knows. */
    private static final int MOST_NODES = 60;

    private final FreeArrangement free;

    /** @param free arranges them */
    public SelectionArrangement(FreeArrangement free) {
        this.free = free;
    }

    /**
     * Arranges around the middle of where they are.
     *
     * @param ids identifiers of elements
     * @return where each router or cloud of them goes, as it is kept
     * @throws EditRefusedException when there are too few or too many
     */
    public Map<String, Point> of(PlacedDiagram placed, Collection<String> ids) {
        Set<String> wanted = new LinkedHashSet<>(ids);
        Map<String, Box> boxes = new LinkedHashMap<>();
        Map<String, Point> cards = new LinkedHashMap<>();
        for (PlacedRouter router : placed.routers()) {
            add(wanted, router.node().id(), router.bounds(), router.card(), boxes, cards);
        }
        for (PlacedCloud cloud : placed.clouds()) {
            add(wanted, cloud.node().id(), cloud.bounds(), cloud.bounds(), boxes, cards);
        }
        if (boxes.size() < 2) {
            throw new EditRefusedException("Select at least two routers or clouds: they are arranged by what connects them");
        }
        if (boxes.size() > MOST_NODES) {
            throw new EditRefusedException(boxes.size() + " elements are selected, and up to " + MOST_NODES
                    + " can be arranged freely: select fewer, or arrange the whole diagram");
        }
        return aroundTheMiddle(boxes, cards, free.arrange(boxes, links(placed, boxes.keySet())));
    }

    private static void add(Set<String> wanted, String id, Box bounds, Box card, Map<String, Box> boxes, Map<String, Point> cards) {
        if (wanted.contains(id)) {
            boxes.put(id, bounds);
            cards.put(id, new Point(card.x() - bounds.x(), card.y() - bounds.y()));
        }
    }

    /** Servers above their clients, clouds above their servers. */
    private static List<Link> links(PlacedDiagram placed, Set<String> ids) {
        Set<Link> links = new LinkedHashSet<>();
        for (Connection line : placed.diagram().connections()) {
            if (line instanceof Connection.Tunnel tunnel) {
                links.add(new Link(tunnel.target(), tunnel.source()));
                links.add(new Link(tunnel.cloud(), tunnel.target()));
            } else {
                links.add(new Link(line.source(), line.target()));
            }
        }
        return links.stream().filter(link -> ids.contains(link.upper()) && ids.contains(link.lower())).toList();
    }

    private static Map<String, Point> aroundTheMiddle(Map<String, Box> boxes, Map<String, Point> cards, Map<String, Point> arranged) {
        Box before = boxes.values().stream().reduce(Box::union).orElseThrow();
        Box after = arranged.entrySet().stream().map(entry -> at(entry.getValue(), boxes.get(entry.getKey()))).reduce(Box::union)
                .orElseThrow();
        double right = before.centreX() - after.centreX();
        double down = before.centreY() - after.centreY();
        Map<String, Point> places = new LinkedHashMap<>();
        arranged.forEach((id, corner) -> places.put(id, new Point(Math.rint(corner.x() + right + cards.get(id).x()),
                Math.rint(corner.y() + down + cards.get(id).y()))));
        return places;
    }

    private static Box at(Point corner, Box size) {
        return new Box(corner.x(), corner.y(), size.width(), size.height());
    }
}
