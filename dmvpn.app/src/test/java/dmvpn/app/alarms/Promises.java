package dmvpn.app.alarms;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.routing.BgpOverTunnel;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import dmvpn.network.rules.routing.OspfOnTunnel;
import dmvpn.network.tunnel.Phase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a network promises by its design, as far as the simulator carries it: its clouds, its routing protocols and static routes. Networks
 * behind two hubs are not promised to each other: hubs that announce one summary each, as most designs have it, keep none
 * of the other's; nor are the tunnel addresses of two hubs that do not register with each other. What is kept for a failure,
 * a server that waits or a tunnel that stands by, promises nothing before it.
 */
final class Promises {

    private final CompiledNetwork network;
    private final Memberships memberships;
    private final Set<Promise> found = new LinkedHashSet<>();

    private Promises(CompiledNetwork network) {
        this.network = network;
        this.memberships = Memberships.of(network);
    }

    /** All promises of a network. */
    static Set<Promise> of(CompiledNetwork network) {
        Promises promises = new Promises(network);
        promises.registrations();
        promises.memberships.byCloud().forEach(promises::cloud);
        promises.encryption();
        return promises.found;
    }

    private void registrations() {
        for (Registration registration : memberships.registrations()) {
            if (Reserve.waits(registration.client(), registration.server()) || Reserve.standsBy(registration.client())) {
                continue;
            }
            String client = registration.client().device().name();
            String server = registration.server().device().name();
            found.add(new Promise.Registration(client, server));
            if (inOneDomain(registration.client(), registration.server())) {
                found.add(new Promise.Neighbor(client, server));
                found.add(new Promise.Neighbor(server, client));
            }
        }
    }

    /** Every pair of a small cloud; of a large one each member with a few others. */
    private void cloud(List<Member> members) {
        int step = Math.max(1, members.size() / 10);
        for (int from = 0; from < members.size(); from++) {
            for (int to = from % step; to < members.size(); to += step) {
                if (from != to) {
                    pair(members.get(from), members.get(to));
                }
            }
        }
    }

    private void pair(Member from, Member to) {
        String source = from.device().name();
        String destination = to.device().name();
        boolean hubs = !from.isSpoke() && !to.isSpoke();
        boolean reserve = Reserve.standsBy(from) || Reserve.standsBy(to) || Reserve.waits(from, to) || Reserve.waits(to, from);
        if (reserve || hubs && !registers(from, to) && !registers(to, from)) {
            return;
        }
        found.add(new Promise.Tunnel(from.tunnel().cloud(), source, destination));
        if (!hubs && hasHost(from) && hasHost(to) && isRouted(from) && isRouted(to)) {
            found.add(new Promise.LocalNetwork(source, destination));
            boolean direct = memberships.cloud(from.tunnel().cloud()).filter(cloud -> cloud.phase() != Phase.PHASE_1).isPresent();
            if (direct && from.isSpoke() && to.isSpoke()) {
                found.add(new Promise.DirectPath(source, destination));
            }
        }
    }

    private static boolean inOneDomain(Member first, Member second) {
        return EigrpOnTunnel.allOf(first).stream().anyMatch(one ->
                EigrpOnTunnel.of(second, one.process().autonomousSystem()).isPresent())
                || OspfOnTunnel.of(first).isPresent() && OspfOnTunnel.of(second).isPresent()
                || expects(first, second) && expects(second, first);
    }

    /** True when a router has the other one as neighbour in BGP, in the autonomous system where that is. */
    private static boolean expects(Member own, Member other) {
        return BgpOverTunnel.of(own).flatMap(bgp -> bgp.peeringWith(other)).flatMap(peering -> BgpOverTunnel.of(other)
                .filter(bgp -> peering.remoteAutonomousSystems().contains(bgp.process().autonomousSystem()))).isPresent();
    }

    private static boolean registers(Member client, Member server) {
        return client.tunnel().nhrp().nextHopServers().stream()
                .anyMatch(statement -> statement.protocolAddress().equals(server.protocolAddress()));
    }

    private boolean hasHost(Member member) {
        return network.hosts().stream().anyMatch(host -> host.device().equals(member.device().name()));
    }

    private static boolean isRouted(Member member) {
        return !EigrpOnTunnel.allOf(member).isEmpty() || BgpOverTunnel.of(member).isPresent()
                || OspfOnTunnel.of(member).isPresent()
                || member.device().routing().odr().stream().anyMatch(odr -> odr.interfaces().contains(member.tunnel().name()))
                || member.device().routing().staticRoutes().stream().anyMatch(route ->
                route.nextHop().filter(member.tunnel().address().prefix()::contains).isPresent());
    }

    private void encryption() {
        for (var transport : network.transports()) {
            List<Member> crossing = memberships.all().stream().filter(member -> member.source()
                    .filter(source -> source.transport().filter(transport.name()::equals).isPresent()).isPresent()).toList();
            if (!crossing.isEmpty() && crossing.stream().allMatch(member -> member.protection().isPresent())) {
                found.add(new Promise.Encryption(transport.name()));
            }
        }
    }
}
