package dmvpn.diagram.sirius;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.LoopbackClause;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.routing.NeighborClause;
import dmvpn.dsl.routing.RoutingClause;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Which elements the nodes and lines of the diagram of one cloud stand for. */
public final class OverlayServices {

    /** One object, without state, as Sirius makes it. */
    public OverlayServices() {
    }

    /** The cloud, and those that stand in for it, that it stands in for, or that are preferred to it or the other way. */
    public List<CloudDeclaration> cloudAndRelatives(CloudDeclaration cloud) {
        Set<CloudDeclaration> related = new LinkedHashSet<>();
        related.add(cloud);
        Stream.of(cloud.getBackupFor(), cloud.getPreferredOver()).filter(Objects::nonNull).forEach(related::add);
        CurrentModel.of(cloud).stream().flatMap(current -> current.all(CloudDeclaration.class).stream())
                .filter(other -> other.getBackupFor() == cloud || other.getPreferredOver() == cloud).forEach(related::add);
        return List.copyOf(related);
    }

    /** The routers that are members of a cloud. */
    public List<RouterDeclaration> membersOfCloud(CloudDeclaration cloud) {
        return CurrentModel.of(cloud).stream().flatMap(current -> current.all(RouterDeclaration.class).stream()
                .filter(router -> current.of(router, JoinClause.class).stream().anyMatch(join -> join.getCloud() == cloud)))
                .toList();
    }

    /** The memberships of a cloud. */
    public List<JoinClause> membershipsInCloud(CloudDeclaration cloud) {
        return CurrentModel.of(cloud).stream().flatMap(current -> current.all(JoinClause.class).stream())
                .filter(join -> join.getCloud() == cloud).toList();
    }

    /** The registrations of clients with servers in a cloud. */
    public List<ServerClause> registrationsInCloud(CloudDeclaration cloud) {
        return CurrentModel.of(cloud).stream().flatMap(current -> current.all(ServerClause.class).stream())
                .filter(server -> server.eContainer() instanceof JoinClause join && join.getCloud() == cloud).toList();
    }

    /** The loopbacks of a cloud's members. */
    public List<LoopbackClause> loopbacksInCloud(CloudDeclaration cloud) {
        return membersOfCloud(cloud).stream().flatMap(router -> router.getLoopbacks().stream()).toList();
    }

    /** The crypto that protects a cloud. */
    public List<CryptoDeclaration> cryptoOfClouds(CloudDeclaration cloud) {
        return cloudAndRelatives(cloud).stream().map(CloudDeclaration::getCrypto).filter(Objects::nonNull).distinct().toList();
    }

    /** The routing of a cloud. */
    public List<RoutingClause> routingOfCloud(CloudDeclaration cloud) {
        return List.copyOf(cloud.getRouting());
    }

    /** The neighbors that the routing of a cloud's members names. */
    public List<NeighborClause> neighborsInCloud(CloudDeclaration cloud) {
        return membersOfCloud(cloud).stream().flatMap(router -> router.getRouting().stream())
                .flatMap(routing -> routing.getNeighbors().stream()).filter(neighbor -> neighbor.getRouter() != null).toList();
    }
}
