package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.routing.EigrpOnTunnel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a router announces of its own into its tunnel with EIGRP.
 *
 * @param prefixes summaries, and connected networks that no summary hides
 */
record AnnouncedPrefixes(List<IpPrefix> prefixes) {

    /** What a router announces; found once, since each client of a server asks for it. */
    static AnnouncedPrefixes of(Member router, EigrpOnTunnel eigrp) {
        return router.derived(AnnouncedPrefixes.class, () -> new AnnouncedPrefixes(find(router, eigrp)));
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
