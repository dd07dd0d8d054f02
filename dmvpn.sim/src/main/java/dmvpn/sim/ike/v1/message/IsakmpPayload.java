package dmvpn.sim.ike.v1.message;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.sim.ike.certificate.DistinguishedName;
import dmvpn.sim.ike.message.AuthenticationMethod;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.UnsignedField;
import java.util.List;
import java.util.Optional;

/** A payload of an ISAKMP message (RFC 2408 section 3.2). */
public sealed interface IsakmpPayload {

    /** Length of the generic header. */
    int GENERIC_HEADER_BYTES = 4;

    /** Payload type number. */
    int type();

    /** Length of what follows the generic header. */
    int bodyBytes();

    /** Short name as RFC 2409 section 3.2 writes it. */
    String shortName();

    /** Length on the wire in bytes. */
    default int lengthBytes() {
        return GENERIC_HEADER_BYTES + bodyBytes();
    }

    /**
     * Proposals, or the chosen one, in the IPsec domain of interpretation (RFC 2407 section 4.6.1).
     *
     * @param proposals in the order of preference
     */
    record SecurityAssociation(List<IsakmpProposal> proposals) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 1;

        /** Length of domain of interpretation and situation. */
        public static final int FIXED_BYTES = 8;

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
            return FIXED_BYTES + proposals.stream().mapToInt(IsakmpProposal::lengthBytes).sum();
        }

        @Override
        public String shortName() {
            return "SA";
        }
    }

    /**
     * A Diffie-Hellman public value (RFC 2408 section 3.7). The value itself is derived from the run's seed when the message
     * is encoded.
     *
     * @param valueBytes its length
     * @param received the value of a message that came from bytes, when it is not the one that the run's seed gives
     */
    record KeyExchange(int valueBytes, Optional<Octets> received) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 4;

        /** The value that the run's seed gives. */
        public KeyExchange(int valueBytes) {
            this(valueBytes, Optional.empty());
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return valueBytes;
        }

        @Override
        public String shortName() {
            return "KE";
        }
    }

    /**
     * An identity (RFC 2407 section 4.6.2): of an end in phase 1, of the traffic in quick mode.
     *
     * @param identity who, or which address
     * @param protocolNumber IP protocol of the traffic, 0 in phase 1
     * @param port port of the traffic, 0 for all
     */
    record Identification(Identity identity, int protocolNumber, int port) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 5;

        /** Length of type, protocol and port. */
        public static final int FIXED_BYTES = 4;

        /** Refuses a number that does not fit its field. */
        public Identification {
            UnsignedField.require("IP protocol", protocolNumber, 8);
            UnsignedField.require("Port", port, 16);
        }

        /** All ports. */
        public Identification(Identity identity, int protocolNumber) {
            this(identity, protocolNumber, 0);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + identity.lengthBytes();
        }

        @Override
        public String shortName() {
            return "ID";
        }
    }

    /**
     * The sender's certificate (RFC 2408 section 3.9), encoding 4: X.509 for signatures.
     *
     * @param certificate the certificate
     * @param received its bytes in a message that came from bytes, when they are not those that the run's seed gives
     */
    record Certificate(dmvpn.sim.ike.certificate.Certificate certificate, Optional<Octets> received) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 6;

        /** Number of the encoding. */
        public static final int ENCODING = 4;

        /** The bytes that the run's seed gives. */
        public Certificate(dmvpn.sim.ike.certificate.Certificate certificate) {
            this(certificate, Optional.empty());
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return 1 + received.map(Octets::length).orElseGet(certificate::lengthBytes);
        }

        @Override
        public String shortName() {
            return "CERT";
        }
    }

    /**
     * Asks for a certificate of an authority (RFC 2408 section 3.10).
     *
     * @param authority its name
     */
    record CertificateRequest(DistinguishedName authority) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 7;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return 1 + authority.encode().length;
        }

        @Override
        public String shortName() {
            return "CERTREQ";
        }
    }

    /**
     * A hash over the exchange (RFC 2409 section 5): the proof by a shared secret in phase 1, the integrity check afterwards.
     *
     * @param hash its algorithm, which gives its length
     * @param secretName name of the secret that a proof was made with: the simulator compares names. Empty in a check, and when
     *     the message came from bytes, which show only the proof
     * @param received the bytes of a message that came from bytes, when they are not those of a check
     */
    record Hash(HashAlgorithm hash, Optional<String> secretName, Optional<Octets> received) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 8;

        /** The bytes that the run's seed gives. */
        public Hash(HashAlgorithm hash, Optional<String> secretName) {
            this(hash, secretName, Optional.empty());
        }

        /** Length of the whole output of a hash in bytes. */
        public static int outputBytes(HashAlgorithm hash) {
            return AuthenticationMethod.SHARED_KEY.proofBytes(hash);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return outputBytes(hash);
        }

        @Override
        public String shortName() {
            return "HASH";
        }
    }

    /**
     * The proof by the key of a certificate (RFC 2409 section 5.1, RFC 4754 for elliptic curves).
     *
     * @param algorithm kind of the key, which gives the length
     * @param keyName name of the key that it was made with, empty when the message came from bytes
     * @param received the signature of a message that came from bytes, when it is not the one of an unnamed key
     */
    record Signature(SignatureAlgorithm algorithm, Optional<String> keyName, Optional<Octets> received)
            implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 9;

        /** The signature that the run's seed gives. */
        public Signature(SignatureAlgorithm algorithm, Optional<String> keyName) {
            this(algorithm, keyName, Optional.empty());
        }

        /** Length of a signature in bytes. */
        public static int lengthBytes(SignatureAlgorithm algorithm) {
            return AuthenticationMethod.of(algorithm).proofBytes(HashAlgorithm.SHA256);
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return lengthBytes(algorithm);
        }

        @Override
        public String shortName() {
            return "SIG";
        }
    }

    /**
     * A nonce (RFC 2408 section 3.13).
     *
     * @param data 8 to 256 bytes
     */
    record Nonce(Octets data) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 10;

        /** Length of the nonces that routers send. */
        public static final int USUAL_BYTES = 20;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return data.length();
        }

        @Override
        public String shortName() {
            return "NONCE";
        }
    }

    /**
     * A notification (RFC 2408 section 3.14).
     *
     * @param notifyType what
     * @param protocolNumber 1 for ISAKMP, 2 for AH, 3 for ESP
     * @param spi SPI that it is about: both cookies for an ISAKMP SA, or empty
     * @param data its data
     */
    record Notification(IsakmpNotifyType notifyType, int protocolNumber, Octets spi, Octets data) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 11;

        /** Length before the SPI. */
        public static final int FIXED_BYTES = 8;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + spi.length() + data.length();
        }

        @Override
        public String shortName() {
            return "N(" + notifyType + ")";
        }
    }

    /**
     * Security associations that the sender has deleted (RFC 2408 section 3.15).
     *
     * @param protocolNumber 1 for ISAKMP, 2 for AH, 3 for ESP
     * @param spis SPIs that the sender received with, or both cookies of an ISAKMP SA; all of one length
     */
    record Deletion(int protocolNumber, List<Octets> spis) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 12;

        /** Length before the SPIs. */
        public static final int FIXED_BYTES = 8;

        /** Keeps an immutable copy of the list, which is not empty. */
        public Deletion {
            spis = List.copyOf(spis);
            if (spis.isEmpty() || spis.stream().mapToInt(Octets::length).distinct().count() > 1) {
                throw new IllegalArgumentException("A deletion names at least one SPI, and all have one length");
            }
        }

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + spis.stream().mapToInt(Octets::length).sum();
        }

        @Override
        public String shortName() {
            return protocolNumber == IsakmpProposal.ISAKMP ? "D(ISAKMP)" : "D(IPSEC)";
        }
    }

    /**
     * What the sender can do beyond the standard (RFC 2408 section 3.16).
     *
     * @param id the extension
     */
    record VendorId(Octets id) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 13;

        /** RFC 3706 section 5.1, version 1.0. */
        public static final VendorId DEAD_PEER_DETECTION = new VendorId(Octets.ofHex("afcad71368a1f1c96b8696fc77570100"));

        /** RFC 3947 section 3.1. */
        public static final VendorId NAT_TRAVERSAL = new VendorId(Octets.ofHex("4a131c81070358455c5728f20e95452f"));

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return id.length();
        }

        @Override
        public String shortName() {
            return "VID";
        }
    }

    /**
     * Hash of an address and port, by which two ends find a NAT between them (RFC 3947 section 3.2).
     *
     * @param hash as long as that of the ISAKMP SA
     */
    record NatDetection(Octets hash) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 20;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return hash.length();
        }

        @Override
        public String shortName() {
            return "NAT-D";
        }
    }

    /**
     * An address as the sender knows it, before or behind a NAT (RFC 3947 section 5.2): first the initiator's, then the
     * responder's.
     *
     * @param address the address
     */
    record NatOriginalAddress(IpAddress address) implements IsakmpPayload {

        /** Type number. */
        public static final int TYPE = 21;

        /** Length of type and reserved bytes. */
        public static final int FIXED_BYTES = 4;

        @Override
        public int type() {
            return TYPE;
        }

        @Override
        public int bodyBytes() {
            return FIXED_BYTES + address.toBytes().length;
        }

        @Override
        public String shortName() {
            return "NAT-OA";
        }
    }
}
