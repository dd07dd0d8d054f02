package dmvpn.sim.ike.v1.message;

import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.sim.ike.certificate.Certificate;
import dmvpn.sim.ike.certificate.DistinguishedName;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.message.IdentityCodec;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The chain of payloads (RFC 2408 sections 3.2 to 3.16, RFC 2407 section 4.6). */
final class IsakmpPayloadCodec {

    private static final int NO_NEXT_PAYLOAD = 0;
    private static final int PROPOSAL_TYPE = 2;
    private static final int TRANSFORM_TYPE = 3;
    /** The IPsec domain of interpretation, and the situation "identity only". */
    private static final int IPSEC = 1;
    private static final int SHORT_FORM = 0x8000;
    private static final int DURATION_BYTES = 4;

    private final IsakmpKeys keys;
    private final CipherChains chains;

    IsakmpPayloadCodec(IsakmpKeys keys, CipherChains chains) {
        this.keys = keys;
        this.chains = chains;
    }

    static int firstType(List<IsakmpPayload> payloads) {
        return payloads.isEmpty() ? NO_NEXT_PAYLOAD : payloads.getFirst().type();
    }

    void encode(IsakmpPacket packet, ByteWriter out) {
        List<IsakmpPayload> payloads = packet.payloads();
        for (int index = 0; index < payloads.size(); index++) {
            IsakmpPayload payload = payloads.get(index);
            int next = firstType(payloads.subList(index + 1, payloads.size()));
            out.group("Payload " + payload.shortName(), () -> {
                out.field("Next payload").u8(next).field("Reserved").u8(0).field("Length").u16(payload.lengthBytes());
                encodeBody(packet, payload, out);
            });
        }
    }

    private void encodeBody(IsakmpPacket packet, IsakmpPayload payload, ByteWriter out) {
        switch (payload) {
            case IsakmpPayload.SecurityAssociation association -> encodeProposals(association.proposals(), out);
            case IsakmpPayload.KeyExchange exchange -> {
                byte[] value = bytesOf(exchange.received(), () -> ofRun(packet, exchange));
                notePublicValue(packet, value);
                out.field("Public value").bytes(value);
            }
            case IsakmpPayload.Identification id -> {
                out.field("Type").u8(id.identity().type()).field("Protocol").u8(id.protocolNumber()).field("Port").u16(id.port());
                IdentityCodec.encode(id.identity(), out);
            }
            case IsakmpPayload.Certificate certificate -> {
                out.field("Encoding").u8(IsakmpPayload.Certificate.ENCODING);
                certificate.received().ifPresentOrElse(
                        bytes -> out.field("Certificate", certificate.certificate().toString()).octets(bytes),
                        () -> certificate.certificate().write(ofRun(certificate), out));
            }
            case IsakmpPayload.CertificateRequest request ->
                out.field("Encoding").u8(IsakmpPayload.Certificate.ENCODING).field("Authority", request.authority().toString()).bytes(request.authority().encode());
            case IsakmpPayload.Hash hash ->
                out.field("Hash").bytes(bytesOf(hash.received(), () -> ofRun(packet, hash)));
            case IsakmpPayload.Signature signature ->
                out.field("Signature").bytes(bytesOf(signature.received(), () -> ofRun(packet, signature)));
            case IsakmpPayload.Nonce nonce -> out.field("Nonce").octets(nonce.data());
            case IsakmpPayload.Notification notification -> out.field("Domain of interpretation").u32(IPSEC)
                    .field("Protocol").u8(notification.protocolNumber()).field("Length of the SPI").u8(notification.spi().length())
                    .field("Type", notification.notifyType().toString()).u16(notification.notifyType().code())
                    .field("SPI").octets(notification.spi()).field("Data").octets(notification.data());
            case IsakmpPayload.Deletion deletion -> {
                out.field("Domain of interpretation").u32(IPSEC).field("Protocol").u8(deletion.protocolNumber())
                        .field("Length of an SPI").u8(deletion.spis().getFirst().length())
                        .field("Number of SPIs").u16(deletion.spis().size());
                deletion.spis().forEach(spi -> out.field("SPI").octets(spi));
            }
            case IsakmpPayload.VendorId vendor -> out.field("Vendor ID").octets(vendor.id());
            case IsakmpPayload.NatDetection detection -> out.field("Hash").octets(detection.hash());
            case IsakmpPayload.NatOriginalAddress original -> {
                Identity identity = new Identity.Address(original.address());
                out.field("Type").u8(identity.type()).field("Reserved").zeros(IsakmpPayload.NatOriginalAddress.FIXED_BYTES - 1);
                IdentityCodec.encode(identity, out);
            }
        }
    }

