package dmvpn.sim.ike.message;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.ike.certificate.Certificate;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The chain of payloads (RFC 7296 sections 3.2 to 3.13). */
final class IkePayloadCodec {

    private static final int NO_NEXT_PAYLOAD = 0;
    private static final int CRITICAL = 0x80;
    private static final int TS_IPV4 = 7;
    private static final int TS_IPV6 = 8;

    private final IkeKeys keys;

    IkePayloadCodec(IkeKeys keys) {
        this.keys = keys;
    }

    static int firstType(List<IkePayload> payloads) {
        return payloads.isEmpty() ? NO_NEXT_PAYLOAD : payloads.get(0).type();
    }

    void encode(IkePacket packet, ByteWriter out) {
        List<IkePayload> payloads = packet.payloads();
        for (int index = 0; index < payloads.size(); index++) {
            IkePayload payload = payloads.get(index);
            int next = firstType(payloads.subList(index + 1, payloads.size()));
            out.group(nameOf(payload), () -> {
                out.field("Next payload").u8(next).hexadecimal("Flags")
                        .u8(payload instanceof IkePayload.Unknown unknown && unknown.critical() ? CRITICAL : 0)
                        .field("Length").u16(payload.lengthBytes());
                encodeBody(packet, payload, out);
            });
        }
    }

    private static String nameOf(IkePayload payload) {
        return switch (payload) {
            case IkePayload.SecurityAssociation association -> "Security Association";
            case IkePayload.KeyExchange exchange -> "Key Exchange";
            case IkePayload.Nonce nonce -> "Nonce";
            case IkePayload.IdInitiator id -> "Identification of the initiator";
            case IkePayload.IdResponder id -> "Identification of the responder";
            case IkePayload.CertificatePayload certificate -> "Certificate";
            case IkePayload.CertificateRequest request -> "Certificate Request";
            case IkePayload.Authentication authentication -> "Authentication";
            case IkePayload.TsInitiator ts -> "Traffic Selectors of the initiator";
            case IkePayload.TsResponder ts -> "Traffic Selectors of the responder";
            case IkePayload.Notify notify -> "Notify " + notify.notifyType();
            case IkePayload.Delete delete -> "Delete";
            case IkePayload.Unknown unknown -> "Unknown payload";
        };
    }

    private void encodeBody(IkePacket packet, IkePayload payload, ByteWriter out) {
        switch (payload) {
            case IkePayload.SecurityAssociation association -> ProposalCodec.encode(association.proposals(), out);
            case IkePayload.KeyExchange exchange ->
                out.field("Diffie-Hellman group").u16(exchange.group()).field("Reserved").u16(0).field("Public value").bytes(bytesOf(exchange.received(), () -> keys.publicValue(packet, exchange.group())));
            case IkePayload.Nonce nonce -> out.field("Nonce").octets(nonce.data());
            case IkePayload.IdInitiator id -> encodeIdentity(id.identity(), out);
            case IkePayload.IdResponder id -> encodeIdentity(id.identity(), out);
            case IkePayload.CertificatePayload(Certificate certificate, Optional<Octets> received) -> {
                out.field("Encoding").u8(IkePayload.CertificatePayload.ENCODING);
                received.ifPresentOrElse(bytes -> out.field("Certificate", certificate.toString()).octets(bytes),
                        () -> certificate.write(keys.encode(certificate), out));
            }
            case IkePayload.CertificateRequest request -> {
                out.field("Encoding").u8(IkePayload.CertificatePayload.ENCODING);
                request.authorityHashes().forEach(hash -> out.field("Hash of the authority").octets(hash));
            }
            case IkePayload.Authentication authentication ->
                out.field("Method", authentication.method().toString()).u8(authentication.method().code())
                        .field("Reserved").u24(0).field("Authentication data")
                        .bytes(bytesOf(authentication.received(), () -> keys.authentication(packet, authentication)));
            case IkePayload.TsInitiator ts -> encodeSelectors(ts.selectors(), out);
            case IkePayload.TsResponder ts -> encodeSelectors(ts.selectors(), out);
            case IkePayload.Notify notify -> encodeNotify(notify, out);
            case IkePayload.Delete delete -> {
                boolean ofChildren = delete.protocol() != SecurityProtocol.IKE;
                out.field("Protocol", delete.protocol().toString()).u8(delete.protocol().code())
                        .field("Length of an SPI").u8(ofChildren ? delete.protocol().spiBytes() : 0)
                        .field("Number of SPIs").u16(delete.childSpis().size());
                delete.childSpis().forEach(spi -> out.hexadecimal("SPI").u32(spi));
            }
            case IkePayload.Unknown unknown -> out.field("Content").octets(unknown.body());
        }
    }

    /** What came from bytes stays what it was; everything else is derived from the run's seed. */
    private static byte[] bytesOf(Optional<Octets> received, Supplier<byte[]> ofRun) {
        return received.map(Octets::toBytes).orElseGet(ofRun);
    }

