package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Retransmission brings everything up over a transport that loses and reorders packets. */
class LossyTransportPropertyTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void twoSpokesFindTheirDirectPathAllTheSame(long seed) {
        ReferenceNetwork network = new ReferenceNetwork().seed(seed).jitter(Duration.ofMillis(15)).loss(0.05)
                .duration(260);
        Simulation run = Simulation.create(
                network.ping(100, network.spokeHost(1), network.spokeHost(2)).build(),
                SimulationOptions.DEFAULT.withScenario("scenario"));
        run.run();

        long answered = run.pings().get(0).answered();
        assertThat(answered).as("seed %d: %d of 160 answered", seed, answered).isGreaterThan(110);
        assertThat(run.path(network.spokeHost(1), network.spokeHost(2)).devices()).as("seed %d", seed)
                .containsExactly("S1", "S2");
    }
}
