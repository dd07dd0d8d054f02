package dmvpn.sim.ike.message;

import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;
import java.util.Optional;

/**
 * An IKEv2 message (RFC 7296 section 3.1). On the hot path nothing is encrypted: the message carries its payloads and
 * says how the wire protects them.
 *
 * @param initiatorSpi SPI that the original initiator chose, all 64 bits
 * @param responderSpi SPI that the responder chose, 0 in the first request
 * @param exchange which exchange
 * @param fromInitiator I: the sender is the original initiator of the IKE SA
 * @param response R: it answers a request with the same message id
 * @param messageId 0 to 4294967295
 * @param protection suite of the IKE SA when the payloads travel encrypted; empty in IKE_SA_INIT
 * @param payloads payloads in their order
 */
public record IkePacket(
        long initiatorSpi,
        long responderSpi,
        IkeExchange exchange,
        boolean fromInitiator,
        boolean response,
        long messageId,
        Optional<IkeSuite> protection,
        List<IkePayload> payloads) implements KeyExchangePacket {

    /** UDP port of IKE. */
    public static final int UDP_PORT = 500;

    /** Length of the header. */
    public static final int HEADER_BYTES = 28;

    /** Length of the pad length field of the encrypted payload (RFC 7296 section 3.14). */
    private static final int PAD_LENGTH_BYTES = 1;

    /**
     * Keeps an immutable copy of the list.
     *
     * @throws IllegalArgumentException when the message id does not fit its field
     */
    public IkePacket {
        UnsignedField.require("IKE message id", messageId, 32);
        payloads = List.copyOf(payloads);
    }

    /** The first message. */
    public static IkePacket initRequest(long initiatorSpi, List<IkePayload> payloads) {
        return new IkePacket(initiatorSpi, 0, IkeExchange.IKE_SA_INIT, true, false, 0, Optional.empty(), payloads);
    }

    /** The answer to the first message. */
    public static IkePacket initResponse(long initiatorSpi, long responderSpi, List<IkePayload> payloads) {
        return new IkePacket(initiatorSpi, responderSpi, IkeExchange.IKE_SA_INIT, false, true, 0, Optional.empty(),
                payloads);
    }

    /** The answer to this request: protected as it was, from the other end. */
    public IkePacket answer(List<IkePayload> answerPayloads) {
        return new IkePacket(initiatorSpi, responderSpi, exchange, !fromInitiator, true, messageId, protection,
                answerPayloads);
    }

    /** The first payload of a kind. */
    public <P extends IkePayload> Optional<P> payload(Class<P> kind) {
        return payloads.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The first notification of a type. */
    public Optional<IkePayload.Notify> notification(NotifyType type) {
        return payloads.stream().filter(IkePayload.Notify.class::isInstance).map(IkePayload.Notify.class::cast)
                .filter(notify -> notify.notifyType() == type).findFirst();
    }

    /** True when the wire hides the payloads. */
    public boolean isEncrypted() {
        return protection.isPresent();
    }

    @Override
    public String protocol() {
        return "IKEv2";
    }

    @Override
    public String summary() {
        return exchange + (response ? " response" : " request");
    }

    @Override
    public int lengthBytes() {
        return HEADER_BYTES + protection.map(this::encryptedPayloadBytes).orElse(payloadsBytes());
    }

    /** Length of the payloads in clear. */
    int payloadsBytes() {
        return payloads.stream().mapToInt(IkePayload::lengthBytes).sum();
    }

    /** Length of the padding: none with GCM (RFC 5282 section 3), else up to the cipher's block. */
    static int paddingBytes(IkeSuite suite, int payloadsBytes) {
        if (suite.encryption().isAead()) {
            return 0;
        }
        int block = suite.encryption().blockBytes();
        return (block - (payloadsBytes + PAD_LENGTH_BYTES) % block) % block;
    }

    private int encryptedPayloadBytes(IkeSuite suite) {
        int inner = payloadsBytes();
        return IkePayload.GENERIC_HEADER_BYTES + suite.encryption().initializationVectorBytes() + inner
                + paddingBytes(suite, inner) + PAD_LENGTH_BYTES + suite.integrityCheckBytes();
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.hex("initiatorSpi", initiatorSpi);
        fields.hex("responderSpi", responderSpi);
        fields.number("messageId", messageId);
        for (IkePayload payload : payloads) {
            if (payload instanceof IkePayload.Notify notify && notify.notifyType().isError()) {
                fields.text("error", notify.notifyType().name());
            }
        }
    }
}
