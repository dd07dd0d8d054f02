package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/**
 * Takes back an earlier answer (RFC 2332 section 5.2.5).
 *
 * @param header common header
 * @param requestId 0 to 4294967295
 * @param noReplyExpected N: the receiver need not answer
 * @param entries client information entries
 * @param extensions extensions in their order
 */
public record PurgeRequest(
        NhrpHeader header,
        long requestId,
        boolean noReplyExpected,
        List<ClientInformationEntry> entries,
        List<NhrpExtension> extensions) implements NhrpTransaction {

    /** Bit of the flags field. */
    static final int NO_REPLY_EXPECTED = 0x8000;

    /**
     * Keeps immutable copies of the lists.
     *
     * @throws IllegalArgumentException when the request id does not fit
     */
    public PurgeRequest {
        UnsignedField.require("NHRP request id", requestId, 32);
        entries = List.copyOf(entries);
        extensions = List.copyOf(extensions);
    }

    /**
     * The reply to this request: same header, request id and extensions (RFC 2332 section 5.2.0.1), hop count as
     * originated.
     */
    public PurgeReply reply(List<ClientInformationEntry> answer) {
        return new PurgeReply(header.withHopCount(NhrpHeader.INITIAL_HOP_COUNT), requestId, noReplyExpected, answer,
                extensions);
    }

    @Override
    public MessageType type() {
        return MessageType.PURGE_REQUEST;
    }

    @Override
    public int flagBits() {
        return noReplyExpected ? NO_REPLY_EXPECTED : 0;
    }

    @Override
    public String flagNames() {
        return noReplyExpected ? "no-reply" : "";
    }

    @Override
    public PurgeRequest withHeader(NhrpHeader newHeader) {
        return new PurgeRequest(newHeader, requestId, noReplyExpected, entries, extensions);
    }

    @Override
    public PurgeRequest withExtensions(List<NhrpExtension> newExtensions) {
        return new PurgeRequest(header, requestId, noReplyExpected, entries, newExtensions);
    }

    @Override
    public PurgeRequest withExtension(NhrpExtension extension) {
        return withExtensions(ExtensionList.with(extensions, extension));
    }

    @Override
    public PurgeRequest withoutExtension(Class<? extends NhrpExtension> kind) {
        return withExtensions(ExtensionList.without(extensions, kind));
    }
}
