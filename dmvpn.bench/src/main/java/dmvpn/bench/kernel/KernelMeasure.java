package dmvpn.bench.kernel;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;

/** Events per second of the kernel in the hold model, beside a bare heap. */
public final class KernelMeasure implements Comparison {

    private static final double DEMANDED_SPEED = 0.7;

    private final int pending;
    private final boolean withTimers;
    private final int events;
    private final KernelHold product;
    private final BareHeap baseline;

    private KernelMeasure(int pending, boolean withTimers, int events) {
        this.pending = pending;
        this.withTimers = withTimers;
        this.events = events;
        this.product = new KernelHold(pending, withTimers);
        this.baseline = new BareHeap(pending, withTimers);
    }

    /**
     * A measure of the kernel.
     *
     * @param pending events that are pending all the time
     * @param withTimers true when timers are cancelled and moved besides
     * @param events events of a round
     */
    public static Comparison of(int pending, boolean withTimers, int events) {
        return new KernelMeasure(pending, withTimers, events);
    }

    @Override
    public String id() {
        return "kernel-hold-" + pending + (withTimers ? "-timers" : "");
    }

    @Override
    public String title() {
        return "hold model with " + pending + " pending events in stable order"
                + (withTimers ? ", timers cancelled and moved" : "");
    }

    @Override
    public String baselineTitle() {
        return withTimers ? "as many replacements in a bare 4-ary heap on long[], drawn alike" : "a bare 4-ary heap on long[]";
    }

    @Override
    public Ratio ratio() {
        return Ratio.SPEED;
    }

    @Override
    public Demand demand() {
        return new Demand.AtLeast(DEMANDED_SPEED);
    }

    @Override
    public double runProduct() throws Exception {
        return CpuTime.ofThread(() -> product.hold(events));
    }

    @Override
    public double runBaseline() throws Exception {
        return CpuTime.ofThread(() -> baseline.hold(events));
    }
}
