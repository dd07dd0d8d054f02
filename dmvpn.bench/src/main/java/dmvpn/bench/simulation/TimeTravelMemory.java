package dmvpn.bench.simulation;

import dmvpn.bench.harness.Demand;
import dmvpn.bench.harness.Gauge;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.session.SteppedRun;
import dmvpn.sim.session.TimeTravel;
import java.io.IOException;
import java.time.Duration;

/** Memory of the key frames of a long run, as a part of that of its trace. */
public final class TimeTravelMemory implements Gauge {

    private static final double DEMANDED_PERCENT = 10;

    private final int steps;

    /** @param steps length of the run in steps of the kernel */
    public TimeTravelMemory(int steps) {
        this.steps = steps;
    }

    @Override
    public String id() {
        return "travel-memory";
    }

    @Override
    public String title() {
        return "key frames of a run of " + steps + " steps beside its trace";
    }

    @Override
    public String unit() {
        return "%";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(DEMANDED_PERCENT);
    }

    @Override
    public double value() throws IOException {
        TimeTravel<SteppedRun> session = TimeTravel.in(StarModel.network(TimeTravelTime.SPOKES),
                SimulationOptions.DEFAULT.withUntil(Duration.ofDays(1)));
        session.runToStep(steps);
        return 100.0 * session.keyFrameBytes() / session.longestTrace().sizeInBytes();
    }
}
