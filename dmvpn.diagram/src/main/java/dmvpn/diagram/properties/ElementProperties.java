package dmvpn.diagram.properties;

import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.notation.CloudNode;
import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.HostNode;
import dmvpn.diagram.notation.NotationServices;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.diagram.notation.TransportNode;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.TransportReference;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Says all that a diagram knows about one of its elements: node, line or host. */
public final class ElementProperties {

    private static final List<String> PHASES = List.of("1", "2", "3");

    private final DrawnModel drawn;
    private final PropertyList list = new PropertyList();

    private ElementProperties(DrawnModel drawn) {
        this.drawn = drawn;
    }

    /**
     * The properties of an element.
     *
     * @param problems what rules found there, for people
     * @param id the element's identifier
     * @return none for what is not drawn any more
     */
    public static List<ElementProperty> of(DrawnModel drawn, List<String> problems, String id) {
        ElementProperties properties = new ElementProperties(drawn);
        properties.add(id);
        if (!properties.list.all().isEmpty()) {
            for (String problem : problems) {
                properties.list.add(PropertyCategory.PROBLEMS, "Problem", problem);
            }
        }
        return properties.list.all();
    }

    private void add(String id) {
        drawn.diagram().routers().stream().filter(node -> node.id().equals(id)).findFirst().ifPresent(this::router);
        drawn.diagram().clouds().stream().filter(node -> node.id().equals(id)).findFirst().ifPresent(this::cloud);
        drawn.diagram().transports().stream().filter(node -> node.id().equals(id)).findFirst().ifPresent(this::transport);
        drawn.diagram().hosts().stream().filter(node -> node.id().equals(id)).findFirst().ifPresent(this::host);
        drawn.diagram().connections().stream().filter(line -> line.id().equals(id)).findFirst().ifPresent(this::line);
    }

    private void router(RouterNode node) {
        new RouterProperties(drawn, list, node).add();
        declared(drawn.element(node.id()).or(() -> Optional.ofNullable(drawn.members().get(node.id()))));
    }

    private void cloud(CloudNode node) {
        CloudDeclaration cloud = (CloudDeclaration) drawn.elements().get(node.id());
        list.add(PropertyCategory.ELEMENT, "Kind", "cloud");
        name(node.id(), node.label());
        declared(Optional.of(cloud));
        list.typed(PropertyCategory.SETTINGS, "Overlay subnet", cloud.getOverlay(),
                prefix -> new ModelEdit.SetOverlay(node.id(), prefix));
        list.chosen(PropertyCategory.SETTINGS, "Phase", cloud.getPhase(), PHASES, phase -> new ModelEdit.SetPhase(node.id(), phase));
        list.add(PropertyCategory.SETTINGS, "Routing", cloud.getRouting().stream().map(NotationServices::routing)
                .flatMap(Optional::stream).collect(Collectors.joining(", ")));
        list.add(PropertyCategory.SETTINGS, "Protection", protection(cloud.getCrypto()));
        list.add(PropertyCategory.SETTINGS, "Backup for", named(cloud.getBackupFor()));
        list.add(PropertyCategory.SETTINGS, "Preferred over", named(cloud.getPreferredOver()));
        members(node.id());
    }

    private void members(String cloud) {
        list.add(PropertyCategory.SETTINGS, "Hubs", drawn.diagram().hubs().stream().filter(hub -> isIn(hub, cloud))
                .map(RouterNode::label).collect(Collectors.joining(", ")));
        long spokes = drawn.diagram().spokes().stream().filter(spoke -> isIn(spoke, cloud)).mapToLong(RouterNode::members).sum();
        list.add(PropertyCategory.SETTINGS, "Spokes", spokes == 0 ? "" : Long.toString(spokes));
    }

    private boolean isIn(RouterNode router, String cloud) {
        return drawn.elements().containsKey(NotationServices.membershipId(router.id(), (CloudDeclaration) drawn.elements().get(cloud)));
    }

    private void transport(TransportNode node) {
        TransportDeclaration transport = (TransportDeclaration) drawn.elements().get(node.id());
        list.add(PropertyCategory.ELEMENT, "Kind", "transport");
        name(node.id(), node.label());
        declared(Optional.of(transport));
        list.add(PropertyCategory.SETTINGS, "Service", transport.getKind());
        list.add(PropertyCategory.SETTINGS, "Latency", transport.getLatency());
        list.add(PropertyCategory.SETTINGS, "Loss", transport.getLoss());
        list.add(PropertyCategory.SETTINGS, "Bandwidth", transport.getBandwidth());
        list.add(PropertyCategory.SETTINGS, "MTU", transport.getMtu());
        list.add(PropertyCategory.SETTINGS, "Leased addresses", transport.getDhcpPool());
        list.add(PropertyCategory.SETTINGS, "Reaches", transport.getReaches().stream().map(TransportReference::getTransport)
                .filter(Objects::nonNull).map(TransportDeclaration::getName).filter(Objects::nonNull).collect(Collectors.joining(", ")));
        list.add(PropertyCategory.SETTINGS, "Attached", drawn.diagram().connections().stream()
                .filter(line -> line instanceof Connection.WanAttachment && line.target().equals(node.id()))
                .map(line -> label(line.source())).distinct().collect(Collectors.joining(", ")));
    }

    private void host(HostNode node) {
        list.add(PropertyCategory.ELEMENT, "Kind", "host");
        name(node.id(), node.label());
        declared(drawn.element(node.id()));
        list.add(PropertyCategory.SETTINGS, "Router", label(node.router()));
        list.add(PropertyCategory.SETTINGS, "Address", node.address());
    }

    private void line(Connection line) {
        list.add(PropertyCategory.ELEMENT, "Kind", line.element().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        list.add(PropertyCategory.ELEMENT, "Meaning", line.description());
        declared(drawn.element(line.id()).or(() -> drawn.element(line.source())));
        switch (line) {
            case Connection.WanAttachment uplink -> {
                list.add(PropertyCategory.SETTINGS, "Router", label(line.source()));
                list.add(PropertyCategory.SETTINGS, "Transport", label(line.target()));
                new RouterProperties(drawn, list, node(line.source())).uplink(uplink, PropertyCategory.SETTINGS, "Address");
            }
            case Connection.Tunnel tunnel -> new TunnelProperties(drawn, list, tunnel).add();
            case Connection.CloudRelation relation -> ends(relation);
            case Connection.TransportLink link -> ends(link);
        }
    }

    private void ends(Connection line) {
        list.add(PropertyCategory.SETTINGS, "From", label(line.source()));
        list.add(PropertyCategory.SETTINGS, "To", label(line.target()));
    }

    private RouterNode node(String id) {
        return drawn.diagram().routers().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private void name(String id, String name) {
        list.typed(PropertyCategory.ELEMENT, "Name", name, typed -> new ModelEdit.Rename(id, typed.strip()));
    }

    private void declared(Optional<EObject> element) {
        element.ifPresent(declaration -> {
            list.add(PropertyCategory.ELEMENT, "File", declaration.eResource().getURI().lastSegment());
            ICompositeNode node = NodeModelUtils.findActualNodeFor(declaration);
            list.add(PropertyCategory.ELEMENT, "Line", node == null ? "" : Integer.toString(node.getStartLine()));
        });
    }

    /** Identifiers are a kind and what people call the element. */
    static String label(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    private static String named(CloudDeclaration cloud) {
        return cloud == null ? "" : cloud.getName();
    }

    static String protection(CryptoDeclaration suite) {
        return suite == null ? "none" : "IPsec " + suite.getName();
    }
}
