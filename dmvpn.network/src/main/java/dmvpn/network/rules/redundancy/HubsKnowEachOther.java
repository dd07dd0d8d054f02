package dmvpn.network.rules.redundancy;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.tunnel.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Hubs of one cloud need tunnels to each other. */
public final class HubsKnowEachOther implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-HUB-04",
            Severity.WARNING,
            "The hubs of a cloud have tunnels to each other",
            "Requests and packets between spokes of different hubs cross from hub to hub through the cloud. Without a "
                    + "mapping between the hubs there is no such way. Let one hub join via the other. It is an error where "
                    + "spokes have no hub in common.",
            "ipSpace.net, expert questions and answers on DMVPN (hub-to-hub tunnels are needed in Phases 2 and 3)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (List<Member> members : memberships.byCloud()) {
            List<Member> hubs = members.stream().filter(member -> member.device().role() == DeviceRole.HUB).toList();
            boolean direct = memberships.cloud(members.getFirst().tunnel().cloud())
                    .filter(cloud -> cloud.phase() != Phase.PHASE_1).isPresent();
            if (direct && hubs.size() > 1) {
                checkCloud(members, hubs, findings);
            }
        }
    }

    private static void checkCloud(List<Member> members, List<Member> hubs, Consumer<Finding> findings) {
        Map<IpAddress, Integer> numbers = new HashMap<>();
        for (int index = 0; index < hubs.size(); index++) {
            numbers.putIfAbsent(hubs.get(index).protocolAddress(), index);
        }
        int[] group = new int[hubs.size()];
        for (int index = 0; index < group.length; index++) {
            group[index] = index;
        }
        for (int index = 0; index < group.length; index++) {
            for (IpAddress peer : peers(hubs.get(index))) {
                Integer other = numbers.get(peer);
                if (other != null) {
                    join(group, group[index], group[other]);
                }
            }
        }
        boolean needed = !haveCommonHub(members, numbers);
        for (int index = 1; index < group.length; index++) {
            if (group[index] != group[0]) {
                boolean error = needed && RoutesBesideCloud.between(hubs.getFirst(), hubs.get(index)).isEmpty();
                findings.accept(new Finding(RULE, error ? Severity.ERROR : Severity.WARNING, "Hubs " + hubs.getFirst().name()
                        + " and " + hubs.get(index).name() + " of cloud " + hubs.getFirst().tunnel().cloud()
                        + " have no tunnel to each other" + (error ? ", and not all spokes have a hub in common" : "")
                        + ": let one join via the other", hubs.get(index).tunnel().origin()));
            }
        }
    }

    /** True when one of the two hubs has a mapping for the other. */
    static boolean know(Member first, Member second) {
        return peers(first).contains(second.protocolAddress()) || peers(second).contains(first.protocolAddress());
    }

    private static List<IpAddress> peers(Member hub) {
        List<IpAddress> peers = new ArrayList<>();
        hub.tunnel().nhrp().nextHopServers().forEach(server -> peers.add(server.protocolAddress()));
        hub.tunnel().nhrp().options().mappings().forEach(mapping -> peers.add(mapping.protocolAddress()));
        return peers;
    }

    private static void join(int[] group, int first, int second) {
        for (int index = 0; index < group.length; index++) {
            if (group[index] == second) {
                group[index] = first;
            }
        }
    }

    /** True when there is a hub that all spokes register with. */
    private static boolean haveCommonHub(List<Member> members, Map<IpAddress, Integer> hubs) {
        Set<IpAddress> common = null;
        for (Member member : members) {
            if (member.isSpoke()) {
                Set<IpAddress> own = new HashSet<>();
                member.tunnel().nhrp().nextHopServers().forEach(server -> own.add(server.protocolAddress()));
                if (common == null) {
                    common = new HashSet<>(hubs.keySet());
                }
                common.retainAll(own);
            }
        }
        return common == null || !common.isEmpty();
    }
}
