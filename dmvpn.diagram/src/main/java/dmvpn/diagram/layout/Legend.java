package dmvpn.diagram.layout;

import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.Diagram;
import dmvpn.diagram.notation.NotationElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Explains the lines that a diagram has. */
final class Legend {

    private Legend() {
    }

    static String of(Diagram diagram) {
        Set<NotationElement> drawn = diagram.connections().stream().map(Connection::element).collect(Collectors.toSet());
        List<String> legend = new ArrayList<>();
        legend.add("Coloured arrow: tunnel to the next-hop server.");
        add(drawn, NotationElement.POINT_TO_POINT_TUNNEL, "Long dashes: point-to-point.", legend);
        add(drawn, NotationElement.BACKUP_TUNNEL, "Short dashes: backup.", legend);
        add(drawn, NotationElement.UNPROTECTED_TUNNEL, "Dots: without IPsec.", legend);
        legend.add("Grey line: WAN attachment.");
        return String.join("  ", legend);
    }

    private static void add(Set<NotationElement> drawn, NotationElement element, String text, List<String> legend) {
        if (drawn.contains(element)) {
            legend.add(text);
        }
    }
}
