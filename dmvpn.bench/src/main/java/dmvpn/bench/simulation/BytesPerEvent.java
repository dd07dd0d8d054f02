package dmvpn.bench.simulation;

import dmvpn.bench.harness.Demand;
import dmvpn.bench.harness.Gauge;
import dmvpn.sim.trace.BinaryTrace;
import java.io.IOException;

/** Memory that a recorded event takes on average: blocks, key frames and tables. */
public final class BytesPerEvent implements Gauge {

    private static final double DEMANDED_BYTES = 40;

    private final int spokes;

    /** @param spokes number of spokes */
    public BytesPerEvent(int spokes) {
        this.spokes = spokes;
    }

    @Override
    public String id() {
        return "bytes-per-event";
    }

    @Override
    public String title() {
        return "trace of a run of one hub and " + spokes + " spokes, key frames and tables included";
    }

    @Override
    public String unit() {
        return "bytes";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(DEMANDED_BYTES);
    }

    @Override
    public double value() throws IOException {
        BinaryTrace trace = StarRun.run(StarModel.network(spokes), true).trace();
        return trace.sizeInBytes() / (double) trace.size();
    }
}
