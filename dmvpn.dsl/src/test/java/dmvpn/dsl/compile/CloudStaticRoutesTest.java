package dmvpn.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static dmvpn.dsl.compile.RoutingModels.inPhase;
import static dmvpn.dsl.compile.RoutingModels.routing;
import static dmvpn.dsl.compile.RoutingModels.with;
import static dmvpn.dsl.compile.RoutingModels.withSecondHub;

import dmvpn.network.routing.StaticRoute;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cloud says about static routes becomes the routes of each router, by the phase of the cloud. */
class CloudStaticRoutesTest {

    @ParameterizedTest
    @CsvSource({"1,10.0.0.1", "2,10.0.0.12", "3,10.0.0.1"})
    void aStaticRouteToAnotherSpokeNamesWhomThePhaseWants(int phase, String nextHop) {
        List<StaticRoute> spoke = routing(inPhase(phase, "routing static"), "Branch1").staticRoutes();

        assertThat(spoke).extracting(route -> route.destination() + " " + route.nextHop().orElseThrow())
                .contains("192.168.1.0/24 10.0.0.1", "192.168.12.0/24 " + nextHop).hasSize(2);
    }

    @Test
    void staticSummariesAndDefaultsStandForAllRoutes() {
        String text = withSecondHub(with("routing static { summary 192.168.0.0/16 default distance 5 }"))
                .replace("via HQ, HQ2", "via HQ priority 1, HQ2 priority 2");

        assertThat(routing(text, "Branch1").staticRoutes())
                .extracting(route -> route.destination() + " " + route.nextHop().orElseThrow() + " " + route.distance())
                .containsExactly("192.168.0.0/16 10.0.0.1 5", "192.168.0.0/16 10.0.0.2 15", "0.0.0.0/0 10.0.0.1 5",
                        "0.0.0.0/0 10.0.0.2 15");
        assertThat(routing(text, "HQ").staticRoutes()).extracting(route -> route.destination() + " " + route.nextHop().orElseThrow())
                .contains("192.168.11.0/24 10.0.0.11", "192.168.12.0/24 10.0.0.12", "192.168.2.0/24 10.0.0.2");
    }
}
