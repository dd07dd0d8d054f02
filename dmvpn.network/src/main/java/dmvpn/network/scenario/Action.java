package dmvpn.network.scenario;

import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Something that a scenario does at an instant. */
public sealed interface Action {

    /** When it starts, counted from the start of the run. */
    Duration at();

    /** Where it was written. */
    Origin origin();

    /**
     * ICMP echo requests (RFC 792).
     *
     * @param at time of the first request
     * @param name what expectations call it; {@code ping} unless named
     * @param source sending endpoint
     * @param destination receiving endpoint
     * @param interval time between requests, empty for a single one
     * @param count number of requests, empty for until the end of the run
     * @param origin where it was written
     */
    record Ping(
            Duration at,
            String name,
            Endpoint source,
            Endpoint destination,
            Optional<Duration> interval,
            OptionalInt count,
            Origin origin) implements Action {
    }

    /**
     * Power off a router: it sends nothing, hears nothing and forgets everything but its configuration.
     *
     * @param at when
     * @param device name of the router
     * @param origin where it was written
     */
    record FailDevice(Duration at, String device, Origin origin) implements Action {
    }

    /**
     * Power a failed router on again.
     *
     * @param at when
     * @param device name of the router
     * @param origin where it was written
     */
    record RestoreDevice(Duration at, String device, Origin origin) implements Action {
    }

    /**
     * Break the underlay between two routers, in both directions; others are not affected.
     *
     * @param at when
     * @param first name of one router
     * @param second name of the other
     * @param origin where it was written
     */
    record FailPath(Duration at, String first, String second, Origin origin) implements Action {
    }

    /**
     * Mend a broken underlay path.
     *
     * @param at when
     * @param first name of one router
     * @param second name of the other
     * @param origin where it was written
     */
    record RestorePath(Duration at, String first, String second, Origin origin) implements Action {
    }
}
