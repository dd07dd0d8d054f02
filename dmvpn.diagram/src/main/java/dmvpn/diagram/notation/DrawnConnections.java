package dmvpn.diagram.notation;

import dmvpn.dsl.model.BlockTerm;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.TransportReference;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/** The lines of a diagram. */
final class DrawnConnections {

    private static final String PHASE_1 = "1";
    private static final String POINT_TO_POINT = "point-to-point";

    private final ModelNames names;
    private final DiagramView view;
    private final Map<String, DrawnRouter> routers;
    private final Map<String, EObject> elements;
    private final List<Connection> connections = new ArrayList<>();

    DrawnConnections(ModelNames names, DiagramView view, Map<String, DrawnRouter> routers, Map<String, EObject> elements) {
        this.names = names;
        this.view = view;
        this.routers = routers;
        this.elements = elements;
    }

    List<Connection> all() {
        return connections;
    }

    /** Uplinks and tunnels of a router. */
    void addOf(DrawnRouter router) {
        router.wans().forEach(wan -> addWan(router, wan));
        router.joins().forEach(join -> addTunnels(router, join));
    }

    private void addWan(DrawnRouter router, WanClause wan) {
        TransportDeclaration transport = wan.getTransport();
        if (!isKnown(Kind.TRANSPORT, transport == null ? null : transport.getName())) {
            return;
        }
        String target = NotationServices.transportId(transport);
        String id = free("wan:" + router.id() + ">" + target, wan);
        if (view.shows(Layer.UNDERLAY)) {
            String address = view.shows(Layer.ADDRESSES) ? " as " + NotationServices.wanAddress(wan) : "";
            connections.add(new Connection.WanAttachment(id, router.id(), target,
                    label(router) + " is attached to " + transport.getName() + address, gates(wan)));
        }
    }

    private static List<Gate> gates(WanClause wan) {
        List<Gate> gates = new ArrayList<>();
        if (wan.isPat() || wan.isNat()) {
            String as = wan.getOutside() == null ? "" : " as " + wan.getOutside();
            gates.add(new Gate(wan.isPat() ? Gate.Kind.PAT : Gate.Kind.NAT, "behind " + (wan.isPat() ? "PAT" : "NAT") + as));
        }
        List<String> blocked = wan.getBlocks().stream().flatMap(block -> block.getTerms().stream())
                .map(DrawnConnections::term).toList();
        if (!blocked.isEmpty()) {
            gates.add(new Gate(Gate.Kind.FIREWALL, "blocks " + String.join(", ", blocked)));
        }
        return gates;
    }

    private static String term(BlockTerm term) {
        return term.getProtocol() + (term.getPort() == null ? "" : " port " + term.getPort());
    }

    private void addTunnels(DrawnRouter router, JoinClause join) {
        CloudDeclaration cloud = join.getCloud();
        if (!isKnown(Kind.CLOUD, cloud == null ? null : cloud.getName())) {
            return;
        }
        free(NotationServices.membershipId(router.id(), cloud), join);
        for (ServerClause server : join.getServers()) {
            Optional<String> target = nodeOf(server.getRouter(), server.getMember(), names, routers);
            if (target.isPresent()) {
                String id = free("tunnel:" + router.id() + ">" + target.get() + "@" + cloud.getName(), server);
                if (view.showsCloud(cloud.getName())) {
                    connections.add(new Connection.Tunnel(id, router.id(), target.get(), NotationServices.cloudId(cloud),
                            label(router) + " registers with " + server.getRouter().getName() + " in cloud " + cloud.getName()
                                    + order(server), kind(router, join), isProtected(join) || !view.shows(Layer.IPSEC)));
                }
            }
        }
    }

    private static String order(ServerClause server) {
        return (server.getPriority() == null ? "" : ", priority " + server.getPriority())
                + (server.getCluster() == null ? "" : ", cluster " + server.getCluster());
    }

