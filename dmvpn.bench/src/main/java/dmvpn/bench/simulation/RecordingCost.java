package dmvpn.bench.simulation;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;
import dmvpn.network.CompiledNetwork;
import java.io.IOException;

/** What recording the whole trace costs. */
public final class RecordingCost implements Comparison {

    private static final double DEMANDED_COST = 1.5;

    private final int spokes;
    private final CompiledNetwork network;

    /** @param spokes number of spokes */
    public RecordingCost(int spokes) throws IOException {
        this.spokes = spokes;
        this.network = StarModel.network(spokes);
        StarRun.assertConverged(StarRun.run(network, true));
    }

    @Override
    public String id() {
        return "recording";
    }

    @Override
    public String title() {
        return "a run of one hub and " + spokes + " spokes with its trace";
    }

    @Override
    public String baselineTitle() {
        return "the same run without a trace";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(DEMANDED_COST);
    }

    @Override
    public double runProduct() throws Exception {
        return CpuTime.ofProcess(() -> StarRun.run(network, true));
    }

    @Override
    public double runBaseline() throws Exception {
        return CpuTime.ofProcess(() -> StarRun.run(network, false));
    }
}
