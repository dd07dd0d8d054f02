package dmvpn.bench.simulation;

import dmvpn.bench.harness.ChildProcess;
import dmvpn.bench.harness.Demand;
import dmvpn.bench.harness.Gauge;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import java.io.IOException;
import java.util.List;

/** Heap that a converged network and its whole trace take, in a process that may use one gigabyte. */
public final class HeapOfStar implements Gauge {

    private static final double DEMANDED_MEGABYTES = 1024;
    private static final int BYTES_PER_MEGABYTE = 1024 * 1024;

    private final int spokes;

    /** @param spokes number of spokes */
    public HeapOfStar(int spokes) {
        this.spokes = spokes;
    }

    /** Runs in the other process: prints the heap in bytes. */
    public static void main(String[] arguments) throws IOException {
        CompiledNetwork network = StarModel.network(Integer.parseInt(arguments[0]));
        Simulation simulation = StarRun.run(network, true);
        StarRun.assertConverged(simulation);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.println(runtime.totalMemory() - runtime.freeMemory());
        if (simulation.trace().size() == 0) {
            throw new IllegalStateException("Nothing was recorded");
        }
    }

    @Override
    public String id() {
        return "heap-" + spokes;
    }

    @Override
    public String title() {
        return "heap after convergence of one hub and " + spokes + " spokes, with the trace, in a process of at most 1 GB";
    }

    @Override
    public String unit() {
        return "MB";
    }

    @Override
    public Demand demand() {
        return new Demand.AtMost(DEMANDED_MEGABYTES);
    }

    @Override
    public double value() throws Exception {
        String output = ChildProcess.run(List.of("-Xmx1g"), HeapOfStar.class, Integer.toString(spokes));
        return Long.parseLong(output.strip()) / (double) BYTES_PER_MEGABYTE;
    }
}
