package dmvpn.dsl.compile;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;

/**
 * EIGRP over a cloud, as its routing clause says.
 *
 * @param summaries summaries that one group of routers announces into the cloud
 * @param stubOrigin where the clause says who is a stub, or the clause when nobody is
 * @param origin where the clause is written
 */
record RoutingPlan(
        int autonomousSystem,
        List<Summary> summaries,
        boolean stubHubs,
        boolean stubSpokes,
        Origin stubOrigin,
        Duration helloInterval,
        Duration holdTime,
        boolean hubSplitHorizon,
        boolean hubNextHopSelf,
        Origin origin) {

    /**
     * One summary.
     *
     * @param fromHubs true when the hubs announce it, false when the spokes do
     * @param leakHubLans true when the hubs' own networks are announced beside it
     */
    record Summary(IpPrefix prefix, boolean fromHubs, boolean leakHubLans, Origin origin) {
    }
}
