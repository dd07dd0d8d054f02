package dmvpn.sim.ike.message;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Proposals with one transform of each type (RFC 7296 sections 3.3.1 to 3.3.5). */
final class ProposalCodec {

    private static final int MORE_PROPOSALS = 2;
    private static final int MORE_TRANSFORMS = 3;
    private static final int ENCRYPTION = 1;
    private static final int PSEUDO_RANDOM_FUNCTION = 2;
    private static final int INTEGRITY = 3;
    private static final int DIFFIE_HELLMAN = 4;
    private static final int EXTENDED_SEQUENCE_NUMBERS = 5;
    private static final int NO_EXTENDED_SEQUENCE_NUMBERS = 0;
    /** Attribute type 14 in the short form (RFC 7296 section 3.3.5). */
    private static final int KEY_LENGTH_ATTRIBUTE = 0x800e;

    /** A transform: its number in the registry of its type; key bits for ciphers, 0 for others. */
    private record Transform(int type, int number, int keyBits) {

        int lengthBytes() {
            return Proposal.TRANSFORM_BYTES + (keyBits == 0 ? 0 : Proposal.KEY_LENGTH_ATTRIBUTE_BYTES);
        }
    }

    private ProposalCodec() {
    }

    static void encode(List<Proposal> proposals, ByteWriter out) {
        for (int index = 0; index < proposals.size(); index++) {
            Proposal proposal = proposals.get(index);
            List<Transform> transforms = transformsOf(proposal);
            boolean more = index + 1 < proposals.size();
            out.group("Proposal " + proposal.number(), () -> {
                out.field("More proposals").u8(more ? MORE_PROPOSALS : 0).field("Reserved").u8(0)
                        .field("Length").u16(proposal.lengthBytes()).field("Number").u8(proposal.number());
                encodeSpi(proposal, transforms.size(), out);
                for (int place = 0; place < transforms.size(); place++) {
                    encodeTransform(transforms.get(place), place + 1 < transforms.size(), out);
                }
            });
        }
    }

    private static void encodeSpi(Proposal proposal, int transformCount, ByteWriter out) {
        switch (proposal) {
            case Proposal.ForIke ike -> {
                encodeProtocol(SecurityProtocol.IKE, ike.spi().isPresent() ? SecurityProtocol.IKE.spiBytes() : 0, transformCount, out);
                ike.spi().ifPresent(spi -> out.hexadecimal("SPI").u64(spi));
            }
            case Proposal.ForHeader header ->
                encodeProtocol(SecurityProtocol.AH, SecurityProtocol.AH.spiBytes(), transformCount, out)
                        .hexadecimal("SPI").u32(header.spi());
            case Proposal.ForChild child ->
                encodeProtocol(SecurityProtocol.ESP, SecurityProtocol.ESP.spiBytes(), transformCount, out)
                        .hexadecimal("SPI").u32(child.spi());
        }
    }

    private static ByteWriter encodeProtocol(SecurityProtocol protocol, int spiBytes, int transformCount, ByteWriter out) {
        return out.field("Protocol", protocol.toString()).u8(protocol.code()).field("Length of the SPI").u8(spiBytes)
                .field("Number of transforms").u8(transformCount);
    }

    private static void encodeTransform(Transform transform, boolean more, ByteWriter out) {
        out.group("Transform", () -> {
            out.field("More transforms").u8(more ? MORE_TRANSFORMS : 0).field("Reserved").u8(0)
                    .field("Length").u16(transform.lengthBytes()).field("Type", typeName(transform.type())).u8(transform.type())
                    .field("Reserved").u8(0).field("ID").u16(transform.number());
            if (transform.keyBits() != 0) {
                out.hexadecimal("Attribute", "key length").u16(KEY_LENGTH_ATTRIBUTE).field("Key bits").u16(transform.keyBits());
            }
        });
    }

