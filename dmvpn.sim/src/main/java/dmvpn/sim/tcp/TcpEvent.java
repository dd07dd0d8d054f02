package dmvpn.sim.tcp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.trace.FieldWriter;
import dmvpn.sim.trace.TraceEvent;

/** What TCP reports: connections, and what goes wrong with segments. Segments that arrive are many, and say nothing. */
public sealed interface TcpEvent extends TraceEvent {

    @Override
    default String protocol() {
        return "TCP";
    }

    /**
     * A connection is up at one end.
     *
     * @param peer address of the other end
     * @param port port of the service
     * @param segmentBytes the largest segment that this end sends
     */
    record Established(IpAddress peer, int port, int segmentBytes) implements TcpEvent {

        @Override
        public String message() {
            return "connection established";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("peer", peer);
            fields.number("port", port);
            fields.number("maximumSegmentSize", segmentBytes);
        }
    }

    /**
     * Nobody acknowledged a segment in time, and it is sent again.
     *
     * @param peer address of the other end
     * @param content what it is
     * @param segmentBytes its data
     * @param attempt how often it has been repeated
     */
    record Repeated(IpAddress peer, String content, int segmentBytes, int attempt) implements TcpEvent {

        @Override
        public String message() {
            return "segment repeated";
        }

        @Override
        public String reason() {
            return "it was not acknowledged in time";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("peer", peer);
            fields.text("content", content);
            fields.number("length", segmentBytes);
            fields.number("attempt", attempt);
        }
    }

    /**
     * A connection could not be made.
     *
     * @param peer address of the other end
     * @param port port of the service
     */
    record Failed(IpAddress peer, int port) implements TcpEvent {

        @Override
        public String message() {
            return "connection failed";
        }

        @Override
        public String reason() {
            return "nobody answered";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("peer", peer);
            fields.number("port", port);
        }
    }

    /**
     * A connection of a router ended.
     *
     * @param peer address of the other end
     * @param localPort own port
     * @param remotePort port of the other end
     * @param reason why
     */
    record Closed(IpAddress peer, int localPort, int remotePort, String reason) implements TcpEvent {

        @Override
        public String message() {
            return "connection ended";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("peer", peer);
            fields.number("localPort", localPort);
            fields.number("port", remotePort);
        }
    }

    /**
     * A router refused a connection.
     *
     * @param peer address of the one who asked for it
     * @param port own port that it was for
     * @param reason why
     */
    record Refused(IpAddress peer, int port, String reason) implements TcpEvent {

        @Override
        public String message() {
            return "connection refused";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("peer", peer);
            fields.number("port", port);
        }
    }

    /**
     * A segment is dropped, since it does not prove that its sender knows the password (RFC 2385).
     *
     * @param peer address of the sender
     * @param content what it is
     * @param reason what is wrong with it
     */
    record NotAuthentic(IpAddress peer, String content, String reason) implements TcpEvent {

        @Override
        public String message() {
            return "segment dropped";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("peer", peer);
            fields.text("content", content);
        }
    }

    /**
     * Segments are smaller from now on, since a router says that larger ones do not fit (RFC 1191 section 6.4).
     *
     * @param peer address of the other end
     * @param segmentBytes the largest segment
     */
    record SegmentsSmaller(IpAddress peer, int segmentBytes) implements TcpEvent {

        @Override
        public String message() {
            return "segments become smaller";
        }

        @Override
        public String reason() {
            return "the path MTU is smaller than was known";
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.address("peer", peer);
            fields.number("maximumSegmentSize", segmentBytes);
        }
    }
}
