package dmvpn.bench.simulation;

import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;
import dmvpn.bench.harness.Gauge;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.session.SteppedRun;
import dmvpn.sim.session.TimeTravel;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Going back in a long run: processor time of the way that 99 of 100 do not exceed. */
public final class TimeTravelTime implements Gauge {

    /** Ways of going. */
    public enum Way {
        /** One step back and one forth at the end of the run, as in a debugger. */
        STEP_BACK_AND_FORTH("step-back", "a step back and forth again", 5),
        /** One step back after the other, from the end of the run. */
        STRAIGHT_BACK("straight-back", "a step back, one after the other", 5),
        /** To a random step. */
        JUMP("jump", "a jump to a random step", 50);

        private final String id;
        private final String title;
        private final double demandedMillis;

        Way(String id, String title, double demandedMillis) {
            this.id = id;
            this.title = title;
            this.demandedMillis = demandedMillis;
        }
    }

    static final int SPOKES = 20;
    private static final double PERCENTILE = 0.99;
    private static final int WARM_UP_STEPS = 100_000;
    /** Going back is code of its own, which is as cold after a million steps forward as before them. */
    private static final int WARM_UP_JOURNEYS = 30;

    private final Way way;
    private final int steps;
    private final int journeys;

    /**
     * @param steps length of the run in steps of the kernel
     * @param journeys how often it is gone
     */
    public TimeTravelTime(Way way, int steps, int journeys) {
        this.way = way;
        this.steps = steps;
        this.journeys = journeys;
    }

    @Override
    public String id() {
        return "travel-" + way.id;
    }

    @Override
    public String title() {
        return way.title + " in a run of " + steps + " steps: 99 of 100 take no longer";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(way.demandedMillis);
    }

    @Override
    public double value() throws Exception {
        TimeTravel<SteppedRun> session = session();
        session.runToStep(Math.min(steps, WARM_UP_STEPS));
        if (!session.runToStep(steps)) {
            throw new IllegalStateException("The run of the benchmark has only " + session.steps() + " steps");
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int journey = 0; journey < WARM_UP_JOURNEYS; journey++) {
            nanos(session, random);
        }
        double[] nanos = new double[journeys];
        for (int journey = 0; journey < journeys; journey++) {
            nanos[journey] = nanos(session, random);
        }
        Arrays.sort(nanos);
        return nanos[(int) Math.ceil(nanos.length * PERCENTILE) - 1] / 1e6;
    }

    private double nanos(TimeTravel<SteppedRun> session, SplittableRandom random) throws Exception {
        int target = random.nextInt(steps);
        double nanos = CpuTime.ofThread(() -> {
            if (way == Way.JUMP) {
                session.runToStep(target);
            } else {
                session.stepBack();
            }
        });
        if (way == Way.STEP_BACK_AND_FORTH) {
            session.stepForward();
        }
        return nanos;
    }

    private static TimeTravel<SteppedRun> session() throws IOException {
        CompiledNetwork network = StarModel.network(SPOKES);
        return TimeTravel.in(network, SimulationOptions.DEFAULT.withUntil(Duration.ofDays(1)));
    }
}
