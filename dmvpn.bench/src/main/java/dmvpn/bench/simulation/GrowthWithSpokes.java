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
 *
 * <p>A large network also walks through more memory than the processor's caches hold. Beside as many spokes in small
 * networks that run at the same time, both sides do, and what is left is the work that grows with the size of a network: a
 * list that is searched for each packet, a table that is copied.
 */
public final class GrowthWithSpokes implements Comparison {

    /** A run of 5,000 spokes makes about 540 MB of objects, a round of small networks about as much. */
    private static final List<String> HEAP = List.of("-XX:+UseSerialGC", "-Xms2g", "-Xmx2g", "-Xmn1400m");

    /** What the large network is compared with. */
    public enum Baseline {
        /** Small networks, one after the other. */
        ONE_BY_ONE,
        /** Small networks that together are as large, each a bit further in turns. */
        IN_TURNS
    }

    private final Baseline baseline;
    private final double demandedCost;
    private final int many;
    private final int few;
    private final ChildConversation process;

    /**
     * @param baseline what the large network is compared with
     * @param demandedCost caches that no longer hold everything excuse some growth, most of it where a network ceases to be
     *     small; a list that is searched for each packet is not excused: it costs the ratio of the numbers of spokes
     * @param many number of spokes of the large network
     * @param few number of spokes of the small network
     */
    public GrowthWithSpokes(Baseline baseline, double demandedCost, int many, int few) throws IOException {
        this.baseline = baseline;
        this.demandedCost = demandedCost;
        this.many = many;
        this.few = few;
        this.process = ChildConversation.start(HEAP, GrowthProcess.class, Integer.toString(many), Integer.toString(few));
    }

    @Override
    public String id() {
        return "growth-" + many + (baseline == Baseline.IN_TURNS ? "-same-memory" : "");
    }

    @Override
    public String title() {
        return "cost per spoke of convergence with " + many + " spokes";
    }

    @Override
    public String baselineTitle() {
        return baseline == Baseline.IN_TURNS
                ? "that of " + many / few + " networks of " + few + " that run in turns"
                : "that with " + few;
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
        return Double.parseDouble(process.ask(baseline == Baseline.IN_TURNS ? GrowthProcess.IN_TURNS : Integer.toString(few)));
    }

    @Override
    public void close() {
        process.close();
    }
}
