package dmvpn.sim.odr;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import dmvpn.sim.testing.FakeRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Routes that many stubs tell a hub. */
class OdrRoutesTest {

    private static final IpPrefix COMMON = IpPrefix.parse("172.16.0.0/16");
    private static final int STUBS = 50;

    private final FakeRouter router = new FakeRouter(new Device("H1", "H1", DeviceRole.ROUTER, Platform.DEFAULT, List.of(), List.of(),
            List.of(), CryptoConfiguration.NONE, new RoutingConfiguration(List.of(), List.of(), Origin.NONE), List.of(), Origin.NONE));
    private final OdrRoutes routes = new OdrRoutes(router,
            new OnDemandRouting(true, Optional.empty(), List.of("Tunnel100"), OptionalInt.empty(), Origin.NONE));
    private final List<Integer> waysAtEachChange = new ArrayList<>();

    private LongestMatchRoutingTable table() {
        return (LongestMatchRoutingTable) router.routes(Optional.empty());
    }

    private void allTellTheSame() {
        table().addListener((prefix, best) ->
                waysAtEachChange.add(table().equalBest(prefix).size()));
        for (int stub = 0; stub < STUBS; stub++) {
            routes.heard(COMMON, IpAddress.parse("10.0.0.11").plus(stub), "Tunnel100");
        }
    }

    /** Cisco, maximum-paths: four. */
    @Test
    void fourOfManyWaysAreUsed() {
        allTellTheSame();

        assertThat(table().equalBest(COMMON)).extracting(route -> route.nextHop().orElseThrow().toString())
                .containsExactly("10.0.0.11", "10.0.0.12", "10.0.0.13", "10.0.0.14");
        assertThat(routes.all()).hasSize(STUBS);
    }

    /** However many told it, the table changes once. */
    @Test
    void anInterfaceThatGoesDownTakesAllWaysAtOnce() {
        allTellTheSame();
        waysAtEachChange.clear();
        routes.forgetThrough("Tunnel100");

        assertThat(routes.all()).isEmpty();
        assertThat(waysAtEachChange).containsExactly(0);
    }

    @Test
    void theNextWayTakesThePlaceOfOneThatIsInvalid() {
        routes.heard(COMMON, IpAddress.parse("10.0.0.10"), "Tunnel100");
        router.scheduler().runUntilMillis(100_000);
        allTellTheSame();
        router.scheduler().runUntilMillis(280_000);

        assertThat(table().equalBest(COMMON)).extracting(route -> route.nextHop().orElseThrow().toString())
                .containsExactly("10.0.0.11", "10.0.0.12", "10.0.0.13", "10.0.0.14");
    }
}
