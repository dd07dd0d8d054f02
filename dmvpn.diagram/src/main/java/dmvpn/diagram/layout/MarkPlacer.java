package dmvpn.diagram.layout;

import static dmvpn.diagram.layout.Dimensions.CARD_WIDTH;
import static dmvpn.diagram.layout.Dimensions.PADDING;

import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.Gate;
import dmvpn.diagram.notation.HostNode;
import dmvpn.diagram.notation.NotationElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts marks on cards and lines: they follow what they are on. */
final class MarkPlacer {

    private static final double GAP = 5;
    private static final double ROOM_FOR_COUNT = 35;
    /** How far from its router a gate stands on the line. */
    private static final double GATE_DISTANCE = 17;

    private final List<PlacedMark> marks = new ArrayList<>();

    static List<PlacedMark> place(Diagram diagram, List<PlacedRouter> routers, List<PlacedConnection> connections) {
        MarkPlacer placer = new MarkPlacer();
        Map<String, List<HostNode>> hosts = new LinkedHashMap<>();
        diagram.hosts().forEach(host -> hosts.computeIfAbsent(host.router(), router -> new ArrayList<>()).add(host));
        for (PlacedRouter router : routers) {
            placer.placeSite(router);
            placer.placeHosts(router.card(), hosts.getOrDefault(router.node().id(), List.of()));
        }
        connections.forEach(placer::placeGates);
        return placer.marks;
    }

    private void placeSite(PlacedRouter router) {
        if (!router.node().site().isEmpty()) {
            Box card = router.card();
            marks.add(PlacedMark.startingAt(NotationElement.SITE, router.node().id(), router.node().site(),
                    "site " + router.node().site(), card.x() + PADDING, card.y(), CARD_WIDTH / 2 - PADDING));
        }
    }

    /** Along the lower edge from its right end, since uplinks leave hubs at the left; those without room are counted. */
    private void placeHosts(Box card, List<HostNode> hosts) {
        double right = card.right() - PADDING;
        for (int index = 0; index < hosts.size(); index++) {
            HostNode host = hosts.get(index);
            PlacedMark mark = PlacedMark.startingAt(NotationElement.HOST, host.id(), host.label(), title(host), 0, card.bottom(),
                    CARD_WIDTH / 2);
            double needed = mark.box().width() + (index + 1 < hosts.size() ? ROOM_FOR_COUNT : 0);
            if (right - needed < card.x() + PADDING) {
                List<HostNode> rest = hosts.subList(index, hosts.size());
                PlacedMark count = PlacedMark.startingAt(NotationElement.HOST, host.id(), "+" + rest.size(),
                        String.join("\n", rest.stream().map(MarkPlacer::title).toList()), 0, card.bottom(), CARD_WIDTH / 2);
                marks.add(count.movedTo(right - count.box().width()));
                return;
            }
            marks.add(mark.movedTo(right - mark.box().width()));
            right -= mark.box().width() + GAP;
        }
    }

    private static String title(HostNode host) {
        return "host " + host.label() + (host.address().isEmpty() ? "" : ": " + host.address());
    }

    private void placeGates(PlacedConnection line) {
        if (!(line.connection() instanceof Connection.WanAttachment wan) || wan.gates().isEmpty()) {
            return;
        }
        boolean down = line.end().y() > line.start().y();
        double y = line.start().y() + (down ? GATE_DISTANCE : -GATE_DISTANCE);
        // The first stands on the line, the others beside it where no tunnel is.
        int outwards = down || line.start().x() < 0 ? -1 : 1;
        double edge = Double.NaN;
        for (Gate gate : wan.gates()) {
            PlacedMark mark = PlacedMark.startingAt(gate.kind().element(), wan.id(), gate.kind().label(), gate.description(), 0, y,
                    CARD_WIDTH);
            double width = mark.box().width();
            double x = Double.isNaN(edge) ? line.start().x() - width / 2 : outwards > 0 ? edge + GAP : edge - GAP - width;
            marks.add(mark.movedTo(x));
            edge = outwards > 0 ? x + width : x;
        }
    }
}
