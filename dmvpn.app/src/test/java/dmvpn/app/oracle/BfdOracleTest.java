package dmvpn.app.oracle;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RouteSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * With BFD (FRRouting's bfdd) both routers forget each other when nothing crosses the switch between them, while their links stay
 * up. The protocols' own timers are longer than either side is waited for, so that nothing but BFD can tell.
 */
@Execution(ExecutionMode.CONCURRENT)
class BfdOracleTest {

    private static final Duration SILENCE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Topology topology = new Topology();

    private static BidirectionalForwarding detection(RouteSource client) {
        return new BidirectionalForwarding("eth0", Duration.ofMillis(300), 3, List.of(client), Origin.NONE);
    }

    private void agreeWithoutThePath() {
        try (Lab lab = Lab.start(topology)) {
            lab.agree(PATIENCE);
            // Routes are there before the session is, and who was never up is never lost.
            lab.await("r1", "show bfd peers", "Status: up");
            lab.await("r2", "show bfd peers", "Status: up");
            lab.failPath("r1", "eth0", "r2");
            lab.agree(PATIENCE);
            lab.restorePath("r1", "eth0", "r2");
            lab.agree();
        }
    }

    private void ospf(String name, String address, String loopback) {
        topology.router(name).port("eth0", "wire", address + "/24").loopback(loopback + "/32").bfd(detection(RouteSource.OSPF))
                .ospf(new OspfProcess(1, Optional.empty(), List.of(), List.of(
                        ospfInterface("eth0", OspfNetworkType.POINT_TO_POINT, true),
                        ospfInterface(TopologyRouter.LOOPBACK, OspfNetworkType.BROADCAST, false)), Optional.empty(),
                        ProcessOptions.NONE, Origin.NONE));
    }

    private static OspfInterface ospfInterface(String port, OspfNetworkType type, boolean detects) {
        return new OspfInterface(port, 0, type, 1, OptionalInt.of(10), Duration.ofSeconds(2), SILENCE, false, false, detects,
                Origin.NONE);
    }

    @Test
    void ospfForgetsWhomBfdLost() {
        ospf("r1", "10.0.12.1", "10.255.0.1");
        ospf("r2", "10.0.12.2", "10.255.0.2");

        agreeWithoutThePath();
    }

    private void bgp(String name, String address, String neighbor, long own, long other) {
        String network = "192.168." + own % 10 + ".0/24";
        BgpPeering peering = new BgpPeering(List.of(other), Optional.of(Duration.ofMinutes(20)), Optional.of(SILENCE),
                NextHopSelf.OFF, false, false, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true,
                Origin.NONE);
        topology.router(name).port("eth0", "wire", address + "/24").port("eth1", name + "-hosts", network.replace(".0/24", ".1/24"))
                .bfd(detection(RouteSource.BGP))
                .bgp(new BgpProcess(own, Optional.empty(), List.of(IpPrefix.parse(network)), List.of(new BgpNeighbor(
                        IpAddress.parse(neighbor), Optional.empty(), peering, Origin.NONE)), List.of(), List.of(),
                        ProcessOptions.NONE, Origin.NONE));
    }

    @Test
    void bgpForgetsWhomBfdLost() {
        bgp("r1", "10.0.12.1", "10.0.12.2", 65001, 65002);
        bgp("r2", "10.0.12.2", "10.0.12.1", 65002, 65001);

        agreeWithoutThePath();
    }
}
