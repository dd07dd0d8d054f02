package dmvpn.diagram.notation;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.WanClause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/**
 * A value of the text that a node shows on a line of its own, so that it can be changed there. A line that stands for several
 * values, and one that is computed for a single member of a family, is none.
 *
 * @param node identifier of the node
 * @param kind what it is
 * @param subject identifier of the clause or declaration that has it
 * @param text the value as it is written
 */
public record ShownValue(String node, Kind kind, String subject, String text) {

    /** What values there are. */
    public enum Kind {

        /** Address in an overlay cloud. */
        TUNNEL_ADDRESS("Tunnel "),
        /** Address of an uplink, or {@code DHCP}. */
        WAN_ADDRESS("WAN "),
        /** Prefix of a local network. */
        LOCAL_NETWORK("LAN "),
        /** Subnet of a cloud. */
        OVERLAY(""),
        /** Phase of a cloud. */
        PHASE("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** What stands in front of the value in its line. */
        public String prefix() {
            return prefix;
        }
    }

    /** All values of a diagram, in the order of its nodes. */
    public static List<ShownValue> of(DrawnModel drawn) {
        Map<String, Map<Kind, List<String>>> clauses = clauses(drawn.elements());
        List<ShownValue> values = new ArrayList<>();
        for (RouterNode router : drawn.diagram().routers()) {
            Map<Kind, List<String>> own = drawn.members().containsKey(router.id())
                    ? Map.of() : clauses.getOrDefault(router.id(), Map.of());
            add(router.id(), Kind.TUNNEL_ADDRESS, router.tunnelAddresses(), own, values);
            add(router.id(), Kind.WAN_ADDRESS, router.wanAddresses(), own, values);
            add(router.id(), Kind.LOCAL_NETWORK, router.localNetworks(), own, values);
        }
        drawn.diagram().clouds().forEach(cloud -> addOf(cloud, drawn, values));
        return values;
    }

    private static Map<String, Map<Kind, List<String>>> clauses(Map<String, EObject> elements) {
        Map<String, Map<Kind, List<String>>> clauses = new HashMap<>();
        elements.forEach((id, element) -> kind(element).ifPresent(kind -> NotationServices.routerOf(id).ifPresent(router ->
                clauses.computeIfAbsent(router, each -> new EnumMap<>(Kind.class))
                        .computeIfAbsent(kind, each -> new ArrayList<>()).add(id))));
        return clauses;
    }

    private static Optional<Kind> kind(EObject element) {
        return switch (element) {
            case JoinClause join -> Optional.of(Kind.TUNNEL_ADDRESS);
            case WanClause wan -> Optional.of(Kind.WAN_ADDRESS);
            case LanClause lan -> Optional.of(Kind.LOCAL_NETWORK);
            default -> Optional.empty();
        };
    }

    private static void add(String router, Kind kind, List<String> shown, Map<Kind, List<String>> clauses, List<ShownValue> values) {
        List<String> ids = clauses.getOrDefault(kind, List.of());
        if (shown.size() == 1 && ids.size() == 1) {
            values.add(new ShownValue(router, kind, ids.getFirst(), shown.getFirst()));
        }
    }

    private static void addOf(CloudNode cloud, DrawnModel drawn, List<ShownValue> values) {
        if (!cloud.overlay().isEmpty()) {
            values.add(new ShownValue(cloud.id(), Kind.OVERLAY, cloud.id(), cloud.overlay()));
        }
        drawn.element(cloud.id()).filter(CloudDeclaration.class::isInstance).map(CloudDeclaration.class::cast)
                .map(NotationServices::phase).ifPresent(phase -> values.add(new ShownValue(cloud.id(), Kind.PHASE, cloud.id(), phase)));
    }
}
