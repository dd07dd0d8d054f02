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
        if (clause.getAddress() != null) {
            return atAddress(client, membership, clause);
        }
        if (declaration == null) {
            return Optional.empty();
        }
        RouterPlan plan = client.plan();
        if (!(declaration instanceof HubDeclaration)) {
            return refuse(plan, clause, declaration.getName() + " is no hub: only a hub can be a next-hop server");
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
        Optional<IpAddress> nbmaAddress = plan.values().address(clause, SERVER_CLAUSE__NBMA, clause.getNbma())
                .or(() -> hubMembership.get().uplink().fixedAddress());
        if (nbmaAddress.isEmpty()) {
            return refuse(plan, clause, hub.plan().reference() + " has a dynamic address on its uplink: "
                    + "next-hop clients need a fixed one to register with");
        }
        return Optional.of(server(plan, clause, Optional.of(hub.plan().name()), hubMembership.get().address().address(),
                nbmaAddress.get(), hub.plan().reference()));
    }

    /** A server by its tunnel address: somewhere the text must say where it is, in place or in a static mapping. */
    private Optional<NextHopServer> atAddress(RouterSite client, Membership membership, ServerClause clause) {
        RouterPlan plan = client.plan();
        Optional<IpAddress> address = plan.values().address(clause, SERVER_CLAUSE__ADDRESS, clause.getAddress());
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Optional<RouterSite> hub = routers.hubAt(membership.cloud(), address.get());
        Optional<IpAddress> nbmaAddress = clause.getNbmaName() == null
                ? plan.values().address(clause, SERVER_CLAUSE__NBMA, clause.getNbma())
                        .or(() -> mapped(membership, address.get()))
                : hub.flatMap(site -> site.membershipIn(membership.cloud())).flatMap(place -> place.uplink().fixedAddress());
        if (nbmaAddress.isEmpty() && clause.getNbmaName() != null) {
            context.report(TextRules.WRONG_TARGET, "No hub of cloud " + membership.cloud().cloud().name() + " has the address "
                    + address.get() + " and a fixed one below, so \"" + clause.getNbmaName()
                    + "\" means no address here: write nbma with the address", clause, SERVER_CLAUSE__NBMA_NAME, plan.label());
        } else if (nbmaAddress.isEmpty() && clause.getNbma() == null) {
            context.report(TextRules.UNMAPPED_SERVER, "Where " + address.get() + " is in the underlay is not said: write "
                    + address.get() + " nbma 203.0.113.1, with the hub's address", clause, SERVER_CLAUSE__ADDRESS, plan.label());
        }
        return nbmaAddress.map(nbma -> server(plan, clause, hub.map(site -> site.plan().name()), address.get(), nbma,
                address.get().toString()));
    }

    private static Optional<IpAddress> mapped(Membership membership, IpAddress address) {
        // Without findings: whoever compiles the mapping reports what is wrong with it.
        return membership.join().getMaps().stream()
                .filter(map -> map.getProtocolAddress() != null && map.getNbma() != null)
                .filter(map -> IpAddress.tryParse(map.getProtocolAddress()).filter(address::equals).isPresent())
                .flatMap(map -> IpAddress.tryParse(map.getNbma()).stream()).findFirst();
    }

    private NextHopServer server(RouterPlan plan, ServerClause clause, Optional<String> device, IpAddress address,
            IpAddress nbmaAddress, String name) {
        return new NextHopServer(
                device,
                address,
                nbmaAddress,
                Optional.ofNullable(clause.getNbmaName()),
                !clause.isWithoutMulticast(),
                plan.values().integer(clause, SERVER_CLAUSE__PRIORITY, clause.getPriority(), 0, HIGHEST_PRIORITY).orElse(0),
                plan.values().integer(clause, SERVER_CLAUSE__CLUSTER, clause.getCluster(), 0,
                        NhrpOptionsCompiler.HIGHEST_CLUSTER).orElse(0),
                context.origins().of(clause, plan.label() + " via " + name));
    }

    private Optional<NextHopServer> refuse(RouterPlan plan, ServerClause clause, String message) {
        context.report(TextRules.WRONG_TARGET, message, clause, SERVER_CLAUSE__ROUTER, plan.label());
        return Optional.empty();
    }
}
