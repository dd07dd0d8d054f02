package dmvpn.sim.bgp.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A message between two BGP speakers (RFC 4271 section 4). */
public sealed interface BgpMessage extends Packet {

    /** TCP port of BGP. */
    int TCP_PORT = 179;

    /** Marker, length and type (section 4.1). */
    int HEADER_BYTES = 19;

    /** Largest message (section 4.1). */
    int LONGEST_BYTES = 4096;

    /** Type of the message. */
    int type();

    @Override
    default String protocol() {
        return "BGP";
    }

    /**
     * The first message of each side (section 4.2).
     *
     * @param version 4
     * @param autonomousSystem number in two bytes, {@link #TRANSITION} when the own has more
     * @param holdTimeSeconds longest silence that the sender bears, 0 for any
     * @param routerId identifier of the sender
     * @param capabilities what it can do
     */
    record Open(int version, int autonomousSystem, int holdTimeSeconds, Ipv4Address routerId, List<Capability> capabilities)
            implements BgpMessage {

        /** Type of the message. */
        public static final int TYPE = 1;
        /** BGP-4. */
        public static final int VERSION = 4;
        /** AS_TRANS stands for numbers with more than two bytes (RFC 6793 section 9). */
        public static final int TRANSITION = 23_456;

        private static final int FIXED_BYTES = 10;
        private static final int CAPABILITY_HEADER_BYTES = 2;
        static final int PARAMETER_HEADER_BYTES = 2;

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public Open {
            UnsignedField.require("BGP version", version, 8);
            UnsignedField.require("BGP autonomous system", autonomousSystem, 16);
            UnsignedField.require("BGP hold time", holdTimeSeconds, 16);
            capabilities = List.copyOf(capabilities);
        }

        /** The autonomous system of the sender: the capability's where there is one (RFC 6793 section 4.1). */
        public long wholeAutonomousSystem() {
            for (Capability capability : capabilities) {
                if (capability instanceof Capability.FourOctetNumbers numbers) {
                    return numbers.autonomousSystem();
                }
            }
            return autonomousSystem;
        }

        int capabilityBytes() {
            return capabilities.stream().mapToInt(each -> CAPABILITY_HEADER_BYTES + each.valueBytes()).sum();
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public String summary() {
            return "BGP Open";
        }

        @Override
        public int lengthBytes() {
            int capabilityBytes = capabilityBytes();
            return HEADER_BYTES + FIXED_BYTES + (capabilityBytes == 0 ? 0 : PARAMETER_HEADER_BYTES + capabilityBytes);
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.number("autonomousSystem", wholeAutonomousSystem());
            fields.number("holdTime", holdTimeSeconds);
            fields.address("routerId", routerId);
        }
    }

    /**
     * Routes that are there with their attributes, and routes that are gone (section 4.3, RFC 4760).
     *
     * @param withdrawn what is gone; all of one family
     * @param attributes what is said about the announced routes; empty when there are none
     * @param announced what is there; all of one family, the same as the withdrawn ones
     * @param endOf family whose initial routes are all sent, with nothing else in the message (RFC 4724 section 2)
     */
    record Update(List<Nlri> withdrawn, Optional<PathAttributes> attributes, List<Nlri> announced, Optional<AddressFamily> endOf)
            implements BgpMessage {

        /** Type of the message. */
        public static final int TYPE = 2;

        /**
         * @throws IllegalArgumentException when routes have no attributes or attributes no routes
         */
        public Update {
            withdrawn = List.copyOf(withdrawn);
            announced = List.copyOf(announced);
            if (attributes.isPresent() == announced.isEmpty()) {
                throw new IllegalArgumentException("Announced routes have attributes, and attributes are about announced routes");
            }
            if (endOf.isPresent() != (withdrawn.isEmpty() && announced.isEmpty())) {
                throw new IllegalArgumentException("A message without routes ends the initial ones of a family");
            }
        }

        /** Announces routes that are alike. */
        public static Update announce(PathAttributes attributes, List<Nlri> routes) {
            return new Update(List.of(), Optional.of(attributes), routes, Optional.empty());
        }

        /** Withdraws routes. */
        public static Update withdraw(List<Nlri> routes) {
            return new Update(routes, Optional.empty(), List.of(), Optional.empty());
        }

        /** Says that the initial routes of a family are all sent. */
        public static Update endOf(AddressFamily family) {
            return new Update(List.of(), Optional.empty(), List.of(), Optional.of(family));
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public String summary() {
            return "BGP Update";
        }

        @Override
        public int lengthBytes() {
            return UpdateCodec.lengthBytes(this);
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.number("announced", announced.size());
            fields.number("withdrawn", withdrawn.size());
            fields.prefix("prefix", announced.isEmpty() ? withdrawn.isEmpty() ? null : withdrawn.getFirst().prefix()
                    : announced.getFirst().prefix());
            fields.address("nextHop", attributes.map(PathAttributes::nextHop).orElse(null));
        }
    }

    /**
     * Ends a session (section 4.5).
     *
     * @param code error code
     * @param subcode error subcode, 0 for none
     * @param data what was wrong
     */
    record Notification(int code, int subcode, Octets data) implements BgpMessage {

        /** Type of the message. */
        public static final int TYPE = 3;

        private static final int FIXED_BYTES = 2;

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public Notification {
            UnsignedField.require("BGP error code", code, 8);
            UnsignedField.require("BGP error subcode", subcode, 8);
        }

        /** A notification without data. */
        public static Notification of(NotificationCode reason) {
            return new Notification(reason.code(), reason.subcode(), Octets.EMPTY);
        }

        /** In words. */
        public String title() {
            return NotificationCode.of(code, subcode).map(NotificationCode::title).orElse("error " + code + "/" + subcode);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public String summary() {
            return "BGP Notification";
        }

        @Override
        public int lengthBytes() {
            return HEADER_BYTES + FIXED_BYTES + data.length();
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.number("code", code);
            fields.number("subcode", subcode);
        }
    }

    /** Says that the sender is there (section 4.4). */
    record Keepalive() implements BgpMessage {

        /** Type of the message. */
        public static final int TYPE = 4;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public String summary() {
            return "BGP Keepalive";
        }

        @Override
        public int lengthBytes() {
            return HEADER_BYTES;
        }

        @Override
        public void describe(FieldWriter fields) {
            // It has nothing but its header.
        }
    }

    /**
     * Asks for all routes of a family again (RFC 2918).
     *
     * @param family AFI
     * @param subsequentFamily SAFI
     */
    record RouteRefresh(int family, int subsequentFamily) implements BgpMessage {

        /** Type of the message. */
        public static final int TYPE = 5;

        private static final int FIXED_BYTES = 4;

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public RouteRefresh {
            UnsignedField.require("AFI", family, 16);
            UnsignedField.require("SAFI", subsequentFamily, 8);
        }

        /** Asks for the routes of a family. */
        public static RouteRefresh of(AddressFamily family) {
            return new RouteRefresh(family.family(), family.subsequentFamily());
        }

        /** The family, when it is known. */
        public Optional<AddressFamily> knownFamily() {
            return AddressFamily.of(family, subsequentFamily);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public String summary() {
            return "BGP Route Refresh";
        }

        @Override
        public int lengthBytes() {
            return HEADER_BYTES + FIXED_BYTES;
        }

        @Override
        public void describe(FieldWriter fields) {
            fields.number("family", family);
            fields.number("subsequentFamily", subsequentFamily);
        }
    }

    /** The length of the message that begins with these bytes: known from the header on. */
    static OptionalInt lengthOfFirst(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            return OptionalInt.empty();
        }
        for (int index = 0; index < BgpCodec.MARKER_BYTES; index++) {
            if (bytes[index] != (byte) 0xff) {
                return OptionalInt.empty();
            }
        }
        int length = (bytes[BgpCodec.MARKER_BYTES] & 0xff) << 8 | bytes[BgpCodec.MARKER_BYTES + 1] & 0xff;
        return length < HEADER_BYTES || length > LONGEST_BYTES ? OptionalInt.empty() : OptionalInt.of(length);
    }
}
