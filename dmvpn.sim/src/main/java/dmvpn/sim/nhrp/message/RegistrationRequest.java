package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/**
 * Tells a next-hop server the addresses of a client (RFC 2332 section 5.2.3).
 *
 * @param header common header
 * @param requestId 0 to 4294967295
 * @param flags how it is to be registered
 * @param entries client information entries
 * @param extensions extensions in their order
 */
public record RegistrationRequest(
        NhrpHeader header,
        long requestId,
        RegistrationFlags flags,
        List<ClientInformationEntry> entries,
        List<NhrpExtension> extensions) implements NhrpTransaction {

    /**
     * Keeps immutable copies of the lists.
     *
     * @throws IllegalArgumentException when the request id does not fit
     */
    public RegistrationRequest {
        UnsignedField.require("NHRP request id", requestId, 32);
        entries = List.copyOf(entries);
        extensions = List.copyOf(extensions);
    }

    /**
     * The reply to this request: same header, request id and extensions (RFC 2332 section 5.2.0.1), hop count as
     * originated.
     */
    public RegistrationReply reply(List<ClientInformationEntry> answer) {
        return new RegistrationReply(header.withHopCount(NhrpHeader.INITIAL_HOP_COUNT), requestId, flags, answer,
                extensions);
    }

    @Override
    public MessageType type() {
        return MessageType.REGISTRATION_REQUEST;
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
    public RegistrationRequest withHeader(NhrpHeader newHeader) {
        return new RegistrationRequest(newHeader, requestId, flags, entries, extensions);
    }

    @Override
    public RegistrationRequest withExtensions(List<NhrpExtension> newExtensions) {
        return new RegistrationRequest(header, requestId, flags, entries, newExtensions);
    }

    @Override
    public RegistrationRequest withExtension(NhrpExtension extension) {
        return withExtensions(ExtensionList.with(extensions, extension));
    }

    @Override
    public RegistrationRequest withoutExtension(Class<? extends NhrpExtension> kind) {
        return withExtensions(ExtensionList.without(extensions, kind));
    }
}
