package dmvpn.sim.ospf.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/** What an OSPF packet is about (RFC 2328 appendix A.3; RFC 5340 appendix A.3). */
public sealed interface OspfBody {

    /** Type of the packet on the wire. */
    int type();

    /** Its name. */
    String title();

    /** Length on the wire, without the header of the packet. */
    int lengthBytes();

    /** What a hello says of the interface that it is sent out of. */
    sealed interface SenderInterface permits NetworkMask, InterfaceId {
    }

    /**
     * Version 2: the network.
     *
     * @param length length of the prefix of the sender's network
     */
    record NetworkMask(int length) implements SenderInterface {
    }

    /**
     * Version 3: the interface.
     *
     * @param number what the sender calls its interface, unique on the sender
     */
    record InterfaceId(long number) implements SenderInterface {

        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException when it does not fit its field
         */
        public InterfaceId {
            UnsignedField.require("OSPF interface ID", number, 32);
        }
    }

    /**
     * A hello.
     *
     * @param sender the sender's interface
     * @param helloIntervalSeconds time between its hellos, 0 to 65535
     * @param options kind of the area
     * @param priority its claim to be designated router, 0 to 255
     * @param deadIntervalSeconds silence after which it is lost
     * @param designatedRouter address of the designated router as the sender sees it, in version 3 its router ID, 0.0.0.0 for none
     * @param backupDesignatedRouter the same of the backup
     * @param neighbors router IDs that the sender has heard lately
     */
    record Hello(SenderInterface sender, int helloIntervalSeconds, OspfOptions options, int priority, long deadIntervalSeconds,
            Ipv4Address designatedRouter, Ipv4Address backupDesignatedRouter, List<Ipv4Address> neighbors)
            implements OspfBody {

        private static final int FIXED_BYTES = 20;
        private static final int NEIGHBOR_BYTES = 4;

        /**
         * Keeps an immutable copy of the list.
         *
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public Hello {
            UnsignedField.require("OSPF hello interval", helloIntervalSeconds, 16);
            UnsignedField.require("OSPF priority", priority, 8);
            UnsignedField.require("OSPF dead interval", deadIntervalSeconds, 32);
            neighbors = List.copyOf(neighbors);
        }

        @Override
        public int type() {
            return 1;
        }

        @Override
        public String title() {
            return "Hello";
        }

        @Override
        public int lengthBytes() {
            return FIXED_BYTES + neighbors.size() * NEIGHBOR_BYTES;
        }
    }

    /**
     * A part of the list of what the sender's database has.
     *
     * @param mtuBytes largest IP packet of the sender's interface
     * @param options kind of the area
     * @param initial I: the first one
     * @param more M: others follow
     * @param master MS: the sender is the master of the exchange
     * @param sequence number of the exchange's packet
     * @param headers headers of advertisements
     */
    record DatabaseDescription(int mtuBytes, OspfOptions options, boolean initial, boolean more, boolean master,
            long sequence, List<LinkStateHeader> headers) implements OspfBody {

        /** Length without headers. */
        public static final int FIXED_BYTES = 8;

        /**
         * Keeps an immutable copy of the list.
         *
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public DatabaseDescription {
            UnsignedField.require("OSPF interface MTU", mtuBytes, 16);
            UnsignedField.require("OSPF DD sequence number", sequence, 32);
            headers = List.copyOf(headers);
        }

        @Override
        public int type() {
            return 2;
        }

        @Override
        public String title() {
            return "Database Description";
        }

        @Override
        public int lengthBytes() {
            return FIXED_BYTES + headers.size() * LinkStateHeader.BYTES;
        }
    }

    /**
     * Asks for advertisements.
     *
     * @param keys which ones
     */
    record LinkStateRequest(List<LinkStateKey> keys) implements OspfBody {

        /** Length of what asks for one. */
        public static final int KEY_BYTES = 12;

        /** Keeps an immutable copy of the list. */
        public LinkStateRequest {
            keys = List.copyOf(keys);
        }

        @Override
        public int type() {
            return 3;
        }

        @Override
        public String title() {
            return "LS Request";
        }

        @Override
        public int lengthBytes() {
            return keys.size() * KEY_BYTES;
        }
    }

    /**
     * Advertisements.
     *
     * @param advertisements what is flooded or was asked for
     */
    record LinkStateUpdate(List<LinkStateAdvertisement> advertisements) implements OspfBody {

        /** Length of the number of advertisements. */
        public static final int FIXED_BYTES = 4;

        /** Keeps an immutable copy of the list. */
        public LinkStateUpdate {
            advertisements = List.copyOf(advertisements);
        }

        @Override
        public int type() {
            return 4;
        }

        @Override
        public String title() {
            return "LS Update";
        }

        @Override
        public int lengthBytes() {
            int length = FIXED_BYTES;
            for (LinkStateAdvertisement advertisement : advertisements) {
                length += advertisement.lengthBytes();
            }
            return length;
        }
    }

    /**
     * Acknowledges advertisements.
     *
     * @param headers headers of those that arrived
     */
    record LinkStateAcknowledgment(List<LinkStateHeader> headers) implements OspfBody {

        /** Keeps an immutable copy of the list. */
        public LinkStateAcknowledgment {
            headers = List.copyOf(headers);
        }

        @Override
        public int type() {
            return 5;
        }

        @Override
        public String title() {
            return "LS Acknowledge";
        }

        @Override
        public int lengthBytes() {
            return headers.size() * LinkStateHeader.BYTES;
        }
    }
}
