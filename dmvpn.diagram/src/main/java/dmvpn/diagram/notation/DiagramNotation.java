package dmvpn.diagram.notation;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.names.ModelNames;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EObject;

/**
 * Decides what is drawn of a model. It reads a linked model, changes nothing, and leaves out what does not resolve, so
 * that a picture is possible while somebody types.
 */
public final class DiagramNotation {

    private final List<Model> models;
    private final ModelNames names;
    private final DiagramView view;
    private final Map<String, DrawnRouter> routers = new LinkedHashMap<>();
    private final Map<String, EObject> elements = new LinkedHashMap<>();
    private final Map<String, RouterDeclaration> members = new LinkedHashMap<>();

    private DiagramNotation(List<Model> models, DiagramView view) {
        this.models = models;
        this.names = ModelNames.of(models);
        this.view = view;
    }

    /**
     * The diagram of a model.
     *
     * @param model linked model
     * @param defaultTitle title when the model does not name its network
     */
    public static Diagram of(Model model, String defaultTitle) {
        return drawn(model, defaultTitle).diagram();
    }

    /** The diagram of a model, and what its identifiers stand for. */
    public static DrawnModel drawn(Model model, String defaultTitle) {
        return drawn(model, defaultTitle, DiagramView.ALL);
    }

    /** The diagram of what somebody wants to see of a model, and what its identifiers stand for. */
    public static DrawnModel drawn(Model model, String defaultTitle, DiagramView view) {
        DiagramNotation notation = new DiagramNotation(withImports(model), view);
        Diagram diagram = notation.build(NotationServices.networkName(model).orElse(defaultTitle));
        return new DrawnModel(diagram, notation.elements, notation.members);
    }

    /** What the file imports is part of the picture. */
    private static List<Model> withImports(Model model) {
        return model.eResource() instanceof DmvpnResource file
                ? file.withImports().stream().map(DmvpnResource::model).toList() : List.of(model);
    }

    private Diagram build(String title) {
        names.families().forEach(this::add);
        DrawnConnections connections = new DrawnConnections(names, view, routers, elements);
        routers.values().forEach(connections::addOf);
        List<CloudNode> clouds = clouds();
        List<TransportNode> transports = transports();
        connections.addBetweenClouds();
        connections.addBetweenTransports();
        Set<String> shown = new Shown(view, routers, connections.all()).routers();
        List<RouterNode> nodes = routers.values().stream().filter(router -> shown.contains(router.id()))
                .map(router -> router.toNode(view)).toList();
        return new Diagram(title, clouds, transports, ofKind(nodes, RouterKind.HUB), ofKind(nodes, RouterKind.SPOKE),
                connections.all().stream().filter(line -> isShown(line, shown)).toList(), ofKind(nodes, RouterKind.ROUTER),
                hosts(shown));
    }

    private static List<RouterNode> ofKind(List<RouterNode> nodes, RouterKind kind) {
        return nodes.stream().filter(node -> node.kind() == kind).toList();
    }

    private boolean isShown(Connection line, Set<String> shown) {
        return (!line.source().startsWith(NotationServices.ROUTER) || shown.contains(line.source()))
                && (!line.target().startsWith(NotationServices.ROUTER) || shown.contains(line.target()));
    }

    private void add(RouterFamily family) {
        SortedSet<Integer> apart = view.expanded().contains(family.base().getName())
                || view.expanded().contains(NotationServices.routerId(family.base()))
                        ? MembersThatMatter.of(family, names, models) : new TreeSet<>();
        DrawnRouter base = DrawnRouter.ofBase(family, apart.size());
        if (base.size() > 0 || apart.isEmpty()) {
            routers.putIfAbsent(base.id(), base);
        }
        declare(base);
        for (int member : apart) {
            DrawnRouter router = DrawnRouter.ofMember(family, member);
            if (routers.putIfAbsent(router.id(), router) == null) {
                members.put(router.id(), family.base());
            }
        }
        family.exceptions().stream().map(exception -> DrawnRouter.ofException(family, exception)).forEach(exception -> {
            routers.putIfAbsent(exception.id(), exception);
            declare(exception);
        });
    }

    private void declare(DrawnRouter router) {
        if (elements.putIfAbsent(router.id(), router.declaration()) == null) {
            router.lans().forEach(lan -> NotationServices.putFree(NotationServices.localNetworkId(router.id()), lan, elements));
        }
    }

    private List<CloudNode> clouds() {
        List<CloudNode> clouds = new ArrayList<>();
        names.all(Kind.CLOUD).stream().map(CloudDeclaration.class::cast).forEach(cloud -> {
            elements.put(NotationServices.cloudId(cloud), cloud);
            if (view.showsCloud(cloud.getName())) {
                String overlay = cloud.getOverlay() == null || !view.shows(Layer.ADDRESSES) ? "" : cloud.getOverlay();
                clouds.add(new CloudNode(NotationServices.cloudId(cloud), cloud.getName(), overlay,
                        NotationServices.cloudDetails(cloud, view), NotationServices.routing(cloud, view),
                        NotationServices.protection(cloud, view).orElse("")));
            }
        });
        return clouds;
    }

    private List<TransportNode> transports() {
        List<TransportNode> transports = new ArrayList<>();
        names.all(Kind.TRANSPORT).stream().map(TransportDeclaration.class::cast).forEach(transport -> {
            elements.put(NotationServices.transportId(transport), transport);
            if (view.shows(Layer.UNDERLAY)) {
                transports.add(new TransportNode(NotationServices.transportId(transport), transport.getName(),
                        NotationServices.transportDetails(transport)));
            }
        });
        return transports;
    }

    private List<HostNode> hosts(Set<String> shown) {
        List<HostNode> hosts = new ArrayList<>();
        names.all(Kind.HOST).stream().map(HostDeclaration.class::cast).forEach(host -> {
            elements.put(NotationServices.hostId(host), host);
            Optional<String> router = DrawnConnections.nodeOf(host.getRouter(), host.getMember(), names, routers);
            if (view.shows(Layer.UNDERLAY) && router.filter(shown::contains).isPresent()) {
                hosts.add(new HostNode(NotationServices.hostId(host), host.getName(), router.get(),
                        host.getAddress() == null || !view.shows(Layer.ADDRESSES) ? "" : host.getAddress()));
            }
        });
        return hosts;
    }

    /** The routers that a view shows: those of its sites and clouds, and the servers that they register with. */
    private record Shown(DiagramView view, Map<String, DrawnRouter> all, List<Connection> connections) {

        Set<String> routers() {
            Set<String> chosen = new LinkedHashSet<>();
            all.forEach((id, router) -> {
                if (isAtSite(router) && isInCloud(router) && isInLayer(router)) {
                    chosen.add(id);
                }
            });
            Set<String> shown = new LinkedHashSet<>(chosen);
            if (!view.sites().isEmpty()) {
                connections.stream().filter(line -> line instanceof Connection.Tunnel && chosen.contains(line.source()))
                        .map(Connection::target).forEach(shown::add);
            }
            return shown;
        }

        private boolean isAtSite(DrawnRouter router) {
            return view.sites().isEmpty() || view.sites().contains(router.site())
                    || view.sites().contains(router.declaration().getName());
        }

        private boolean isInCloud(DrawnRouter router) {
            return view.clouds().isEmpty() || router.joins().stream()
                    .anyMatch(join -> join.getCloud() != null && view.clouds().contains(join.getCloud().getName()));
        }

        private boolean isInLayer(DrawnRouter router) {
            return NotationServices.routerKind(router.declaration()) != RouterKind.ROUTER || view.shows(Layer.UNDERLAY);
        }
    }
}
