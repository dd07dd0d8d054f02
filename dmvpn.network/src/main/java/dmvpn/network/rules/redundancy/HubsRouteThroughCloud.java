package dmvpn.network.rules.redundancy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.Phase;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hubs that meet beside the cloud send no redirects. */
public final class HubsRouteThroughCloud implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-HUB-06",
            Severity.WARNING,
            "The hubs of a Phase 3 cloud exchange the routes of spokes through the cloud",
            "A hub redirects a packet that comes in and leaves through one NHRP network. Between spokes of two hubs that route to "
                    + "each other on a link or in a local network the packet leaves the cloud and comes back, so neither "
                    + "hub redirects and no shortcut is made. Let one hub join via the other and route between them through "
                    + "the cloud.",
            "ipSpace.net, Another DMVPN Routing Question");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            List<Member> hubs = members.stream().filter(member -> member.device().role() == DeviceRole.HUB).toList();
            if (hubs.size() > 1 && memberships.cloud(hubs.getFirst().tunnel().cloud())
                    .filter(cloud -> cloud.phase() == Phase.PHASE_3).isPresent()) {
                checkCloud(members, hubs, findings);
            }
        }
    }

    private static void checkCloud(List<Member> members, List<Member> hubs, Consumer<Finding> findings) {
        for (int index = 0; index < hubs.size(); index++) {
            for (Member second : hubs.subList(index + 1, hubs.size())) {
                Member first = hubs.get(index);
                if (!HubsKnowEachOther.know(first, second)) {
                    RoutesBesideCloud.between(first, second).ifPresent(routes -> spokes(members, first, second)
                            .ifPresent(spokes -> findings.accept(finding(first, second, routes, spokes))));
                }
            }
        }
    }

    private static Finding finding(Member first, Member second, RoutesBesideCloud routes, String spokes) {
        return new Finding(RULE, "Hubs " + first.name() + " and " + second.name() + " of cloud " + first.tunnel().cloud()
                + " exchange routes by " + routes.protocol().keyword() + " on " + routes.network().name()
                + " and not through the cloud, so spokes of one get no redirects to those of the other, such as " + spokes
                + ": let one hub join via the other", routes.origin());
    }

    /** A spoke of each hub that the other hub does not know. */
    private static Optional<String> spokes(List<Member> members, Member first, Member second) {
        Optional<String> ofFirst = spokeOf(members, first, second);
        return ofFirst.isEmpty() ? ofFirst : spokeOf(members, second, first).map(other -> ofFirst.get() + " and " + other);
    }

    private static Optional<String> spokeOf(List<Member> members, Member hub, Member other) {
        return members.stream().filter(member -> member.isSpoke() && registers(member, hub.protocolAddress())
                && !registers(member, other.protocolAddress())).map(Member::name).findFirst();
    }

    private static boolean registers(Member member, IpAddress server) {
        return member.tunnel().nhrp().nextHopServers().stream().map(NextHopServer::protocolAddress).anyMatch(server::equals);
    }
}
