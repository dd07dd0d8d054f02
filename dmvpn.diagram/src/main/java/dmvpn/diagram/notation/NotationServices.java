package dmvpn.diagram.notation;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.EList;

/**
 * What each element of a model looks like in words. Every method takes an element of the model first and copes with
 * incomplete elements, as they are while somebody types.
 */
public final class NotationServices {

    /** What the text says when a WAN address is leased. */
    public static final String DHCP = "DHCP";

    private static final String SEPARATOR = " \u00b7 ";

    private NotationServices() {
    }

    /** Name of the network, empty when the text has none. */
    public static Optional<String> networkName(Model model) {
        return model.getElements().stream().filter(NetworkDeclaration.class::isInstance)
                .map(element -> ((NetworkDeclaration) element).getName()).filter(Objects::nonNull).findFirst();
    }

    /** Stable identifier of a transport. */
    public static String transportId(TransportDeclaration transport) {
        return "transport:" + transport.getName();
    }

    /** Stable identifier of a cloud. */
    public static String cloudId(CloudDeclaration cloud) {
        return "cloud:" + cloud.getName();
    }

    /** Stable identifier of a router, a family or an exception of a family. */
    public static String routerId(RouterDeclaration router) {
        return "router:" + Names.withMembers(router);
    }

    /** Hub or spoke. */
    public static RouterKind routerKind(RouterDeclaration router) {
        return router instanceof HubDeclaration ? RouterKind.HUB : RouterKind.SPOKE;
    }

    /** Keyword and name, such as {@code spoke Branch[1..200]}. */
    public static String routerLabel(RouterDeclaration router) {
        return Kind.keyword(router) + " " + Names.withMembers(router);
    }

    /** Kind, latency, loss and DHCP of a transport, as far as written. */
    public static String transportDetails(TransportDeclaration transport) {
        return joined(Stream.of(
                transport.getKind(),
                prefixed("latency ", transport.getLatency()),
                prefixed("loss ", transport.getLoss()),
                prefixed("bandwidth ", transport.getBandwidth()),
                prefixed("DHCP ", transport.getDhcpPool())));
    }

    /** Phase, routing and crypto of a cloud, as far as written. */
    public static String cloudDetails(CloudDeclaration cloud) {
        List<String> parts = new ArrayList<>();
        parts.add(prefixed("Phase ", cloud.getPhase()));
        for (RoutingClause routing : cloud.getRouting()) {
            parts.add(routing.getProtocol() == null ? null
                    : routing.getProtocol().toUpperCase(java.util.Locale.ROOT)
                            + (routing.getProcess() == null ? "" : " " + routing.getProcess()));
        }
        parts.add(cloud.getCrypto() == null ? "unprotected" : prefixed("IPsec ", cloud.getCrypto().getName()));
        return joined(parts.stream());
    }

    /** WAN address as written, or {@link #DHCP}. */
    public static String wanAddress(WanClause wan) {
        if (wan.isDhcp()) {
            return DHCP;
        }
        return wan.getAddress() == null ? "?" : wan.getAddress();
    }

    /** Tunnel address as written. */
    public static String tunnelAddress(JoinClause join) {
        return join.getAddress() == null ? "?" : join.getAddress();
    }

    /** Local network as written. */
    public static String localNetwork(LanClause lan) {
        return lan.getPrefix() == null ? "?" : lan.getPrefix();
    }

    private static String prefixed(String prefix, String value) {
        return value == null ? null : prefix + value;
    }

    private static String joined(Stream<String> parts) {
        return String.join(SEPARATOR, parts.filter(Objects::nonNull).toList());
    }

    /** An exception's clauses of a kind replace all those of its family. */
    static <T> List<T> inherited(EList<T> own, EList<T> ofFamily) {
        return own.isEmpty() ? ofFamily : own;
    }
}