    /** What came from bytes stays what it was; everything else is derived from the run's seed. */
    private static byte[] bytesOf(Optional<Octets> received, Supplier<byte[]> ofRun) {
        return received.map(Octets::toBytes).orElseGet(ofRun);
    }

    private byte[] ofRun(IsakmpPacket packet, IsakmpPayload.KeyExchange exchange) {
        return keys.bytes(packet, "KE with " + nonceOf(packet), exchange.valueBytes());
    }

    private byte[] ofRun(IsakmpPacket packet, IsakmpPayload.Hash hash) {
        return keys.bytes(packet, "HASH " + packet.contents() + hash.secretName().orElse(""), hash.bodyBytes());
    }

    private byte[] ofRun(IsakmpPacket packet, IsakmpPayload.Signature signature) {
        return keys.bytes(packet, "SIG " + signature.keyName().orElse(""), signature.bodyBytes());
    }

    private byte[] ofRun(IsakmpPayload.Certificate certificate) {
        return certificate.certificate().encode(keys.source());
    }

    /** A message from bytes without the values that this run's seed gives anyway. */
    IsakmpPacket withoutValuesOfRun(IsakmpPacket packet) {
        return new IsakmpPacket(packet.initiatorCookie(), packet.responderCookie(), packet.exchange(), packet.messageId(),
                packet.protection(), packet.payloads().stream().map(payload -> withoutValueOfRun(packet, payload)).toList());
    }

    private IsakmpPayload withoutValueOfRun(IsakmpPacket packet, IsakmpPayload payload) {
        return switch (payload) {
            case IsakmpPayload.KeyExchange exchange when is(exchange.received(), ofRun(packet, exchange)) ->
                new IsakmpPayload.KeyExchange(exchange.valueBytes());
            case IsakmpPayload.Hash hash when is(hash.received(), ofRun(packet, hash)) ->
                new IsakmpPayload.Hash(hash.hash(), Optional.empty());
            case IsakmpPayload.Signature signature when is(signature.received(), ofRun(packet, signature)) ->
                new IsakmpPayload.Signature(signature.algorithm(), Optional.empty());
            case IsakmpPayload.Certificate certificate when is(certificate.received(), ofRun(certificate)) ->
                new IsakmpPayload.Certificate(certificate.certificate());
            default -> payload;
        };
    }

    private static boolean is(Optional<Octets> received, byte[] ofRun) {
        return received.filter(bytes -> Arrays.equals(bytes.toBytes(), ofRun)).isPresent();
    }

    /** Those of quick mode have no part in the encryption of messages. */
    private void notePublicValue(IsakmpPacket header, byte[] value) {
        if (header.messageId() == 0) {
            chains.publicValue(header, value);
        }
    }

    /** Both ends send a public value under the same header; their nonces tell them apart. */
    private static String nonceOf(IsakmpPacket packet) {
        return packet.payload(IsakmpPayload.Nonce.class).map(nonce -> nonce.data().toString()).orElse("");
    }

    private static void encodeProposals(List<IsakmpProposal> proposals, ByteWriter out) {
        out.field("Domain of interpretation").u32(IPSEC).field("Situation").u32(IPSEC);
        for (int index = 0; index < proposals.size(); index++) {
            IsakmpProposal proposal = proposals.get(index);
            int next = index + 1 < proposals.size() ? PROPOSAL_TYPE : NO_NEXT_PAYLOAD;
            out.group("Proposal " + proposal.number(), () -> {
                out.field("Next payload").u8(next).field("Reserved").u8(0).field("Length").u16(proposal.lengthBytes())
                        .field("Number").u8(proposal.number()).field("Protocol").u8(proposal.protocolNumber())
                        .field("Length of the SPI").u8(proposal.spi().length())
                        .field("Number of transforms").u8(proposal.transforms().size()).field("SPI").octets(proposal.spi());
                encodeTransforms(proposal.transforms(), out);
            });
        }
    }

