package dmvpn.bench.simulation;

import dmvpn.bench.harness.CpuTime;
import dmvpn.network.CompiledNetwork;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The process in which {@link GrowthWithSpokes} runs: it is told a number of spokes and prints the cost of one. */
final class GrowthProcess {

    /** A round simulates at least so many spokes, so that small networks are measured as long as larger ones. */
    private static final int SPOKES_PER_ROUND = 5_000;

    private GrowthProcess() {
    }

    /** Answers each number of spokes on the standard input with nanoseconds per spoke. */
    public static void main(String[] arguments) throws Exception {
        int many = Integer.parseInt(arguments[0]);
        CompiledNetwork large = StarModel.network(many);
        CompiledNetwork small = StarModel.network(Integer.parseInt(arguments[1]));
        StarRun.assertConverged(StarRun.run(large, true));
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            int spokes = Integer.parseInt(question);
            System.out.println(nanosPerSpoke(spokes == many ? large : small, spokes));
        }
    }

    private static double nanosPerSpoke(CompiledNetwork network, int spokes) throws Exception {
        int runs = Math.max(1, SPOKES_PER_ROUND / spokes);
        return CpuTime.ofProcess(() -> {
            for (int run = 0; run < runs; run++) {
                StarRun.run(network, true);
            }
        }) / runs / spokes;
    }
}
