package dmvpn.sim.ike.message;

import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.ike.certificate.Certificate;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UnsignedField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A payload of an IKEv2 message (RFC 7296 section 3.2). The encrypted payload is the message's protection, not one. */
public sealed interface IkePayload {

    /** Length of the generic header. */
    int GENERIC_HEADER_BYTES = 4;

    /** Payload type number. */
    int type();

    /** Length of what follows the generic header. */
    int bodyBytes();

    /** Length on the wire in bytes. */
    default int lengthBytes() {
        return GENERIC_HEADER_BYTES + bodyBytes();
    }

    /**
     * Proposals, or the chosen one (RFC 7296 section 3.3).
     *
     * @param proposals in the order of preference
     */
    record SecurityAssociation(List<Proposal> proposals) implements IkePayload {

        /** Type number. */
        public static final int TYPE = 33;

        /** Keeps an immutable copy of the list. */
        public SecurityAssociation {
            proposals = List.copyOf(proposals);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return proposals.stream().mapToInt(Proposal::lengthBytes).sum();
        }
    }

    /**
     * A Diffie-Hellman public value (RFC 7296 section 3.4). The value itself is derived from the run's seed when the
     * message is encoded.
     *
     * @param group group number
     * @param received the value of a message that came from bytes, when it is not the one that the run's seed gives
     */
    record KeyExchange(int group, Optional<Octets> received) implements IkePayload {

        /** Type number. */
        public static final int TYPE = 34;

        /** Length of group and reserved field. */
        public static final int FIXED_BYTES = 4;

        /**
         * @throws IllegalArgumentException when the group is unknown or its values have another length
         */
        public KeyExchange {
            int expected = DiffieHellman.publicValueBytes(group);
            received.ifPresent(value -> {
                if (value.length() != expected) {
                    throw new IllegalArgumentException("a public value of group " + group + " has " + expected + " bytes, not "
                            + value.length());
                }
            });
        }

        /** The value that the run's seed gives. */
        public KeyExchange(int group) {
            this(group, Optional.empty());
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + DiffieHellman.publicValueBytes(group);
        }
    }

    /**
     * A nonce (RFC 7296 section 3.9). Of two exchanges that replace the same child SA, the one with the lowest nonce
     * loses (RFC 7296 section 2.8.1).
     *
     * @param data 16 to 256 bytes
     */
    record Nonce(Octets data) implements IkePayload, Comparable<Nonce> {

        /** Type number. */
        public static final int TYPE = 40;

        /** Length of the nonces that routers send. */
        public static final int USUAL_BYTES = 32;

        private static final int MINIMUM_BYTES = 16;
        private static final int MAXIMUM_BYTES = 256;

        /**
         * @throws IllegalArgumentException when the length is out of range
         */
        public Nonce {
            if (data.length() < MINIMUM_BYTES || data.length() > MAXIMUM_BYTES) {
                throw new IllegalArgumentException("A nonce has " + MINIMUM_BYTES + " to " + MAXIMUM_BYTES + " bytes, not "
                        + data.length());
            }
        }

        /** A nonce of the usual length. */
        public static Nonce random(RandomGenerator random) {
            byte[] bytes = new byte[USUAL_BYTES];
            random.nextBytes(bytes);
            return new Nonce(Octets.of(bytes));
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return data.length();
        }

        @Override
        public int compareTo(Nonce other) {
            return data.compareTo(other.data);
        }
    }

    /**
     * Identity of the initiator (RFC 7296 section 3.5).
     *
     * @param identity who it says it is
     */
    record IdInitiator(Identity identity) implements IkePayload {

        /** Type number. */
        public static final int TYPE = 35;

