package dmvpn.sim.ike.v1.message;

import dmvpn.sim.keys.SealingKeys;
import dmvpn.sim.packet.codec.ByteReader;
import dmvpn.sim.packet.codec.ByteWriter;
import dmvpn.sim.packet.codec.Layers;
import dmvpn.sim.packet.codec.PacketCodec;
import java.util.List;
import java.util.Optional;

/**
 * IKEv1 on UDP port 500 (RFC 2408 section 3.1), encrypted with keys derived from the run's seed. Messages have to be encoded or
 * decoded in the order in which they were sent, as their encryption is chained (RFC 2409 appendix B).
 */
public final class IsakmpCodec implements PacketCodec<IsakmpPacket> {

    /** Version 1.0. */
    public static final int VERSION = 0x10;

    private static final int ENCRYPTION_FLAG = 1;
    private static final int LENGTH_OFFSET = 24;
    private static final byte[] NOTHING = {};

    private final IsakmpKeys keys;
    private final IsakmpSuites suites;
    private final IsakmpPayloadCodec payloadCodec;
    private final CipherChains chains;

    /**
     * @param keys keys of the run
     * @param suites for decoding; encoding takes the suite of the packet
     */
    public IsakmpCodec(IsakmpKeys keys, IsakmpSuites suites) {
        this.keys = keys;
        this.suites = suites;
        this.chains = new CipherChains(keys);
        this.payloadCodec = new IsakmpPayloadCodec(keys, chains);
    }

    @Override
    public void encode(IsakmpPacket packet, ByteWriter out, Layers layers) {
        int start = out.position();
        out.hexadecimal("Initiator cookie").u64(packet.initiatorCookie())
                .hexadecimal("Responder cookie").u64(packet.responderCookie())
                .field("Next payload").u8(IsakmpPayloadCodec.firstType(packet.payloads())).hexadecimal("Version").u8(VERSION)
                .field("Exchange", packet.exchange().text()).u8(packet.exchange().code())
                .hexadecimal("Flags", packet.isEncrypted() ? "encrypted" : "in clear").u8(packet.isEncrypted() ? ENCRYPTION_FLAG : 0)
                .hexadecimal("Message ID").u32(packet.messageId()).field("Length").u32(packet.lengthBytes());
        if (packet.protection().isPresent()) {
            IsakmpSuite suite = packet.protection().get().suite();
            ByteWriter clear = out.part();
            payloadCodec.encode(packet, clear);
            clear.field("Padding").zeros(IsakmpPacket.paddingBytes(suite, clear.position()));
            byte[] vector = chains.ofClear(packet, suite, clear.toBytes());
            byte[] ciphertext = keys.of(packet, suite).seal(NOTHING, vector, clear.toBytes());
            chains.passed(packet, vector, clear.toBytes(), ciphertext);
            out.field("Encrypted payloads").bytes(ciphertext).decrypted("Decrypted IKE", clear);
        } else {
            payloadCodec.encode(packet, out);
        }
        out.patchU32(start + LENGTH_OFFSET, out.position() - start);
    }

    @Override
    public IsakmpPacket decode(ByteReader in, Layers layers) {
        long initiatorCookie = in.u64();
        long responderCookie = in.u64();
        int firstType = in.u8();
        int version = in.u8();
        if (version != VERSION) {
            throw in.problem("version " + (version >>> 4) + "." + (version & 0xf) + " is not supported");
        }
        int exchangeNumber = in.u8();
        IsakmpExchange exchange = IsakmpExchange.ofCode(exchangeNumber)
                .orElseThrow(() -> in.problem("unknown exchange type " + exchangeNumber));
        int flags = in.u8();
        boolean encrypted = flags == ENCRYPTION_FLAG;
        if (flags != 0 && !encrypted) {
            // Commit and authentication only (RFC 2408 section 3.1) among them: nobody sends them here.
            throw in.problem("flags 0x" + Integer.toHexString(flags) + " are not supported");
        }
        long messageId = in.u32();
        long length = in.u32();
        if (length != in.length()) {
            throw in.problem("length is " + length + " but there are " + in.length() + " bytes");
        }
        IsakmpPacket header = new IsakmpPacket(initiatorCookie, responderCookie, exchange, messageId, Optional.empty(), List.of());
        if (!encrypted) {
            List<IsakmpPayload> payloads = payloadCodec.decode(header, firstType, in);
            in.requireEnd();
            return payloadCodec.withoutValuesOfRun(
                    new IsakmpPacket(initiatorCookie, responderCookie, exchange, messageId, Optional.empty(), payloads));
        }
        IsakmpSuite suite = suites.isakmpSuite(initiatorCookie, responderCookie)
                .orElseThrow(() -> in.problem("no ISAKMP SA is known for cookies 0x" + Long.toHexString(initiatorCookie)
                        + " and 0x" + Long.toHexString(responderCookie)));
        ByteReader clear = clear(header, suite, in);
        List<IsakmpPayload> payloads = payloadCodec.decode(header, firstType, clear);
        int padding = IsakmpPacket.paddingBytes(suite, clear.position());
        clear.zeros(padding);
        clear.requireEnd();
        return payloadCodec.withoutValuesOfRun(new IsakmpPacket(initiatorCookie, responderCookie, exchange, messageId,
                Optional.of(new IsakmpProtection(suite, Optional.empty())), payloads));
    }

    /** The payloads with the padding behind them. */
    private ByteReader clear(IsakmpPacket header, IsakmpSuite suite, ByteReader in) {
        int offset = in.offset();
        SealingKeys sealing = keys.of(header, suite);
        byte[] ciphertext = in.bytes(in.remaining());
        byte[] vector = chains.ofCiphertext(header, suite, ciphertext);
        byte[] clear = sealing.open(NOTHING, vector, ciphertext)
                .orElseThrow(() -> in.problem("the encrypted part is no multiple of the cipher's block"));
        chains.passed(header, vector, clear, ciphertext);
        return in.decrypted(clear, offset, in.protocol());
    }
}
