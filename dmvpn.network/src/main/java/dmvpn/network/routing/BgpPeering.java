package dmvpn.network.routing;

import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a BGP speaker says about one neighbour or one group of them.
 *
 * @param remoteAutonomousSystems autonomous systems that the neighbour may be in; at least one
 * @param keepalive time between keepalives, empty for the platform's default
 * @param hold hold time, 0 for sessions that no silence ends, otherwise three to 65,535 seconds; empty for the platform's default
 * @param nextHopSelf whether it is announced as next hop
 * @param routeReflectorClient true when routes of other inner neighbours are reflected to it (RFC 4456)
 * @param allowOwnAutonomousSystem true when paths with the own autonomous system are accepted
 * @param overrideAutonomousSystem true when the neighbour's autonomous system is replaced by the own in announced paths
 * @param defaultOrigination default route that is announced to it
 * @param importPolicy name of the policy on its routes
 * @param exportPolicy name of the policy on routes that are announced to it
 * @param password key of TCP's MD5 option (RFC 2385)
 * @param fastDetection true when BFD tells of its death
 * @param options what few peerings say
 * @param origin where it was written
 */
public record BgpPeering(
        List<Long> remoteAutonomousSystems,
        Optional<Duration> keepalive,
        Optional<Duration> hold,
        NextHopSelf nextHopSelf,
        boolean routeReflectorClient,
        boolean allowOwnAutonomousSystem,
        boolean overrideAutonomousSystem,
        Optional<DefaultOrigination> defaultOrigination,
        Optional<String> importPolicy,
        Optional<String> exportPolicy,
        Optional<Secret> password,
        boolean fastDetection,
        BgpPeeringOptions options,
        Origin origin) {

    /** Hold time of IOS and of FRR's traditional profile (Cisco IOS command reference, timers bgp). */
    public static final Duration DEFAULT_HOLD_TIME = Duration.ofSeconds(180);

    /** Keepalive interval of IOS and of FRR's traditional profile: a third of the hold time. */
    public static final Duration DEFAULT_KEEPALIVE = Duration.ofSeconds(60);

    /** RFC 4271 section 4.2. */
    public static final Duration SHORTEST_HOLD_TIME = Duration.ofSeconds(3);

    /** The field has two bytes (RFC 4271 section 4.2). */
    public static final Duration LONGEST_HOLD_TIME = Duration.ofSeconds(65_535);

    /** True for a hold time that BGP knows: none, or neither too short nor too long. */
    public static boolean isHoldTime(Duration hold) {
        return hold.isZero() || hold.compareTo(SHORTEST_HOLD_TIME) >= 0 && hold.compareTo(LONGEST_HOLD_TIME) <= 0;
    }

    /** A peering without what few say. */
    public BgpPeering(List<Long> remoteAutonomousSystems, Optional<Duration> keepalive, Optional<Duration> hold,
            NextHopSelf nextHopSelf, boolean routeReflectorClient, boolean allowOwnAutonomousSystem,
            boolean overrideAutonomousSystem, Optional<DefaultOrigination> defaultOrigination, Optional<String> importPolicy,
            Optional<String> exportPolicy, Optional<Secret> password, boolean fastDetection, Origin origin) {
        this(remoteAutonomousSystems, keepalive, hold, nextHopSelf, routeReflectorClient, allowOwnAutonomousSystem,
                overrideAutonomousSystem, defaultOrigination, importPolicy, exportPolicy, password, fastDetection,
                BgpPeeringOptions.NONE, origin);
    }

    /**
     * Keeps an immutable copy of the list.
     *
     * @throws IllegalArgumentException when the hold time is too short or too long
     */
    public BgpPeering {
        if (hold.filter(time -> !isHoldTime(time)).isPresent()) {
            throw new IllegalArgumentException("BGP knows no hold time of " + hold.get());
        }
        remoteAutonomousSystems = List.copyOf(remoteAutonomousSystems);
    }
}
