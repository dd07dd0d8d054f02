package dmvpn.network.rules.routing;

import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import java.util.function.Consumer;

/** A hub must let its spokes know of each other. */
public final class HubAnnouncesSpokesToSpokes implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-02",
            Severity.ERROR,
            "Spokes learn of each other from the hub",
            "With split horizon a hub does not announce a route where it learned it, and all spokes are "
                    + "behind one interface. Without a summary the spokes have no routes to each other. Switch split "
                    + "horizon off on the hub's tunnel, or announce a summary (Phase 1 and 3).",
            "RFC 7868 (split horizon); ipSpace.net, EIGRP in DMVPN networks");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            Member hub = server.member();
            EigrpOnTunnel.of(hub)
                    .filter(eigrp -> eigrp.settings().splitHorizon() && eigrp.settings().summaries().isEmpty())
                    .filter(eigrp -> spokesDependOn(server))
                    .ifPresent(eigrp -> findings.accept(new Finding(RULE, "Hub " + hub.name()
                            + " does not announce the networks of its spokes to each other: switch split horizon off on "
                            + hub.tunnel().name() + ", or announce a summary", eigrp.process().origin())));
            RipOnTunnel.of(hub)
                    .filter(rip -> rip.settings().splitHorizon() && !rip.settings().passive()
                            && rip.settings().summaries().isEmpty() && rip.process().defaultOrigination().isEmpty())
                    .filter(rip -> spokesDependOn(server))
                    .ifPresent(rip -> findings.accept(new Finding(RULE, "Hub " + hub.name()
                            + " does not announce the networks of its spokes to each other with RIP: switch split horizon off on "
                            + hub.tunnel().name() + ", or announce a summary", rip.settings().origin())));
        }
    }

    private static boolean spokesDependOn(Server server) {
        return server.clients().stream()
                .filter(client -> EigrpOnTunnel.of(client).isPresent() || RipOnTunnel.of(client).isPresent())
                .filter(client -> client.device().routing().staticRoutes().stream()
                        .noneMatch(route -> leadsIntoTunnel(client, route)))
                .limit(2).count() > 1;
    }

    private static boolean leadsIntoTunnel(Member client, StaticRoute route) {
        return route.interfaceName().filter(client.tunnel().name()::equals).isPresent()
                || route.nextHop().filter(client.tunnel().address().prefix()::contains).isPresent();
    }
}
