package dmvpn.network.rules.routing;

import dmvpn.network.device.Device;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A hub must let its spokes know of each other. */
public final class HubAnnouncesSpokesToSpokes implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-02",
            Severity.ERROR,
            "Spokes learn of each other from the hub",
            "With split horizon a hub does not announce a route where it learned it, and all spokes are "
                    + "behind one interface. Without a summary the spokes have no routes to each other. Switch split "
                    + "horizon off on the hub's tunnel, or announce a summary (Phase 1 and 3). Where another hub tells all of them of "
                    + "each other it is a warning.",
            "RFC 7868 (split horizon); ipSpace.net, EIGRP in DMVPN networks");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            Member hub = server.member();
            for (EigrpOnTunnel eigrp : EigrpOnTunnel.allOf(hub)) {
                if (announces(eigrp)) {
                    continue;
                }
                List<Member> dependent = dependents(server, client ->
                        EigrpOnTunnel.of(client, eigrp.process().autonomousSystem()).isPresent());
                if (dependent.size() > 1) {
                    findings.accept(finding(hub, eigrp, announcerToAll(memberships, dependent, eigrp.process())));
                }
            }
            RipOnTunnel.of(hub)
                    .filter(rip -> rip.settings().splitHorizon() && !rip.settings().passive()
                            && rip.settings().summaries().isEmpty() && rip.process().defaultOrigination().isEmpty())
                    .filter(rip -> dependents(server, client -> RipOnTunnel.of(client).isPresent()).size() > 1)
                    .ifPresent(rip -> findings.accept(new Finding(RULE, "Hub " + hub.name()
                            + " does not announce the networks of its spokes to each other with RIP: switch split horizon off on "
                            + hub.tunnel().name() + ", or announce a summary", rip.settings().origin())));
        }
    }

    private static boolean announces(EigrpOnTunnel hub) {
        return !hub.settings().splitHorizon() || !hub.settings().summaries().isEmpty();
    }

    /** It is an error where the spokes know each other from nobody else; otherwise a way less when the other hub is gone. */
    private static Finding finding(Member hub, EigrpOnTunnel eigrp, Optional<Member> other) {
        return new Finding(RULE, other.isPresent() ? Severity.WARNING : Severity.ERROR, "Hub " + hub.name()
                + " does not announce the networks of its spokes to each other"
                + other.map(announcer -> ", which know each other from " + announcer.name() + " alone").orElse("")
                + ": switch split horizon off on " + hub.tunnel().name() + ", or announce a summary",
                eigrp.process().origin());
    }

    /** A hub of this or another cloud that tells all these routers of each other in the same routing domain. */
    private static Optional<Member> announcerToAll(Memberships memberships, List<Member> spokes, EigrpProcess domain) {
        for (Server candidate : memberships.servers()) {
            Optional<EigrpOnTunnel> hub = EigrpOnTunnel.of(candidate.member(), domain.autonomousSystem())
                    .filter(eigrp -> eigrp.process().vrf().equals(domain.vrf()) && announces(eigrp));
            if (hub.isPresent()) {
                Set<Device> told = Collections.newSetFromMap(new IdentityHashMap<>());
                candidate.clients().stream()
                        .filter(client -> EigrpOnTunnel.of(client, domain.autonomousSystem()).isPresent())
                        .forEach(client -> told.add(client.device()));
                if (spokes.stream().allMatch(spoke -> told.contains(spoke.device()))) {
                    return Optional.of(candidate.member());
                }
            }
        }
        return Optional.empty();
    }

    /** The clients that learn routes in a way, and have no static route into the tunnel. */
    private static List<Member> dependents(Server server, Predicate<Member> learns) {
        return server.clients().stream().filter(learns)
                .filter(client -> client.device().routing().staticRoutes().stream()
                        .noneMatch(route -> leadsIntoTunnel(client, route)))
                .toList();
    }

    private static boolean leadsIntoTunnel(Member client, StaticRoute route) {
        return route.interfaceName().filter(client.tunnel().name()::equals).isPresent()
                || route.nextHop().filter(client.tunnel().address().prefix()::contains).isPresent();
    }
}
