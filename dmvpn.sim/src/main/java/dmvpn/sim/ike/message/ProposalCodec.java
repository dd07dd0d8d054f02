package dmvpn.sim.ike.message;

import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Proposals with their transforms (RFC 7296 sections 3.3.1 to 3.3.5). */
final class ProposalCodec {

    private static final int LAST = 0;
    private static final int MORE_PROPOSALS = 2;
    private static final int MORE_TRANSFORMS = 3;
    /** Attribute type 14 in the short form (RFC 7296 section 3.3.5). */
    private static final int KEY_LENGTH_ATTRIBUTE = 0x800e;

    private ProposalCodec() {
    }

    static void encode(List<Proposal> proposals, ByteWriter out) {
        for (int index = 0; index < proposals.size(); index++) {
            Proposal proposal = proposals.get(index);
            List<Transform> transforms = SuiteTransforms.of(proposal);
            boolean more = index + 1 < proposals.size();
            out.group("Proposal " + proposal.number(), () -> {
                out.field("More proposals").u8(more ? MORE_PROPOSALS : LAST).field("Reserved").u8(0)
                        .field("Length").u16(proposal.lengthBytes()).field("Number").u8(proposal.number());
                encodeSpi(proposal.protocol(), spiOf(proposal), transforms.size(), out);
                for (int place = 0; place < transforms.size(); place++) {
                    encodeTransform(transforms.get(place), place + 1 < transforms.size(), out);
                }
            });
        }
    }

    private static OptionalLong spiOf(Proposal proposal) {
        return switch (proposal) {
            case Proposal.ForIke ike -> ike.spi();
            case Proposal.ForHeader header -> OptionalLong.of(header.spi());
            case Proposal.ForChild child -> OptionalLong.of(child.spi());
            case Proposal.Alternatives alternatives -> alternatives.spi();
        };
    }

    private static void encodeSpi(SecurityProtocol protocol, OptionalLong spi, int transformCount, ByteWriter out) {
        out.field("Protocol", protocol.toString()).u8(protocol.code())
                .field("Length of the SPI").u8(spi.isPresent() ? protocol.spiBytes() : 0)
                .field("Number of transforms").u8(transformCount);
        if (protocol == SecurityProtocol.IKE) {
            spi.ifPresent(value -> out.hexadecimal("SPI").u64(value));
        } else {
            out.hexadecimal("SPI").u32(spi.orElseThrow());
        }
    }

    private static void encodeTransform(Transform transform, boolean more, ByteWriter out) {
        out.group("Transform", () -> {
            out.field("More transforms").u8(more ? MORE_TRANSFORMS : LAST).field("Reserved").u8(0)
                    .field("Length").u16(transform.lengthBytes()).field("Type", transform.typeName()).u8(transform.type())
                    .field("Reserved").u8(0).field("ID").u16(transform.number());
            if (transform.keyBits() != 0) {
                out.hexadecimal("Attribute", "key length").u16(KEY_LENGTH_ATTRIBUTE).field("Key bits").u16(transform.keyBits());
            }
        });
    }

    static List<Proposal> decode(ByteReader in) {
        List<Proposal> proposals = new ArrayList<>();
        int more = MORE_PROPOSALS;
        while (more == MORE_PROPOSALS) {
            more = in.u8();
            if (more != MORE_PROPOSALS && more != LAST) {
                throw in.problem("a proposal says that " + more + " follows");
            }
            in.zeros(1);
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

    /** A proposal with one transform of each type, in the order in which routers list them, is that of its suite. */
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
        OptionalLong spi = spiMayLack ? OptionalLong.empty()
                : OptionalLong.of(protocol == SecurityProtocol.IKE ? in.u64() : in.u32());
        List<Transform> transforms = decodeTransforms(transformCount, in);
        Proposal.Alternatives alternatives = new Proposal.Alternatives(number, protocol, spi, transforms);
        return alternatives.choices().findFirst()
                .filter(first -> SuiteTransforms.of(first).equals(transforms)).orElse(alternatives);
    }

    private static List<Transform> decodeTransforms(int count, ByteReader in) {
        List<Transform> transforms = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            int more = in.u8();
            if (more != (index + 1 < count ? MORE_TRANSFORMS : LAST)) {
                throw in.problem("transform " + (index + 1) + " of " + count + " says that " + more + " follows");
            }
            in.zeros(1);
            int length = in.u16();
            if (length < IkePayload.GENERIC_HEADER_BYTES) {
                throw in.problem("a transform of " + length + " bytes is shorter than its own header");
            }
            ByteReader body = in.slice(length - IkePayload.GENERIC_HEADER_BYTES);
            transforms.add(decodeTransform(body));
            body.requireEnd();
        }
        return transforms;
    }

    private static Transform decodeTransform(ByteReader body) {
        int type = body.u8();
        body.zeros(1);
        int number = body.u16();
        if (body.remaining() == 0) {
            return new Transform(type, number);
        }
        int attribute = body.u16();
        if (attribute != KEY_LENGTH_ATTRIBUTE) {
            throw body.problem("attribute " + attribute + " is not supported");
        }
        int keyBits = body.u16();
        if (keyBits == 0) {
            throw body.problem("a key has no length");
        }
        return new Transform(type, number, keyBits);
    }
}
