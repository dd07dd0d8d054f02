package dmvpn.bench.simulation;

import dmvpn.bench.harness.CpuTime;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.RecordedEvent;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The process in which {@link ConvergenceCost} runs: it is told a number of spokes and prints the processor time of a run in
 * nanoseconds, or with {@link #MESSAGES} in front the number of messages of the protocol in it.
 */
final class ConvergenceProcess {

    /** Asks for a number of messages. */
    static final String MESSAGES = "messages ";

    /** OSPF calculates routes 5 s after the first change, and 10 s after that; then hellos for a while. */
    private static final Duration LENGTH = Duration.ofSeconds(30);

    /** Small networks run this often in a round, so that they are measured about as long as the large one. */
    private static final int SPOKES_PER_ROUND = 1_000;

    private ConvergenceProcess() {
    }

    /** Answers questions on the standard input; arguments are the routing and the two numbers of spokes. */
    public static void main(String[] arguments) throws Exception {
        StarRouting routing = StarRouting.valueOf(arguments[0]);
        Map<Integer, CompiledNetwork> networks = new HashMap<>();
        for (int index = 1; index < arguments.length; index++) {
            int spokes = Integer.parseInt(arguments[index]);
            networks.put(spokes, StarModel.network(spokes, routing));
        }
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            boolean counts = question.startsWith(MESSAGES);
            int spokes = Integer.parseInt(counts ? question.substring(MESSAGES.length()) : question);
            System.out.println(counts ? messages(networks.get(spokes), routing) : Double.toString(nanos(networks.get(spokes), spokes)));
        }
    }

    private static double nanos(CompiledNetwork network, int spokes) throws Exception {
        int runs = Math.max(1, SPOKES_PER_ROUND / spokes);
        return CpuTime.ofProcess(() -> {
            for (int run = 0; run < runs; run++) {
                run(network, false);
            }
        }) / (double) runs;
    }

    private static Simulation run(CompiledNetwork network, boolean recording) {
        SimulationOptions options = SimulationOptions.DEFAULT.withUntil(LENGTH);
        Simulation simulation = Simulation.create(network, recording ? options : options.withoutRecording());
        simulation.run();
        return simulation;
    }

    /** Counts what the protocol sent, and sees to it that the network came up. */
    static long messages(CompiledNetwork network, StarRouting routing) {
        Simulation simulation = run(network, true);
        assertConverged(simulation, routing);
        long messages = 0;
        for (RecordedEvent event : simulation.trace()) {
            if (event.protocol().equals(routing.protocol()) && event.message().endsWith(" sent")) {
                messages++;
            }
        }
        return messages;
    }

    private static void assertConverged(Simulation simulation, StarRouting routing) {
        int spokes = simulation.routers().size() - 1;
        long known = routes(simulation, 0, routing);
        long ofSpoke = routes(simulation, spokes, routing);
        if (known < spokes || ofSpoke < (routing.spokesKnowEachOther() ? spokes : 1)) {
            throw new IllegalStateException("The star of " + spokes + " spokes with " + routing.protocol() + " has not converged: the hub has "
                    + known + " routes, its last spoke " + ofSpoke);
        }
    }

    private static long routes(Simulation simulation, int router, StarRouting routing) {
        return simulation.routers().get(router).show("show ip route").orElse("").lines()
                .filter(line -> !line.isEmpty() && line.charAt(0) == routing.code() && line.contains(" via ")).count();
    }
}
