package dmvpn.sim.routing.redistribution;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.Redistribution;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which routes of a table are passed on. */
class RedistributedRoutesTest {

    private static final IpPrefix PREFIX = IpPrefix.parse("192.168.11.0/24");

    /** RFC 2453 section 3.6 and Cisco, {@code timers basic} of {@code router odr}: what is held down cannot be reached. */
    @ParameterizedTest
    @CsvSource({"RIP, 2, 16", "ODR, 1, 4294967295"})
    void aRouteThatIsHeldDownIsWithdrawn(RouteSource source, long reachable, long heldDown) {
        LongestMatchRoutingTable table = new LongestMatchRoutingTable(() -> 0);
        List<Boolean> told = new ArrayList<>();
        new RedistributedRoutes(table, List.of(new Redistribution(source.protocol().orElseThrow(), OptionalLong.empty(),
                Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), Origin.NONE)), Optional::of,
                (redistribution, name) -> true, (prefix, route) -> told.add(route.isPresent())).start();

        table.replace(PREFIX, source, List.of(route(source, reachable)));
        table.replace(PREFIX, source, List.of(route(source, heldDown)));
        table.replace(PREFIX, source, List.of(route(source, reachable)));

        assertThat(told).containsExactly(true, false, true);
    }

    private static Route route(RouteSource source, long metric) {
        return new Route(PREFIX, source, source.distance(), metric, Optional.of(IpAddress.parse("10.0.0.11")), Optional.of("Tunnel100"),
                0, Origin.NONE);
    }
}
