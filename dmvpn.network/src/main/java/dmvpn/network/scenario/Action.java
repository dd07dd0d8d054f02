package dmvpn.network.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.origin.Origin;
import java.time.Duration;
import java.util.List;
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
     * @param sizeBytes length of the IP packet as {@code ping ... size} of Cisco IOS counts it, empty for 100 bytes
     * @param dontFragment true when nobody may fragment it: the DF bit of IPv4 (RFC 791 section 3.1)
     * @param origin where it was written
     */
    record Ping(
            Duration at,
            String name,
            Endpoint source,
            Endpoint destination,
            Optional<Duration> interval,
            OptionalInt count,
            OptionalInt sizeBytes,
            boolean dontFragment,
            Origin origin) implements Action {

        /** A ping of the usual size, which may be fragmented. */
        public Ping(Duration at, String name, Endpoint source, Endpoint destination, Optional<Duration> interval,
                OptionalInt count, Origin origin) {
            this(at, name, source, destination, interval, count, OptionalInt.empty(), false, origin);
        }
    }

    /**
     * Traffic at a steady rate: UDP datagrams, which nobody answers, to load links and make shortcuts; or data over a TCP
     * connection between two hosts, in segments as large as both ends and the path allow.
     *
     * @param at time of the first packet
     * @param name what expectations call it; {@code flow} unless named
     * @param source sending endpoint
     * @param destination receiving endpoint
     * @param protocol UDP or TCP
     * @param bitsPerSecond rate of IP packets, with TCP of the data, 1 and more
     * @param packetBytes length of each IP packet, {@value #SMALLEST_PACKET_BYTES} and more; counts for UDP alone
     * @param lasting for how long, empty for until the end of the run
     * @param origin where it was written
     */
    record Flow(
            Duration at,
            String name,
            Endpoint source,
            Endpoint destination,
            PacketProtocol protocol,
            long bitsPerSecond,
            int packetBytes,
            Optional<Duration> lasting,
            Origin origin) implements Action {

        /** What expectations call a flow without a name. */
        public static final String DEFAULT_NAME = "flow";

        /** Datagrams. */
        public Flow(Duration at, Endpoint source, Endpoint destination, long bitsPerSecond, int packetBytes,
                Optional<Duration> lasting, Origin origin) {
            this(at, DEFAULT_NAME, source, destination, PacketProtocol.UDP, bitsPerSecond, packetBytes, lasting, origin);
        }

        /** The headers of IPv6 and UDP alone. */
        public static final int SMALLEST_PACKET_BYTES = 48;

        /** Length of a packet when nobody says another: full-sized, with room for the headers of a tunnel. */
        public static final int DEFAULT_PACKET_BYTES = 1400;
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
     * An interface goes down as if its cable were pulled; over a power cycle it stays down.
     *
     * @param at when
     * @param device name of the router
     * @param interfaceName physical, loopback or tunnel interface
     * @param origin where it was written
     */
    record FailInterface(Duration at, String device, String interfaceName, Origin origin) implements Action {
    }

    /**
     * A failed interface works again.
     *
     * @param at when
     * @param device name of the router
     * @param interfaceName physical, loopback or tunnel interface
     * @param origin where it was written
     */
    record RestoreInterface(Duration at, String device, String interfaceName, Origin origin) implements Action {
    }

    /**
     * A transport carries nothing any more. Interfaces on it stay up: the failure is in the provider's network.
     *
     * @param at when
     * @param transport name of the transport
     * @param origin where it was written
     */
    record FailTransport(Duration at, String transport, Origin origin) implements Action {
    }

    /**
     * A failed transport carries packets again.
     *
     * @param at when
     * @param transport name of the transport
     * @param origin where it was written
     */
    record RestoreTransport(Duration at, String transport, Origin origin) implements Action {
    }

    /**
     * Break the underlay between two routers; others are not affected.
     *
     * @param at when
     * @param first name of one router
     * @param second name of the other
     * @param transport the transport on which it breaks, empty for all of them
     * @param oneWay true when only packets from the first to the second are lost
     * @param origin where it was written
     */
    record FailPath(Duration at, String first, String second, Optional<String> transport, boolean oneWay, Origin origin)
            implements Action {

        /** Breaks it on every transport and in both directions. */
        public FailPath(Duration at, String first, String second, Origin origin) {
            this(at, first, second, Optional.empty(), false, origin);
        }
    }

    /**
     * Mend what a {@link FailPath} broke that says the same.
     *
     * @param at when
     * @param first name of one router
     * @param second name of the other
     * @param transport the transport on which it is mended, empty for all of them
     * @param oneWay true when only packets from the first to the second pass again
     * @param origin where it was written
     */
    record RestorePath(
            Duration at, String first, String second, Optional<String> transport, boolean oneWay, Origin origin)
            implements Action {

        /** Mends it on every transport and in both directions. */
        public RestorePath(Duration at, String first, String second, Origin origin) {
            this(at, first, second, Optional.empty(), false, origin);
        }
    }

    /**
     * A firewall between two routers begins to drop a protocol, in one direction.
     *
     * @param at when
     * @param protocol what it drops
     * @param from name of the sending router
     * @param to name of the receiving router
     * @param origin where it was written
     */
    record BlockProtocol(Duration at, UnderlayProtocol protocol, String from, String to, Origin origin)
            implements Action {
    }

    /**
     * The firewall lets the protocol pass again.
     *
     * @param at when
     * @param protocol what it dropped
     * @param from name of the sending router
     * @param to name of the receiving router
     * @param origin where it was written
     */
    record UnblockProtocol(Duration at, UnderlayProtocol protocol, String from, String to, Origin origin)
            implements Action {
    }

    /**
     * A transport treats packets in another way from now on.
     *
     * @param at when
     * @param transport name of the transport
     * @param setting what changes
     * @param origin where it was written
     */
    record SetTransport(Duration at, String transport, LinkSetting setting, Origin origin) implements Action {
    }

    /**
     * Packets of one router to another are treated in another way from now on, on every transport.
     *
     * @param at when
     * @param from name of the sending router
     * @param to name of the receiving router
     * @param setting what changes
     * @param origin where it was written
     */
    record SetPath(Duration at, String from, String to, LinkSetting setting, Origin origin) implements Action {
    }

    /**
     * The DHCP server of a transport gives an interface another address.
     *
     * @param at when
     * @param device name of the router
     * @param interfaceName interface with an address by DHCP
     * @param address the new address, empty for the next free one of the pool
     * @param origin where it was written
     */
    record Renumber(Duration at, String device, String interfaceName, Optional<IpAddress> address, Origin origin)
            implements Action {
    }

    /**
     * A {@code clear} command on a router.
     *
     * @param at when
     * @param what what is cleared
     * @param device name of the router
     * @param peer name of the one router that it is about, empty for all
     * @param origin where it was written
     */
    record Clear(Duration at, ClearedState what, String device, Optional<String> peer, Origin origin)
            implements Action {
    }

    /**
     * An operator configures a tunnel of a running router and saves it: over a power cycle it stays so.
     *
     * @param at when
     * @param device name of the router
     * @param tunnel name of the tunnel interface
     * @param changes what is typed, line by line
     * @param origin where it was written
     */
    record ChangeTunnel(Duration at, String device, String tunnel, List<TunnelChange> changes, Origin origin)
            implements Action {

        /** Keeps an immutable copy of the list. */
        public ChangeTunnel {
            changes = List.copyOf(changes);
        }
    }
}
