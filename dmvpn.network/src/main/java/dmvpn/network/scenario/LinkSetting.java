package dmvpn.network.scenario;

import dmvpn.network.origin.Origin;
import java.time.Duration;

/** One thing that a network does to packets. */
public sealed interface LinkSetting {

    /** Where it was written. */
    Origin origin();

    /**
     * One-way delay.
     *
     * @param latency the delay
     * @param origin where it was written
     */
    record Latency(Duration latency, Origin origin) implements LinkSetting {
    }

    /**
     * Random addition to the delay.
     *
     * @param largest the largest addition
     * @param origin where it was written
     */
    record Jitter(Duration largest, Origin origin) implements LinkSetting {
    }

    /**
     * Random loss.
     *
     * @param probability 0 to 1, for each packet
     * @param origin where it was written
     */
    record Loss(double probability, Origin origin) implements LinkSetting {
    }

    /**
     * Rate of each attachment.
     *
     * @param bitsPerSecond 1 and more
     * @param origin where it was written
     */
    record Bandwidth(long bitsPerSecond, Origin origin) implements LinkSetting {
    }
}
