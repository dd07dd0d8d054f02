package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UnsignedField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An extension of an NHRP message (RFC 2332 section 5.3). The end of the list is not one: the codec writes it. */
public sealed interface NhrpExtension {

    /** Length of type and length fields. */
    int HEADER_BYTES = 4;

    /** Type, 0 to 16383, without the compulsory bit. */
    int type();

    /** True when a responder that does not know the extension must refuse the packet. */
    boolean compulsory();

    /** Length of the value in bytes. */
    int valueBytes();

    /** Length on the wire in bytes. */
    default int lengthBytes() {
        return HEADER_BYTES + valueBytes();
    }

    private static int sumOfLengths(List<ClientInformationEntry> entries) {
        return entries.stream().mapToInt(ClientInformationEntry::lengthBytes).sum();
    }

    private static List<ClientInformationEntry> appended(
            List<ClientInformationEntry> entries, ClientInformationEntry entry) {
        List<ClientInformationEntry> longer = new ArrayList<>(entries);
        longer.add(entry);
        return longer;
    }

    /**
     * Who answered (RFC 2332 section 5.3.1).
     *
     * @param responder empty in requests
     */
    record ResponderAddress(Optional<ClientInformationEntry> responder) implements NhrpExtension {

        /** Type number. */
        public static final int TYPE = 3;

        /** As requests have it. */
        public static final ResponderAddress EMPTY = new ResponderAddress(Optional.empty());

        /** As replies have it. */
        public static ResponderAddress of(ClientInformationEntry responder) {
            return new ResponderAddress(Optional.of(responder));
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public boolean compulsory() {
            return true;
        }

        @Override
        public int valueBytes() {
            return responder.map(ClientInformationEntry::lengthBytes).orElse(0);
        }
    }

    /**
     * Next-hop servers that forwarded the request (RFC 2332 section 5.3.2).
     *
     * @param entries one for each server, in the order of the way
     */
    record ForwardTransitRecord(List<ClientInformationEntry> entries) implements NhrpExtension {

        /** Type number. */
        public static final int TYPE = 4;

        /** As the requester sends it. */
        public static final ForwardTransitRecord EMPTY = new ForwardTransitRecord(List.of());

        /** Keeps an immutable copy of the list. */
        public ForwardTransitRecord {
            entries = List.copyOf(entries);
        }

        /** With one more server. */
        public ForwardTransitRecord with(ClientInformationEntry server) {
            return new ForwardTransitRecord(appended(entries, server));
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public boolean compulsory() {
            return true;
        }

        @Override
        public int valueBytes() {
            return sumOfLengths(entries);
        }
    }

    /**
     * Next-hop servers that forwarded the reply (RFC 2332 section 5.3.3).
     *
     * @param entries one for each server, in the order of the way
     */
    record ReverseTransitRecord(List<ClientInformationEntry> entries) implements NhrpExtension {

        /** Type number. */
        public static final int TYPE = 5;

        /** As the requester and the responder send it. */
        public static final ReverseTransitRecord EMPTY = new ReverseTransitRecord(List.of());

        /** Keeps an immutable copy of the list. */
        public ReverseTransitRecord {
            entries = List.copyOf(entries);
        }

        /** With one more server. */
        public ReverseTransitRecord with(ClientInformationEntry server) {
            return new ReverseTransitRecord(appended(entries, server));
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public boolean compulsory() {
            return true;
        }

        @Override
        public int valueBytes() {
            return sumOfLengths(entries);
        }
    }

    /**
     * The password in clear, as Cisco routers send it: a word with the value 1, then the characters without a
     * terminator. (RFC 2332 section 5.3.4 has an SPI, the source address and a keyed hash instead.)
     *
     * @param password characters of ISO 8859-1
     */
    record Authentication(String password) implements NhrpExtension {

        /** Type number. */
        public static final int TYPE = 7;

        /** Marks a password in clear. */
        public static final int CLEARTEXT = 1;

        /**
         * @throws IllegalArgumentException when a character has no single byte
         */
        public Authentication {
            if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(password)) {
                throw new IllegalArgumentException("An NHRP password has only characters of one byte");
            }
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public boolean compulsory() {
            return true;
        }

        @Override
        public int valueBytes() {
            return Integer.BYTES + password.length();
        }
    }

    /**
     * Addresses as seen behind NAT: Cisco's extension 9 (RFC 2735 gives the number another meaning).
     *
     * @param entries in a registration the server; in its reply a second entry with the client's address after NAT; in
     *     a resolution the requester's or the answer's address after NAT
     */
    record NatAddress(List<ClientInformationEntry> entries) implements NhrpExtension {

        /** Type number. */
        public static final int TYPE = 9;

        /** As a resolution without NAT has it. */
        public static final NatAddress EMPTY = new NatAddress(List.of());

        /** Keeps an immutable copy of the list. */
        public NatAddress {
            entries = List.copyOf(entries);
        }

        /** With one more entry. */
        public NatAddress with(ClientInformationEntry entry) {
            return new NatAddress(appended(entries, entry));
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public boolean compulsory() {
            return false;
        }

        @Override
        public int valueBytes() {
            return sumOfLengths(entries);
        }
    }

    /**
     * A vendor's own (RFC 2332 section 5.3.5). May occur several times.
     *
     * @param organizationIdentifier the vendor's 24-bit OUI
     * @param data what only the vendor understands
     */
    record VendorPrivate(int organizationIdentifier, Octets data) implements NhrpExtension {

        /** Type number. */
        public static final int TYPE = 8;

        /** Length of the OUI. */
        public static final int IDENTIFIER_BYTES = 3;

        /**
         * @throws IllegalArgumentException when the OUI has more than 24 bits
         */
        public VendorPrivate {
            UnsignedField.require("NHRP vendor OUI", organizationIdentifier, 24);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public boolean compulsory() {
            return false;
        }

        @Override
        public int valueBytes() {
            return IDENTIFIER_BYTES + data.length();
        }
    }

    /**
     * An extension that is not known here, kept as it came so that it can be passed on (RFC 2332 section 5.3).
     *
     * @param type 1 to 16383
     * @param compulsory the C bit
     * @param value value
     */
    record Unknown(int type, boolean compulsory, Octets value) implements NhrpExtension {

        /**
         * @throws IllegalArgumentException when the type does not fit or is that of the end of the list
         */
        public Unknown {
            UnsignedField.require("NHRP extension type", type, 14);
            if (type == 0) {
                throw new IllegalArgumentException("NHRP extension type 0 is the end of the list");
            }
        }

        @Override
        public int valueBytes() {
            return value.length();
        }
    }
}