    private static void encodeTransforms(List<IsakmpTransform> transforms, ByteWriter out) {
        for (int index = 0; index < transforms.size(); index++) {
            IsakmpTransform transform = transforms.get(index);
            int next = index + 1 < transforms.size() ? TRANSFORM_TYPE : NO_NEXT_PAYLOAD;
            out.group("Transform " + transform.number(), () -> {
                out.field("Next payload").u8(next).field("Reserved").u8(0).field("Length").u16(transform.lengthBytes())
                        .field("Number").u8(transform.number()).field("ID").u8(transform.id()).field("Reserved").u16(0);
                transform.attributes().forEach(attribute -> out.group("Attribute", () -> encode(attribute, out)));
            });
        }
    }

    private static void encode(IsakmpAttribute attribute, ByteWriter out) {
        if (attribute.isLong()) {
            out.hexadecimal("Type").u16(attribute.type()).field("Length").u16(DURATION_BYTES).field("Value").u32(attribute.value());
        } else {
            out.hexadecimal("Type").u16(SHORT_FORM | attribute.type()).field("Value").u16((int) attribute.value());
        }
    }

    /** Payloads until one says that none follows; what is behind it is padding. */
    List<IsakmpPayload> decode(IsakmpPacket header, int firstType, ByteReader in) {
        List<IsakmpPayload> payloads = new ArrayList<>();
        int type = firstType;
        while (type != NO_NEXT_PAYLOAD) {
            int next = in.u8();
            in.zeros(1);
            ByteReader body = sliceOf(in, in.u16(), IsakmpPayload.GENERIC_HEADER_BYTES);
            payloads.add(decodeBody(header, type, body));
            body.requireEnd();
            type = next;
        }
        return payloads;
    }

    private static ByteReader sliceOf(ByteReader in, int length, int headerBytes) {
        if (length < headerBytes) {
            throw in.problem("a length of " + length + " bytes is shorter than the header");
        }
        return in.slice(length - headerBytes);
    }

    private IsakmpPayload decodeBody(IsakmpPacket header, int type, ByteReader body) {
        return switch (type) {
            case IsakmpPayload.SecurityAssociation.TYPE -> new IsakmpPayload.SecurityAssociation(decodeProposals(body));
            case IsakmpPayload.KeyExchange.TYPE -> {
                byte[] value = body.bytes(body.remaining());
                notePublicValue(header, value);
                yield new IsakmpPayload.KeyExchange(value.length, Optional.of(Octets.of(value)));
            }
            case IsakmpPayload.Identification.TYPE -> {
                int idType = body.u8();
                int protocolNumber = body.u8();
                int port = body.u16();
                yield new IsakmpPayload.Identification(IdentityCodec.decode(idType, body), protocolNumber, port);
            }
            case IsakmpPayload.Certificate.TYPE -> {
                requireEncoding(body);
                Octets bytes = body.rest(body.protocol()).remainingOctets();
                yield new IsakmpPayload.Certificate(Certificate.decode(body), Optional.of(bytes));
            }
            case IsakmpPayload.CertificateRequest.TYPE -> {
                requireEncoding(body);
                yield new IsakmpPayload.CertificateRequest(DistinguishedName.decode(body));
            }
            case IsakmpPayload.Hash.TYPE -> decodeHash(body);
            case IsakmpPayload.Signature.TYPE -> decodeSignature(body);
            case IsakmpPayload.Nonce.TYPE -> new IsakmpPayload.Nonce(body.remainingOctets());
            case IsakmpPayload.Notification.TYPE -> decodeNotification(body);
            case IsakmpPayload.Deletion.TYPE -> decodeDeletion(body);
            case IsakmpPayload.VendorId.TYPE -> new IsakmpPayload.VendorId(body.remainingOctets());
            case IsakmpPayload.NatDetection.TYPE -> new IsakmpPayload.NatDetection(body.remainingOctets());
            case IsakmpPayload.NatOriginalAddress.TYPE -> {
                int idType = body.u8();
                body.zeros(IsakmpPayload.NatOriginalAddress.FIXED_BYTES - 1);
                yield IdentityCodec.decode(idType, body) instanceof Identity.Address original
                        ? new IsakmpPayload.NatOriginalAddress(original.address())
                        : unreadable(body, "an original address of type " + idType + " is not supported");
            }
            default -> throw body.problem("payloads of type " + type + " are not supported");
        };
    }

    private static IsakmpPayload unreadable(ByteReader body, String problem) {
        throw body.problem(problem);
    }

    private static void requireEncoding(ByteReader body) {
        int encoding = body.u8();
        if (encoding != IsakmpPayload.Certificate.ENCODING) {
            throw body.problem("certificates in encoding " + encoding + " are not supported");
        }
    }

