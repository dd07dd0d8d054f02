package dmvpn.diagram.sirius;

import dmvpn.dsl.model.BlockClause;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.LoopbackClause;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.SiteClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.TransportReference;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.routing.NeighborClause;
import dmvpn.dsl.routing.RoutingClause;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/** Which elements the nodes and lines of the diagram of a whole model stand for. */
public final class ElementServices {

    /** One object, without state, as Sirius makes it. */
    public ElementServices() {
    }

    /** All transports. */
    public List<TransportDeclaration> drawnTransports(Model model) {
        return all(model, TransportDeclaration.class);
    }

    /** All clouds. */
    public List<CloudDeclaration> drawnClouds(Model model) {
        return all(model, CloudDeclaration.class);
    }

    /** All sets of crypto. */
    public List<CryptoDeclaration> drawnCrypto(Model model) {
        return from(model, current -> current.names().all(Kind.CRYPTO).stream().map(CryptoDeclaration.class::cast).toList());
    }

    /** The first statement of each site that a router names: the site is drawn for it. */
    public List<SiteClause> drawnSites(Model model) {
        return from(model, current -> {
            Set<String> seen = new LinkedHashSet<>();
            return current.all(RouterDeclaration.class).stream().flatMap(router -> Sites.statement(current, router).stream())
                    .filter(site -> seen.add(site.getSite())).toList();
        });
    }

    /** The routers of a site, or for a model those that are in no site. */
    public List<RouterDeclaration> routersIn(EObject container) {
        return from(container, current -> {
            Optional<String> site = container instanceof SiteClause clause ? Optional.ofNullable(clause.getSite())
                    : Optional.empty();
            return current.all(RouterDeclaration.class).stream()
                    .filter(router -> Sites.name(current, router).equals(site)).toList();
        });
    }

    /** The local networks of a router. */
    public List<LanClause> localNetworksOf(RouterDeclaration router) {
        return from(router, current -> current.of(router, LanClause.class));
    }

    /** The hosts behind a router. */
    public List<HostDeclaration> hostsOf(RouterDeclaration router) {
        return from(router, current -> current.hostsBehind(router));
    }

    /** The uplinks of a router. */
    public List<WanClause> uplinksOf(RouterDeclaration router) {
        return from(router, current -> current.of(router, WanClause.class));
    }

    /** The uplinks of a router whose addresses a device in front of it translates. */
    public List<WanClause> translatedUplinksOf(RouterDeclaration router) {
        return uplinksOf(router).stream().filter(wan -> wan.isNat() || wan.isPat()).toList();
    }

    /** The firewalls in front of a router and behind it. */
    public List<BlockClause> firewallsOf(RouterDeclaration router) {
        return Stream.concat(uplinksOf(router).stream().flatMap(wan -> wan.getBlocks().stream()),
                localNetworksOf(router).stream().flatMap(lan -> lan.getBlocks().stream())).toList();
    }

    /** The memberships of a router. */
    public List<JoinClause> membershipsOf(RouterDeclaration router) {
        return from(router, current -> current.of(router, JoinClause.class));
    }

    /** All uplinks. */
    public List<WanClause> drawnUplinks(Model model) {
        return all(model, WanClause.class);
    }

    /** All memberships. */
    public List<JoinClause> drawnMemberships(Model model) {
        return all(model, JoinClause.class);
    }

    /** All registrations of clients with servers. */
    public List<ServerClause> drawnTunnels(Model model) {
        return all(model, ServerClause.class);
    }

    /** What transports say of each other. */
    public List<TransportReference> drawnPassages(Model model) {
        return drawnTransports(model).stream().flatMap(transport -> transport.getReaches().stream()).toList();
    }

    /** The routing of clouds and of routers. */
    public List<RoutingClause> drawnRouting(Model model) {
        return from(model, current -> Stream.concat(
                current.all(CloudDeclaration.class).stream().flatMap(cloud -> cloud.getRouting().stream()),
                current.all(RouterDeclaration.class).stream().flatMap(router -> router.getRouting().stream())).toList());
    }

    /** The neighbors that are routers of the model. */
    public List<NeighborClause> drawnNeighbors(Model model) {
        return drawnRouting(model).stream().flatMap(routing -> routing.getNeighbors().stream())
                .filter(neighbor -> neighbor.getRouter() != null).toList();
    }

    /** All loopbacks. */
    public List<LoopbackClause> drawnLoopbacks(Model model) {
        return from(model, current -> current.all(RouterDeclaration.class).stream()
                .flatMap(router -> router.getLoopbacks().stream()).toList());
    }

    private static <T extends EObject> List<T> all(Model model, Class<T> type) {
        return from(model, current -> current.all(type));
    }

    private static <T> List<T> from(EObject element, Function<CurrentModel, List<T>> find) {
        return CurrentModel.of(element).map(find).orElse(List.of());
    }
}
