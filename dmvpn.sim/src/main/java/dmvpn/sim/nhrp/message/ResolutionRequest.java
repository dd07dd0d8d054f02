package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/**
 * Asks for the NBMA address behind a protocol address (RFC 2332 section 5.2.1).
 *
 * @param header common header
 * @param requestId 0 to 4294967295
 * @param flags what kind of answer is wanted
 * @param entries client information entries
 * @param extensions extensions in their order
 */
public record ResolutionRequest(
        NhrpHeader header,
        long requestId,
        ResolutionFlags flags,
        List<ClientInformationEntry> entries,
        List<NhrpExtension> extensions) implements NhrpTransaction {

    /**
     * Keeps immutable copies of the lists.
     *
     * @throws IllegalArgumentException when the request id does not fit
     */
    public ResolutionRequest {
        UnsignedField.require("NHRP request id", requestId, 32);
        entries = List.copyOf(entries);
        extensions = List.copyOf(extensions);
    }

    /**
     * The reply to this request: same header, request id and extensions (RFC 2332 section 5.2.0.1), hop count as
     * originated.
     */
    public ResolutionReply reply(ResolutionFlags replyFlags, List<ClientInformationEntry> answer) {
        return new ResolutionReply(header.withHopCount(NhrpHeader.INITIAL_HOP_COUNT), requestId, replyFlags, answer,
                extensions);
    }

    @Override
    public MessageType type() {
        return MessageType.RESOLUTION_REQUEST;
    }

    @Override
    public int flagBits() {
        return flags.bits();
    }

    @Override
    public String flagNames() {
        return flags.toString();
    }

    @Override
    public ResolutionRequest withHeader(NhrpHeader newHeader) {
        return new ResolutionRequest(newHeader, requestId, flags, entries, extensions);
    }

    @Override
    public ResolutionRequest withExtensions(List<NhrpExtension> newExtensions) {
        return new ResolutionRequest(header, requestId, flags, entries, newExtensions);
    }

    @Override
    public ResolutionRequest withExtension(NhrpExtension extension) {
        return withExtensions(ExtensionList.with(extensions, extension));
    }

    @Override
    public ResolutionRequest withoutExtension(Class<? extends NhrpExtension> kind) {
        return withExtensions(ExtensionList.without(extensions, kind));
    }
}
