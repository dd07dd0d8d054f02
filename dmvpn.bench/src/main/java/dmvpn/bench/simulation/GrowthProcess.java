package dmvpn.bench.simulation;

import dmvpn.bench.harness.CpuTime;
import dmvpn.network.CompiledNetwork;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The process in which {@link GrowthWithSpokes} runs: it is told a number of spokes, or {@link #IN_TURNS}, and prints the
 * cost of one spoke.
 */
final class GrowthProcess {

    /** A round simulates at least so many spokes, so that small networks are measured as long as larger ones. */
    private static final int SPOKES_PER_ROUND = 5_000;

    /** Asks for small networks that together are as large as the large one, each a bit further in turns. */
    static final String IN_TURNS = "turns";

    /** As long as a packet takes, so that a turn is some events long and every network is cold when it comes again. */
    private static final Duration TURN = Duration.ofMillis(10);

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
            System.out.println(question.equals(IN_TURNS)
                    ? nanosPerSpokeInTurns(small, many)
                    : nanosPerSpoke(Integer.parseInt(question) == many ? large : small, Integer.parseInt(question)));
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

    private static double nanosPerSpokeInTurns(CompiledNetwork network, int spokes) throws Exception {
        int networks = spokes / (network.devices().size() - 1);
        int runs = Math.max(1, SPOKES_PER_ROUND / spokes);
        return CpuTime.ofProcess(() -> {
            for (int run = 0; run < runs; run++) {
                StarRun.runInTurns(network, networks, TURN);
            }
        }) / runs / spokes;
    }
}
