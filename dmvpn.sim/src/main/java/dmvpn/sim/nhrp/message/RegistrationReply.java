package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.UnsignedField;
import java.util.List;

/**
 * Answers a Registration Request (RFC 2332 section 5.2.4).
 *
 * @param header common header
 * @param requestId 0 to 4294967295
 * @param flags those of the request
 * @param entries client information entries
 * @param extensions extensions in their order
 */
public record RegistrationReply(
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
    public RegistrationReply {
        UnsignedField.require("NHRP request id", requestId, 32);
        entries = List.copyOf(entries);
        extensions = List.copyOf(extensions);
    }

    @Override
    public MessageType type() {
        return MessageType.REGISTRATION_REPLY;
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
    public RegistrationReply withHeader(NhrpHeader newHeader) {
        return new RegistrationReply(newHeader, requestId, flags, entries, extensions);
    }

    @Override
    public RegistrationReply withExtensions(List<NhrpExtension> newExtensions) {
        return new RegistrationReply(header, requestId, flags, entries, newExtensions);
    }

    @Override
    public RegistrationReply withExtension(NhrpExtension extension) {
        return withExtensions(ExtensionList.with(extensions, extension));
    }

    @Override
    public RegistrationReply withoutExtension(Class<? extends NhrpExtension> kind) {
        return withExtensions(ExtensionList.without(extensions, kind));
    }
}
