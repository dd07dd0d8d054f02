package dmvpn.diagram.layout;

import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.NotationElement;
import dmvpn.diagram.notation.RouterKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Draws lines between placed nodes. A line depends on its two nodes alone, so it moves only when they do. */
final class ConnectionPlacer {

    /** Lines leave a card this far from its middle: tunnels on the side of the hubs, WAN attachments on the other. */
    private static final double SIDE_OFFSET = 8;
    private static final double SPACING = 12;
    private static final int OFFSETS = 6;
    /** Tunnels of far spokes reach their hub at its sides, which keeps the arrows apart. */
    private static final double SPREAD = 0.1;
    private static final double WIDEST_SPREAD = Dimensions.CARD_WIDTH / 2 - 20;
    private static final double HUB_WAN_OFFSET = Dimensions.CARD_WIDTH / 2 - 12;
    private static final double ARC_HEIGHT = 26;
    private static final double RELATION_OFFSET = 24;
    private static final double LINK_INDENT = 12;

    private final Map<String, PlacedRouter> routers = new HashMap<>();
    private final Map<String, PlacedTransport> transports = new HashMap<>();
    private final Map<String, PlacedCloud> clouds = new HashMap<>();
    private final Map<String, Integer> linesOfRouter = new HashMap<>();

    void add(PlacedRouter router) {
        routers.put(router.node().id(), router);
    }

    void add(PlacedTransport transport) {
        transports.put(transport.node().id(), transport);
    }

    void add(PlacedCloud cloud) {
        clouds.put(cloud.node().id(), cloud);
    }

    /** The line, empty when an end is not in the picture. */
    Optional<PlacedConnection> place(Connection connection) {
        return switch (connection) {
            case Connection.WanAttachment wan -> placeWan(wan);
            case Connection.Tunnel tunnel -> placeTunnel(tunnel);
            case Connection.CloudRelation relation -> placeRelation(relation);
            case Connection.TransportLink link -> placeLink(link);
        };
    }

    private Optional<PlacedConnection> placeWan(Connection.WanAttachment wan) {
        PlacedRouter router = routers.get(wan.source());
        PlacedTransport transport = transports.get(wan.target());
        if (router == null || transport == null) {
            return Optional.empty();
        }
        double offset = nextOffset("wan " + wan.source());
        boolean above = router.card().centreY() < transport.band().centreY();
        double x = above
                ? router.card().centreX() - HUB_WAN_OFFSET + offset
                : router.card().centreX() + outwards(router.card()) * (SIDE_OFFSET + offset);
        Point start = new Point(x, above ? router.card().bottom() : router.card().y());
        Point end = new Point(x, above ? transport.band().y() : transport.band().bottom());
        return Optional.of(new PlacedConnection(wan, -1, start, start, end, end));
    }

    private Optional<PlacedConnection> placeTunnel(Connection.Tunnel tunnel) {
        PlacedRouter client = routers.get(tunnel.source());
        PlacedRouter server = routers.get(tunnel.target());
        if (client == null || server == null || client == server) {
            return Optional.empty();
        }
        int colour = clouds.containsKey(tunnel.cloud()) ? clouds.get(tunnel.cloud()).colour() : 0;
        double offset = nextOffset("tunnel " + tunnel.source());
        return Optional.of(client.node().kind() == RouterKind.SPOKE && client.card().y() > server.card().bottom()
                ? fromBelow(tunnel, colour, client.card(), server.card(), offset)
                : arc(tunnel, colour, client.card(), server.card(), offset));
    }

    private static PlacedConnection fromBelow(Connection.Tunnel tunnel, int colour, Box client, Box server, double offset) {
        Point start = new Point(client.centreX() - outwards(client) * (SIDE_OFFSET + offset), client.y());
        double spread = (client.centreX() - server.centreX()) * SPREAD;
        double x = server.centreX() + Math.clamp(spread, -WIDEST_SPREAD, WIDEST_SPREAD);
        Point end = new Point(x, server.bottom());
        double bend = (start.y() - end.y()) * 0.5;
        return new PlacedConnection(tunnel, colour, start, new Point(start.x(), start.y() - bend),
                new Point(end.x(), end.y() + bend), end);
    }

    /** Below both clouds, from one to the other. */
    private Optional<PlacedConnection> placeRelation(Connection.CloudRelation relation) {
        PlacedCloud source = clouds.get(relation.source());
        PlacedCloud target = clouds.get(relation.target());
        if (source == null || target == null || source == target) {
            return Optional.empty();
        }
        double towards = Math.signum(target.bounds().centreX() - source.bounds().centreX());
        double offset = relation.element() == NotationElement.BACKUP_FOR ? RELATION_OFFSET : 2 * RELATION_OFFSET;
        Point start = new Point(source.bounds().centreX() + towards * offset, source.bounds().bottom());
        Point end = new Point(target.bounds().centreX() - towards * offset, target.bounds().bottom());
        double dip = Math.max(start.y(), end.y()) + ARC_HEIGHT;
        return Optional.of(new PlacedConnection(relation, source.colour(), start, new Point(start.x(), dip),
                new Point(end.x(), dip), end));
    }

    /** Between the bands, at their right ends. */
    private Optional<PlacedConnection> placeLink(Connection.TransportLink link) {
        PlacedTransport source = transports.get(link.source());
        PlacedTransport target = transports.get(link.target());
        if (source == null || target == null) {
            return Optional.empty();
        }
        boolean down = source.band().y() < target.band().y();
        double x = Math.min(source.band().right(), target.band().right()) - LINK_INDENT - SPACING - nextOffset("links");
        Point start = new Point(x, down ? source.band().bottom() : source.band().y());
        Point end = new Point(x, down ? target.band().y() : target.band().bottom());
        return Optional.of(new PlacedConnection(link, -1, start, start, end, end));
    }

    /** Between routers of one row, or from a hub to a spoke: above both. */
    private static PlacedConnection arc(Connection.Tunnel tunnel, int colour, Box client, Box server, double offset) {
        Point start = new Point(client.centreX() + SIDE_OFFSET + offset, client.y());
        Point end = new Point(server.centreX() - SIDE_OFFSET - offset, server.y());
        double top = Math.min(client.y(), server.y()) - ARC_HEIGHT;
        return new PlacedConnection(tunnel, colour, start, new Point(start.x(), top), new Point(end.x(), top), end);
    }

    /** The direction away from the hubs in the middle: -1 to the left, 1 to the right. */
    private static int outwards(Box card) {
        return card.centreX() > 0 ? 1 : -1;
    }

    private double nextOffset(String line) {
        return linesOfRouter.merge(line, 1, Integer::sum) % OFFSETS * SPACING - SPACING;
    }
}
