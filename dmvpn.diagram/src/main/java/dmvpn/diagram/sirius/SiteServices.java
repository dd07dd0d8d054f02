package dmvpn.diagram.sirius;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.LoopbackClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SiteClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/** Which elements the nodes and lines of the diagram of one site stand for. */
public final class SiteServices {

    /** One object, without state, as Sirius makes it. */
    public SiteServices() {
    }

    /** A router and those at the same site. */
    public List<RouterDeclaration> routersAtSite(RouterDeclaration router) {
        return CurrentModel.of(router).map(current -> Sites.around(current, router)).orElse(List.of());
    }

    /** A router of a site. */
    public RouterDeclaration someRouterOf(SiteClause site) {
        return CurrentModel.of(site).stream().flatMap(current -> current.all(RouterDeclaration.class).stream()
                .filter(router -> Sites.name(current, router).filter(name -> name.equals(site.getSite())).isPresent()))
                .findFirst().orElse(null);
    }

    /** The transports that a site is attached to. */
    public List<TransportDeclaration> transportsOfSite(RouterDeclaration router) {
        return uplinksOfSite(router).stream().map(WanClause::getTransport).filter(Objects::nonNull).distinct().toList();
    }

    /** The clouds that routers of a site are in. */
    public List<CloudDeclaration> cloudsOfSite(RouterDeclaration router) {
        return membershipsOfSite(router).stream().map(JoinClause::getCloud).filter(Objects::nonNull).distinct().toList();
    }

    /** The uplinks of a site. */
    public List<WanClause> uplinksOfSite(RouterDeclaration router) {
        return clauses(router, WanClause.class);
    }

    /** The memberships of a site's routers. */
    public List<JoinClause> membershipsOfSite(RouterDeclaration router) {
        return clauses(router, JoinClause.class);
    }

    /** The local networks of a site. */
    public List<LanClause> networksOfSite(RouterDeclaration router) {
        return clauses(router, LanClause.class);
    }

    /** The loopbacks of a site's routers. */
    public List<LoopbackClause> loopbacksOfSite(RouterDeclaration router) {
        return each(router, member -> member.getLoopbacks().stream());
    }

    /** The hosts of a site. */
    public List<HostDeclaration> hostsOfSite(RouterDeclaration router) {
        ElementServices elements = new ElementServices();
        return each(router, member -> elements.hostsOf(member).stream());
    }

    private <T extends EObject> List<T> clauses(RouterDeclaration router, Class<T> type) {
        return each(router, member -> CurrentModel.of(member).stream().flatMap(current -> current.of(member, type).stream()));
    }

    private <T> List<T> each(RouterDeclaration router, Function<RouterDeclaration, Stream<T>> find) {
        return routersAtSite(router).stream().flatMap(find).distinct().toList();
    }
}
