package dmvpn.app.designs;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.designs.RandomNetwork.Protocol;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Endpoint;
import dmvpn.sim.InterfaceView;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.scenario.ProbedPath;
import dmvpn.sim.show.StateTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On random networks with random failures: a while after the last change each router reaches all that it is connected with and nobody
 * else, nothing goes in a circle, and a network that is gone is in no table.
 */
class RandomNetworksTest {

    private static final int SEEDS = Integer.getInteger("dmvpn.tests.networks", 6);

    static Stream<Arguments> networks() {
        return Arrays.stream(Protocol.values()).flatMap(protocol -> LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> Arguments.of(protocol, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("networks")
    void routersReachExactlyThoseThatTheyAreConnectedWith(Protocol protocol, long seed) {
        RandomNetwork network = new RandomNetwork(protocol, seed);
        Simulation run = Simulation.create(network.compiled(), SimulationOptions.DEFAULT.withScenario("Failures"));

        run.runUntil(Duration.ofSeconds(network.startedSeconds()));
        assertReached(run, network, false, "before the failures, seed " + seed);
        run.runUntil(Duration.ofSeconds(network.settledSeconds()));
        assertReached(run, network, true, "after the failures, seed " + seed);
        run.runUntil(Duration.ofSeconds(network.endSeconds()));
        assertThat(run.violation()).isEmpty();
        assertThat(run.routers()).as("a withdrawn network, seed %d", seed).allSatisfy(router ->
                assertThat(router.show("show ip route").orElseThrow()).doesNotContain("192.168.1.0/24"));
    }

    private static void assertReached(Simulation run, RandomNetwork network, boolean afterFailures, String when) {
        assertThat(run.violation()).as("%s%n%s", when, network.text()).isEmpty();
        Map<String, String> wrong = new HashMap<>();
        for (int from : RandomNetwork.routers()) {
            for (int to : RandomNetwork.routers()) {
                ProbedPath path = run.path(host(from), host(to));
                if (path.loops() || path.arrives() != network.reachableFrom(from, afterFailures).contains(to)) {
                    wrong.put(RandomNetwork.name(from) + " to " + RandomNetwork.name(to), path.describe());
                }
            }
        }
        assertThat(wrong).as("%s%n%s", when, network.text()).isEmpty();
    }

    private static Endpoint host(int router) {
        return new Endpoint(RandomNetwork.name(router) + ".lan", RandomNetwork.name(router), IpAddress.parse("192.168." + router + ".10"), Origin.NONE);
    }

    /** RFC 2328 section 9.4: each network has one designated router, whom all on it agree on, and the same one in each run. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void eachNetworkHasOneDesignatedRouterInEachRun(long seed) {
        CompiledNetwork network = new RandomNetwork(Protocol.OSPF, seed).compiled();
        Simulation run = Simulation.create(network, SimulationOptions.DEFAULT.withUntil(Duration.ofSeconds(150)));
        Simulation again = Simulation.create(network, SimulationOptions.DEFAULT.withUntil(Duration.ofSeconds(150)));
        run.run();
        again.run();

        Map<String, Map<String, Long>> designated = new HashMap<>();
        run.routers().forEach(router -> {
            StateTable table = router.stateTable("OSPF interfaces").orElseThrow();
            Map<String, String> networks = router.interfaces().stream().filter(each -> each.address().isPresent()).collect(
                    Collectors.toMap(InterfaceView::name, each -> each.address().get().prefix().toString()));
            table.rows().stream().filter(row -> networks.get(cell(table, row, "interface")).startsWith("10.")).forEach(row ->
                    designated.computeIfAbsent(networks.get(cell(table, row, "interface")), name -> new HashMap<>())
                            .merge(cell(table, row, "designatedRouter"), 1L, Long::sum));
        });
        assertThat(designated).as("seed %d", seed).isNotEmpty().allSatisfy((name, routers) -> assertThat(routers).hasSize(1));
        assertThat(again.traceHash()).as("seed %d", seed).isEqualTo(run.traceHash());
    }

    private static String cell(StateTable table, List<String> row, String column) {
        return row.get(table.columns().indexOf(column));
    }
}
