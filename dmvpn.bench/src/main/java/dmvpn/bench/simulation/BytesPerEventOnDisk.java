package dmvpn.bench.simulation;

import dmvpn.bench.harness.Demand;
import dmvpn.bench.harness.Gauge;
import dmvpn.sim.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes of a trace's file that a recorded event takes on average, tables and checksums included. */
public final class BytesPerEventOnDisk implements Gauge {

    private static final double DEMANDED_BYTES = 40;

    private final int spokes;

    /** @param spokes number of spokes */
    public BytesPerEventOnDisk(int spokes) {
        this.spokes = spokes;
    }

    @Override
    public String id() {
        return "bytes-per-event-on-disk";
    }

    @Override
    public String title() {
        return "file with the trace of a run of one hub and " + spokes + " spokes";
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
        Path file = Files.createTempFile("dmvpn-bench", ".trace");
        try {
            Simulation simulation = StarRun.runToDisk(StarModel.network(spokes), file);
            return Files.size(file) / (double) simulation.trace().size();
        } finally {
            Files.delete(file);
        }
    }
}
