package dmvpn.sim.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Layouts as IOS-XE 16 and 17 print them. */
class ShowIpRouteTest {

    private long nowNanos;
    private final LongestMatchRoutingTable table = new LongestMatchRoutingTable(() -> nowNanos);

    private void install(String prefix, RouteSource source, long metric, String nextHop, String interfaceName) {
        table.install(new Route(IpPrefix.parse(prefix), source, source.distance(), metric,
                nextHop.isEmpty() ? Optional.empty() : Optional.of(IpAddress.parse(nextHop)),
                Optional.of(interfaceName), nowNanos, Origin.NONE));
    }

    private String routes() {
        String text = ShowIpRoute.print(Optional.empty(), table, nowNanos);
        return text.substring(text.indexOf("Gateway"));
    }

    @Test
    void codesStandAtTheTop() {
        assertThat(ShowIpRoute.print(Optional.empty(), table, 0))
                .startsWith("Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP\n")
                .contains("       H - NHRP, G - NHRP registered, g - NHRP registration summary\n")
                .contains("% - next hop override")
                .endsWith("Gateway of last resort is not set\n\n");
    }

    @Test
    void aVrfIsNamedAboveTheCodes() {
        assertThat(ShowIpRoute.print(Optional.of("INET"), table, 0)).startsWith("\nRouting Table: INET\nCodes: ");
    }

    @Test
    void subnetsOfAClassfulNetworkStandUnderItsHeading() {
        install("10.0.0.0/24", RouteSource.CONNECTED, 0, "", "Tunnel100");
        install("10.0.0.11/32", RouteSource.LOCAL, 0, "", "Tunnel100");
        install("0.0.0.0/0", RouteSource.DHCP, 0, "198.51.100.1", "GigabitEthernet1");

        assertThat(routes()).isEqualTo("""
                Gateway of last resort is 198.51.100.1 to network 0.0.0.0

                S*    0.0.0.0/0 [254/0] via 198.51.100.1
                      10.0.0.0/8 is variably subnetted, 2 subnets, 2 masks
                C        10.0.0.0/24 is directly connected, Tunnel100
                L        10.0.0.11/32 is directly connected, Tunnel100
                """);
    }

    @Test
    void subnetsOfOneLengthArePrintedWithoutIt() {
        install("192.168.3.3/32", RouteSource.EIGRP, 10880, "10.22.22.3", "GigabitEthernet2");
        nowNanos = Duration.ofMinutes(19).plusSeconds(10).toNanos();

        assertThat(routes()).endsWith("""
                      192.168.3.0/32 is subnetted, 1 subnets
                D        192.168.3.3 [90/10880] via 10.22.22.3, 00:19:10, GigabitEthernet2
                """);
    }

    @Test
    void aSummaryAndAShortcutAreNotSubnets() {
        install("192.168.0.0/16", RouteSource.EIGRP, 26880256, "10.0.0.1", "Tunnel100");
        nowNanos = Duration.ofSeconds(100).toNanos();
        install("192.168.12.0/24", RouteSource.NHRP, 1, "10.0.0.12", "Tunnel100");
        nowNanos += Duration.ofSeconds(6).toNanos();

        assertThat(routes()).endsWith("""
                D     192.168.0.0/16 [90/26880256] via 10.0.0.1, 00:01:46, Tunnel100
                H     192.168.12.0/24 [250/1] via 10.0.0.12, 00:00:06, Tunnel100
                """);
    }

    @Test
    void aNextHopOverrideMarksTheRouteAndIsALineWhereOverridesAreAskedFor() {
        install("10.0.3.0/24", RouteSource.EIGRP, 28288000, "172.16.0.1", "Tunnel0");
        install("10.0.4.0/25", RouteSource.EIGRP, 28288000, "172.16.0.1", "Tunnel0");
        nowNanos = Duration.ofSeconds(15).toNanos();
        table.overrideNextHop(IpPrefix.parse("10.0.3.0/24"), IpAddress.parse("172.16.0.3"), "Tunnel0");
        install("172.16.0.3/32", RouteSource.NHRP, 1, "", "Tunnel0");
        install("172.16.0.0/24", RouteSource.CONNECTED, 0, "", "Tunnel0");
        nowNanos = Duration.ofSeconds(21).toNanos();

        assertThat(routes()).contains("""
                D   %    10.0.3.0/24 [90/28288000] via 172.16.0.1, 00:00:21, Tunnel0
                D        10.0.4.0/25 [90/28288000] via 172.16.0.1, 00:00:21, Tunnel0
                """);
        assertThat(ShowIpRoute.printWithOverrides(Optional.empty(), table, nowNanos)).endsWith("""
                      10.0.0.0/8 is variably subnetted, 2 subnets, 2 masks
                D   %    10.0.3.0/24 [90/28288000] via 172.16.0.1, 00:00:21, Tunnel0
                                     [NHO][90/255] via 172.16.0.3, 00:00:06, Tunnel0
                D        10.0.4.0/25 [90/28288000] via 172.16.0.1, 00:00:21, Tunnel0
                      172.16.0.0/16 is variably subnetted, 2 subnets, 2 masks
                C        172.16.0.0/24 is directly connected, Tunnel0
                H        172.16.0.3/32 is directly connected, 00:00:06, Tunnel0
                """);
    }

    @Test
    void equalRoutesStandBelowEachOther() {
        install("10.12.1.0/24", RouteSource.EIGRP, 15360, "10.22.22.2", "GigabitEthernet2");
        install("10.12.1.0/24", RouteSource.EIGRP, 15360, "10.13.1.1", "GigabitEthernet1");

        assertThat(routes()).endsWith("""
                      10.0.0.0/24 is subnetted, 1 subnets
                D        10.12.1.0 [90/15360] via 10.22.22.2, 00:00:00, GigabitEthernet2
                                   [90/15360] via 10.13.1.1, 00:00:00, GigabitEthernet1
                """);
    }

    @Test
    void anOwnSummaryDiscards() {
        install("192.168.0.0/16", RouteSource.EIGRP_SUMMARY, 2816, "", Route.NULL_INTERFACE);

        assertThat(routes()).endsWith("D     192.168.0.0/16 is a summary, 00:00:00, Null0\n");
    }
}
