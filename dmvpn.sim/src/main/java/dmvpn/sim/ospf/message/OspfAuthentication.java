package dmvpn.sim.ospf.message;

import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UnsignedField;

/** What proves that a packet is of a router that may speak (RFC 2328 appendix D). */
public sealed interface OspfAuthentication {

    /** AuType. */
    int type();

    /** Length of what is appended to the packet. */
    int trailerBytes();

    /** Null authentication. */
    record None() implements OspfAuthentication {

        @Override
        public int type() {
            return 0;
        }

        @Override
        public int trailerBytes() {
            return 0;
        }
    }

    /**
     * A password in clear.
     *
     * @param password eight octets
     */
    record Simple(Octets password) implements OspfAuthentication {

        /** Length of the password on the wire. */
        public static final int BYTES = 8;

        /**
         * Checks the length.
         *
         * @throws IllegalArgumentException when it is another one
         */
        public Simple {
            if (password.length() != BYTES) {
                throw new IllegalArgumentException("an OSPF password has " + BYTES + " bytes, not " + password.length());
            }
        }

        @Override
        public int type() {
            return 1;
        }

        @Override
        public int trailerBytes() {
            return 0;
        }
    }

    /**
     * A digest of packet and key, MD5.
     *
     * @param keyId number of the key, 0 to 255
     * @param sequence number that never falls
     * @param digest sixteen octets behind the packet
     */
    record Cryptographic(int keyId, long sequence, Octets digest) implements OspfAuthentication {

        /** Length of an MD5 digest. */
        public static final int DIGEST_BYTES = 16;

        /**
         * Checks the fields.
         *
         * @throws IllegalArgumentException when one does not fit
         */
        public Cryptographic {
            UnsignedField.require("OSPF key id", keyId, 8);
            UnsignedField.require("OSPF cryptographic sequence number", sequence, 32);
            if (digest.length() != DIGEST_BYTES) {
                throw new IllegalArgumentException("an MD5 digest has " + DIGEST_BYTES + " bytes, not " + digest.length());
            }
        }

        @Override
        public int type() {
            return 2;
        }

        @Override
        public int trailerBytes() {
            return DIGEST_BYTES;
        }
    }
}