    private static String typeName(int type) {
        return switch (type) {
            case ENCRYPTION -> "encryption";
            case PSEUDO_RANDOM_FUNCTION -> "pseudo-random function";
            case INTEGRITY -> "integrity";
            case DIFFIE_HELLMAN -> "Diffie-Hellman group";
            case EXTENDED_SEQUENCE_NUMBERS -> "extended sequence numbers";
            default -> throw new IllegalArgumentException("no transform has type " + type);
        };
    }

    private static List<Transform> transformsOf(Proposal proposal) {
        List<Transform> transforms = new ArrayList<>();
        switch (proposal) {
            case Proposal.ForIke ike -> {
                IkeSuite suite = ike.suite();
                transforms.add(encryption(suite.encryption()));
                suite.integrity().ifPresent(hash -> transforms.add(integrity(hash)));
                transforms.add(new Transform(PSEUDO_RANDOM_FUNCTION, TransformNumbers.pseudoRandomFunction(
                        suite.pseudoRandomFunction()), 0));
                transforms.add(new Transform(DIFFIE_HELLMAN, suite.diffieHellmanGroup(), 0));
            }
            case Proposal.ForHeader header -> {
                transforms.add(integrity(header.integrity()));
                header.diffieHellmanGroup().ifPresent(group -> transforms.add(new Transform(DIFFIE_HELLMAN, group, 0)));
                transforms.add(new Transform(EXTENDED_SEQUENCE_NUMBERS, NO_EXTENDED_SEQUENCE_NUMBERS, 0));
            }
            case Proposal.ForChild child -> {
                EspSuite suite = child.suite();
                transforms.add(encryption(suite.encryption()));
                suite.integrity().ifPresent(hash -> transforms.add(integrity(hash)));
                suite.diffieHellmanGroup().ifPresent(group -> transforms.add(new Transform(DIFFIE_HELLMAN, group, 0)));
                transforms.add(new Transform(EXTENDED_SEQUENCE_NUMBERS, NO_EXTENDED_SEQUENCE_NUMBERS, 0));
            }
        }
        return transforms;
    }

    private static Transform encryption(EncryptionAlgorithm encryption) {
        return new Transform(ENCRYPTION, TransformNumbers.encryption(encryption), TransformNumbers.keyBits(encryption));
    }

    private static Transform integrity(HashAlgorithm hash) {
        return new Transform(INTEGRITY, TransformNumbers.integrity(hash), 0);
    }

    static List<Proposal> decode(ByteReader in) {
        List<Proposal> proposals = new ArrayList<>();
        int more = MORE_PROPOSALS;
        while (more == MORE_PROPOSALS) {
            more = in.u8();
            in.skip(1);
            int length = in.u16();
            if (length < Proposal.HEADER_BYTES) {
                throw in.problem("a proposal of " + length + " bytes is shorter than its own header");
            }
            ByteReader proposal = in.slice(length - IkePayload.GENERIC_HEADER_BYTES);
            proposals.add(decodeProposal(proposal));
            proposal.requireEnd();
        }
        in.requireEnd();
        return proposals;
    }

    private static Proposal decodeProposal(ByteReader in) {
        int number = in.u8();
        int protocolNumber = in.u8();
        SecurityProtocol protocol = SecurityProtocol.ofCode(protocolNumber)
                .orElseThrow(() -> in.problem("protocol " + protocolNumber + " is not supported"));
        int spiLength = in.u8();
        int transformCount = in.u8();
        boolean spiMayLack = protocol == SecurityProtocol.IKE && spiLength == 0;
        if (spiLength != protocol.spiBytes() && !spiMayLack) {
            throw in.problem("an SPI of " + protocol + " has not " + spiLength + " bytes");
        }
        if (protocol == SecurityProtocol.IKE) {
            OptionalLong spi = spiLength == 0 ? OptionalLong.empty() : OptionalLong.of(in.u64());
            return new Proposal.ForIke(number, spi, ikeSuite(decodeTransforms(transformCount, in), in));
        }
        long spi = in.u32();
        if (protocol == SecurityProtocol.AH) {
            Map<Integer, Transform> transforms = decodeTransforms(transformCount, in);
            requireShortSequenceNumbers(transforms, in);
            return new Proposal.ForHeader(number, spi, integrity(transforms, in)
                    .orElseThrow(() -> in.problem("a proposal has no integrity algorithm")), group(transforms));
        }
        return new Proposal.ForChild(number, spi, espSuite(decodeTransforms(transformCount, in), in));
    }