    private static void encodeIdentity(Identity identity, ByteWriter out) {
        out.field("Type").u8(identity.type()).field("Reserved").u24(0);
        IdentityCodec.encode(identity, out);
    }

    private static void encodeSelectors(List<TrafficSelector> selectors, ByteWriter out) {
        out.field("Number of selectors").u8(selectors.size()).field("Reserved").u24(0);
        for (TrafficSelector selector : selectors) {
            out.group("Traffic selector", () -> out.field("Type").u8(selector.startAddress() instanceof Ipv4Address ? TS_IPV4 : TS_IPV6)
                    .field("Protocol").u8(selector.protocolNumber()).field("Length").u16(selector.lengthBytes())
                    .field("First port").u16(selector.startPort()).field("Last port").u16(selector.endPort())
                    .field("First address").address(selector.startAddress()).field("Last address").address(selector.endAddress()));
        }
    }

    private static void encodeNotify(IkePayload.Notify notify, ByteWriter out) {
        boolean aboutChild = notify.childSpi().isPresent();
        out.field("Protocol").u8(aboutChild ? notify.childProtocol().code() : 0)
                .field("Length of the SPI").u8(aboutChild ? SecurityProtocol.ESP.spiBytes() : 0)
                .field("Type", notify.notifyType().toString()).u16(notify.notifyType().code());
        notify.childSpi().ifPresent(spi -> out.hexadecimal("SPI").u32(spi));
        out.field("Data").octets(notify.data());
    }

    /**
     * Reads the chain to the end.
     *
     * @param suite of the IKE SA, which tells the pseudo-random function; empty before there is one
     */
    List<IkePayload> decode(int firstType, ByteReader in, Optional<IkeSuite> suite) {
        List<IkePayload> payloads = new ArrayList<>();
        int type = firstType;
        while (type != NO_NEXT_PAYLOAD) {
            int next = in.u8();
            int flags = in.u8();
            boolean critical = flags == CRITICAL;
            if (flags != 0 && !critical) {
                throw in.problem("reserved bits are set");
            }
            int length = in.u16();
            if (length < IkePayload.GENERIC_HEADER_BYTES) {
                throw in.problem("a payload of " + length + " bytes is shorter than its own header");
            }
            ByteReader body = in.slice(length - IkePayload.GENERIC_HEADER_BYTES);
            IkePayload payload = decodeBody(type, critical, body, suite);
            body.requireEnd();
            if (critical && !(payload instanceof IkePayload.Unknown)) {
                throw body.problem("payloads of type " + type + " are not marked as critical");
            }
            payloads.add(payload);
            type = next;
        }
        in.requireEnd();
        return payloads;
    }

    private static IkePayload decodeBody(int type, boolean critical, ByteReader body, Optional<IkeSuite> suite) {
        return switch (type) {
            case IkePayload.SecurityAssociation.TYPE ->
                new IkePayload.SecurityAssociation(ProposalCodec.decode(body));
            case IkePayload.KeyExchange.TYPE -> decodeKeyExchange(body);
            case IkePayload.Nonce.TYPE -> new IkePayload.Nonce(body.remainingOctets());
            case IkePayload.IdInitiator.TYPE -> new IkePayload.IdInitiator(decodeIdentity(body));
            case IkePayload.IdResponder.TYPE -> new IkePayload.IdResponder(decodeIdentity(body));
            case IkePayload.CertificatePayload.TYPE -> decodeCertificate(body);
            case IkePayload.CertificateRequest.TYPE -> decodeCertificateRequest(body);
            case IkePayload.Authentication.TYPE -> decodeAuthentication(body, suite);
            case IkePayload.TsInitiator.TYPE -> new IkePayload.TsInitiator(decodeSelectors(body));
            case IkePayload.TsResponder.TYPE -> new IkePayload.TsResponder(decodeSelectors(body));
            case IkePayload.Notify.TYPE -> decodeNotify(body);
            case IkePayload.Delete.TYPE -> decodeDelete(body);
            default -> new IkePayload.Unknown(type, critical, body.remainingOctets());
        };
    }

    private static IkePayload decodeKeyExchange(ByteReader body) {
        int group = body.u16();
        body.zeros(2);
        return new IkePayload.KeyExchange(group, Optional.of(body.remainingOctets()));
    }

    private static Identity decodeIdentity(ByteReader body) {
        int type = body.u8();
        body.zeros(3);
        return IdentityCodec.decode(type, body);
    }

    private static void requireCertificateEncoding(ByteReader body) {
        int encoding = body.u8();
        if (encoding != IkePayload.CertificatePayload.ENCODING) {
            throw body.problem("certificates in encoding " + encoding + " are not supported");
        }
    }

    private static IkePayload decodeCertificate(ByteReader body) {
        requireCertificateEncoding(body);
        Octets bytes = body.rest(body.protocol()).remainingOctets();
        return new IkePayload.CertificatePayload(Certificate.decode(body), Optional.of(bytes));
    }

