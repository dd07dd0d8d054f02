package dmvpn.diagram.notation;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.values.DecimalText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is drawn of a model. It reads a linked model, changes nothing, and leaves out what does not resolve, so
 * that a picture is possible while somebody types.
 */
public final class DiagramNotation {

    private final ModelNames names;
    private final Map<String, DrawnRouter> routers = new LinkedHashMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Set<String> connectionIds = new HashSet<>();

    private DiagramNotation(ModelNames names) {
        this.names = names;
    }

    /**
     * The diagram of a model.
     *
     * @param model linked model
     * @param defaultTitle title when the model does not name its network
     */
    public static Diagram of(Model model, String defaultTitle) {
        return new DiagramNotation(ModelNames.of(model)).build(
                NotationServices.networkName(model).orElse(defaultTitle));
    }

    private Diagram build(String title) {
        for (RouterFamily family : names.families()) {
            add(DrawnRouter.ofBase(family));
            family.exceptions().forEach(exception -> add(DrawnRouter.ofException(family, exception)));
        }
        routers.values().forEach(router -> {
            router.wans().forEach(wan -> addWan(router, wan));
            router.joins().forEach(join -> addTunnels(router, join));
        });
        List<RouterNode> nodes = routers.values().stream().map(DrawnRouter::toNode).toList();
        return new Diagram(title, clouds(), transports(),
                nodes.stream().filter(node -> node.kind() == RouterKind.HUB).toList(),
                nodes.stream().filter(node -> node.kind() == RouterKind.SPOKE).toList(),
                connections);
    }

    private void add(DrawnRouter router) {
        routers.putIfAbsent(router.id(), router);
    }

    private List<CloudNode> clouds() {
        return names.all(Kind.CLOUD).stream().map(CloudDeclaration.class::cast)
                .map(cloud -> new CloudNode(NotationServices.cloudId(cloud), cloud.getName(),
                        cloud.getOverlay() == null ? "" : cloud.getOverlay(), NotationServices.cloudDetails(cloud)))
                .toList();
    }

    private List<TransportNode> transports() {
        return names.all(Kind.TRANSPORT).stream().map(TransportDeclaration.class::cast)
                .map(transport -> new TransportNode(NotationServices.transportId(transport), transport.getName(),
                        NotationServices.transportDetails(transport)))
                .toList();
    }

    private void addWan(DrawnRouter router, WanClause wan) {
        TransportDeclaration transport = wan.getTransport();
        if (isKnown(Kind.TRANSPORT, transport == null ? null : transport.getName())) {
            String target = NotationServices.transportId(transport);
            add(new Connection.WanAttachment(freeId("wan:" + router.id() + ">" + target), router.id(), target,
                    NotationServices.routerLabel(router.declaration()) + " is attached to " + transport.getName()
                            + " as " + NotationServices.wanAddress(wan)));
        }
    }

    private void addTunnels(DrawnRouter router, JoinClause join) {
        CloudDeclaration cloud = join.getCloud();
        if (!isKnown(Kind.CLOUD, cloud == null ? null : cloud.getName())) {
            return;
        }
        for (ServerClause server : join.getServers()) {
            serverId(server).ifPresent(target -> {
                String id = "tunnel:" + router.id() + ">" + target + "@" + cloud.getName();
                add(new Connection.Tunnel(freeId(id), router.id(), target, NotationServices.cloudId(cloud),
                        NotationServices.routerLabel(router.declaration()) + " registers with "
                                + server.getRouter().getName() + " in cloud " + cloud.getName()));
            });
        }
    }

    /** Names that nothing has declared resolve to proxies without a name. */
    private boolean isKnown(Kind kind, String name) {
        return name != null && names.find(kind, name).isPresent();
    }

    /** The node that stands for a server: that of the exception when it is a member of its own. */
    private Optional<String> serverId(ServerClause server) {
        RouterDeclaration router = server.getRouter();
        if (router == null || router.getName() == null) {
            return Optional.empty();
        }
        return names.family(router.getName()).map(family -> memberNode(family, server.getMember()))
                .map(NotationServices::routerId).filter(routers::containsKey);
    }

    private static RouterDeclaration memberNode(RouterFamily family, String member) {
        return Optional.ofNullable(member).flatMap(DecimalText::tryParseWhole)
                .filter(number -> number <= Integer.MAX_VALUE).map(Long::intValue)
                .flatMap(family::exceptionFor).orElse(family.base());
    }

    private void add(Connection connection) {
        connections.add(connection);
    }

    /** Two uplinks to one transport are two lines. */
    private String freeId(String id) {
        String free = id;
        for (int number = 2; !connectionIds.add(free); number++) {
            free = id + "#" + number;
        }
        return free;
    }
}
