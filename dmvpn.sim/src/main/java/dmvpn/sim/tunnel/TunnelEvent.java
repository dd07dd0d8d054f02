package dmvpn.sim.tunnel;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;
import java.util.OptionalLong;

/** What the tunnel layer reports. */
public sealed interface TunnelEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "GRE";
    }

    /**
     * A packet in transit left through a tunnel.
     *
     * @param ingress where it came in
     * @param tunnel tunnel that it went out of
     * @param source source address
     * @param destination destination address
     * @param content what it carries
     * @param nextHop overlay neighbour that routing chose
     * @param nbmaAddress far end of the tunnel that NHRP chose
     * @param reason which route decided
     */
    record Forwarded(String ingress, String tunnel, IpAddress source, IpAddress destination, String content,
            IpAddress nextHop, IpAddress nbmaAddress, String reason) implements TunnelEvent {

        @Override
        public String message() {
            return "packet forwarded";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("ingress", ingress);
            fields.text("egress", tunnel);
            fields.address("source", source);
            fields.address("destination", destination);
            fields.text("content", content);
            fields.address("nextHop", nextHop);
            fields.address("nbmaAddress", nbmaAddress);
        }
    }

    /**
     * A SYN crossed a tunnel and offered larger segments than its {@code ip tcp adjust-mss}.
     *
     * @param tunnel the tunnel
     * @param source source address
     * @param destination destination address
     * @param offeredBytes maximum segment size as it came
     * @param segmentBytes maximum segment size as it went on
     */
    record SegmentSizeAdjusted(String tunnel, IpAddress source, IpAddress destination, int offeredBytes, int segmentBytes)
            implements TunnelEvent {

        @Override
        public String message() {
            return "maximum segment size adjusted";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("source", source);
            fields.address("destination", destination);
            fields.number("offered", offeredBytes);
            fields.number("maximumSegmentSize", segmentBytes);
        }
    }

    /**
     * A router on the way to a far end told how large packets may be.
     *
     * @param tunnel the tunnel
     * @param nbmaAddress the far end
     * @param pathMtuBytes largest packet on the underlay
     * @param largestBytes largest packet inside the tunnel
     * @param from who told it
     */
    record PathMtuLearned(String tunnel, IpAddress nbmaAddress, int pathMtuBytes, int largestBytes, IpAddress from)
            implements TunnelEvent {

        @Override
        public String message() {
            return "path MTU learned";
        }

        @Override
        public boolean changesState() {
            return true;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("nbmaAddress", nbmaAddress);
            fields.number("pathMtu", pathMtuBytes);
            fields.number("largestPacket", largestBytes);
            fields.address("from", from);
        }
    }

    /**
     * A packet could not be sent through a tunnel.
     *
     * @param tunnel the tunnel
     * @param source source address inside the tunnel, null when it is no IP packet
     * @param destination destination address inside the tunnel, null when it is no IP packet
     * @param content what was to be sent
     * @param nbmaAddress far end, null when none is known
     * @param cause why
     */
    record SendFailed(String tunnel, IpAddress source, IpAddress destination, String content, IpAddress nbmaAddress,
            SendFailure cause) implements TunnelEvent {

        @Override
        public String message() {
            return "packet dropped";
        }

        @Override
        public String reason() {
            return cause.text();
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.text("tunnel", tunnel);
            fields.address("source", source);
            fields.address("destination", destination);
            fields.text("content", content);
            fields.address("nbmaAddress", nbmaAddress);
        }
    }

    /** Why a packet could not be sent. */
    enum SendFailure {
        /** The tunnel source is down or has no address. */
        TUNNEL_DOWN("the tunnel is down"),
        /** NHRP has recorded more. */
        NO_NBMA_ADDRESS("NHRP knows no NBMA address for the next hop"),
        /** The peer must be reached under protection. */
        NO_SECURITY_ASSOCIATION("no IPsec security association with the peer"),
        /** A packet has addresses of one family. */
        OTHER_FAMILY("one of the tunnel's source and its far end has an IPv4 address and one an IPv6 address"),
        /** Nothing routes to the far end. */
        NO_ROUTE("no route to the far end of the tunnel"),
        /** The way to the far end leads into the tunnel itself. */
        RECURSIVE("recursive routing: the route to the far end leads into the tunnel itself");

        private final String text;

        SendFailure(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * A GRE packet came in that no tunnel took.
     *
     * @param source outer source address
     * @param destination outer destination address
     * @param key key of the packet, empty when it has none
     * @param content what it carries
     * @param cause why
     */
    record ReceiveFailed(IpAddress source, IpAddress destination, OptionalLong key, String content, ReceiveFailure cause)
            implements TunnelEvent {

        @Override
        public String message() {
            return "received packet dropped";
        }

        @Override
        public String reason() {
            return cause.text();
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("source", source);
            fields.address("destination", destination);
            fields.text("key", key.isPresent() ? Long.toString(key.getAsLong()) : null);
            fields.text("content", content);
        }
    }

    /** Why no tunnel took a packet. */
    enum ReceiveFailure {
        /** RFC 2890 section 2.1: the key identifies the tunnel. */
        NO_TUNNEL("no tunnel has this source address, VRF and key"),
        /** Two tunnels of one source need keys. */
        AMBIGUOUS("several tunnels have this source address, VRF and key"),
        /** The tunnel is protected and the packet came in clear. */
        NOT_PROTECTED("the tunnel is protected and the packet came in clear"),
        /** RFC 2784 section 3.1. */
        LOOP("the packet inside is for the router that encapsulated it"),
        /** NHRP has taken the tunnel down: only its own packets are taken. */
        LINE_PROTOCOL_DOWN("the line protocol of the tunnel is down");

        private final String text;

        ReceiveFailure(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
