package dmvpn.sim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.session.SteppedRun;
import dmvpn.sim.session.TimeTravel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Goes back in a run, and compares the state of each place with what it was on the way there. */
public final class GoingBack {

    private static final int STRIDE = 37;

    private GoingBack() {
    }

    /** Each place of a run of the network's scenario, up to an instant, is found as it was. */
    public static void findsEachPlaceAsItWas(CompiledNetwork network, Duration length) {
        SimulationOptions options = SimulationOptions.DEFAULT.withScenario(network.scenarios().getFirst().name());
        TimeTravel<SteppedRun> straight = TimeTravel.in(network, options);
        List<String> hashes = new ArrayList<>();
        hashes.add(straight.state().hash());
        while (straight.simulation().nowNanos() < length.toNanos() && straight.stepForward()) {
            hashes.add(straight.state().hash());
        }
        TimeTravel<SteppedRun> session = TimeTravel.in(network, options);
        session.runToStep(hashes.size() - 1);
        for (int step = hashes.size() - 1; step >= 0; step -= STRIDE) {
            session.runToStep(step);
            assertThat(session.state().hash()).as("step %d", step).isEqualTo(hashes.get(step));
        }
    }
}
