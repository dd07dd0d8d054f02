package dmvpn.diagram.layout;

import static dmvpn.diagram.layout.Dimensions.BAND_DISTANCE;
import static dmvpn.diagram.layout.Dimensions.BAND_HEIGHT;
import static dmvpn.diagram.layout.Dimensions.BAND_LABEL_INDENT;
import static dmvpn.diagram.layout.Dimensions.BAND_OVERHANG;
import static dmvpn.diagram.layout.Dimensions.CARD_HEIGHT;
import static dmvpn.diagram.layout.Dimensions.CARD_WIDTH;
import static dmvpn.diagram.layout.Dimensions.CLOUD_DISTANCE;
import static dmvpn.diagram.layout.Dimensions.CLOUD_HEIGHT;
import static dmvpn.diagram.layout.Dimensions.CLOUD_WIDTH;
import static dmvpn.diagram.layout.Dimensions.COLUMN_DISTANCE;
import static dmvpn.diagram.layout.Dimensions.DETAIL_SIZE;
import static dmvpn.diagram.layout.Dimensions.GAP_ABOVE_BANDS;
import static dmvpn.diagram.layout.Dimensions.GAP_ABOVE_HUBS;
import static dmvpn.diagram.layout.Dimensions.GAP_ABOVE_SPOKES;
import static dmvpn.diagram.layout.Dimensions.LINE_HEIGHT;
import static dmvpn.diagram.layout.Dimensions.MARGIN;
import static dmvpn.diagram.layout.Dimensions.NAME_SIZE;
import static dmvpn.diagram.layout.Dimensions.ROW_DISTANCE;
import static dmvpn.diagram.layout.Dimensions.SMALLEST_HALF_WIDTH;
import static dmvpn.diagram.layout.Dimensions.TITLE_SIZE;
import static dmvpn.diagram.layout.Dimensions.WIDEST_BAND_LABEL;

import dmvpn.diagram.notation.CloudNode;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.diagram.notation.TransportNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of DMVPN networks: clouds and hubs in the middle on top, transports as bands across the picture, spokes in
 * rows below. It takes linear time. The place of a spoke depends on its slot alone and that of a hub on the hubs alone, so
 * adding a spoke moves nothing.
 */
public final class DmvpnLayout {

    private final Diagram diagram;
    private final SpokeSlots slots;
    private final Positions positions;
    private final List<PlacedCloud> clouds = new ArrayList<>();
    private final List<PlacedTransport> transports = new ArrayList<>();
    private final List<PlacedRouter> routers = new ArrayList<>();
    private final List<PlacedConnection> connections = new ArrayList<>();
    private final List<PlacedText> texts = new ArrayList<>();

    private DmvpnLayout(Diagram diagram, SpokeSlots slots, Positions positions) {
        this.diagram = diagram;
        this.slots = slots;
        this.positions = positions;
    }

    /** Places a diagram for the first time. */
    public static PlacedDiagram place(Diagram diagram) {
        return place(diagram, SpokeSlots.NONE);
    }

    /**
     * Places an edited diagram.
     *
     * @param diagram diagram
     * @param previous slots of the layout before: spokes that are still there stay where they are
     */
    public static PlacedDiagram place(Diagram diagram, SpokeSlots previous) {
        return new DmvpnLayout(diagram, previous.assign(diagram.spokes()), Positions.NONE).place();
    }

    /**
     * Places a diagram some of whose nodes have a place already: the others come where the layout would have them, or for a
     * spoke where the next free slot is that none of the others covers.
     *
     * @param diagram diagram
     * @param positions places of nodes
     */
    public static PlacedDiagram place(Diagram diagram, Positions positions) {
        List<RouterNode> free = diagram.spokes().stream().filter(spoke -> positions.of(spoke.id()).isEmpty()).toList();
        SpokeSlots slots = positions.isEmpty() ? SpokeSlots.NONE.assign(free)
                : SpokeSlots.assign(free, new CoveredSlots(diagram, positions, spokesTop(diagram))::covers);
        return new DmvpnLayout(diagram, slots, positions).place();
    }

    /** The upper edge of the first row of spokes. */
    private static double spokesTop(Diagram diagram) {
        double y = diagram.clouds().isEmpty() ? 0 : CLOUD_HEIGHT + GAP_ABOVE_HUBS;
        y += diagram.hubs().isEmpty() && diagram.plainRouters().isEmpty() ? 0 : CARD_HEIGHT + GAP_ABOVE_BANDS;
        int bands = diagram.transports().size();
        return bands == 0 ? y : y + bands * BAND_DISTANCE - (BAND_DISTANCE - BAND_HEIGHT) + GAP_ABOVE_SPOKES;
    }

    private PlacedDiagram place() {
        double y = placeClouds(0);
        y = placeCore(y);
        placeSpokes(spokesTop(diagram));
        placeBands(y);
        placeConnections();
        List<PlacedMark> marks = MarkPlacer.place(diagram, routers, connections);
        Box content = content();
        placeTitle(content);
        placeLegend(content);
        Box bounds = texts.stream().map(PlacedText::bounds).reduce(content, Box::union).grownBy(MARGIN);
        return new PlacedDiagram(diagram, bounds, clouds, transports, routers, connections, texts, marks, slots);
    }

