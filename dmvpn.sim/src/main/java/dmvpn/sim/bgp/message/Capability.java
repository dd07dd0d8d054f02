package dmvpn.sim.bgp.message;

import dmvpn.sim.packet.Octets;
import java.util.List;

/** Something that a speaker can do and says in its OPEN (RFC 5492). */
public sealed interface Capability {

    /** Number of the registry. */
    int code();

    /** Length of the value, in bytes. */
    int valueBytes();

    /**
     * Carries routes of a family (RFC 4760 section 8).
     *
     * @param family the family
     */
    record Multiprotocol(AddressFamily family) implements Capability {

        /** Number of the registry. */
        public static final int CODE = 1;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public int valueBytes() {
            return 4;
        }
    }

    /** Sends all its routes again when it is asked to (RFC 2918). */
    record RouteRefresh() implements Capability {

        /** Number of the registry. */
        public static final int CODE = 2;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public int valueBytes() {
            return 0;
        }
    }

    /**
     * Keeps forwarding while it restarts (RFC 4724).
     *
     * @param flagsAndTime four bits of flags and twelve of the restart time in seconds
     * @param families AFI, SAFI and flags of each family, as they are
     */
    record GracefulRestart(int flagsAndTime, List<Integer> families) implements Capability {

        /** Number of the registry. */
        public static final int CODE = 64;

        /** Keeps an immutable copy of the list. */
        public GracefulRestart {
            families = List.copyOf(families);
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public int valueBytes() {
            return 2 + 4 * families.size();
        }
    }

    /**
     * Knows numbers of autonomous systems of four bytes (RFC 6793 section 3).
     *
     * @param autonomousSystem its own
     */
    record FourOctetNumbers(long autonomousSystem) implements Capability {

        /** Number of the registry. */
        public static final int CODE = 65;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public int valueBytes() {
            return 4;
        }
    }

    /**
     * One that this speaker does not know: ignored (RFC 5492 section 3).
     *
     * @param code number of the registry
     * @param value its value
     */
    record Unknown(int code, Octets value) implements Capability {

        @Override
        public int valueBytes() {
            return value.length();
        }
    }
}
