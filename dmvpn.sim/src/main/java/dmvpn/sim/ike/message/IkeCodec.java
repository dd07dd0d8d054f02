package dmvpn.sim.ike.message;

import dmvpn.sim.keys.SealingKeys;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** IKEv2 on UDP port 500 (RFC 7296 section 3), encrypted with keys derived from the run's seed. */
public final class IkeCodec implements PacketCodec<IkePacket> {

    /** Version 2.0 (RFC 7296 section 3.1). */
    private static final int VERSION = 0x20;
    private static final int INITIATOR_FLAG = 0x08;
    private static final int RESPONSE_FLAG = 0x20;
    private static final int LENGTH_OFFSET = 24;
    /** Payload type of the encrypted payload (RFC 7296 section 3.14). */
    private static final int ENCRYPTED = 46;

    /** The header without what is checked at once. */
    private record Header(long initiatorSpi, long responderSpi, int nextPayload, IkeExchange exchange, int flags,
            long messageId) {

        boolean fromInitiator() {
            return (flags & INITIATOR_FLAG) != 0;
        }

        boolean response() {
            return (flags & RESPONSE_FLAG) != 0;
        }
    }

    private final IkeKeys keys;
    private final IkeSuites suites;
    private final IkePayloadCodec payloadCodec;

    /**
     * @param keys keys of the run
     * @param suites for decoding; encoding takes the suite of the packet
     */
    public IkeCodec(IkeKeys keys, IkeSuites suites) {
        this.keys = keys;
        this.suites = suites;
        this.payloadCodec = new IkePayloadCodec(keys);
    }

    @Override
    public void encode(IkePacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        int first = packet.isEncrypted() ? ENCRYPTED : IkePayloadCodec.firstType(packet.payloads());
        out.hexadecimal("Initiator SPI").u64(packet.initiatorSpi()).hexadecimal("Responder SPI").u64(packet.responderSpi())
                .field("Next payload").u8(first).hexadecimal("Version").u8(VERSION)
                .field("Exchange", packet.exchange().toString()).u8(packet.exchange().code())
                .hexadecimal("Flags", (packet.fromInitiator() ? "initiator" : "responder") + (packet.response() ? ", response" : ""))
                .u8((packet.fromInitiator() ? INITIATOR_FLAG : 0) | (packet.response() ? RESPONSE_FLAG : 0))
                .field("Message ID").u32(packet.messageId()).field("Length").u32(packet.lengthBytes());
        if (packet.protection().isPresent()) {
            encodeEncrypted(packet, packet.protection().get(), start, out);
        } else {
            payloadCodec.encode(packet, out);
        }
        out.patchU32(start + LENGTH_OFFSET, out.position() - start);
    }

    private void encodeEncrypted(IkePacket packet, IkeSuite suite, int start, ByteWriter out) {
        ByteWriter clear = out.part();
        payloadCodec.encode(packet, clear);
        int padding = IkePacket.paddingBytes(suite, clear.position());
        clear.field("Padding").zeros(padding).field("Padding length").u8(padding);
        byte[] initializationVector = keys.initializationVector(packet.fromInitiator(), packet.response(),
                packet.initiatorSpi(), packet.responderSpi(), packet.messageId(), suite);
        int length = IkePayload.GENERIC_HEADER_BYTES + initializationVector.length + clear.position()
                + suite.integrityCheckBytes();
        out.group("Encrypted payload", () -> {
            out.field("Next payload").u8(IkePayloadCodec.firstType(packet.payloads())).field("Reserved").u8(0)
                    .field("Length").u16(length);
            byte[] header = out.copyFrom(start);
            out.field("Initialization vector").bytes(initializationVector).field("Encrypted content with check value")
                    .bytes(keys.of(packet.initiatorSpi(), packet.responderSpi(), suite, packet.fromInitiator())
                            .seal(header, initializationVector, clear.toBytes()))
                    .decrypted("Decrypted IKE", clear);
        });
    }

    @Override
    public IkePacket decode(ByteReader in, Layers layers) {
        Header header = decodeHeader(in);
        if (header.nextPayload() != ENCRYPTED) {
            return packet(header, Optional.empty(), payloadCodec.decode(header.nextPayload(), in, Optional.empty()));
        }
        IkeSuite suite = suites.of(header.initiatorSpi(), header.responderSpi())
                .orElseThrow(() -> in.problem("no IKE SA is known for SPIs 0x"
                        + Long.toHexString(header.initiatorSpi()) + " and 0x" + Long.toHexString(header.responderSpi())));
        return packet(header, Optional.of(suite), decodeEncrypted(header, suite, in));
    }

    private IkePacket packet(Header header, Optional<IkeSuite> suite, List<IkePayload> payloads) {
        return payloadCodec.withoutValuesOfRun(new IkePacket(header.initiatorSpi(), header.responderSpi(), header.exchange(),
                header.fromInitiator(), header.response(), header.messageId(), suite, payloads));
    }

    private static Header decodeHeader(ByteReader in) {
        long initiatorSpi = in.u64();
        long responderSpi = in.u64();
        int nextPayload = in.u8();
        int version = in.u8();
        if (version != VERSION) {
            throw in.problem("version " + (version >>> 4) + "." + (version & 0xf) + " is not supported");
        }
        int exchangeNumber = in.u8();
        IkeExchange exchange = IkeExchange.ofCode(exchangeNumber)
                .orElseThrow(() -> in.problem("unknown exchange type " + exchangeNumber));
        int flags = in.u8();
        if ((flags & ~(INITIATOR_FLAG | RESPONSE_FLAG)) != 0) {
            throw in.problem("reserved bits are set");
        }
        long messageId = in.u32();
        long length = in.u32();
        if (length != in.length()) {
            throw in.problem("length is " + length + " but there are " + in.length() + " bytes");
        }
        return new Header(initiatorSpi, responderSpi, nextPayload, exchange, flags, messageId);
    }

    private List<IkePayload> decodeEncrypted(Header header, IkeSuite suite, ByteReader in) {
        int firstInner = in.u8();
        in.zeros(1);
        int length = in.u16();
        if (length != in.remaining() + IkePayload.GENERIC_HEADER_BYTES) {
            throw in.problem("the encrypted payload has " + length + " bytes but must be the last");
        }
        byte[] covered = in.copyOfRange(0, in.position());
        byte[] initializationVector = in.bytes(suite.encryption().initializationVectorBytes());
        if (!Arrays.equals(initializationVector, keys.initializationVector(header.fromInitiator(), header.response(),
                header.initiatorSpi(), header.responderSpi(), header.messageId(), suite))) {
            throw in.problem("the initialization vector is not that of this run");
        }
        int offset = in.offset();
        SealingKeys sealingKeys =
                keys.of(header.initiatorSpi(), header.responderSpi(), suite, header.fromInitiator());
        byte[] clear = sealingKeys.open(covered, initializationVector, in.bytes(in.remaining()))
                .orElseThrow(() -> in.problem("the integrity check fails"));
        ByteReader inner = in.decrypted(clear, offset, in.protocol());
        if (clear.length == 0) {
            throw inner.problem("the encrypted payload has no pad length");
        }
        int padding = clear[clear.length - 1] & 0xff;
        List<IkePayload> payloads = payloadCodec.decode(firstInner, inner.slice(clear.length - 1 - padding), Optional.of(suite));
        inner.zeros(padding);
        if (padding != IkePacket.paddingBytes(suite, clear.length - 1 - padding)) {
            throw inner.problem("the padding is longer than it has to be");
        }
        return payloads;
    }
}