    private double placeClouds(double y) {
        int count = diagram.clouds().size();
        for (int index = 0; index < count; index++) {
            double centreX = (index - (count - 1) / 2.0) * CLOUD_DISTANCE;
            CloudNode cloud = diagram.clouds().get(index);
            Point place = positions.of(cloud.id()).orElse(new Point(centreX - CLOUD_WIDTH / 2, y));
            clouds.add(placeCloud(cloud, index, new Box(place.x(), place.y(), CLOUD_WIDTH, CLOUD_HEIGHT)));
        }
        return count == 0 ? y : y + CLOUD_HEIGHT + GAP_ABOVE_HUBS;
    }

    private static PlacedCloud placeCloud(CloudNode node, int colour, Box bounds) {
        double room = CLOUD_WIDTH - 48;
        List<PlacedText> texts = new ArrayList<>();
        double baseline = bounds.y() + 25;
        texts.add(PlacedText.centredAt(node.label(), bounds.centreX(), baseline, NAME_SIZE, TextRole.NAME, room));
        for (String line : List.of(node.overlay(), node.details())) {
            if (!line.isEmpty()) {
                baseline += LINE_HEIGHT - 1;
                texts.add(PlacedText.centredAt(line, bounds.centreX(), baseline, DETAIL_SIZE, TextRole.DETAIL, room));
            }
        }
        return new PlacedCloud(node, colour, bounds, texts);
    }

    /** Hubs in the middle, plain routers to their right. */
    private double placeCore(double y) {
        int hubs = diagram.hubs().size();
        List<RouterNode> core = new ArrayList<>(diagram.hubs());
        core.addAll(diagram.plainRouters());
        double first = hubs == 0 ? (diagram.plainRouters().size() - 1) / -2.0 : (hubs - 1) / -2.0;
        for (int index = 0; index < core.size(); index++) {
            placeRouter(core.get(index), (first + index) * COLUMN_DISTANCE, y);
        }
        return core.isEmpty() ? y : y + CARD_HEIGHT + GAP_ABOVE_BANDS;
    }

    private void placeSpokes(double y) {
        for (RouterNode spoke : diagram.spokes()) {
            if (positions.of(spoke.id()).isPresent()) {
                placeRouter(spoke, 0, 0);
            } else {
                int slot = slots.slotOf(spoke);
                placeRouter(spoke, SpokeGrid.column(slot) * COLUMN_DISTANCE, y + SpokeGrid.row(slot) * ROW_DISTANCE);
            }
        }
    }

    private void placeRouter(RouterNode node, double centreX, double y) {
        Point place = positions.of(node.id()).orElse(new Point(centreX - CARD_WIDTH / 2, y));
        routers.add(CardPlacer.place(node, place.x(), place.y()));
    }

    /** Bands are as wide as the widest row; their texts are left of it. */
    private void placeBands(double top) {
        double left = -SMALLEST_HALF_WIDTH;
        double right = SMALLEST_HALF_WIDTH;
        for (PlacedRouter router : routers) {
            left = Math.min(left, router.card().x());
            right = Math.max(right, router.card().right());
        }
        double label = widestBandLabel();
        double y = top;
        for (TransportNode node : diagram.transports()) {
            double bandY = positions.of(node.id()).map(Point::y).orElse(y);
            Box band = new Box(left - label, bandY, right + BAND_OVERHANG - left + label, BAND_HEIGHT);
            transports.add(placeBand(node, band));
            y += BAND_DISTANCE;
        }
    }

    private double widestBandLabel() {
        double widest = 0;
        for (TransportNode node : diagram.transports()) {
            widest = Math.max(widest, TextMetrics.width(node.label(), NAME_SIZE, true));
            widest = Math.max(widest, TextMetrics.width(node.details(), DETAIL_SIZE, false));
        }
        return Math.min(widest, WIDEST_BAND_LABEL) + 2 * BAND_LABEL_INDENT;
    }

    private static PlacedTransport placeBand(TransportNode node, Box band) {
        double room = WIDEST_BAND_LABEL;
        double x = band.x() + BAND_LABEL_INDENT;
        List<PlacedText> texts = new ArrayList<>();
        boolean single = node.details().isEmpty();
        texts.add(PlacedText.startingAt(node.label(), x, band.y() + (single ? 33 : 25), NAME_SIZE, TextRole.NAME, room));
        if (!single) {
            texts.add(PlacedText.startingAt(node.details(), x, band.y() + 42, DETAIL_SIZE, TextRole.DETAIL, room));
        }
        return new PlacedTransport(node, band, texts);
    }

    private void placeConnections() {
        ConnectionPlacer placer = new ConnectionPlacer();
        clouds.forEach(placer::add);
        transports.forEach(placer::add);
        routers.forEach(placer::add);
        diagram.connections().forEach(connection -> placer.place(connection).ifPresent(connections::add));
    }

    private Box content() {
        List<Box> boxes = new ArrayList<>();
        clouds.forEach(cloud -> boxes.add(cloud.bounds()));
        transports.forEach(transport -> boxes.add(transport.band()));
        routers.forEach(router -> boxes.add(router.bounds()));
        return boxes.stream().reduce(Box::union).orElse(new Box(-2 * SMALLEST_HALF_WIDTH, 0, 4 * SMALLEST_HALF_WIDTH, 0));
    }

    private void placeTitle(Box content) {
        texts.add(PlacedText.startingAt(diagram.title(), content.x(), content.y() - 20, TITLE_SIZE, TextRole.TITLE,
                content.width()));
    }

    private void placeLegend(Box content) {
        String legend = diagram.isEmpty()
                ? "Nothing to draw yet: the model has no transport, cloud, hub or spoke."
                : Legend.of(diagram);
        texts.add(PlacedText.startingAt(legend, content.x(), content.bottom() + 30, DETAIL_SIZE, TextRole.LEGEND,
                content.width()));
    }
}
