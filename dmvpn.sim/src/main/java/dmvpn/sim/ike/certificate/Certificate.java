package dmvpn.sim.ike.certificate;

import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.sim.ike.certificate.CertificateParts.Part;
import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.List;

/**
 * A router's certificate (RFC 5280 section 4.1): an RSA key of 2048 bits or one of the curve P-256, signed with SHA-256 by an
 * authority with a key of the same kind. Keys and signatures are bytes of the run's seed: nobody computes with them.
 *
 * @param subject whose it is
 * @param issuer the authority that signed it
 * @param algorithm kind of the key
 */
public record Certificate(DistinguishedName subject, DistinguishedName issuer, SignatureAlgorithm algorithm) {

    /** Length of an RSA modulus, and of a signature with it. */
    private static final int RSA_BYTES = 256;
    /** Length of a coordinate of a point, and of each half of a signature. */
    private static final int CURVE_BYTES = 32;
    private static final int SERIAL_BYTES = 8;
    private static final int KEY_IDENTIFIER_BYTES = 20;
    private static final int VERSION_TAG = 0xa0;
    private static final int EXTENSIONS_TAG = 0xa3;
    private static final int KEY_IDENTIFIER_TAG = 0x80;
    private static final byte[] VERSION_3 = {DerElements.INTEGER, 1, 2};

