package dmvpn.diagram.glsp;

import dmvpn.diagram.layout.Box;
import dmvpn.diagram.layout.PlacedCloud;
import dmvpn.diagram.layout.PlacedConnection;
import dmvpn.diagram.layout.PlacedMark;
import dmvpn.diagram.layout.PlacedRouter;
import dmvpn.diagram.layout.PlacedText;
import dmvpn.diagram.layout.PlacedTransport;
import dmvpn.diagram.layout.TextRole;
import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.diagram.notation.ShownValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.glsp.graph.GEdge;
import org.eclipse.glsp.graph.GGraph;
import org.eclipse.glsp.graph.GModelElement;
import org.eclipse.glsp.graph.GNode;
import org.eclipse.glsp.graph.builder.impl.GEdgeBuilder;
import org.eclipse.glsp.graph.builder.impl.GGraphBuilder;
import org.eclipse.glsp.graph.builder.impl.GLabelBuilder;
import org.eclipse.glsp.graph.builder.impl.GNodeBuilder;

/**
 * Turns a placed diagram into what the client draws. Texts come measured and shortened, so that a page shows exactly what a
 * picture shows and the client has nothing to measure.
 */
final class TopologyGraph {

    private static final String ROUTER_KIND = "notation";
    private static final double NAME_HEIGHT = 20;

    private final DocumentState state;
    private final Map<String, List<ShownProblem>> problems = new HashMap<>();
    private final Map<String, List<ShownValue>> values = new HashMap<>();
    private final Map<String, Integer> linesOfNode = new HashMap<>();
    private final Map<String, List<PlacedMark>> marks = new HashMap<>();

    private TopologyGraph(DocumentState state) {
        this.state = state;
        state.problems().forEach(problem -> problems.computeIfAbsent(problem.elementId(), id -> new ArrayList<>()).add(problem));
        state.values().forEach(value -> values.computeIfAbsent(value.node(), id -> new ArrayList<>()).add(value));
        Map<String, String> routerOfHost = new HashMap<>();
        state.placed().diagram().hosts().forEach(host -> routerOfHost.put(host.id(), host.router()));
        state.placed().marks().forEach(mark -> marks
                .computeIfAbsent(routerOfHost.getOrDefault(mark.owner(), mark.owner()), id -> new ArrayList<>()).add(mark));
    }

    /** The drawing of a document. */
    static GGraph of(DocumentState state) {
        return new TopologyGraph(state).build();
    }

    private GGraph build() {
        List<GModelElement> elements = new ArrayList<>();
        state.placed().transports().forEach(transport -> elements.add(node(transport)));
        state.placed().connections().forEach(connection -> elements.add(edge(connection)));
        state.placed().clouds().forEach(cloud -> elements.add(node(cloud)));
        state.placed().routers().forEach(router -> elements.add(node(router)));
        return new GGraphBuilder().id("topology").addAll(elements).build();
    }

    private GNode node(PlacedTransport transport) {
        return node(transport.node().id(), ElementTypes.TRANSPORT, transport.node().label(), transport.band(),
                transport.texts(), "transport " + transport.node().label() + described(transport.node().details()), Map.of());
    }

    private GNode node(PlacedCloud cloud) {
        return node(cloud.node().id(), ElementTypes.CLOUD, cloud.node().label(), cloud.bounds(), cloud.texts(),
                "cloud " + cloud.node().label() + described(cloud.node().overlay() + " " + cloud.node().details()),
                Map.of("colour", cloud.colour(), "routing", cloud.node().routing(), "protection", cloud.node().protection()));
    }

