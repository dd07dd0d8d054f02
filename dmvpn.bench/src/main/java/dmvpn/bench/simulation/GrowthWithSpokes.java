package dmvpn.bench.simulation;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;
import dmvpn.network.CompiledNetwork;
import java.io.IOException;

/** Whether the cost of a spoke stays the same when there are many: 1 is linear. */
public final class GrowthWithSpokes implements Comparison {

    /** A round simulates at least so many spokes, so that small networks are measured as well as large ones. */
    private static final int SPOKES_PER_ROUND = 1_000;

    private final double demandedCost;
    private final int many;
    private final int few;
    private final CompiledNetwork largeNetwork;
    private final CompiledNetwork smallNetwork;

    /**
     * @param demandedCost caches that no longer hold everything excuse some growth, most of it where a network ceases to be
     *     small; a list that is searched for each packet is not excused: it costs the ratio of the numbers of spokes
     * @param many number of spokes of the large network
     * @param few number of spokes of the small network
     */
    public GrowthWithSpokes(double demandedCost, int many, int few) throws IOException {
        this.demandedCost = demandedCost;
        this.many = many;
        this.few = few;
        this.largeNetwork = StarModel.network(many);
        this.smallNetwork = StarModel.network(few);
        StarRun.assertConverged(StarRun.run(largeNetwork, true));
    }

    @Override
    public String id() {
        return "growth-" + many;
    }

    @Override
    public String title() {
        return "cost per spoke of convergence with " + many + " spokes";
    }

    @Override
    public String baselineTitle() {
        return "that with " + few;
    }

    @Override
    public Ratio ratio() {
        return Ratio.COST;
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(demandedCost);
    }

    @Override
    public int warmUpRounds() {
        return 2;
    }

    @Override
    public double runProduct() throws Exception {
        return perSpoke(largeNetwork, many);
    }

    @Override
    public double runBaseline() throws Exception {
        return perSpoke(smallNetwork, few);
    }

    private static double perSpoke(CompiledNetwork network, int spokes) throws Exception {
        int runs = Math.max(1, SPOKES_PER_ROUND / spokes);
        return CpuTime.ofProcess(() -> {
            for (int run = 0; run < runs; run++) {
                StarRun.run(network, true);
            }
        }) / runs / spokes;
    }
}
