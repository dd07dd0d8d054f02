package dmvpn.diagram.edit;

import dmvpn.dsl.ide.plan.AddressPlan;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.model.PlainRouterDeclaration;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.WanClause;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.names.RouterFamily;
import dmvpn.dsl.values.MemberRange;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Makes routers members of clouds and clients of servers. */
final class Memberships {

    private final EditContext context;

    Memberships(EditContext context) {
        this.context = context;
    }

    /** Joins a cloud; a spoke becomes a client of all its hubs. */
    JoinClause join(RouterDeclaration router, CloudDeclaration cloud) {
        JoinClause join = bareJoin(router, cloud);
        if (!(router instanceof HubDeclaration)) {
            hubsOf(cloud).filter(hub -> !Objects.equals(hub.getName(), router.getName()))
                    .forEach(hub -> join.getServers().add(server(hub)));
        }
        return join;
    }

    private Stream<RouterDeclaration> hubsOf(CloudDeclaration cloud) {
        return context.membersOf(cloud).map(JoinClause::eContainer).filter(HubDeclaration.class::isInstance)
                .map(RouterDeclaration.class::cast).map(context::meant).distinct();
    }

    private JoinClause bareJoin(RouterDeclaration router, CloudDeclaration cloud) {
        if (router instanceof PlainRouterDeclaration) {
            throw new EditRefusedException("A plain router is no member of a cloud: make " + router.getName()
                    + " a hub or a spoke first");
        }
        if (find(router, cloud).isPresent()) {
            throw new EditRefusedException(Names.withMembers(router) + " is a member of cloud " + cloud.getName() + " already");
        }
        JoinClause join = ModelFactory.eINSTANCE.createJoinClause();
        join.setCloud(cloud);
        join.setAddress(freeAddress(router, cloud));
        source(router, cloud).ifPresent(join::setTransport);
        router.getJoins().add(join);
        return join;
    }

    private String freeAddress(RouterDeclaration router, CloudDeclaration cloud) {
        IpPrefix overlay = Optional.ofNullable(cloud.getOverlay()).flatMap(IpPrefix::tryParse)
                .orElseThrow(() -> new EditRefusedException("Cloud " + cloud.getName()
                        + " has no overlay subnet to take an address from: give it one first"));
        AddressPlan plan = context.plan();
        List<MemberRange> members = RouterFamily.ranges(router);
        return (members.isEmpty() ? plan.freeTunnelAddress(overlay).map(IpAddress::toString)
                : plan.freeTunnelAddresses(overlay, members)).orElseThrow(() -> new EditRefusedException(
                        "No address of " + overlay + " is free: give cloud " + cloud.getName() + " a larger overlay subnet"));
    }

    /** With several uplinks the tunnel has to say which: the one that other members use, or else the first. */
    private Optional<TransportDeclaration> source(RouterDeclaration router, CloudDeclaration cloud) {
        List<TransportDeclaration> own = router.getWans().stream().map(WanClause::getTransport).filter(Objects::nonNull).toList();
        if (own.size() < 2) {
            return Optional.empty();
        }
        return context.membersOf(cloud).map(JoinClause::getTransport).filter(own::contains).findFirst()
                .or(() -> Optional.of(own.getFirst()));
    }

    static Optional<JoinClause> find(RouterDeclaration router, CloudDeclaration cloud) {
        return router.getJoins().stream().filter(join -> join.getCloud() == cloud).findFirst();
    }

    /** The cloud that both are in, or else the first one of the server; an exception is in the clouds of its family. */
    CloudDeclaration commonCloud(RouterDeclaration client, RouterDeclaration server) {
        List<CloudDeclaration> clouds = cloudsOf(server);
        List<CloudDeclaration> ofClient = cloudsOf(client);
        return clouds.stream().filter(ofClient::contains).findFirst().or(() -> clouds.stream().findFirst())
                .orElseThrow(() -> new EditRefusedException(Names.withMembers(server)
                        + " is a member of no cloud: let it join one first"));
    }

