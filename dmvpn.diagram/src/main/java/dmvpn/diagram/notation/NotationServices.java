package dmvpn.diagram.notation;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/**
 * What each element of a model looks like in words. Every method takes an element of the model first and copes with
 * incomplete elements, as they are while somebody types.
 */
public final class NotationServices {

    /** What the text says when a WAN address is leased. */
    public static final String DHCP = "DHCP";

    /** What identifiers of routers begin with. */
    static final String ROUTER = "router:";

    private static final Pattern MEMBER_ID = Pattern.compile("(router:[^\\[]+)\\[\\d+]");
    private static final Pattern CLAUSE_ID = Pattern.compile("(?:wan|tunnel|join|lan):(router:[^>@#]*)(?:[>@#].*)?");
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
        return routerId(Names.withMembers(router));
    }

    /** Stable identifier of what is written like this, such as {@code Branch[7]}. */
    static String routerId(String label) {
        return ROUTER + label;
    }

    /** Takes the next free identifier when one is taken: the second uplink to a transport has {@code #2} behind it. */
    static String putFree(String id, EObject element, Map<String, EObject> elements) {
        String free = id;
        for (int number = 2; elements.putIfAbsent(free, element) != null; number++) {
            free = id + "#" + number;
        }
        return free;
    }

    /** Stable identifier of a host. */
    public static String hostId(HostDeclaration host) {
        return "host:" + host.getName();
    }

    /** Stable identifier of a router's membership in a cloud. */
    public static String membershipId(String router, CloudDeclaration cloud) {
        return "join:" + router + "@" + cloudId(cloud);
    }

    /** Stable identifier of a router's first local network; the second has {@code #2} behind it. */
    public static String localNetworkId(String router) {
        return "lan:" + router;
    }

    /** The name in the identifier of a declaration: {@code Branch} in {@code router:Branch[1..9]}. */
    public static String nameIn(String id) {
        String label = id.substring(id.indexOf(':') + 1);
        int bracket = label.indexOf('[');
        return bracket < 0 ? label : label.substring(0, bracket);
    }

    /** The identifier of the router whose uplink, membership, tunnel or local network an identifier names. */
    public static Optional<String> routerOf(String id) {
        Matcher matcher = CLAUSE_ID.matcher(id);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * The family that an identifier names a member of, when no declaration is about that member.
     *
     * @param known the identifiers of what is declared
     */
    public static Optional<String> memberOf(String id, Set<String> known) {
        String router = routerOf(id).orElse(id);
        Matcher matcher = MEMBER_ID.matcher(router);
        if (known.contains(router) || !matcher.matches()) {
            return Optional.empty();
        }
        return known.stream().filter(each -> each.startsWith(matcher.group(1) + "[")).findFirst()
                .map(family -> family.substring(ROUTER.length()));
    }

    /** Hub, spoke or plain router. */
    public static RouterKind routerKind(RouterDeclaration router) {
        return switch (router) {
            case HubDeclaration hub -> RouterKind.HUB;
            case SpokeDeclaration spoke -> RouterKind.SPOKE;
            default -> RouterKind.ROUTER;
        };
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

    /** Phase of a cloud; null when none is written. */
    static String phase(CloudDeclaration cloud) {
        return prefixed("Phase ", cloud.getPhase());
    }

    /** Phase, routing and crypto of a cloud, as far as written. */
    public static String cloudDetails(CloudDeclaration cloud) {
        return cloudDetails(cloud, DiagramView.ALL);
    }

    /** The same as far as a view shows it. */
    static String cloudDetails(CloudDeclaration cloud, DiagramView view) {
        List<String> parts = new ArrayList<>();
        parts.add(phase(cloud));
        parts.addAll(routing(cloud, view));
        protection(cloud, view).ifPresent(parts::add);
        return joined(parts.stream());
    }

    /** How a cloud routes, as far as a view shows it. */
    static List<String> routing(CloudDeclaration cloud, DiagramView view) {
        return !view.shows(Layer.ROUTING) ? List.of()
                : cloud.getRouting().stream().flatMap(clause -> routing(clause).stream()).toList();
    }

    /** How a cloud is protected, when a view shows it. */
    static Optional<String> protection(CloudDeclaration cloud, DiagramView view) {
        return !view.shows(Layer.IPSEC) ? Optional.empty()
                : Optional.ofNullable(cloud.getCrypto() == null ? "unprotected" : prefixed("IPsec ", cloud.getCrypto().getName()));
    }

    /** Protocol and process of a routing clause, such as {@code EIGRP 100}, as far as written. */
    public static Optional<String> routing(RoutingClause routing) {
        return Optional.ofNullable(routing.getProtocol()).map(protocol -> protocol.toUpperCase(Locale.ROOT)
                + (routing.getProcess() == null ? "" : " " + routing.getProcess()));
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
}
