package dmvpn.diagram.sirius;

import dmvpn.diagram.notation.Connection;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LanClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.RouterReference;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.routing.NeighborClause;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;

/** Where lines start and end. A clause that several routers inherit is a line of each. */
public final class LineServices {

    /** One object, without state, as Sirius makes it. */
    public LineServices() {
    }

    /** The routers that have an uplink. */
    public List<RouterDeclaration> routersOfUplink(WanClause wan) {
        return routersOf(wan);
    }

    /** The routers that are members by a clause. */
    public List<RouterDeclaration> routersOfMembership(JoinClause join) {
        return routersOf(join);
    }

    /** The routers that register by a clause. */
    public List<RouterDeclaration> clientsOf(ServerClause server) {
        return ends(server, Connection::source);
    }

    /** The router that is registered with. */
    public List<RouterDeclaration> serversOf(ServerClause server) {
        return ends(server, Connection::target);
    }

    /** The router that has a neighbor, or the cloud whose routers have. */
    public EObject ownerOfNeighbor(NeighborClause neighbor) {
        return neighbor.eContainer() == null ? null : neighbor.eContainer().eContainer();
    }

    /** The router that is a neighbor. */
    public EObject routerOfNeighbor(NeighborClause neighbor) {
        RouterReference reference = neighbor.getRouter();
        return reference == null ? null : reference.getRouter();
    }

    /** The routers that have a local network. */
    public List<RouterDeclaration> routersOfLocalNetwork(LanClause lan) {
        return routersOf(lan);
    }

    /** The local network that a host is in: the first of its router. */
    public List<LanClause> networksOfHost(HostDeclaration host) {
        return CurrentModel.of(host).stream().flatMap(current -> current.routerOf(host).stream()
                .flatMap(router -> current.of(router, LanClause.class).stream().limit(1))).toList();
    }

    private static List<RouterDeclaration> routersOf(EObject clause) {
        return CurrentModel.of(clause).map(current -> current.routersOf(clause)).orElse(List.of());
    }

    private static List<RouterDeclaration> ends(EObject clause, Function<Connection, String> end) {
        return CurrentModel.of(clause).stream().flatMap(current -> ends(current, clause, end)).distinct().toList();
    }

    private static Stream<RouterDeclaration> ends(CurrentModel current, EObject clause, Function<Connection, String> end) {
        return current.linesOf(clause).stream().map(end).flatMap(id -> current.drawn().element(id).stream())
                .filter(RouterDeclaration.class::isInstance).map(RouterDeclaration.class::cast);
    }
}