        /** Length of ID type and reserved field. */
        public static final int FIXED_BYTES = 4;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + identity.lengthBytes();
        }
    }

    /**
     * Identity of the responder (RFC 7296 section 3.5).
     *
     * @param identity who it says it is
     */
    record IdResponder(Identity identity) implements IkePayload {

        /** Type number. */
        public static final int TYPE = 36;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return IdInitiator.FIXED_BYTES + identity.lengthBytes();
        }
    }

    /**
     * The sender's certificate, in the encoding "X.509 Certificate - Signature" (RFC 7296 section 3.6).
     *
     * @param certificate the certificate
     * @param received its bytes in a message that came from bytes, when they are not those that the run's seed gives
     */
    record CertificatePayload(Certificate certificate, Optional<Octets> received) implements IkePayload {

        /** Type number. */
        public static final int TYPE = 37;

        /** Number of the encoding. */
        public static final int ENCODING = 4;

        /** Length of the encoding field. */
        public static final int FIXED_BYTES = 1;

        /** The bytes that the run's seed gives. */
        public CertificatePayload(Certificate certificate) {
            this(certificate, Optional.empty());
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + received.map(Octets::length).orElseGet(certificate::lengthBytes);
        }
    }

    /**
     * Which authorities the sender trusts (RFC 7296 section 3.7).
     *
     * @param authorityHashes SHA-1 hashes, 20 bytes each
     */
    record CertificateRequest(List<Octets> authorityHashes) implements IkePayload {

        /** Type number. */
        public static final int TYPE = 38;

        /** Length of one hash. */
        public static final int HASH_BYTES = 20;

        /** Keeps an immutable copy of the list. */
        public CertificateRequest {
            authorityHashes = List.copyOf(authorityHashes);
        }

        /** Asks for a certificate of one authority. Its name stands for its public key, whose hash is on the wire. */
        public static CertificateRequest of(String authority) {
            return new CertificateRequest(List.of(Sha1.of(authority.getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return CertificatePayload.FIXED_BYTES + authorityHashes.size() * HASH_BYTES;
        }
    }

    /**
     * Proof of the identity (RFC 7296 section 3.8).
     *
     * @param method how
     * @param pseudoRandomFunction of the IKE SA; its output is the length of a proof by a shared secret
     * @param secretName name of the secret that the proof was made with: the simulator compares names. Empty when the
     *     message came from bytes, which show only the proof
     * @param received the proof of a message that came from bytes, when it is not the one of an unnamed secret
     */
    record Authentication(AuthenticationMethod method, HashAlgorithm pseudoRandomFunction, Optional<String> secretName,
            Optional<Octets> received) implements IkePayload {

        /** Type number. */
        public static final int TYPE = 39;

        /** Length of method and reserved field. */
        public static final int FIXED_BYTES = 4;

        /**
         * @throws IllegalArgumentException when a proof by the method has another length
         */
        public Authentication {
            int expected = method.proofBytes(pseudoRandomFunction);
            received.ifPresent(proof -> {
                if (proof.length() != expected) {
                    throw new IllegalArgumentException("a proof by " + method + " has " + expected + " bytes, not "
                            + proof.length());
                }
            });
        }

        /** The proof that the run's seed gives for a secret. */
        public Authentication(AuthenticationMethod method, HashAlgorithm pseudoRandomFunction, Optional<String> secretName) {
            this(method, pseudoRandomFunction, secretName, Optional.empty());
        }

        /** The proof by a shared secret. */
        public static Authentication bySharedKey(String secretName, HashAlgorithm pseudoRandomFunction) {
            return new Authentication(AuthenticationMethod.SHARED_KEY, pseudoRandomFunction, Optional.of(secretName));
        }

        /** The signature with the key of a certificate. */
        public static Authentication bySignature(Certificate certificate, HashAlgorithm pseudoRandomFunction) {
            return new Authentication(AuthenticationMethod.of(certificate.algorithm()), pseudoRandomFunction,
                    Optional.of(keyOf(certificate)));
        }

        /** Name of the secret that belongs to a certificate. */
        public static String keyOf(Certificate certificate) {
            return "key of " + certificate.subject() + " of " + certificate.issuer();
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + method.proofBytes(pseudoRandomFunction);
        }
    }

    /**
     * Traffic selectors of the initiator's end (RFC 7296 section 3.13).
     *
     * @param selectors what is offered, or taken of it
     */
    record TsInitiator(List<TrafficSelector> selectors) implements IkePayload {

        /** Type number. */
        public static final int TYPE = 44;

        /** Length of number of selectors and reserved field. */
        public static final int FIXED_BYTES = 4;

        /** Keeps an immutable copy of the list. */
        public TsInitiator {
            selectors = List.copyOf(selectors);
            UnsignedField.require("Number of traffic selectors", selectors.size(), 8);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + selectors.stream().mapToInt(TrafficSelector::lengthBytes).sum();
        }
    }

    /**
     * Traffic selectors of the responder's end (RFC 7296 section 3.13).
     *
     * @param selectors what is offered, or taken of it
     */
    record TsResponder(List<TrafficSelector> selectors) implements IkePayload {

        /** Type number. */
        public static final int TYPE = 45;

        /** Keeps an immutable copy of the list. */
        public TsResponder {
            selectors = List.copyOf(selectors);
            UnsignedField.require("Number of traffic selectors", selectors.size(), 8);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return TsInitiator.FIXED_BYTES + selectors.stream().mapToInt(TrafficSelector::lengthBytes).sum();
        }
    }

    /**
     * A notification (RFC 7296 section 3.10).
     *
     * @param notifyType what
     * @param childProtocol ESP or AH, when it is about a child SA
     * @param childSpi SPI of the child SA that it is about, empty when it is about none
     * @param data its data
     */
    record Notify(NotifyType notifyType, SecurityProtocol childProtocol, Optional<Long> childSpi, Octets data)
            implements IkePayload {

        /** Type number. */
        public static final int TYPE = 41;

        /** Length before the SPI. */
        public static final int FIXED_BYTES = 4;

        /**
         * @throws IllegalArgumentException when the SPI does not fit its field
         */
        public Notify {
            childSpi.ifPresent(spi -> UnsignedField.require("Child SA SPI", spi, 32));
        }

        /** A notification that is about ESP, when it is about a child SA at all. */
        public Notify(NotifyType notifyType, Optional<Long> childSpi, Octets data) {
            this(notifyType, SecurityProtocol.ESP, childSpi, data);
        }

        /** A notification without SPI and data. */
        public static Notify of(NotifyType type) {
            return new Notify(type, Optional.empty(), Octets.EMPTY);
        }

        /** A notification with data. */
        public static Notify of(NotifyType type, Octets data) {
            return new Notify(type, Optional.empty(), data);
        }

        /** Tells which child SA of the sender a new one replaces (RFC 7296 section 1.3.3). */
        public static Notify rekey(SecurityProtocol childProtocol, long childSpi) {
            return new Notify(NotifyType.REKEY_SA, childProtocol, Optional.of(childSpi), Octets.EMPTY);
        }

        /** Names the group that is wanted instead (RFC 7296 section 1.3). */
        public static Notify wantedGroup(int group) {
            return of(NotifyType.INVALID_KE_PAYLOAD, Octets.of(new byte[] {(byte) (group >> 8), (byte) group}));
        }

        /** The group that {@link NotifyType#INVALID_KE_PAYLOAD} names, 0 when it names none. */
        public int group() {
            byte[] bytes = data.toBytes();
            return bytes.length == Short.BYTES ? (bytes[0] & 0xff) << Byte.SIZE | bytes[1] & 0xff : 0;
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + (childSpi.isPresent() ? SecurityProtocol.ESP.spiBytes() : 0) + data.length();
        }
    }

    /**
     * Security associations that the sender has deleted (RFC 7296 section 3.11).
     *
     * @param protocol IKE for the IKE SA itself, with no SPI
     * @param childSpis SPIs that the sender received with; empty for the IKE SA
     */
    record Delete(SecurityProtocol protocol, List<Long> childSpis) implements IkePayload {

        /** Type number. */
        public static final int TYPE = 42;

        /** Length before the SPIs. */
        public static final int FIXED_BYTES = 4;

        /** The IKE SA, and all child SAs with it. */
        public static final Delete IKE_SA = new Delete(SecurityProtocol.IKE, List.of());

        /**
         * Keeps an immutable copy of the list.
         *
         * @throws IllegalArgumentException when an SPI does not fit its field or goes with the IKE SA
         */
        public Delete {
            childSpis = List.copyOf(childSpis);
            childSpis.forEach(spi -> UnsignedField.require("Child SA SPI", spi, 32));
            UnsignedField.require("Number of SPIs", childSpis.size(), 16);
            if (protocol == SecurityProtocol.IKE && !childSpis.isEmpty()) {
                throw new IllegalArgumentException("The deletion of the IKE SA names no SPI");
            }
        }

        /** Child SAs. */
        public static Delete children(SecurityProtocol protocol, List<Long> spis) {
            return new Delete(protocol, spis);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + childSpis.size() * SecurityProtocol.ESP.spiBytes();
        }
    }

    /**
     * A payload that is not known here, kept as it came.
     *
     * @param type payload type number
     * @param critical true when a receiver that does not know it must refuse the message
     * @param body what follows the generic header
     */
    record Unknown(int type, boolean critical, Octets body) implements IkePayload {

        /**
         * @throws IllegalArgumentException when the type does not fit its field or means no payload
         */
        public Unknown {
            UnsignedField.require("IKE payload type", type, 8);
            if (type == 0) {
                throw new IllegalArgumentException("IKE payload type 0 means that no payload follows");
            }
        }

        @Override
        public int bodyBytes() {
            return body.length();
        }
    }
}
