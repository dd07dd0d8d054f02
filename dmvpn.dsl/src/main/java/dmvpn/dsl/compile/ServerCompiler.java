package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.HubDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.ServerClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.address.IpAddress;
import dmvpn.network.tunnel.NextHopServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles the next-hop servers of a membership. */
final class ServerCompiler {

    private static final int HIGHEST_PRIORITY = 255;
    private static final int HIGHEST_CLUSTER = 10;

    private final CompileContext context;
    private final RouterDirectory routers;

    ServerCompiler(CompileContext context, RouterDirectory routers) {
        this.context = context;
        this.routers = routers;
    }

    List<NextHopServer> compile(RouterSite client, Membership membership) {
        List<NextHopServer> servers = new ArrayList<>();
        for (ServerClause clause : membership.join().getServers()) {
            server(client, membership, clause).ifPresent(servers::add);
        }
        return servers;
    }

    private Optional<NextHopServer> server(RouterSite client, Membership membership, ServerClause clause) {
        RouterDeclaration declaration = clause.getRouter();
        if (declaration == null) {
            return Optional.empty();
        }
        RouterPlan plan = client.plan();
        if (!(declaration instanceof HubDeclaration)) {
            return refuse(plan, clause, declaration.getName() + " is a spoke: only a hub can be a next-hop server");
        }
        Optional<String> member = plan.values().text(clause, SERVER_CLAUSE__MEMBER, clause.getMember());
        Optional<RouterSite> server = routers.one(declaration, member.orElse(null));
        if (server.isEmpty()) {
            return refuse(plan, clause, routers.whyNone(declaration, member.orElse(null)));
        }
        if (server.get() == client) {
            return refuse(plan, clause, plan.reference() + " cannot be its own next-hop server");
        }
        return atHub(plan, membership, clause, server.get());
    }

    private Optional<NextHopServer> atHub(RouterPlan plan, Membership membership, ServerClause clause, RouterSite hub) {
        String cloud = membership.cloud().cloud().name();
        Optional<Membership> hubMembership = hub.membershipIn(membership.cloud());
        if (hubMembership.isEmpty()) {
            // A membership that is written but not sound has its own finding.
            boolean written = hub.plan().joins().stream().anyMatch(join -> join.getCloud() == membership.join().getCloud());
            return written ? Optional.empty()
                    : refuse(plan, clause, hub.plan().reference() + " is not in cloud " + cloud + ": add a join to it");
        }
        Optional<IpAddress> nbmaAddress = hubMembership.get().uplink().fixedAddress();
        if (nbmaAddress.isEmpty()) {
            return refuse(plan, clause, hub.plan().reference() + " has a dynamic address on its uplink: "
                    + "next-hop clients need a fixed one to register with");
        }
        return Optional.of(new NextHopServer(
                Optional.of(hub.plan().name()),
                hubMembership.get().address().address(),
                nbmaAddress.get(),
                true,
                plan.values().integer(clause, SERVER_CLAUSE__PRIORITY, clause.getPriority(), 0, HIGHEST_PRIORITY).orElse(0),
                plan.values().integer(clause, SERVER_CLAUSE__CLUSTER, clause.getCluster(), 0, HIGHEST_CLUSTER).orElse(0),
                context.origins().of(clause, plan.label() + " via " + hub.plan().reference())));
    }

    private Optional<NextHopServer> refuse(RouterPlan plan, ServerClause clause, String message) {
        context.report(TextRules.WRONG_TARGET, message, clause, SERVER_CLAUSE__ROUTER, plan.label());
        return Optional.empty();
    }
}
