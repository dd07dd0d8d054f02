package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/**
 * Acknowledges a Purge Request (RFC 2332 section 5.2.6).
 *
 * @param header common header
 * @param requestId 0 to 4294967295
 * @param noReplyExpected N of the request
 * @param entries client information entries
 * @param extensions extensions in their order
 */
public record PurgeReply(
        NhrpHeader header,
        long requestId,
        boolean noReplyExpected,
        List<ClientInformationEntry> entries,
        List<NhrpExtension> extensions) implements NhrpTransaction {

    /**
     * Keeps immutable copies of the lists.
     *
     * @throws IllegalArgumentException when the request id does not fit
     */
    public PurgeReply {
        UnsignedField.require("NHRP request id", requestId, 32);
        entries = List.copyOf(entries);
        extensions = List.copyOf(extensions);
    }

    @Override
    public MessageType type() {
        return MessageType.PURGE_REPLY;
    }

    @Override
    public int flagBits() {
        return noReplyExpected ? PurgeRequest.NO_REPLY_EXPECTED : 0;
    }

    @Override
    public String flagNames() {
        return noReplyExpected ? "no-reply" : "";
    }

    @Override
    public PurgeReply withHeader(NhrpHeader newHeader) {
        return new PurgeReply(newHeader, requestId, noReplyExpected, entries, extensions);
    }

    @Override
    public PurgeReply withExtensions(List<NhrpExtension> newExtensions) {
        return new PurgeReply(header, requestId, noReplyExpected, entries, newExtensions);
    }

    @Override
    public PurgeReply withExtension(NhrpExtension extension) {
        return withExtensions(ExtensionList.with(extensions, extension));
    }

    @Override
    public PurgeReply withoutExtension(Class<? extends NhrpExtension> kind) {
        return withExtensions(ExtensionList.without(extensions, kind));
    }
}
