package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.DraftNetwork;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.TunnelDraft;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** BGP over an IPv6 overlay: RFC 4760 carries the routes, RFC 2545 says which next hops they have. */
class BgpOverIpv6Test {

    private static final String HUB = "2001:db8:a::1";
    private static final long HUB_SYSTEM = 65_000;
    /** The hub's, of aabb.cc00.0100. */
    private static final String HUB_LINK_LOCAL = "FE80::A8BB:CCFF:FE00:100";

    private final DraftNetwork network = new DraftNetwork();

    private static String spoke(int number) {
        return "2001:db8:a::1" + number;
    }

    private static BgpNeighbor neighbor(String address, long system, NextHopSelf nextHopSelf, boolean client) {
        BgpPeering peering = new BgpPeering(List.of(system), Optional.empty(), Optional.empty(), nextHopSelf, client, true, false,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Origin.NONE);
        return new BgpNeighbor(IpAddress.parse(address), Optional.empty(), peering, Origin.NONE);
    }

    private static BgpProcess process(long system, String identifier, String network, BgpNeighbor... neighbors) {
        return new BgpProcess(system, Optional.empty(), Optional.of(Ipv4Address.parse(identifier)), List.of(IpPrefix.parse(network)),
                List.of(neighbors), List.of(), OptionalInt.empty(), List.of(), ProcessOptions.NONE, Origin.NONE);
    }

    private FinishedRun pinged(long spokeSystem, NextHopSelf self) {
        boolean internal = spokeSystem == HUB_SYSTEM;
        network.router("H1", "203.0.113.1", "2001:db8:1::/64")
                .tunnel(new TunnelDraft("Tunnel0", HUB + "/64").dynamicMulticast().redirect())
                .bgp(process(HUB_SYSTEM, "0.0.0.1", "2001:db8:1::/64", neighbor(spoke(1), spokeSystem, self, internal),
                        neighbor(spoke(2), spokeSystem, self, internal)));
        for (int number = 1; number <= 2; number++) {
            String lan = "2001:db8:1" + number + "::/64";
            network.router("S" + number, "198.51.100.1" + number, lan)
                    .tunnel(new TunnelDraft("Tunnel0", spoke(number) + "/64").server(HUB, "203.0.113.1").shortcut())
                    .bgp(process(spokeSystem, "0.0.0.1" + number, lan, neighbor(HUB, HUB_SYSTEM, NextHopSelf.OFF, false)));
        }
        return FinishedRun.of(network.ping(100, "S1", "S2").build());
    }

    /** Inside an autonomous system packets go to the global address. */
    @Test
    @Shows("RFC4760/3-reach")
    void insideTheNextHopIsTheGlobalAddress() {
        FinishedRun run = pinged(HUB_SYSTEM, NextHopSelf.ALL);

        assertThat(run.show("S1", "show ipv6 route")).contains("B  %2001:DB8:12::/64 [200/0]\n     via 2001:DB8:A::1");
        assertThat(run.roundTripMillis()).startsWith(40L).endsWith(20L);
    }

    /** RFC 2545 section 3: both addresses of the hub are told on its own network, and the link-local one is used (Cisco). */
    @Test
    @Shows("RFC2545/3-both")
    void outsideTheNextHopIsTheLinkLocalAddress() {
        FinishedRun run = pinged(65_001, NextHopSelf.ON);

        assertThat(run.show("S1", "show bgp ipv6 unicast")).contains("2001:DB8:12::/64 2001:DB8:A::1 ");
        assertThat(run.show("S1", "show ipv6 route"))
                .contains("B  %2001:DB8:12::/64 [20/0]\n     via " + HUB_LINK_LOCAL + ", Tunnel0");
        assertThat(run.roundTripMillis()).startsWith(40L).endsWith(20L);
    }

    /** The next hop of a third router on the same network is told with the link-local address that it said itself. */
    @Test
    @Shows("RFC2545/3-both")
    void theLinkLocalAddressOfAnotherSpokeGoesWithItsOther() {
        FinishedRun run = pinged(65_001, NextHopSelf.OFF);

        assertThat(run.show("S1", "show bgp ipv6 unicast")).contains("2001:DB8:12::/64 2001:DB8:A::12 ");
        assertThat(run.show("S1", "show ipv6 route"))
                .contains("B  %2001:DB8:12::/64 [20/0]\n     via FE80::A8BB:CCFF:FE00:300, Tunnel0");
        assertThat(run.roundTripMillis()).startsWith(40L).endsWith(20L);
    }
}
