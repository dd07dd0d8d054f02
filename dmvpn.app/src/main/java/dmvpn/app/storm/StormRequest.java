package dmvpn.app.storm;

import java.time.Duration;

/**
 * Which storms a network goes through.
 *
 * @param firstSeed seed of the first one, from 0 on; the others have the next numbers
 * @param storms how many
 * @param faults how many things break in each
 * @param length time from power on to the last repair
 */
public record StormRequest(long firstSeed, int storms, int faults, Duration length) {

    /** The usual holding time, so that entries of NHRP run out and are renewed in the storm. */
    public static final Duration DEFAULT_LENGTH = Duration.ofMinutes(10);
    /** About one each half minute. */
    public static final int DEFAULT_FAULTS = 20;

    /** Longer than any outage that is a test. */
    public static final Duration LONGEST = Duration.ofDays(7);

    /** @throws IllegalArgumentException with a sentence for people when a number is out of its range */
    public StormRequest {
        require(firstSeed >= 0, "the seed is a number from 0 on");
        require(storms >= 1, "the number of storms is one from 1 on");
        require(firstSeed <= Long.MAX_VALUE - storms, "the seeds of so many storms go beyond the largest number");
        require(faults >= 1, "the number of faults is one from 1 on");
        require(length.toMillis() >= 1 && length.compareTo(LONGEST) <= 0, "the length of a storm is from 1ms to 7d");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("Storms: " + sentence);
        }
    }
}
