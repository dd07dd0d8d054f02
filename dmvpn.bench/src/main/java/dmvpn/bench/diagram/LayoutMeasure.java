package dmvpn.bench.diagram;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;
import dmvpn.diagram.layout.Box;
import dmvpn.diagram.layout.DmvpnLayout;
import dmvpn.diagram.layout.PlacedDiagram;
import dmvpn.diagram.notation.CloudNode;
import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.RouterKind;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.diagram.notation.TransportNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Placing one hub and many spokes, beside ELK's general layout of the same nodes and lines in layers. */
public final class LayoutMeasure implements Comparison {

    private static final String LAYERED = "org.eclipse.elk.layered";

    private final int spokes;
    private final Diagram diagram;
    private final PlacedDiagram sizes;

    /** @param spokes how many */
    public LayoutMeasure(int spokes) {
        this.spokes = spokes;
        this.diagram = star(spokes);
        this.sizes = DmvpnLayout.place(diagram);
    }

    private static Diagram star(int spokes) {
        RouterNode hub = router(RouterKind.HUB, "HQ");
        List<RouterNode> routers = new ArrayList<>();
        List<Connection> lines = new ArrayList<>();
        lines.add(new Connection.WanAttachment("wan:HQ", hub.id(), "transport:Internet", "HQ is attached to Internet"));
        for (int number = 1; number <= spokes; number++) {
            RouterNode spoke = router(RouterKind.SPOKE, "Site" + number);
            routers.add(spoke);
            lines.add(new Connection.WanAttachment("wan:" + number, spoke.id(), "transport:Internet", "a site is attached"));
            lines.add(new Connection.Tunnel("tunnel:" + number, spoke.id(), hub.id(), "cloud:Corp", "a site registers with HQ"));
        }
        return new Diagram("Large", List.of(new CloudNode("cloud:Corp", "Corp", "10.255.0.0/16", "Phase 3")),
                List.of(new TransportNode("transport:Internet", "Internet", "latency 20ms")), List.of(hub), routers, lines);
    }

    private static RouterNode router(RouterKind kind, String name) {
        return new RouterNode("router:" + name, kind, name, 1, false, List.of("10.255.0.1"),
                List.of("DHCP"), List.of("10.1.0.0/24"));
    }

    @Override
    public String id() {
        return "layout-" + spokes;
    }

    @Override
    public String title() {
        return "layout of one hub and " + spokes + " spokes, texts and lines included";
    }

    @Override
    public String baselineTitle() {
        return "ELK layered on the same graph";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(0.05);
    }

    @Override
    public double runProduct() throws Exception {
        return CpuTime.ofThread(() -> DmvpnLayout.place(diagram));
    }

    @Override
    public double runBaseline() throws Exception {
        ElkNode graph = graph();
        return CpuTime.ofThread(() -> new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor()));
    }

    /** A new one each time, since a layout leaves its places in it. */
    private ElkNode graph() {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LAYERED);
        Map<String, ElkNode> nodes = new HashMap<>();
        sizes.routers().forEach(router -> nodes.put(router.node().id(), node(graph, router.bounds())));
        sizes.transports().forEach(transport -> nodes.put(transport.node().id(),
                node(graph, new Box(0, 0, sizes.routers().getFirst().card().width(), transport.band().height()))));
        diagram.connections().forEach(line -> ElkGraphUtil.createSimpleEdge(nodes.get(line.source()), nodes.get(line.target())));
        return graph;
    }

    private static ElkNode node(ElkNode graph, Box size) {
        ElkNode node = ElkGraphUtil.createNode(graph);
        node.setDimensions(size.width(), size.height());
        return node;
    }
}
