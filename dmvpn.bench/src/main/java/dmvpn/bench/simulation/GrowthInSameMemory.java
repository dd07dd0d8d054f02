package dmvpn.bench.simulation;

import dmvpn.bench.harness.ChildConversation;
import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.Demand;
import java.io.IOException;

/**
 * Whether one large network costs more than the same number of spokes in small networks that run at the same time. Both
 * sides walk through as much memory, so what the processor's caches cannot hold weighs on both, and what is left is the
 * work that grows with the size of a network: a list that is searched for each packet, a table that is copied.
 */
public final class GrowthInSameMemory implements Comparison {

    private final double demandedCost;
    private final int many;
    private final int few;
    private final ChildConversation process;

    /**
     * @param demandedCost 1 is no such work at all
     * @param many number of spokes of the large network
     * @param few number of spokes of each small network; there are {@code many / few} of them
     */
    public GrowthInSameMemory(double demandedCost, int many, int few) throws IOException {
        this.demandedCost = demandedCost;
        this.many = many;
        this.few = few;
        this.process = ChildConversation.start(GrowthWithSpokes.HEAP, GrowthProcess.class, Integer.toString(many), Integer.toString(few));
    }

    @Override
    public String id() {
        return "growth-" + many + "-same-memory";
    }

    @Override
    public String title() {
        return "cost per spoke of convergence with " + many + " spokes";
    }

    @Override
    public String baselineTitle() {
        return "that of " + many / few + " networks of " + few + " in turns";
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
        return Double.parseDouble(process.ask(GrowthProcess.IN_TURNS));
    }

    @Override
    public void close() {
        process.close();
    }
}
