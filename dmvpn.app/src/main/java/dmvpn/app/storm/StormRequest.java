package dmvpn.app.storm;

import java.time.Duration;

/**
 * Which storms a network goes through.
 *
 * @param firstSeed seed of the first one; the others have the next numbers
 * @param storms how many
 * @param faults how many things break in each
 * @param length time from power on to the last repair
 */
public record StormRequest(long firstSeed, int storms, int faults, Duration length) {

    /** A storm as long as most people's patience with an outage. */
    public static final Duration DEFAULT_LENGTH = Duration.ofMinutes(10);
    /** About one each half minute. */
    public static final int DEFAULT_FAULTS = 20;

    /** @throws IllegalArgumentException when a number is not positive */
    public StormRequest {
        if (storms < 1 || faults < 1 || length.toMillis() < 1) {
            throw new IllegalArgumentException("Storms, faults and length of a storm are numbers from 1 on");
        }
    }
}
