package dmvpn.network.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that must be true of a run. */
public sealed interface Expectation {

    /** How the model says it, for verdicts. */
    String text();

    /** Where it was written. */
    Origin origin();

    /**
     * The overlay path between two endpoints at an instant.
     *
     * @param text how the model says it
     * @param at when
     * @param source sending endpoint
     * @param destination receiving endpoint
     * @param via names of the routers between the first and the last router, in order; empty for a direct path
     * @param origin where it was written
     */
    record PathIs(String text, Duration at, Endpoint source, Endpoint destination, List<String> via, Origin origin)
            implements Expectation {
        /** Keeps an immutable copy of the list. */
        public PathIs {
            via = List.copyOf(via);
        }
    }

    /**
     * Whether a packet sent at an instant would arrive.
     *
     * @param text how the model says it
     * @param at when
     * @param source sending endpoint
     * @param destination receiving endpoint
     * @param reachable true when it must arrive, false when it must not
     * @param origin where it was written
     */
    record Reachable(
            String text, Duration at, Endpoint source, Endpoint destination, boolean reachable, Origin origin)
            implements Expectation {
    }

    /**
     * The longest time without an answered request of a ping.
     *
     * @param text how the model says it
     * @param after requests sent before are ignored
     * @param ping name of the ping
     * @param below the gap must be shorter
     * @param origin where it was written
     */
    record LongestGapBelow(String text, Duration after, String ping, Duration below, Origin origin)
            implements Expectation {
    }

    /**
     * How many requests of a ping stay unanswered, over the whole run.
     *
     * @param text how the model says it
     * @param ping name of the ping
     * @param atMost largest allowed number
     * @param origin where it was written
     */
    record LossAtMost(String text, String ping, int atMost, Origin origin) implements Expectation {
    }

    /**
     * The state of a next-hop server as its clients see it.
     *
     * @param text how the model says it
     * @param at when
     * @param devices names of the clients
     * @param server name of the server's device
     * @param up true when it must be up, false when it must be down
     * @param origin where it was written
     */
    record NextHopServerState(
            String text, Duration at, List<String> devices, String server, boolean up, Origin origin)
            implements Expectation {
        /** Keeps an immutable copy of the list. */
        public NextHopServerState {
            devices = List.copyOf(devices);
        }
    }

    /**
     * An NHRP cache entry.
     *
     * @param text how the model says it
     * @param at when
     * @param device name of the router
     * @param target cached prefix
     * @param present true when it must be there, false when it must not
     * @param origin where it was written
     */
    record NhrpEntry(String text, Duration at, String device, IpPrefix target, boolean present, Origin origin)
            implements Expectation {
    }

    /**
     * A route in the global table.
     *
     * @param text how the model says it
     * @param at when
     * @param device name of the router
     * @param prefix destination prefix
     * @param via next hop, empty for any
     * @param present true when it must be there, false when it must not
     * @param origin where it was written
     */
    record RoutePresent(
            String text,
            Duration at,
            String device,
            IpPrefix prefix,
            Optional<IpAddress> via,
            boolean present,
            Origin origin) implements Expectation {
    }

    /**
     * At no time does an overlay packet cross the transport unencrypted.
     *
     * @param text how the model says it
     * @param transport name of the transport
     * @param origin where it was written
     */
    record NoClearOverlayPacket(String text, String transport, Origin origin) implements Expectation {
    }
}
