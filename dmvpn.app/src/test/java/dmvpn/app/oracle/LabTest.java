package dmvpn.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The lab itself: what it compares, and that it notices a difference. */
@Execution(ExecutionMode.CONCURRENT)
class LabTest {

    private static Topology topology() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "wire", "10.0.1.1/24").route("10.9.0.0/16", "10.0.1.2");
        topology.router("r2").port("eth0", "wire", "10.0.1.2/24");
        return topology;
    }

    @Test
    void aDifferenceIsNamedWithBothSides() {
        try (Lab lab = Lab.start(topology())) {
            lab.agree();
            lab.frr("r1", "configure terminal", "ip route 10.8.0.0/16 10.0.1.2 77", "no ip route 10.9.0.0/16 10.0.1.2");

            assertThatThrownBy(() -> lab.agree(Duration.ofSeconds(1))).isInstanceOf(AssertionError.class)
                    .hasMessageContaining("r1 10.8.0.0/16: FRRouting has static [77/0] [10.0.1.2 eth0], the simulation no route")
                    .hasMessageContaining("r1 10.9.0.0/16: FRRouting has no route, the simulation static [1/0] [10.0.1.2 eth0]");
        }
    }

    @Test
    void aStartThatMissedARouteIsRepeated() {
        try (Lab lab = Lab.start(topology())) {
            lab.frr("r1", "configure terminal", "no ip route 10.9.0.0/16 10.0.1.2");

            lab.agree(Duration.ofSeconds(5));
        }
    }

    @Test
    void bothSidesHaveTheRoutesInUse() {
        try (Lab lab = Lab.start(topology())) {
            lab.agree();

            assertThat(ComparedRoute.ofFrr(lab.frr("r1", "show ip route json")).keySet()).containsExactly("10.0.1.0/24", "10.9.0.0/16");
        }
    }
}