    private static TunnelKind kind(DrawnRouter router, JoinClause join) {
        CloudDeclaration cloud = join.getCloud();
        if (cloud.getBackupFor() != null) {
            return TunnelKind.BACKUP;
        }
        String mode = join.getMode() == null ? cloud.getMode() : join.getMode();
        boolean byPhase = PHASE_1.equals(cloud.getPhase()) && router.declaration() instanceof SpokeDeclaration;
        boolean toOnePeer = mode == null ? byPhase : mode.equals(POINT_TO_POINT);
        return toOnePeer ? TunnelKind.POINT_TO_POINT : TunnelKind.MULTIPOINT;
    }

    private static boolean isProtected(JoinClause join) {
        CloudDeclaration cloud = join.getCloud();
        boolean open = join.isUnprotected() || cloud.isUnprotected();
        return join.getProtection() != null || !open && cloud.getCrypto() != null;
    }

    /** Which cloud stands in for another, and which one's routes are preferred. */
    void addBetweenClouds() {
        names.all(Kind.CLOUD).stream().map(CloudDeclaration.class::cast).forEach(cloud -> {
            String delay = cloud.getBackupDelay() == null ? "" : " after " + cloud.getBackupDelay();
            add(cloud, cloud.getBackupFor(), NotationElement.BACKUP_FOR, " is the backup for ", delay);
            add(cloud, cloud.getPreferredOver(), NotationElement.PREFERRED_OVER, " is preferred over ", "");
        });
    }

    private void add(CloudDeclaration cloud, CloudDeclaration other, NotationElement element, String says, String more) {
        if (other != null && isKnown(Kind.CLOUD, other.getName()) && view.showsCloud(cloud.getName())
                && view.showsCloud(other.getName())) {
            String prefix = element == NotationElement.BACKUP_FOR ? "backup:" : "preferred:";
            connections.add(new Connection.CloudRelation(prefix + NotationServices.cloudId(cloud),
                    NotationServices.cloudId(cloud),
                    NotationServices.cloudId(other), element, "cloud " + cloud.getName() + says + other.getName() + more));
        }
    }

    /** Between which transports packets are forwarded. */
    void addBetweenTransports() {
        if (!view.shows(Layer.UNDERLAY)) {
            return;
        }
        names.all(Kind.TRANSPORT).stream().map(TransportDeclaration.class::cast).forEach(transport -> {
            for (TransportReference reference : transport.getReaches()) {
                TransportDeclaration other = reference.getTransport();
                if (other != null && other != transport && isKnown(Kind.TRANSPORT, other.getName())) {
                    String id = "reaches:" + NotationServices.transportId(transport) + ">" + NotationServices.transportId(other);
                    connections.add(new Connection.TransportLink(free(id, reference), NotationServices.transportId(transport),
                            NotationServices.transportId(other), transport.getName() + " reaches " + other.getName()));
                }
            }
        });
    }

    /** Names that nothing has declared resolve to proxies without a name. */
    private boolean isKnown(Kind kind, String name) {
        return name != null && names.find(kind, name).isPresent();
    }

    /** The node that stands for a router or member: that of the member itself when it has one. */
    static Optional<String> nodeOf(RouterDeclaration router, String member, ModelNames names, Map<String, DrawnRouter> routers) {
        if (router == null || router.getName() == null) {
            return Optional.empty();
        }
        Optional<Integer> number = MembersThatMatter.number(member);
        Optional<String> own = number.map(each -> NotationServices.routerId(
                Names.memberReference(router.getName(), each))).filter(routers::containsKey);
        return own.or(() -> names.family(router.getName())
                .map(family -> number.flatMap(family::exceptionFor).orElse(family.base()))
                .map(NotationServices::routerId).filter(routers::containsKey));
    }

    private static String label(DrawnRouter router) {
        return Kind.keyword(router.declaration()) + " " + router.label();
    }

    /** Two uplinks to one transport are two lines. */
    private String free(String id, EObject element) {
        return NotationServices.putFree(id, element, elements);
    }
}