    /** 1.2.840.113549.1.1.1, rsaEncryption. */
    private static final byte[] RSA_KEY = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1};
    /** 1.2.840.113549.1.1.11, sha256WithRSAEncryption. */
    private static final byte[] RSA_SIGNATURE = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 11};
    /** 1.2.840.10045.2.1, id-ecPublicKey. */
    private static final byte[] EC_KEY = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};
    /** 1.2.840.10045.3.1.7, prime256v1. */
    private static final byte[] P_256 = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};
    /** 1.2.840.10045.4.3.2, ecdsa-with-SHA256. */
    private static final byte[] EC_SIGNATURE = {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 4, 3, 2};
    /** 2.5.29.15, 2.5.29.35 and 2.5.29.14 without their last number. */
    private static final byte[] EXTENSION_ARC = {0x55, 0x1d};
    private static final int KEY_USAGE = 15;
    private static final int AUTHORITY_KEY_IDENTIFIER = 35;
    private static final int SUBJECT_KEY_IDENTIFIER = 14;
    /** Digital signature and key encipherment: the first and the third of eight bits, five of them unused. */
    private static final byte[] USAGE = {DerElements.BIT_STRING, 2, 5, (byte) 0xa0};

    /** The certificate of a router under an authority, by their names. */
    public static Certificate of(String router, String authority, SignatureAlgorithm algorithm) {
        return new Certificate(new DistinguishedName(router), new DistinguishedName(authority), algorithm);
    }

    /** Length on the wire in bytes; it depends on the names and the kind of the key alone. */
    public int lengthBytes() {
        return encode((count, label) -> new byte[count]).length;
    }

    /** The bytes of the certificate with the keys of a run. */
    public byte[] encode(SeededKeys keys) {
        return encode(keys::derive);
    }

    /**
     * Writes its bytes, each part by its name.
     *
     * @param encoded its bytes with the keys of a run
     */
    public void write(byte[] encoded, ByteWriter out) {
        String kind = algorithm == SignatureAlgorithm.RSA ? "RSA with SHA-256" : "ECDSA with SHA-256";
        out.group("Certificate", "of " + subject + ", issued by " + issuer, () -> CertificateParts.write(encoded,
                List.of(new Part("Version", "3"), new Part("Serial number", ""), new Part("Signature algorithm", kind),
                        new Part("Issuer", issuer.toString()), new Part("Validity", "2026-01-01 to 2036-01-01"),
                        new Part("Subject", subject.toString()), new Part("Public key", ""), new Part("Extensions", "")),
                List.of(new Part("Signature algorithm", kind), new Part("Signature", "")), out));
    }

    /** Where keys and signatures come from. */
    private interface Bytes {

        byte[] derive(int count, String label);
    }

    private byte[] encode(Bytes source) {
        byte[] signed = DerElements.element(DerElements.SEQUENCE,
                DerElements.element(VERSION_TAG, VERSION_3),
                DerElements.unsigned(number(source, SERIAL_BYTES, "serial number ")),
                signatureAlgorithm(),
                issuer.encode(),
                DerElements.element(DerElements.SEQUENCE, DerElements.text(DerElements.UTC_TIME, "260101000000Z"),
                        DerElements.text(DerElements.UTC_TIME, "360101000000Z")),
                subject.encode(),
                publicKey(source),
                DerElements.element(EXTENSIONS_TAG, DerElements.element(DerElements.SEQUENCE,
                        extension(KEY_USAGE, USAGE),
                        extension(AUTHORITY_KEY_IDENTIFIER, DerElements.element(DerElements.SEQUENCE,
                                DerElements.element(KEY_IDENTIFIER_TAG,
                                        source.derive(KEY_IDENTIFIER_BYTES, "key of " + issuer)))),
                        extension(SUBJECT_KEY_IDENTIFIER, DerElements.element(DerElements.OCTET_STRING,
                                source.derive(KEY_IDENTIFIER_BYTES, "key of " + subject))))));
        return DerElements.element(DerElements.SEQUENCE, signed, signatureAlgorithm(), DerElements.bits(signature(source)));
    }

    /** Bytes of this certificate as a number that needs all its bits. */
    private byte[] number(Bytes source, int count, String label) {
        byte[] bytes = source.derive(count, label + subject + " of " + issuer);
        bytes[0] |= (byte) 0x80;
        return bytes;
    }

    private byte[] signatureAlgorithm() {
        return switch (algorithm) {
            case RSA -> DerElements.element(DerElements.SEQUENCE,
                    DerElements.element(DerElements.OBJECT_IDENTIFIER, RSA_SIGNATURE), DerElements.element(DerElements.NULL));
            case ECDSA -> DerElements.element(DerElements.SEQUENCE,
                    DerElements.element(DerElements.OBJECT_IDENTIFIER, EC_SIGNATURE));
        };
    }

    private byte[] publicKey(Bytes source) {
        return switch (algorithm) {
            case RSA -> DerElements.element(DerElements.SEQUENCE,
                    DerElements.element(DerElements.SEQUENCE, DerElements.element(DerElements.OBJECT_IDENTIFIER, RSA_KEY),
                            DerElements.element(DerElements.NULL)),
                    DerElements.bits(DerElements.element(DerElements.SEQUENCE,
                            DerElements.unsigned(number(source, RSA_BYTES, "modulus ")),
                            DerElements.element(DerElements.INTEGER, new byte[] {1, 0, 1}))));
            case ECDSA -> DerElements.element(DerElements.SEQUENCE,
                    DerElements.element(DerElements.SEQUENCE, DerElements.element(DerElements.OBJECT_IDENTIFIER, EC_KEY),
                            DerElements.element(DerElements.OBJECT_IDENTIFIER, P_256)),
                    // An uncompressed point begins with 4 (RFC 5480 section 2.2).
                    DerElements.bits(new ByteWriter().u8(4).bytes(number(source, 2 * CURVE_BYTES, "point ")).toBytes()));
        };
    }

    private byte[] signature(Bytes source) {
        return switch (algorithm) {
            case RSA -> number(source, RSA_BYTES, "signature ");
            case ECDSA -> DerElements.element(DerElements.SEQUENCE,
                    DerElements.unsigned(number(source, CURVE_BYTES, "signature r ")),
                    DerElements.unsigned(number(source, CURVE_BYTES, "signature s ")));
        };
    }

    private static byte[] extension(int number, byte[] value) {
        return DerElements.element(DerElements.SEQUENCE,
                DerElements.element(DerElements.OBJECT_IDENTIFIER, EXTENSION_ARC, new byte[] {(byte) number}),
                DerElements.element(DerElements.OCTET_STRING, value));
    }

    /** Reads names and kind of key. */
    public static Certificate decode(ByteReader in) {
        ByteReader whole = DerElements.read(DerElements.SEQUENCE, in);
        ByteReader signed = DerElements.read(DerElements.SEQUENCE, whole);
        DerElements.read(VERSION_TAG, signed);
        DerElements.read(DerElements.INTEGER, signed);
        ByteReader signature = DerElements.read(DerElements.SEQUENCE, signed);
        int identifierBytes = DerElements.read(DerElements.OBJECT_IDENTIFIER, signature).remaining();
        DistinguishedName issuer = DistinguishedName.decode(signed);
        DerElements.read(DerElements.SEQUENCE, signed);
        return new Certificate(DistinguishedName.decode(signed), issuer,
                identifierBytes == RSA_SIGNATURE.length ? SignatureAlgorithm.RSA : SignatureAlgorithm.ECDSA);
    }
}