    private static void requireDomain(ByteReader body) {
        long domain = body.u32();
        if (domain != IPSEC) {
            throw body.problem("domain of interpretation " + domain + " is not that of IPsec");
        }
    }

    private static List<IsakmpProposal> decodeProposals(ByteReader body) {
        requireDomain(body);
        long situation = body.u32();
        if (situation != IPSEC) {
            throw body.problem("situation " + situation + " is not supported");
        }
        List<IsakmpProposal> proposals = new ArrayList<>();
        while (body.remaining() > 0) {
            int next = body.u8();
            body.zeros(1);
            ByteReader in = sliceOf(body, body.u16(), IsakmpPayload.GENERIC_HEADER_BYTES);
            int number = in.u8();
            int protocolNumber = in.u8();
            int spiLength = in.u8();
            int transformCount = in.u8();
            Octets spi = in.octets(spiLength);
            List<IsakmpTransform> transforms = new ArrayList<>();
            while (in.remaining() > 0) {
                int nextTransform = in.u8();
                in.zeros(1);
                transforms.add(decodeTransform(sliceOf(in, in.u16(), IsakmpPayload.GENERIC_HEADER_BYTES)));
                requireNext(nextTransform, TRANSFORM_TYPE, in);
            }
            if (transforms.size() != transformCount) {
                throw in.problem("there are " + transforms.size() + " transforms and not " + transformCount);
            }
            requireNext(next, PROPOSAL_TYPE, body);
            proposals.add(new IsakmpProposal(number, protocolNumber, spi, transforms));
        }
        return proposals;
    }

    /** A substructure says whether another of its type follows. */
    private static void requireNext(int next, int type, ByteReader behind) {
        int expected = behind.remaining() > 0 ? type : NO_NEXT_PAYLOAD;
        if (next != expected) {
            throw behind.problem("the next payload has type " + expected + " and not " + next);
        }
    }

    private static IsakmpTransform decodeTransform(ByteReader in) {
        int number = in.u8();
        int id = in.u8();
        in.zeros(2);
        List<IsakmpAttribute> attributes = new ArrayList<>();
        while (in.remaining() > 0) {
            int type = in.u16();
            if ((type & SHORT_FORM) != 0) {
                attributes.add(IsakmpAttribute.of(type & ~SHORT_FORM, in.u16()));
            } else {
                int length = in.u16();
                if (length != DURATION_BYTES) {
                    throw in.problem("an attribute of " + length + " bytes is not supported");
                }
                attributes.add(IsakmpAttribute.duration(type, in.u32()));
            }
        }
        return new IsakmpTransform(number, id, attributes);
    }

    private static IsakmpPayload decodeHash(ByteReader body) {
        int length = body.remaining();
        HashAlgorithm algorithm = Arrays.stream(HashAlgorithm.values())
                .filter(hash -> IsakmpPayload.Hash.outputBytes(hash) == length).findFirst()
                .orElseThrow(() -> body.problem("no hash has " + length + " bytes"));
        return new IsakmpPayload.Hash(algorithm, Optional.empty(), Optional.of(body.remainingOctets()));
    }

    private static IsakmpPayload decodeSignature(ByteReader body) {
        int length = body.remaining();
        SignatureAlgorithm algorithm = Arrays.stream(SignatureAlgorithm.values())
                .filter(kind -> IsakmpPayload.Signature.lengthBytes(kind) == length).findFirst()
                .orElseThrow(() -> body.problem("no signature has " + length + " bytes"));
        return new IsakmpPayload.Signature(algorithm, Optional.empty(), Optional.of(body.remainingOctets()));
    }

    private static IsakmpPayload decodeNotification(ByteReader body) {
        requireDomain(body);
        int protocolNumber = body.u8();
        int spiLength = body.u8();
        int typeNumber = body.u16();
        IsakmpNotifyType type = IsakmpNotifyType.ofCode(typeNumber)
                .orElseThrow(() -> body.problem("unknown notification " + typeNumber));
        return new IsakmpPayload.Notification(type, protocolNumber, body.octets(spiLength), body.remainingOctets());
    }

    private static IsakmpPayload decodeDeletion(ByteReader body) {
        requireDomain(body);
        int protocolNumber = body.u8();
        int spiLength = body.u8();
        int count = body.u16();
        List<Octets> spis = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            spis.add(body.octets(spiLength));
        }
        return new IsakmpPayload.Deletion(protocolNumber, spis);
    }
}