    private static IkePayload decodeCertificateRequest(ByteReader body) {
        requireCertificateEncoding(body);
        List<Octets> hashes = new ArrayList<>();
        while (body.remaining() > 0) {
            hashes.add(body.octets(IkePayload.CertificateRequest.HASH_BYTES));
        }
        return new IkePayload.CertificateRequest(hashes);
    }

    private static IkePayload decodeAuthentication(ByteReader body, Optional<IkeSuite> suite) {
        int methodNumber = body.u8();
        AuthenticationMethod method = AuthenticationMethod.ofCode(methodNumber)
                .orElseThrow(() -> body.problem("authentication method " + methodNumber + " is not supported"));
        body.zeros(3);
        HashAlgorithm hash = suite.map(IkeSuite::pseudoRandomFunction)
                .orElseThrow(() -> body.problem("authentication outside an encrypted message"));
        return new IkePayload.Authentication(method, hash, Optional.empty(), Optional.of(body.remainingOctets()));
    }

    private static List<TrafficSelector> decodeSelectors(ByteReader body) {
        int count = body.u8();
        body.zeros(3);
        List<TrafficSelector> selectors = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            int type = body.u8();
            if (type != TS_IPV4 && type != TS_IPV6) {
                throw body.problem("traffic selectors of type " + type + " are not supported");
            }
            int addressLength = type == TS_IPV4 ? 4 : 16;
            int protocolNumber = body.u8();
            int length = body.u16();
            if (length != TrafficSelector.FIXED_BYTES + 2 * addressLength) {
                throw body.problem("a traffic selector of type " + type + " has not " + length + " bytes");
            }
            selectors.add(new TrafficSelector(protocolNumber, body.u16(), body.u16(), body.address(addressLength),
                    body.address(addressLength)));
        }
        return selectors;
    }

    private static IkePayload decodeNotify(ByteReader body) {
        int protocolNumber = body.u8();
        int spiLength = body.u8();
        int typeNumber = body.u16();
        NotifyType type = NotifyType.ofCode(typeNumber)
                .orElseThrow(() -> body.problem("unknown notification " + typeNumber));
        Optional<Long> spi = switch (spiLength) {
            case 0 -> Optional.empty();
            case 4 -> Optional.of(body.u32());
            default -> throw body.problem("a notification with an SPI of " + spiLength + " bytes");
        };
        if (spi.isEmpty()) {
            // RFC 7296 section 3.10: a sender clears the protocol of a notification without SPI.
            if (protocolNumber != 0) {
                throw body.problem("a notification without SPI names protocol " + protocolNumber);
            }
            return new IkePayload.Notify(type, spi, body.remainingOctets());
        }
        SecurityProtocol protocol = SecurityProtocol.ofCode(protocolNumber)
                .orElseThrow(() -> body.problem("protocol " + protocolNumber + " is not supported"));
        return new IkePayload.Notify(type, protocol, spi, body.remainingOctets());
    }

    private static IkePayload decodeDelete(ByteReader body) {
        int protocolNumber = body.u8();
        SecurityProtocol protocol = SecurityProtocol.ofCode(protocolNumber)
                .orElseThrow(() -> body.problem("protocol " + protocolNumber + " is not supported"));
        int spiLength = body.u8();
        int count = body.u16();
        if (spiLength != (protocol == SecurityProtocol.IKE ? 0 : protocol.spiBytes())) {
            throw body.problem("deleted SPIs have " + spiLength + " bytes");
        }
        List<Long> spis = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            spis.add(body.u32());
        }
        return new IkePayload.Delete(protocol, spis);
    }

    /** A message from bytes without the values that this run's seed gives anyway. */
    IkePacket withoutValuesOfRun(IkePacket packet) {
        return new IkePacket(packet.initiatorSpi(), packet.responderSpi(), packet.exchange(), packet.fromInitiator(),
                packet.response(), packet.messageId(), packet.protection(),
                packet.payloads().stream().map(payload -> withoutValueOfRun(packet, payload)).toList());
    }

    private IkePayload withoutValueOfRun(IkePacket packet, IkePayload payload) {
        return switch (payload) {
            case IkePayload.KeyExchange exchange when is(exchange.received(), keys.publicValue(packet, exchange.group())) ->
                new IkePayload.KeyExchange(exchange.group());
            case IkePayload.Authentication proof when is(proof.received(), keys.authentication(packet, proof)) ->
                new IkePayload.Authentication(proof.method(), proof.pseudoRandomFunction(), Optional.empty());
            case IkePayload.CertificatePayload certificate
                    when is(certificate.received(), keys.encode(certificate.certificate())) ->
                new IkePayload.CertificatePayload(certificate.certificate());
            default -> payload;
        };
    }

    private static boolean is(Optional<Octets> received, byte[] ofRun) {
        return received.filter(bytes -> Arrays.equals(bytes.toBytes(), ofRun)).isPresent();
    }
}
