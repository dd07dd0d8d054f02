package dmvpn.network.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that must be true of a run. */
public sealed interface Expectation {

    /** A state that can be looked at at any instant. */
    sealed interface OfState extends Expectation {

        /** When it is looked at: the instant that the model says, or the first one of several. */
        Duration at();
    }

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
            implements OfState {
        /** Keeps an immutable copy of the list. */
        public PathIs {
            via = List.copyOf(via);
        }
    }

    /**
     * The transports that a packet crosses on its way between two endpoints.
     *
     * @param text how the model says it
     * @param at when
     * @param source sending endpoint
     * @param destination receiving endpoint
     * @param transport name of the only transport that it crosses
     * @param origin where it was written
     */
    record PathOver(
            String text, Duration at, Endpoint source, Endpoint destination, String transport, Origin origin)
            implements OfState {
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
            implements OfState {
    }

    /**
     * The longest time without an answered request of a ping, or without progress of a flow over TCP.
     *
     * @param text how the model says it
     * @param after what was before is ignored
     * @param ping name of the ping or flow
     * @param below the gap must be shorter
     * @param origin where it was written
     */
    record LongestGapBelow(String text, Duration after, String ping, Duration below, Origin origin)
            implements Expectation {
    }

    /**
     * How many requests of a ping stay unanswered.
     *
     * @param text how the model says it
     * @param ping name of the ping
     * @param atMost largest allowed number
     * @param from requests sent before are ignored, empty for none
     * @param to requests sent after are ignored, empty for none
     * @param origin where it was written
     */
    record LossAtMost(
            String text, String ping, int atMost, Optional<Duration> from, Optional<Duration> to, Origin origin)
            implements Expectation {

        /** Over the whole run. */
        public LossAtMost(String text, String ping, int atMost, Origin origin) {
            this(text, ping, atMost, Optional.empty(), Optional.empty(), origin);
        }
    }

    /**
     * Whether all that a flow over TCP sent is acknowledged when the run is over.
     *
     * @param text how the model says it
     * @param flow name of the flow, which has an end
     * @param completes true when it must be, false when it must not
     * @param origin where it was written
     */
    record FlowCompletes(String text, String flow, boolean completes, Origin origin) implements Expectation {
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
            implements OfState {
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
     * @param via next hop or NBMA address of the entry, empty for any
     * @param present true when it must be there, false when it must not
     * @param origin where it was written
     */
    record NhrpEntry(String text, Duration at, String device, IpPrefix target, Optional<IpAddress> via, boolean present,
            Origin origin) implements OfState {

        /** An entry via anybody. */
        public NhrpEntry(String text, Duration at, String device, IpPrefix target, boolean present, Origin origin) {
            this(text, at, device, target, Optional.empty(), present, origin);
        }
    }

    /**
     * A route in a routing table.
     *
     * @param text how the model says it
     * @param at when
     * @param device name of the router
     * @param prefix destination prefix
     * @param via next hop, empty for any
     * @param owner by whom, empty for anybody
     * @param vrf VRF of the table, empty for the global one
     * @param present true when it must be there, false when it must not
     * @param origin where it was written
     */
    record RoutePresent(
            String text,
            Duration at,
            String device,
            IpPrefix prefix,
            Optional<IpAddress> via,
            Optional<RouteOwner> owner,
            Optional<String> vrf,
            boolean present,
            Origin origin) implements OfState {

        /** A route of anybody in the global table. */
        public RoutePresent(String text, Duration at, String device, IpPrefix prefix, Optional<IpAddress> via,
                boolean present, Origin origin) {
            this(text, at, device, prefix, via, Optional.empty(), Optional.empty(), present, origin);
        }
    }

    /**
     * A routing neighbour with which the adjacency is up.
     *
     * @param text how the model says it
     * @param at when
     * @param device name of the router
     * @param neighbor name of the other router
     * @param protocol by which protocol, empty for any
     * @param present true when it must be there, false when it must not
     * @param origin where it was written
     */
    record NeighborPresent(String text, Duration at, String device, String neighbor, Optional<RouteOwner> protocol,
            boolean present, Origin origin) implements OfState {
    }

    /** Kinds of security associations. */
    enum SecurityAssociationKind {
        /** IKE SA. */
        IKE,
        /** IPsec SAs in both directions. */
        IPSEC
    }

    /**
     * Security associations with another router.
     *
     * @param text how the model says it
     * @param at when
     * @param device name of the router
     * @param kind which ones
     * @param peer name of the other router
     * @param present true when they must be there, false when they must not
     * @param origin where it was written
     */
    record SecurityAssociationPresent(String text, Duration at, String device, SecurityAssociationKind kind, String peer,
            boolean present, Origin origin) implements OfState {
    }

    /** What happened to a counted message. */
    enum MessageDirection {
        /** Originated by the router. */
        SENT,
        /** Arrived at it. */
        RECEIVED,
        /** Passed on by it for others. */
        FORWARDED
    }

    /**
     * How many messages a router sent, received or forwarded since the start of the run.
     *
     * @param text how the model says it
     * @param at when
     * @param device name of the router
     * @param direction what happened to them
     * @param message which ones
     * @param atLeast smallest allowed number
     * @param atMost largest allowed number
     * @param origin where it was written
     */
    record MessageCount(String text, Duration at, String device, MessageDirection direction, CountedMessage message,
            long atLeast, long atMost, Origin origin) implements OfState {
    }

    /**
     * A state comes to be: it must be seen at an instant from {@code state.at()} on, and not later than the time given.
     *
     * @param state the state
     * @param within longest time from {@code state.at()} on
     * @param origin where it was written
     */
    record BecomesTrue(OfState state, Duration within, Origin origin) implements Expectation {

        @Override
        public String text() {
            return state.text();
        }
    }

    /**
     * A state is true at {@code state.at()} and stays so: looked at whenever something changes.
     *
     * @param state the state
     * @param origin where it was written
     */
    record StaysTrue(OfState state, Origin origin) implements Expectation {

        @Override
        public String text() {
            return state.text();
        }
    }

    /**
     * At no time do the routing tables send a packet for a host in a circle.
     *
     * @param text how the model says it
     * @param origin where it was written
     */
    record NoForwardingLoop(String text, Origin origin) implements Expectation {
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
