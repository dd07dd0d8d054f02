package dmvpn.bench.simulation;

import dmvpn.bench.harness.ChildConversation;
import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.Demand;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What a message of a routing protocol costs while a hub and its spokes come up, with many spokes and with few. How many messages
 * there are is the protocol's affair; that each costs the same is the simulator's.
 */
public final class ConvergenceCost implements Comparison {

    /** The databases of 1,000 routers with OSPF are 1,000,000 entries; the young generation holds what a round makes. */
    private static final List<String> HEAP = List.of("-XX:+UseSerialGC", "-Xms9g", "-Xmx9g", "-Xmn6g");

    /** The aim: a constant cost, within a factor of two. */
    private static final double DEMANDED_COST = 2;

    private final StarRouting routing;
    private final int many;
    private final int few;
    private final ChildConversation process;
    private final long messagesOfMany;
    private final long messagesOfFew;

    /**
     * @param routing what the star routes by
     * @param many number of spokes of the large network
     * @param few number of spokes of the small network
     */
    public ConvergenceCost(StarRouting routing, int many, int few) throws IOException {
        this.routing = routing;
        this.many = many;
        this.few = few;
        this.process = ChildConversation.start(HEAP, ConvergenceProcess.class, routing.name(), Integer.toString(many),
                Integer.toString(few));
        this.messagesOfMany = Long.parseLong(process.ask(ConvergenceProcess.MESSAGES + many));
        this.messagesOfFew = Long.parseLong(process.ask(ConvergenceProcess.MESSAGES + few));
    }

    @Override
    public String id() {
        return "convergence-" + routing.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return String.format(Locale.ROOT, "cost per message of %s until one hub and %,d spokes have converged (%,d messages)",
                routing.protocol(), many, messagesOfMany);
    }

    @Override
    public String baselineTitle() {
        return String.format(Locale.ROOT, "that with %,d spokes (%,d messages)", few, messagesOfFew);
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(DEMANDED_COST);
    }

    @Override
    public double runProduct() throws IOException {
        return nanos(many) / messagesOfMany;
    }

    @Override
    public double runBaseline() throws IOException {
        return nanos(few) / messagesOfFew;
    }

    private double nanos(int spokes) throws IOException {
        return Double.parseDouble(process.ask(Integer.toString(spokes)));
    }

    @Override
    public void close() {
        process.close();
    }
}
