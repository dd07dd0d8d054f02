package dmvpn.sim.bgp;

import static dmvpn.sim.bgp.BgpLab.as;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.session.SteppedRun;
import dmvpn.sim.session.TimeTravel;
import dmvpn.sim.testing.WithDetection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run with BGP and BFD can be gone back in: sessions, connections, tables and what neighbours were told are put back. */
class GoingBackTest {

    private static CompiledNetwork network() {
        BgpLab lab = new BgpLab();
        lab.router("H").on("A", "10.0.0.1/24").lan("192.168.1.1/24").bgp(65000).network("192.168.1.0/24")
                .aggregate("192.168.0.0/16", false).listen("10.0.0.0/24", as(65001, 65002).timers(3, 9));
        lab.router("S1").on("A", "10.0.0.11/24").lan("192.168.11.1/24").bgp(65001).network("192.168.11.0/24")
                .neighbor("10.0.0.1", as(65000).timers(3, 9));
        lab.router("S2").on("A", "10.0.0.12/24").lan("192.168.12.1/24").bgp(65002).network("192.168.12.0/24")
                .neighbor("10.0.0.1", as(65000).timers(3, 9));
        return WithDetection.of(lab.fail(5, "S2").restore(16, "S2").network(), Duration.ofMillis(900), 3);
    }

    @Test
    void eachPlaceIsFoundAsItWas() {
        SimulationOptions options = SimulationOptions.DEFAULT.withScenario("scenario");
        TimeTravel<SteppedRun> straight = TimeTravel.in(network(), options);
        List<String> hashes = new ArrayList<>();
        hashes.add(straight.state().hash());
        while (straight.simulation().nowNanos() < 40_000_000_000L && straight.stepForward()) {
            hashes.add(straight.state().hash());
        }
        TimeTravel<SteppedRun> session = TimeTravel.in(network(), options);
        session.runToStep(hashes.size() - 1);
        for (int step = hashes.size() - 1; step >= 0; step -= 37) {
            session.runToStep(step);
            assertThat(session.state().hash()).as("step %d", step).isEqualTo(hashes.get(step));
        }
    }
}
