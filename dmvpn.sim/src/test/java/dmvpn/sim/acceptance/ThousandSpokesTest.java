package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One hub and a thousand spokes come up; how long that takes is measured elsewhere. */
class ThousandSpokesTest {

    private static final int SPOKES = 1_000;
    private static final int MOST_BYTES_PER_EVENT = 64;

    private final ReferenceNetwork network = new ReferenceNetwork().spokes(SPOKES);

    @Test
    void everySpokeRegistersBecomesANeighborAndIsReached() {
        Simulation simulation = Simulation.create(network.build(), SimulationOptions.DEFAULT.withUntil(Duration.ofSeconds(10)));
        simulation.run();

        String dmvpn = simulation.routerNamed("H1").orElseThrow().show("show dmvpn").orElseThrow();
        assertThat(dmvpn).contains("NHRP Peers:1000,");
        assertThat(simulation.routerNamed("H1").orElseThrow().show("show ip route").orElseThrow().lines()
                .filter(line -> line.startsWith("D ") && line.contains(" via 10.0."))).hasSize(SPOKES);
        assertThat(simulation.path(network.spokeHost(1), network.spokeHost(SPOKES)).describe())
                .isEqualTo("S1 > H1 > S1000: arrives");
        assertThat(simulation.trace().sizeInBytes() / simulation.trace().size()).isLessThan(MOST_BYTES_PER_EVENT);
    }
}
