package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.routing.OspfNetworkType;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.OspfInstead;
import dmvpn.sim.testing.ReferenceNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OSPF for IPv6 over clouds with an IPv6 overlay: next hops are link-local addresses, which NHRP resolves like any other. */
class Ospfv3DesignsTest {

    private final ReferenceNetwork network = new ReferenceNetwork().ipv6Overlay();

    private static FinishedRun run(ReferenceNetwork network, OspfNetworkType type) {
        return FinishedRun.of(OspfInstead.of(network.build(), type));
    }

    @Test
    void inPhase3TheHubIsTheNextHopUntilNhrpPutsTheSpokeInItsPlace() {
        FinishedRun run = run(network.ping(100, network.spokeHost(1), network.spokeHost(2), 5),
                OspfNetworkType.POINT_TO_MULTIPOINT);

        assertThat(run.show("S1", "show ipv6 route")).contains("via FE80::A8BB:CCFF:FE00:100, Tunnel100").doesNotContain("[NHO]");
        assertThat(run.show("S1", "show ipv6 route next-hop-override"))
                .contains("via FE80::A8BB:CCFF:FE00:100, Tunnel100", "[NHO][110/255] via");
        assertThat(run.roundTripMillis()).isEqualTo(List.of(40L, 20L, 20L, 20L, 20L));
        assertThat(run.show("S1", "show ospfv3 neighbor")).contains("FULL/  -");
    }

    @Test
    void inPhase2TheNextHopIsTheLinkLocalAddressOfTheSpoke() {
        FinishedRun run = run(network.phase2().ping(100, network.spokeHost(1), network.spokeHost(2), 5), OspfNetworkType.BROADCAST);

        assertThat(run.show("S1", "show ipv6 route")).contains("via FE80::A8BB:CCFF:FE00:300, Tunnel100");
        assertThat(run.roundTripMillis()).isEqualTo(List.of(40L, 20L, 20L, 20L, 20L));
        assertThat(run.show("S1", "show ospfv3 neighbor")).contains("FULL/DR");
    }

    @Test
    void aHubThatReturnsIsANeighborAgainAndNothingIsMissing() {
        FinishedRun run = run(network.phase2().duration(700).fail(300, "H1").restore(400, "H1"), OspfNetworkType.BROADCAST);

        assertThat(run.times("S1", "OSPF", "neighbor FULL")).hasSize(2);
        assertThat(run.show("S1", "show ipv6 route")).contains("via FE80::A8BB:CCFF:FE00:300, Tunnel100");
    }
}
