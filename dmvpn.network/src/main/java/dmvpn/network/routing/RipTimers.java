package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.time.Duration;

/**
 * Timers of RIP on IOS ({@code timers basic}).
 *
 * @param update time between updates
 * @param invalid silence after which a route is not used
 * @param holdDown how long news about an invalid route is not believed
 * @param flush silence after which a route is forgotten
 * @param origin where they were written
 */
public record RipTimers(Duration update, Duration invalid, Duration holdDown, Duration flush, Origin origin) {

    /** Update interval of RFC 2453 section 3.8 and of IOS. */
    public static final Duration DEFAULT_UPDATE = Duration.ofSeconds(30);

    private static final int INVALID_PER_UPDATE = 6;
    private static final int FLUSH_PER_UPDATE = 8;

    /** Timers in the proportions of IOS's defaults of 30, 180, 180 and 240 seconds. */
    public static RipTimers ofUpdate(Duration update, Origin origin) {
        return ofUpdate(update, update.multipliedBy(INVALID_PER_UPDATE), origin);
    }

    /** Timers of which the first two are given; a route is forgotten a third of the silence later. */
    public static RipTimers ofUpdate(Duration update, Duration invalid, Origin origin) {
        return new RipTimers(update, invalid, invalid,
                invalid.multipliedBy(FLUSH_PER_UPDATE).dividedBy(INVALID_PER_UPDATE), origin);
    }
}
