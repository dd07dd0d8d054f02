package dmvpn.sim.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables in the layout of FRRouting 10. */
class FrrRoutesTest {

    private long nowNanos;
    private final LongestMatchRoutingTable table = new LongestMatchRoutingTable(() -> nowNanos);

    private void install(String prefix, RouteSource source, int distance, long metric, String nextHop, String interfaceName) {
        table.install(new Route(IpPrefix.parse(prefix), source, distance, metric,
                nextHop.isEmpty() ? Optional.empty() : Optional.of(IpAddress.parse(nextHop)), Optional.of(interfaceName), nowNanos,
                Origin.NONE));
    }

    private String ipv4() {
        String text = FrrRoutes.printIpv4(Optional.empty(), table, nowNanos);
        return text.substring(text.indexOf("\n\n") + 2);
    }

    @Test
    void theCodesAreThoseOfTheAddressFamily() {
        assertThat(FrrRoutes.printIpv4(Optional.empty(), table, 0)).startsWith("Codes: K - kernel route, C - connected, L - local, S - static,\n"
                + "       R - RIP, O - OSPF, I - IS-IS, B - BGP, E - EIGRP, N - NHRP,\n").endsWith("t - trapped, o - offload failure\n\n");
        assertThat(FrrRoutes.printIpv6(Optional.empty(), table, 0)).contains("       R - RIPng, O - OSPFv3, I - IS-IS, B - BGP, N - NHRP,\n");
    }

    @Test
    void routesThatAreNotUsedAreListedWithoutAMark() {
        install("10.0.0.0/24", RouteSource.CONNECTED, 0, 0, "", "eth0");
        install("192.168.11.0/24", RouteSource.NHRP, 10, 0, "10.100.100.11", "tun100");
        install("192.168.11.0/24", RouteSource.OSPF, 110, 3, "10.100.100.1", "tun100");
        install("0.0.0.0/0", RouteSource.DHCP, 254, 0, "10.0.0.254", "eth0");
        nowNanos = Duration.ofSeconds(14).toNanos();

        assertThat(ipv4()).isEqualTo("""
                K>* 0.0.0.0/0 [254/0] via 10.0.0.254, eth0, weight 1, 00:00:14
                C>* 10.0.0.0/24 is directly connected, eth0, weight 1, 00:00:14
                N>* 192.168.11.0/24 [10/0] via 10.100.100.11, tun100 onlink, weight 1, 00:00:14
                O   192.168.11.0/24 [110/3] via 10.100.100.1, tun100, weight 1, 00:00:14
                """);
    }

    @Test
    void nextHopsThatShareTheLoadStandBelowEachOther() {
        install("192.168.11.0/24", RouteSource.OSPF, 110, 3, "10.100.100.1", "tun100");
        install("192.168.11.0/24", RouteSource.OSPF, 110, 3, "10.100.101.1", "tun101");
        install("10.0.0.0/8", RouteSource.BGP, 200, 0, "", Route.NULL_INTERFACE);

        assertThat(ipv4()).isEqualTo("""
                B>* 10.0.0.0/8 [200/0] unreachable (blackhole), weight 1, 00:00:00
                O>* 192.168.11.0/24 [110/3] via 10.100.100.1, tun100, weight 1, 00:00:00
                  *                         via 10.100.101.1, tun101, weight 1, 00:00:00
                """);
    }

    @Test
    void aNextHopWithoutAnInterfaceIsFollowed() {
        install("10.0.0.0/24", RouteSource.CONNECTED, 0, 0, "", "eth0");
        install("10.100.100.1/32", RouteSource.NHRP, 10, 0, "", "tun100");
        installByNextHop("0.0.0.0/0", "10.0.0.254");
        installByNextHop("192.168.0.0/16", "10.100.100.1");

        assertThat(ipv4()).isEqualTo("""
                S>* 0.0.0.0/0 [1/0] via 10.0.0.254, eth0, weight 1, 00:00:00
                C>* 10.0.0.0/24 is directly connected, eth0, weight 1, 00:00:00
                N>* 10.100.100.1/32 [10/0] is directly connected, tun100, weight 1, 00:00:00
                S>  192.168.0.0/16 [1/0] via 10.100.100.1 (recursive), weight 1, 00:00:00
                  *                        via 10.100.100.1, tun100, weight 1, 00:00:00
                """);
    }

    private void installByNextHop(String prefix, String nextHop) {
        table.install(new Route(IpPrefix.parse(prefix), RouteSource.STATIC, 1, 0, Optional.of(IpAddress.parse(nextHop)),
                Optional.empty(), nowNanos, Origin.NONE));
    }

    @Test
    void daysAndWeeksAreCountedWithWhatComesAfterThem() {
        install("10.0.0.0/24", RouteSource.CONNECTED, 0, 0, "", "eth0");
        nowNanos = Duration.ofDays(6).plusHours(12).plusMinutes(7).toNanos();
        assertThat(ipv4()).endsWith(", 6d12h07m\n");
        nowNanos = Duration.ofDays(26).plusHours(2).toNanos();
        assertThat(ipv4()).endsWith(", 03w5d02h\n");
    }

    @Test
    void aVrfIsNamedAndEachFamilyHasItsOwnTable() {
        install("10.0.0.0/24", RouteSource.CONNECTED, 0, 0, "", "eth0");
        install("2001:db8::/64", RouteSource.CONNECTED, 0, 0, "", "eth0");

        assertThat(FrrRoutes.printIpv6(Optional.of("red"), table, 0))
                .endsWith("\n\nVRF red:\nC>* 2001:db8::/64 is directly connected, eth0, weight 1, 00:00:00\n");
    }
}
