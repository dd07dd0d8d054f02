package dmvpn.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.sim.packet.Packet;
import dmvpn.sim.show.StateTable;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private final ReferenceNetwork network = new ReferenceNetwork();

    private Simulation simulation(SimulationOptions options) {
        return Simulation.create(network.build(), options);
    }

    @Test
    void nothingHasHappenedBeforeTheFirstStep() {
        Simulation simulation = simulation(SimulationOptions.DEFAULT);

        assertThat(simulation.trace().size()).isZero();
        assertThat(simulation.nowNanos()).isZero();
        assertThat(simulation.routers()).extracting(RouterView::name).containsExactly("H1", "S1", "S2");
        assertThat(simulation.routers()).noneMatch(RouterView::isPowered)
                .allMatch(router -> router.showCommands().isEmpty() && router.stateTables().isEmpty());
        assertThat(simulation.packetInHand()).isEmpty();
    }

    @Test
    void withoutAScenarioTheNetworkBootsForTwoMinutes() {
        Simulation simulation = simulation(SimulationOptions.DEFAULT);
        simulation.run();

        assertThat(simulation.isFinished()).isTrue();
        assertThat(simulation.nowNanos()).isEqualTo(Duration.ofMinutes(2).toNanos()).isEqualTo(simulation.endNanos());
        assertThat(simulation.verdicts()).isEmpty();
        assertThat(simulation.routerNamed("S1").orElseThrow().show("show ip route").orElseThrow())
                .contains("D     192.168.0.0/16");
    }

    @Test
    void anUnknownScenarioIsRefusedWithTheNamesThatThereAre() {
        assertThatThrownBy(() -> simulation(SimulationOptions.DEFAULT.withScenario("nonsense")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Network Reference has no scenario 'nonsense'; it has scenario");
    }

    @Test
    void eachStepIsOneEventAndTheClockNeverGoesBack() {
        Simulation simulation = simulation(SimulationOptions.DEFAULT.withUntil(Duration.ofSeconds(2)));
        long last = 0;
        int steps = 0;
        while (simulation.step()) {
            assertThat(simulation.nowNanos()).isGreaterThanOrEqualTo(last);
            last = simulation.nowNanos();
            steps++;
        }
        assertThat(steps).isGreaterThan(30);
        assertThat(simulation.isFinished()).isTrue();
        assertThat(simulation.step()).isFalse();
        assertThat(simulation.nowNanos()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void steppingToTheNextTraceEventRecordsSomethingEachTime() {
        Simulation simulation = simulation(SimulationOptions.DEFAULT.withUntil(Duration.ofSeconds(2)));
        int before = 0;
        while (simulation.stepToNextTraceEvent()) {
            assertThat(simulation.trace().size()).isGreaterThan(before);
            before = simulation.trace().size();
        }
        assertThat(before).isGreaterThan(50);
    }

    /** A debugger stops before the first protocol event with a condition that is false at once. */
    @Test
    void aConditionIsAskedBeforeTheFirstStep() {
        Simulation simulation = simulation(SimulationOptions.DEFAULT);

        assertThat(simulation.runWhile(() -> false)).isTrue();
        assertThat(simulation.trace().size()).isZero();
        assertThat(simulation.runWhile(() -> simulation.nowNanos() < 1_000_000_000L)).isTrue();
        assertThat(simulation.nowNanos()).isEqualTo(1_000_000_000L);
    }

    @Test
    void runningUntilAnInstantIncludesItsEvents() {
        Simulation simulation = simulation(SimulationOptions.DEFAULT);
        simulation.runUntil(Duration.ofMillis(1_010));

        assertThat(simulation.nowNanos()).isEqualTo(1_010_000_000L);
        assertThat(lastEvent(simulation).timeNanos()).isEqualTo(1_010_000_000L);
        assertThat(simulation.nextEventNanos()).isEqualTo(1_020_000_000L);
        simulation.runUntil(Duration.ofHours(1));
        assertThat(simulation.isFinished()).isTrue();
    }

    private static RecordedEvent lastEvent(Simulation simulation) {
        return simulation.trace().event(simulation.trace().size() - 1);
    }

    /** A past instant is reached again by a new run of as many steps: stepping back. */
    @Test
    void aNewRunOfAsManyStepsReachesTheSameState() {
        Simulation first = simulation(SimulationOptions.DEFAULT);
        for (int step = 0; step < 60; step++) {
            first.step();
        }
        Simulation second = simulation(SimulationOptions.DEFAULT);
        for (int step = 0; step < 60; step++) {
            second.step();
        }

        assertThat(second.nowNanos()).isEqualTo(first.nowNanos());
        assertThat(second.traceHash()).isEqualTo(first.traceHash());
        assertThat(second.routerNamed("S1").orElseThrow().stateTables())
                .isEqualTo(first.routerNamed("S1").orElseThrow().stateTables());
    }

    @Test
    void thePacketInHandHasAllItsLayers() {
        Simulation simulation = simulation(SimulationOptions.DEFAULT);
        simulation.runWhile(() -> simulation.nowNanos() < 1_010_000_000L);

        PacketInHand packet = simulation.packetInHand().orElseThrow();
        assertThat(packet.nodeName()).isIn("H1", "S1", "S2");
        assertThat(packet.layers()).extracting(Packet::protocol).startsWith("IPv4", "ESP").contains("GRE", "NHRP");
    }

    @Test
    void viewsAnswerAsOfNow() {
        Simulation simulation = simulation(SimulationOptions.DEFAULT);
        simulation.runUntil(Duration.ofSeconds(5));
        RouterView spoke = simulation.routerNamed("S1").orElseThrow();

        assertThat(spoke.interfaces()).extracting(InterfaceView::name)
                .containsExactly("GigabitEthernet1", "GigabitEthernet2", "Tunnel100");
        assertThat(spoke.interfaces()).allMatch(InterfaceView::up);
        assertThat(spoke.showCommands()).extracting(command -> command.command()).contains("show ip route", "show dmvpn",
                "show ip nhrp", "show ip nhrp nhs detail", "show crypto ikev2 sa", "show crypto ipsec sa",
                "show ip eigrp neighbors");
        assertThat(spoke.stateTables()).extracting(StateTable::name).contains("Interfaces", "Routes");
        assertThat(spoke.stateTables()).allSatisfy(table ->
                assertThat(table.rows()).allMatch(row -> row.size() == table.columns().size()));
        assertThat(spoke.show("show nonsense")).isEmpty();
    }

    @Test
    void tapsSeeEachPacketOnTheWire() {
        List<String> seen = new ArrayList<>();
        Simulation simulation = simulation(SimulationOptions.DEFAULT.withUntil(Duration.ofMillis(15)).withTaps(List.of(
                (node, name, time, direction, packet) -> seen.add(node + " " + name + " " + direction + " "
                        + packet.summary()))));
        simulation.run();

        assertThat(seen).contains("1 GigabitEthernet1 SENT IKE_SA_INIT request",
                "0 GigabitEthernet1 RECEIVED IKE_SA_INIT request", "0 GigabitEthernet1 SENT IKE_SA_INIT response");
    }

    @Test
    void aFailedRouterHasNoTables() {
        network.fail(10, "S1");
        Simulation simulation = simulation(SimulationOptions.DEFAULT.withScenario("scenario"));
        simulation.runUntil(Duration.ofSeconds(20));

        RouterView spoke = simulation.routerNamed("S1").orElseThrow();
        assertThat(spoke.isPowered()).isFalse();
        assertThat(spoke.interfaces()).isEmpty();
        assertThat(spoke.show("show ip route")).isEmpty();
    }
}
