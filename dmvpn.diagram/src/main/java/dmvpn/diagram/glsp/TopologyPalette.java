package dmvpn.diagram.glsp;

import java.util.List;
import java.util.Map;
import org.eclipse.glsp.server.actions.TriggerEdgeCreationAction;
import org.eclipse.glsp.server.actions.TriggerNodeCreationAction;
import org.eclipse.glsp.server.features.toolpalette.PaletteItem;
import org.eclipse.glsp.server.features.toolpalette.ToolPaletteItemProvider;

/** What can be created. */
class TopologyPalette implements ToolPaletteItemProvider {

    @Override
    public List<PaletteItem> getItems(Map<String, String> arguments) {
        return List.of(
                PaletteItem.createPaletteGroup("routers", "Routers", List.of(
                        node(ElementTypes.HUB, "Hub", "star-full"),
                        node(ElementTypes.SPOKE, "Spoke", "circuit-board"),
                        node(ElementTypes.ROUTER, "Router", "circle-large-outline"),
                        node(ElementTypes.HOST, "Host", "vm"))),
                PaletteItem.createPaletteGroup("networks", "Networks", List.of(
                        node(ElementTypes.CLOUD, "Overlay cloud", "cloud"),
                        node(ElementTypes.TRANSPORT, "Transport", "globe"))),
                PaletteItem.createPaletteGroup("lines", "Lines", List.of(
                        line(ElementTypes.ATTACHMENT, "Attach to transport", "plug"),
                        line(ElementTypes.JOIN, "Join cloud", "link"),
                        line(ElementTypes.TUNNEL, "Register with server", "arrow-up"))));
    }

    private static PaletteItem node(String type, String label, String icon) {
        return new PaletteItem(type, label, new TriggerNodeCreationAction(type), icon);
    }

    private static PaletteItem line(String type, String label, String icon) {
        return new PaletteItem(type, label, new TriggerEdgeCreationAction(type), icon);
    }
}
