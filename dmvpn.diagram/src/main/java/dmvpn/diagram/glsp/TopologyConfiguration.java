package dmvpn.diagram.glsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.glsp.server.diagram.BaseDiagramConfiguration;
import org.eclipse.glsp.server.types.EdgeTypeHint;
import org.eclipse.glsp.server.types.ShapeTypeHint;

/** What can be moved, deleted, connected. */
class TopologyConfiguration extends BaseDiagramConfiguration {

    @Override
    public List<ShapeTypeHint> getShapeTypeHints() {
        List<ShapeTypeHint> hints = new ArrayList<>();
        // A host is created on its router and drawn as a mark of it.
        hints.add(new ShapeTypeHint(ElementTypes.HOST, false, false, false, false));
        // A router that is dropped on a cloud or a transport belongs to it.
        for (String type : List.of(ElementTypes.TRANSPORT, ElementTypes.CLOUD)) {
            hints.add(new ShapeTypeHint(type, true, true, false, false, List.of(ElementTypes.HUB, ElementTypes.SPOKE)));
        }
        ElementTypes.ROUTERS.forEach(type -> hints.add(new ShapeTypeHint(type, true, true, false, false, List.of(ElementTypes.HOST))));
        hints.add(new ShapeTypeHint(ElementTypes.SHEET, false, false, false, false,
                List.of(ElementTypes.TRANSPORT, ElementTypes.CLOUD, ElementTypes.HUB, ElementTypes.SPOKE, ElementTypes.ROUTER)));
        return hints;
    }

    @Override
    public List<EdgeTypeHint> getEdgeTypeHints() {
        return List.of(
                new EdgeTypeHint(ElementTypes.ATTACHMENT, true, true, false, ElementTypes.ROUTERS,
                        List.of(ElementTypes.TRANSPORT)),
                new EdgeTypeHint(ElementTypes.JOIN, true, true, false, ElementTypes.ROUTERS, List.of(ElementTypes.CLOUD)),
                new EdgeTypeHint(ElementTypes.TUNNEL, true, true, false, ElementTypes.ROUTERS, ElementTypes.ROUTERS),
                // What clouds and transports say of each other is written in the text; clouds may stop saying it.
                new EdgeTypeHint(ElementTypes.LINK, false, false, false, List.of(), List.of()),
                new EdgeTypeHint(ElementTypes.RELATION, false, true, false, List.of(), List.of()));
    }

    /** Texts come measured. */
    @Override
    public boolean needsClientLayout() {
        return false;
    }

    /** What has moved is seen at once, also with hundreds of routers. */
    @Override
    public boolean animatedUpdate() {
        return false;
    }
}