    private List<CloudDeclaration> cloudsOf(RouterDeclaration router) {
        return context.declarationsOf(router).stream().flatMap(each -> each.getJoins().stream()).map(JoinClause::getCloud)
                .filter(Objects::nonNull).distinct().toList();
    }

    ServerClause connect(RouterDeclaration client, RouterDeclaration server, CloudDeclaration cloud) {
        JoinClause join = find(client, cloud).orElseGet(() -> bareJoin(client, cloud));
        return connect(join, server);
    }

    ServerClause connect(JoinClause join, RouterDeclaration server) {
        refuseServer(join, server);
        ServerClause clause = server(server);
        if (join.getServers().stream().anyMatch(each -> sameServer(each, clause))) {
            throw new EditRefusedException(Names.withMembers(clientOf(join)) + " registers with " + Names.withMembers(server)
                    + " in cloud " + join.getCloud().getName() + " already");
        }
        join.getServers().add(clause);
        return clause;
    }

    ServerClause reconnect(ServerClause clause, RouterDeclaration server) {
        JoinClause join = (JoinClause) clause.eContainer();
        refuseServer(join, server);
        ServerClause wanted = server(server);
        if (join.getServers().stream().anyMatch(each -> sameServer(each, wanted))) {
            throw new EditRefusedException(Names.withMembers(clientOf(join)) + " registers with " + Names.withMembers(server)
                    + " in cloud " + join.getCloud().getName() + " already");
        }
        clause.setAddress(null);
        clause.setRouter(wanted.getRouter());
        clause.setMember(wanted.getMember());
        // An underlay address that was written down is that of the server before.
        clause.setNbma(null);
        clause.setNbmaName(null);
        return clause;
    }

    private void refuseServer(JoinClause join, RouterDeclaration server) {
        CloudDeclaration cloud = join.getCloud();
        if (cloud == null) {
            throw new EditRefusedException("The cloud of this membership is not known: mend its name first");
        }
        if (clientOf(join) instanceof RouterDeclaration client && context.meant(server) == context.meant(client)
                && server.getMembers().isEmpty()) {
            throw new EditRefusedException(server.getName() + " cannot register with itself");
        }
        boolean member = context.declarationsOf(server).stream().anyMatch(each -> find(each, cloud).isPresent());
        if (!member) {
            throw new EditRefusedException(Names.withMembers(server) + " is no member of cloud " + cloud.getName()
                    + ": let it join first");
        }
    }

    private static RouterBody clientOf(JoinClause join) {
        return (RouterBody) join.eContainer();
    }

    private static boolean sameServer(ServerClause one, ServerClause other) {
        return one.getRouter() == other.getRouter() && Objects.equals(one.getMember(), other.getMember());
    }

    /** One router is a server, never a whole family: of one, its first member. */
    private ServerClause server(RouterDeclaration router) {
        ServerClause clause = ModelFactory.eINSTANCE.createServerClause();
        clause.setRouter(context.meant(router));
        RouterFamily.ranges(router).stream().findFirst().ifPresent(range -> clause.setMember(Integer.toString(range.first())));
        return clause;
    }

    /** What remains of a router that is no server any more: nobody registers with it, and it registers with the others. */
    void becomeClient(RouterDeclaration router) {
        RouterDeclaration meant = context.meant(router);
        for (CloudDeclaration cloud : router.getJoins().stream().map(JoinClause::getCloud).filter(Objects::nonNull).toList()) {
            for (JoinClause member : context.membersOf(cloud).toList()) {
                if (context.model() == EcoreUtil.getRootContainer(member)) {
                    member.getServers().removeIf(server -> server.getRouter() == meant);
                }
            }
        }
        for (JoinClause join : router.getJoins()) {
            if (join.getServers().isEmpty() && join.getCloud() != null) {
                hubsOf(join.getCloud()).filter(hub -> hub != meant).forEach(hub -> join.getServers().add(server(hub)));
            }
        }
    }
}
