package dmvpn.bench.simulation;

import dmvpn.bench.harness.ChildConversation;
import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.Demand;
import java.io.IOException;
import java.util.List;

/**
 * Whether the cost of a spoke stays the same when there are many: 1 is linear.
 *
 * <p>Both networks run in one process whose young generation holds all that a round makes. In a heap that grows as it
 * goes, how often the collector comes by and how much it then copies depends on what was measured before, and weighs as
 * much as the simulation itself.
 */
public final class GrowthWithSpokes implements Comparison {

    /** A run of 5,000 spokes makes about 540 MB of objects, a round of small networks about as much. */
    static final List<String> HEAP = List.of("-XX:+UseSerialGC", "-Xms2g", "-Xmx2g", "-Xmn1400m");

    private final double demandedCost;
    private final int many;
    private final int few;
    private final ChildConversation process;

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
        this.process = ChildConversation.start(HEAP, GrowthProcess.class, Integer.toString(many), Integer.toString(few));
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

    /** What is compiled last is compiled in the fifth round. */
    @Override
    public int warmUpRounds() {
        return 6;
    }

    @Override
    public double runProduct() throws IOException {
        return Double.parseDouble(process.ask(Integer.toString(many)));
    }

    @Override
    public double runBaseline() throws IOException {
        return Double.parseDouble(process.ask(Integer.toString(few)));
    }

    @Override
    public void close() {
        process.close();
    }
}
