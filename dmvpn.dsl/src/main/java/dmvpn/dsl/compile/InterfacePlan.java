package dmvpn.dsl.compile;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfNetworkType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a routing clause says about interfaces: a cloud about its tunnels, an {@code on} clause about those that it names.
 * An empty value is not said.
 *
 * @param passive routers whose interfaces are passive
 * @param databaseFilter routers that send no link states
 * @param origin the clause
 */
record InterfacePlan(
        Optional<OspfArea> area,
        List<Grouped<OspfNetworkType>> networkTypes,
        List<Grouped<Integer>> priorities,
        List<Grouped<Integer>> costs,
        Optional<Duration> hello,
        Optional<Duration> hold,
        Optional<Duration> dead,
        Optional<Boolean> splitHorizon,
        Optional<NextHopSelf> nextHopSelf,
        List<Grouped<Boolean>> passive,
        List<Grouped<Boolean>> databaseFilter,
        List<Grouped<FastDetection>> fastDetection,
        List<Summary> summaries,
        Origin origin) {

    /** BFD. */
    record FastDetection(Duration interval, int multiplier) {
    }

    /**
     * One summary.
     *
     * @param by the routers that announce it, null for all
     * @param leakHubLans true when the hubs' own networks are announced beside it
     */
    record Summary(IpPrefix prefix, Group by, boolean leakHubLans, Origin origin) {
    }
}
