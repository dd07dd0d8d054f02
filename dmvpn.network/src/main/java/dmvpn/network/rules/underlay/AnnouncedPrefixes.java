package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a router announces of its own into its tunnel with EIGRP.
 *
 * @param byAutonomousSystem summaries, and connected networks that no summary hides, of each process on the tunnel
 */
record AnnouncedPrefixes(Map<Integer, List<IpPrefix>> byAutonomousSystem) {

    /** What a router announces; found once, since each client of a server asks for it. */
    static AnnouncedPrefixes of(Member router) {
        return router.derived(AnnouncedPrefixes.class, () -> find(router));
    }

    /** What neighbours in an autonomous system hear; empty when the router is not in it. */
    List<IpPrefix> in(int autonomousSystem) {
        return byAutonomousSystem.getOrDefault(autonomousSystem, List.of());
    }

    private static AnnouncedPrefixes find(Member router) {
        Map<Integer, List<IpPrefix>> found = new HashMap<>();
        EigrpOnTunnel.allOf(router).forEach(eigrp -> found.putIfAbsent(eigrp.process().autonomousSystem(), find(router, eigrp)));
        return new AnnouncedPrefixes(found);
    }

    private static List<IpPrefix> find(Member router, EigrpOnTunnel eigrp) {
        List<EigrpSummary> summaries = eigrp.settings().summaries();
        List<IpPrefix> announced = new ArrayList<>(summaries.stream().map(EigrpSummary::prefix).toList());
        for (NetworkInterface connected : router.device().interfaces()) {
            if (connected.vrf().equals(eigrp.process().vrf())
                    && connected.assignment() instanceof AddressAssignment.Static fixed
                    && eigrp.process().covers(fixed.address().address())
                    && isVisible(fixed.address().prefix(), summaries)) {
                announced.add(fixed.address().prefix());
            }
        }
        return announced;
    }

    private static boolean isVisible(IpPrefix prefix, List<EigrpSummary> summaries) {
        return summaries.stream()
                .filter(summary -> summary.prefix().contains(prefix))
                .allMatch(summary -> summary.leaked().contains(prefix));
    }
}