    private GNode node(PlacedRouter router) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("card", part(router.card(), router.bounds()));
        if (!router.node().family().isEmpty()) {
            arguments.put("family", router.node().family());
        }
        router.badge().ifPresent(badge -> arguments.put("badge", part(badge, router.bounds())));
        return node(router.node().id(), type(router.node()), router.node().label(), router.bounds(), router.texts(),
                router.node().kind().name().toLowerCase(Locale.ROOT) + " " + router.node().label(), arguments);
    }

    private static String type(RouterNode router) {
        return switch (router.kind()) {
            case HUB -> ElementTypes.HUB;
            case ROUTER -> ElementTypes.ROUTER;
            case SPOKE -> router.isFamily() ? ElementTypes.FAMILY : ElementTypes.SPOKE;
        };
    }

    private static String described(String details) {
        return details.isBlank() ? "" : ": " + details.strip();
    }

    private GNode node(String id, String type, String label, Box box, List<PlacedText> texts, String title,
            Map<String, Object> arguments) {
        GNodeBuilder node = new GNodeBuilder(type).id(id).position(box.x(), box.y()).size(box.width(), box.height())
                .addArguments(arguments).addArgument("title", title)
                .addArgument("texts", texts.stream().map(text -> text(text, box)).toList())
                .addArgument("marks", marks.getOrDefault(id, List.of()).stream().map(mark -> mark(mark, box)).toList());
        texts.stream().filter(text -> text.role() == TextRole.NAME).findFirst()
                .ifPresent(name -> node.add(new GLabelBuilder(ElementTypes.NAME).id(ElementTypes.nameOf(id))
                        .text(withoutMembers(label))
                        .position(name.x() - box.x(), name.bounds().y() - box.y())
                        .size(name.bounds().width(), NAME_HEIGHT).build()));
        values.getOrDefault(id, List.of()).forEach(value -> EditableLines.label(value, texts, box).ifPresent(node::add));
        node.addArguments(problem(id));
        return node.build();
    }

    private Map<String, Object> problem(String id) {
        List<ShownProblem> found = problems.getOrDefault(id, List.of());
        return found.isEmpty() ? Map.of() : Map.of(
                "problem", found.stream().anyMatch(one -> one.severity().equals("error")) ? "error" : "warning",
                "problemText", String.join("\n", found.stream().map(ShownProblem::message).toList()));
    }

    /** What is renamed is the name alone. */
    private static String withoutMembers(String label) {
        int bracket = label.indexOf('[');
        return bracket < 0 ? label : label.substring(0, bracket);
    }

    private static Map<String, Object> text(PlacedText text, Box box) {
        return Map.of("text", text.text(), "full", text.fullText(), "x", rounded(text.x() - box.x()),
                "y", rounded(text.baseline() - box.y()), "size", text.fontSize(),
                "role", text.role().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> mark(PlacedMark mark, Box box) {
        return Map.of("kind", mark.element().name().toLowerCase(Locale.ROOT), "box", part(mark.box(), box),
                "text", text(mark.text(), box), "title", mark.title());
    }

    private static Map<String, Object> part(Box part, Box whole) {
        return Map.of("x", rounded(part.x() - whole.x()), "y", rounded(part.y() - whole.y()), "width", part.width(),
                "height", part.height());
    }

    private static double rounded(double value) {
        return Math.rint(value * 10) / 10;
    }

    private GEdge edge(PlacedConnection placed) {
        Connection connection = placed.connection();
        String type = switch (connection) {
            case Connection.WanAttachment wan -> ElementTypes.ATTACHMENT;
            case Connection.Tunnel tunnel -> ElementTypes.TUNNEL;
            case Connection.TransportLink link -> ElementTypes.LINK;
            case Connection.CloudRelation relation -> ElementTypes.RELATION;
        };
        int slot = linesOfNode.merge(type + " " + connection.source(), 1, Integer::sum) - 1;
        GEdgeBuilder edge = new GEdgeBuilder(type).id(connection.id()).sourceId(connection.source())
                .targetId(connection.target()).routerKind(ROUTER_KIND)
                .addArgument("title", connection.description()).addArgument("slot", slot)
                .addArgument("kind", connection.element().name().toLowerCase(Locale.ROOT)).addArguments(problem(connection.id()));
        if (placed.colour() >= 0) {
            edge.addArgument("colour", placed.colour());
        }
        switch (connection) {
            case Connection.Tunnel tunnel -> edge.addArgument("cloud", tunnel.cloud());
            case Connection.WanAttachment wan -> edge.addArgument("gates", wan.gates().stream()
                    .map(gate -> Map.of("label", gate.kind().label(), "title", gate.description())).toList());
            default -> {
                // a line says it all
            }
        }
        return edge.build();
    }
}
