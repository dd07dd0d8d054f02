package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/**
 * Answers a Resolution Request (RFC 2332 section 5.2.2).
 *
 * @param header common header
 * @param requestId 0 to 4294967295
 * @param flags what kind of answer it is
 * @param entries client information entries
 * @param extensions extensions in their order
 */
public record ResolutionReply(
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
    public ResolutionReply {
        UnsignedField.require("NHRP request id", requestId, 32);
        entries = List.copyOf(entries);
        extensions = List.copyOf(extensions);
    }

    @Override
    public MessageType type() {
        return MessageType.RESOLUTION_REPLY;
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
    public ResolutionReply withHeader(NhrpHeader newHeader) {
        return new ResolutionReply(newHeader, requestId, flags, entries, extensions);
    }

    @Override
    public ResolutionReply withExtensions(List<NhrpExtension> newExtensions) {
        return new ResolutionReply(header, requestId, flags, entries, newExtensions);
    }

    @Override
    public ResolutionReply withExtension(NhrpExtension extension) {
        return withExtensions(ExtensionList.with(extensions, extension));
    }

    @Override
    public ResolutionReply withoutExtension(Class<? extends NhrpExtension> kind) {
        return withExtensions(ExtensionList.without(extensions, kind));
    }
}
