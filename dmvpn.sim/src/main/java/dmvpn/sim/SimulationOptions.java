package dmvpn.sim;

import dmvpn.sim.underlay.PacketTap;
import dmvpn.sim.trace.TraceFile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How to run a network.
 *
 * @param scenario name of the scenario to run; empty lets the network boot and do nothing
 * @param seed seed of all randomness, instead of the scenario's
 * @param until length of the run, instead of the scenario's
 * @param recording false for a run without a trace
 * @param taps told of each packet on the wire
 * @param traceFile takes the trace; in memory without one
 */
public record SimulationOptions(
        Optional<String> scenario,
        OptionalLong seed,
        Optional<Duration> until,
        boolean recording,
        List<PacketTap> taps,
        Optional<TraceFile> traceFile) {

    /** Length of a run without scenario: long enough for a network to come up and settle. */
    public static final Duration DEFAULT_DURATION = Duration.ofMinutes(2);

    /** Boots the network for {@link #DEFAULT_DURATION}, recording. */
    public static final SimulationOptions DEFAULT =
            new SimulationOptions(Optional.empty(), OptionalLong.empty(), Optional.empty(), true, List.of());

    /** A run with its trace in memory. */
    public SimulationOptions(Optional<String> scenario, OptionalLong seed, Optional<Duration> until, boolean recording,
            List<PacketTap> taps) {
        this(scenario, seed, until, recording, taps, Optional.empty());
    }

    /** Keeps an immutable copy of the list. */
    public SimulationOptions {
        taps = List.copyOf(taps);
    }

    /** The same, running a scenario. */
    public SimulationOptions withScenario(String name) {
        return new SimulationOptions(Optional.of(name), seed, until, recording, taps, traceFile);
    }

    /** The same with another seed. */
    public SimulationOptions withSeed(long newSeed) {
        return new SimulationOptions(scenario, OptionalLong.of(newSeed), until, recording, taps, traceFile);
    }

    /** The same with another length. */
    public SimulationOptions withUntil(Duration length) {
        return new SimulationOptions(scenario, seed, Optional.of(length), recording, taps, traceFile);
    }

    /** The same without a trace. */
    public SimulationOptions withoutRecording() {
        return new SimulationOptions(scenario, seed, until, false, taps, traceFile);
    }

    /** The same with these taps. */
    public SimulationOptions withTaps(List<PacketTap> newTaps) {
        return new SimulationOptions(scenario, seed, until, recording, newTaps, traceFile);
    }

    /** The same with the trace in a file. */
    public SimulationOptions withTraceFile(TraceFile file) {
        return new SimulationOptions(scenario, seed, until, recording, taps, Optional.of(file));
    }
}
