package dmvpn.sim.ike.message;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.packet.UnsignedField;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A proposal of an SA payload (RFC 7296 section 3.3.1): one suite of algorithms, or the choice of several. */
public sealed interface Proposal {

    /** Length of a proposal before its SPI and transforms. */
    int HEADER_BYTES = 8;

    /** Length of a transform before its attributes (RFC 7296 section 3.3.2). */
    int TRANSFORM_BYTES = 8;

    /** Length of the key length attribute (RFC 7296 section 3.3.5). */
    int KEY_LENGTH_ATTRIBUTE_BYTES = 4;

    /** Number, 1 for the first of a payload; an answer repeats that of its choice. */
    int number();

    /** What it is for. */
    SecurityProtocol protocol();

    /** Length on the wire in bytes. */
    int lengthBytes();

    /** The proposals of one suite each that the receiver may choose of, the sender's preferred one first. */
    default Stream<Proposal> choices() {
        return Stream.of(this);
    }

    /**
     * Algorithms of an IKE SA.
     *
     * @param number 1 to 255
     * @param spi SPI of the new IKE SA when an old one is replaced; empty in IKE_SA_INIT
     * @param suite algorithms
     */
    record ForIke(int number, OptionalLong spi, IkeSuite suite) implements Proposal {

        /**
         * @throws IllegalArgumentException when the number does not fit its field
         */
        public ForIke {
            requireNumber(number);
        }

        @Override
        public SecurityProtocol protocol() {
            return SecurityProtocol.IKE;
        }

        @Override
        public int lengthBytes() {
            int transforms = suite.integrity().isPresent() ? 4 : 3;
            return HEADER_BYTES + (spi.isPresent() ? SecurityProtocol.IKE.spiBytes() : 0)
                    + transforms * TRANSFORM_BYTES + attributeBytes(suite.encryption());
        }
    }

    /**
     * Algorithms of a child SA.
     *
     * @param number 1 to 255
     * @param spi SPI that the sender of this payload will receive with
     * @param suite algorithms
     */
    record ForChild(int number, long spi, EspSuite suite) implements Proposal {

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public ForChild {
            requireNumber(number);
            UnsignedField.require("Child SA SPI", spi, 32);
        }

        @Override
        public SecurityProtocol protocol() {
            return SecurityProtocol.ESP;
        }

        @Override
        public int lengthBytes() {
            int transforms = 2 + (suite.integrity().isPresent() ? 1 : 0) + (suite.diffieHellmanGroup().isPresent() ? 1 : 0);
            return HEADER_BYTES + SecurityProtocol.ESP.spiBytes() + transforms * TRANSFORM_BYTES
                    + attributeBytes(suite.encryption());
        }
    }

    /**
     * The Authentication Header of a child SA. It belongs together with the proposal for ESP of the same number, as RFC 4306
     * section 3.3.1 had it; RFC 7296 leaves the combination out.
     *
     * @param number 1 to 255
     * @param spi SPI that the sender of this payload will receive with
     * @param integrity hash of the header
     * @param diffieHellmanGroup group of a new exchange for perfect forward secrecy, empty for none
     */
    record ForHeader(int number, long spi, HashAlgorithm integrity, OptionalInt diffieHellmanGroup) implements Proposal {

        /**
         * @throws IllegalArgumentException when a number does not fit its field
         */
        public ForHeader {
            requireNumber(number);
            UnsignedField.require("Child SA SPI", spi, 32);
            diffieHellmanGroup.ifPresent(DiffieHellman::publicValueBytes);
        }

        @Override
        public SecurityProtocol protocol() {
            return SecurityProtocol.AH;
        }

        @Override
        public int lengthBytes() {
            return HEADER_BYTES + SecurityProtocol.AH.spiBytes()
                    + (diffieHellmanGroup.isPresent() ? 3 : 2) * TRANSFORM_BYTES;
        }
    }

    /**
     * Transforms as a peer lists them, several of a type being alternatives (RFC 7296 section 3.3). The simulator's own routers
     * send proposals of one suite.
     *
     * @param number 1 to 255
     * @param protocol what it is for
     * @param spi SPI that the sender of this payload will receive with; may be empty for IKE alone
     * @param transforms in their order on the wire
     */
    record Alternatives(int number, SecurityProtocol protocol, OptionalLong spi, List<Transform> transforms)
            implements Proposal {

        /**
         * Keeps an immutable copy of the list.
         *
         * @throws IllegalArgumentException when a number does not fit its field or the SPI is missing
         */
        public Alternatives {
            requireNumber(number);
            transforms = List.copyOf(transforms);
            UnsignedField.require("Number of transforms", transforms.size(), 8);
            if (protocol != SecurityProtocol.IKE) {
                UnsignedField.require("Child SA SPI", spi.orElseThrow(
                        () -> new IllegalArgumentException("A proposal for a child SA has an SPI")), 32);
            }
        }

        @Override
        public int lengthBytes() {
            return HEADER_BYTES + (spi.isPresent() ? protocol.spiBytes() : 0)
                    + transforms.stream().mapToInt(Transform::lengthBytes).sum();
        }

        @Override
        public Stream<Proposal> choices() {
            return SuiteTransforms.choices(this);
        }
    }

    /** A cipher whose keys have one length says nothing of it. */
    private static int attributeBytes(EncryptionAlgorithm encryption) {
        return encryption.hasOneKeyLength() ? 0 : KEY_LENGTH_ATTRIBUTE_BYTES;
    }

    private static void requireNumber(int number) {
        UnsignedField.require("Proposal number", number, 8);
        if (number == 0) {
            throw new IllegalArgumentException("Proposal numbers begin with 1");
        }
    }
}
