package dmvpn.diagram.sirius;

import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.Gate;
import dmvpn.diagram.notation.Layer;
import dmvpn.diagram.notation.NotationServices;
import dmvpn.diagram.notation.RouterNode;
import dmvpn.dsl.model.BlockClause;
import dmvpn.dsl.model.BlockTerm;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.LoopbackClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.SiteClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.routing.NeighborClause;
import dmvpn.dsl.routing.RoutingClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/**
 * What is written at nodes and lines. Labels take the diagram that they are in, since addresses belong to a layer of their
 * own.
 */
public final class LabelServices {

    private static final String LINE = "\n";

    /** One object, without state, as Sirius makes it. */
    public LabelServices() {
    }

    /** Name of the network, or else of the file. */
    public String topologyTitle(Model model) {
        return "Topology of " + NotationServices.networkName(model).orElseGet(() ->
                model.eResource() instanceof DmvpnResource file ? file.baseName() : "network");
    }

    /** Name of the cloud. */
    public String overlayTitle(CloudDeclaration cloud) {
        return "Overlay of cloud " + text(cloud.getName());
    }

    /** Name of the site, or else of the router. */
    public String siteTitle(RouterDeclaration router) {
        return "Site " + CurrentModel.of(router).flatMap(current -> Sites.name(current, router))
                .orElseGet(() -> Names.withMembers(router));
    }

    /** Name of a site. */
    public String siteLabel(SiteClause site) {
        return "site " + text(site.getSite());
    }

    /** Name and details of a transport. */
    public String transportLabel(TransportDeclaration transport) {
        return lines(Stream.of(text(transport.getName()), NotationServices.transportDetails(transport)));
    }

    /** Name, overlay and details of a cloud. */
    public String cloudLabel(CloudDeclaration cloud, EObject diagram) {
        return lines(Stream.of(text(cloud.getName()), addresses(diagram) ? text(cloud.getOverlay()) : "",
                NotationServices.cloudDetails(cloud)));
    }

    /** Name of a router, the number of a family's members, and addresses. */
    public String routerLabel(RouterDeclaration router, EObject diagram) {
        Optional<RouterNode> node = CurrentModel.of(router).flatMap(current -> current.node(router));
        if (node.isEmpty()) {
            return Names.withMembers(router);
        }
        List<String> label = new ArrayList<>();
        label.add(node.get().label());
        if (node.get().isFamily()) {
            label.add(node.get().members() + " routers");
        }
        if (addresses(diagram)) {
            label.addAll(node.get().tunnelAddresses());
            label.addAll(node.get().wanAddresses());
        }
        return lines(label.stream());
    }

    /** Keyword and name of a router. */
    public String routerTooltip(RouterDeclaration router) {
        return withProblems(router, NotationServices.routerLabel(router));
    }

    /** Prefix of a local network. */
    public String localNetworkLabel(LanClause lan) {
        return "lan " + NotationServices.localNetwork(lan);
    }

    /** Prefix of a local network, as it is edited. */
    public String localNetworkText(LanClause lan) {
        return NotationServices.localNetwork(lan);
    }

    /** Name of a host, and its address. */
    public String hostLabel(HostDeclaration host, EObject diagram) {
        return text(host.getName()) + (addresses(diagram) && host.getAddress() != null ? " " + host.getAddress() : "");
    }

    /** Address of an uplink. */
    public String uplinkLabel(WanClause wan, EObject diagram) {
        return addresses(diagram) ? NotationServices.wanAddress(wan) : "";
    }

    /** Address of an uplink, as it is edited. */
    public String uplinkText(WanClause wan) {
        return NotationServices.wanAddress(wan);
    }

    /** What an uplink is, and what stands in front of it. */
    public String uplinkTooltip(WanClause wan) {
        return withProblems(wan, CurrentModel.of(wan).stream().flatMap(current -> current.linesOf(wan).stream())
                .map(line -> line.description() + gates(line)).distinct().collect(Collectors.joining(LINE)));
    }

    private static String gates(Connection line) {
        return line instanceof Connection.WanAttachment wan
                ? wan.gates().stream().map(gate -> ", " + gate.description()).collect(Collectors.joining()) : "";
    }

    /** The kind of translation in front of an uplink. */
    public String translationLabel(WanClause wan) {
        return (wan.isPat() ? Gate.Kind.PAT : Gate.Kind.NAT).label();
    }

    /** The mark of a firewall. */
    public String firewallLabel(BlockClause firewall) {
        return Gate.Kind.FIREWALL.label();
    }

    /** What a firewall drops. */
    public String firewallTooltip(BlockClause firewall) {
        return "blocks " + firewall.getTerms().stream().map(LabelServices::term).collect(Collectors.joining(", "));
    }

    private static String term(BlockTerm term) {
        return text(term.getProtocol()) + (term.getPort() == null ? "" : " port " + term.getPort());
    }

    /** Address of a membership. */
    public String membershipLabel(JoinClause join, EObject diagram) {
        return addresses(diagram) ? NotationServices.tunnelAddress(join) : "";
    }

    /** Address of a membership, as it is edited. */
    public String membershipText(JoinClause join) {
        return NotationServices.tunnelAddress(join);
    }

    /** Cloud and address of a membership. */
    public String tunnelInterfaceLabel(JoinClause join) {
        return (join.getCloud() == null ? "?" : text(join.getCloud().getName())) + " " + NotationServices.tunnelAddress(join);
    }

    /** Priority and cluster of a registration. */
    public String serverLabel(ServerClause server) {
        return lines(Stream.of(server.getPriority() == null ? "" : "priority " + server.getPriority(),
                server.getCluster() == null ? "" : "cluster " + server.getCluster()));
    }

    /** After what time a backup comes. */
    public String backupLabel(CloudDeclaration cloud) {
        return "backup" + (cloud.getBackupDelay() == null ? "" : " after " + cloud.getBackupDelay());
    }

    /** What the preference of a cloud is called. */
    public String preferenceLabel(CloudDeclaration cloud) {
        return "preferred";
    }

    /** Name of a set of crypto. */
    public String cryptoLabel(CryptoDeclaration crypto) {
        return "IPsec " + text(crypto.getName());
    }

    /** Protocol and number of a routing process. */
    public String routingLabel(RoutingClause routing) {
        return text(routing.getProtocol()).toUpperCase(Locale.ROOT)
                + (routing.getProcess() == null ? "" : " " + routing.getProcess());
    }

    /** Number of the neighbor's autonomous system. */
    public String neighborLabel(NeighborClause neighbor) {
        return neighbor.getAutonomousSystem() == null ? "" : "AS " + neighbor.getAutonomousSystem();
    }

    /** Address of a loopback. */
    public String loopbackLabel(LoopbackClause loopback) {
        return "loopback " + text(loopback.getAddress());
    }

    /** What is wrong with an element, or else its kind and name. */
    public String elementTooltip(NamedElement element) {
        return withProblems(element, Names.label(element));
    }

    private static String withProblems(EObject element, String text) {
        return lines(Stream.of(text, new ProblemServices().problemText(element)));
    }

    private static boolean addresses(EObject diagram) {
        return ShownLayers.of(diagram).contains(Layer.ADDRESSES);
    }

    private static String lines(Stream<String> parts) {
        return parts.filter(Objects::nonNull).filter(part -> !part.isEmpty()).collect(Collectors.joining(LINE));
    }

    private static String text(String written) {
        return written == null ? "" : written;
    }
}
