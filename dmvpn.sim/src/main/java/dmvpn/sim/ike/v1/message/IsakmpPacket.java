package dmvpn.sim.ike.v1.message;

import dmvpn.sim.ike.message.KeyExchangePacket;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * An ISAKMP message of IKEv1 (RFC 2408 section 3.1). On the hot path nothing is encrypted: the message carries its payloads
 * and says how the wire protects them.
 *
 * @param initiatorCookie chosen by who started phase 1
 * @param responderCookie chosen by the other, 0 in the first message
 * @param exchange which exchange
 * @param messageId 0 in phase 1, any other number of 32 bits after it
 * @param protection how the payloads travel encrypted, empty when they are in clear
 * @param payloads payloads in their order
 */
public record IsakmpPacket(
        long initiatorCookie,
        long responderCookie,
        IsakmpExchange exchange,
        long messageId,
        Optional<IsakmpProtection> protection,
        List<IsakmpPayload> payloads) implements KeyExchangePacket {

    /** Length of the header. */
    public static final int HEADER_BYTES = 28;

    /**
     * Keeps an immutable copy of the list.
     *
     * @throws IllegalArgumentException when the message id does not fit its field
     */
    public IsakmpPacket {
        UnsignedField.require("ISAKMP message id", messageId, 32);
        payloads = List.copyOf(payloads);
    }

    /** The first payload of a kind. */
    public <P extends IsakmpPayload> Optional<P> payload(Class<P> kind) {
        return payloads.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The first notification of a type. */
    public Optional<IsakmpPayload.Notification> notification(IsakmpNotifyType type) {
        return payloads.stream().filter(IsakmpPayload.Notification.class::isInstance)
                .map(IsakmpPayload.Notification.class::cast).filter(notify -> notify.notifyType() == type).findFirst();
    }

    /** True when the payloads travel encrypted. */
    public boolean isEncrypted() {
        return protection.isPresent();
    }

    @Override
    public String protocol() {
        return "IKEv1";
    }

    @Override
    public String summary() {
        return exchange.text() + " " + contents();
    }

    /** The payloads in the short notation of RFC 2409 section 3.2. */
    public String contents() {
        StringJoiner names = new StringJoiner(" ");
        payloads.forEach(payload -> names.add(payload.shortName()));
        return names.toString();
    }

    @Override
    public int lengthBytes() {
        int clear = payloadsBytes();
        return HEADER_BYTES + clear + protection.map(how -> paddingBytes(how.suite(), clear)).orElse(0);
    }

    private int payloadsBytes() {
        return payloads.stream().mapToInt(IsakmpPayload::lengthBytes).sum();
    }

    /** Zeros up to the cipher's block (RFC 2409 appendix B). */
    static int paddingBytes(IsakmpSuite suite, int payloadsBytes) {
        return Math.floorMod(-payloadsBytes, suite.encryption().blockBytes());
    }

    @Override
    public void describe(FieldWriter fields) {
        fields.hex("initiatorCookie", initiatorCookie);
        fields.hex("responderCookie", responderCookie);
        fields.hex("messageId", messageId);
    }
}