    private static Map<Integer, Transform> decodeTransforms(int count, ByteReader in) {
        Map<Integer, Transform> byType = new TreeMap<>();
        for (int index = 0; index < count; index++) {
            in.skip(2);
            int length = in.u16();
            if (length < Proposal.TRANSFORM_BYTES) {
                throw in.problem("a transform of " + length + " bytes is shorter than its own header");
            }
            ByteReader body = in.slice(length - IkePayload.GENERIC_HEADER_BYTES);
            Transform transform = decodeTransform(body);
            body.requireEnd();
            if (byType.put(transform.type(), transform) != null) {
                throw in.problem("two transforms of type " + transform.type() + " in a proposal are not supported");
            }
        }
        return byType;
    }

    private static Transform decodeTransform(ByteReader body) {
        int type = body.u8();
        body.skip(1);
        int number = body.u16();
        if (body.remaining() == 0) {
            return new Transform(type, number, 0);
        }
        int attribute = body.u16();
        if (attribute != KEY_LENGTH_ATTRIBUTE) {
            throw body.problem("attribute " + attribute + " is not supported");
        }
        return new Transform(type, number, body.u16());
    }

    private static IkeSuite ikeSuite(Map<Integer, Transform> transforms, ByteReader in) {
        Transform group = required(transforms, DIFFIE_HELLMAN, "Diffie-Hellman group", in);
        Transform prf = required(transforms, PSEUDO_RANDOM_FUNCTION, "pseudo-random function", in);
        HashAlgorithm hash = TransformNumbers.pseudoRandomFunction(prf.number())
                .orElseThrow(() -> in.problem("pseudo-random function " + prf.number() + " is not supported"));
        return new IkeSuite(encryption(transforms, in), integrity(transforms, in), hash, group.number());
    }

    private static EspSuite espSuite(Map<Integer, Transform> transforms, ByteReader in) {
        requireShortSequenceNumbers(transforms, in);
        return new EspSuite(encryption(transforms, in), integrity(transforms, in), group(transforms));
    }

    private static void requireShortSequenceNumbers(Map<Integer, Transform> transforms, ByteReader in) {
        Transform sequenceNumbers = required(transforms, EXTENDED_SEQUENCE_NUMBERS, "sequence number size", in);
        if (sequenceNumbers.number() != NO_EXTENDED_SEQUENCE_NUMBERS) {
            throw in.problem("extended sequence numbers are not supported");
        }
    }

    private static OptionalInt group(Map<Integer, Transform> transforms) {
        Transform group = transforms.get(DIFFIE_HELLMAN);
        return group == null ? OptionalInt.empty() : OptionalInt.of(group.number());
    }

    private static EncryptionAlgorithm encryption(Map<Integer, Transform> transforms, ByteReader in) {
        Transform cipher = required(transforms, ENCRYPTION, "encryption algorithm", in);
        return TransformNumbers.encryption(cipher.number(), cipher.keyBits())
                .orElseThrow(() -> in.problem("encryption algorithm " + cipher.number() + " with " + cipher.keyBits()
                        + " bits is not supported"));
    }

    private static Optional<HashAlgorithm> integrity(Map<Integer, Transform> transforms, ByteReader in) {
        return Optional.ofNullable(transforms.get(INTEGRITY))
                .map(transform -> TransformNumbers.integrity(transform.number())
                        .orElseThrow(() -> in.problem("integrity algorithm " + transform.number() + " is not supported")));
    }

    private static Transform required(Map<Integer, Transform> transforms, int type, String name, ByteReader in) {
        Transform transform = transforms.get(type);
        if (transform == null) {
            throw in.problem("a proposal has no " + name);
        }
        return transform;
    }
}
