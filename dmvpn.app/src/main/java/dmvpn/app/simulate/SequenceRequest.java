package dmvpn.app.simulate;

import dmvpn.app.sequence.TimeAxis;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which part of a run becomes a sequence chart.
 *
 * @param scenario name of the scenario; empty for the model's first
 * @param seed seed of all randomness; empty for the scenario's
 * @param shown which events
 * @param from events before this instant are left out
 * @param until end of the run; empty for the scenario's
 * @param axis how far down events stand
 * @param line time that a line of the chart stands for, more than zero
 */
public record SequenceRequest(Optional<String> scenario, OptionalLong seed, ShownEvents shown, Duration from, Optional<Duration> until,
        TimeAxis axis, Duration line) {
}
