package dmvpn.app.diagram;

import dmvpn.diagram.layout.Box;
import dmvpn.diagram.layout.FreeArrangement;
import dmvpn.diagram.layout.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Arranges in layers, as ELK does it. */
public final class LayeredArrangement implements FreeArrangement {

    private static final double BETWEEN_NODES = 40;
    private static final double BETWEEN_LAYERS = 70;

    /** ELK knows its algorithms and options by a register: filled by a service loader, which does not find other bundles in an IDE. */
    public LayeredArrangement() {
        LayoutMetaDataService register = LayoutMetaDataService.getInstance();
        if (register.getAlgorithmData(LayeredOptions.ALGORITHM_ID) == null) {
            register.registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        }
    }

    @Override
    public Map<String, Point> arrange(Map<String, Box> nodes, List<Link> links) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_NODES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        Map<String, ElkNode> made = new LinkedHashMap<>();
        // In the order of their names: the same selection is arranged the same, whoever selected what first.
        new TreeMap<>(nodes).forEach((id, box) -> {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(box.width(), box.height());
            made.put(id, node);
        });
        links.forEach(link -> ElkGraphUtil.createSimpleEdge(made.get(link.upper()), made.get(link.lower())));
        new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());
        Map<String, Point> places = new LinkedHashMap<>();
        made.forEach((id, node) -> places.put(id, new Point(node.getX(), node.getY())));
        return places;
    }
}
