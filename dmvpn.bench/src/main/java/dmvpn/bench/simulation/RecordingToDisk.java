package dmvpn.bench.simulation;

import dmvpn.bench.harness.Comparison;
import dmvpn.bench.harness.CpuTime;
import dmvpn.bench.harness.Demand;
import dmvpn.network.CompiledNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What recording the whole trace into a file costs. */
public final class RecordingToDisk implements Comparison {

    private static final double DEMANDED_COST = 1.5;

    private final int spokes;
    private final CompiledNetwork network;

    /** @param spokes number of spokes */
    public RecordingToDisk(int spokes) throws IOException {
        this.spokes = spokes;
        this.network = StarModel.network(spokes);
    }

    @Override
    public String id() {
        return "recording-to-disk";
    }

    @Override
    public String title() {
        return "a run of one hub and " + spokes + " spokes with its trace in a file";
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
        Path file = Files.createTempFile("dmvpn-bench", ".trace");
        try {
            return CpuTime.ofProcess(() -> StarRun.runToDisk(network, file));
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public double runBaseline() throws Exception {
        return CpuTime.ofProcess(() -> StarRun.run(network, false));
    }
}
