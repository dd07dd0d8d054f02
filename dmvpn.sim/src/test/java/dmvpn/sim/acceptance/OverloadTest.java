package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** More traffic than an uplink takes. */
class OverloadTest {

    private static ReferenceNetwork network(OptionalInt queue) {
        ReferenceNetwork network = new ReferenceNetwork().spokes(1).staticRouting().duration(80).bandwidth(1_000_000, queue);
        network.action(new Action.Ping(Duration.ofSeconds(30), "ping", network.spokeHost(1), network.hubHost(),
                Optional.of(Duration.ofMillis(500)), OptionalInt.of(80), Origin.NONE));
        return network;
    }

    private static FinishedRun run(ReferenceNetwork network, long bitsPerSecond) {
        return FinishedRun.of(network.action(new Action.Flow(Duration.ofSeconds(40), network.spokeHost(1), network.hubHost(),
                bitsPerSecond, 1000, Optional.of(Duration.ofSeconds(20)), Origin.NONE)).build());
    }

    @Test
    void aFlowThatFitsLosesNothing() {
        FinishedRun run = run(network(OptionalInt.empty()), 800_000);

        assertThat(run.lostAtSeconds()).isEmpty();
        assertThat(run.count("S1", "Underlay", "packet lost")).isZero();
    }

    /** Twice as much as fits: half of it is dropped, and pings with it. */
    @Test
    void aFlowThatDoesNotFitIsDroppedAtTheTailOfTheQueue() {
        FinishedRun run = run(network(OptionalInt.empty()), 2_000_000);

        assertThat(run.lostAtSeconds()).isNotEmpty().allMatch(second -> second >= 40 && second <= 70);
        assertThat(run.simulation().trace()).filteredOn(event -> event.message().equals("packet lost"))
                .hasSizeBetween(2400, 2900)
                .allMatch(event -> event.nodeName().equals("S1")
                        && event.reason().equals("the output queue of the interface is full"));
        assertThat(run.simulation().routerNamed("S1").orElseThrow().stateTables()).filteredOn(table ->
                table.name().equals("Interfaces")).singleElement().satisfies(table -> assertThat(Integer.parseInt(
                        table.rows().getFirst().get(table.columns().indexOf("outputDrops")))).isBetween(2400, 2900));
    }

    /** 40 packets of 1080 bytes wait 0.35 s at 1 Mbit/s, 4 packets 0.035 s. */
    @Test
    void aShortQueueDelaysLess() {
        FinishedRun usual = run(network(OptionalInt.empty()), 1_100_000);
        FinishedRun shorter = run(network(OptionalInt.of(4)), 1_100_000);

        assertThat(usual.roundTripMillis()).anyMatch(millis -> millis > 300);
        assertThat(shorter.roundTripMillis()).noneMatch(millis -> millis > 80);
    }
}
