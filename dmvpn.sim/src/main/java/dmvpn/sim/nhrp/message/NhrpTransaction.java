package dmvpn.sim.nhrp.message;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;

/**
 * A request or the reply to one: both carry a request id and client information entries. A reply is matched by its
 * request id and source address (RFC 2332 section 5.2.0.1).
 */
public sealed interface NhrpTransaction extends NhrpPacket
        permits ResolutionRequest, ResolutionReply, RegistrationRequest, RegistrationReply, PurgeRequest, PurgeReply {

    /** Request id, 0 to 4294967295: unchanged when a request is repeated and in its reply. */
    long requestId();

    /** Client information entries in their order. */
    List<ClientInformationEntry> entries();

    /** The flags field of the message. */
    int flagBits();

    /** The flags as IOS prints them, empty when none is set. */
    String flagNames();

    @Override
    NhrpTransaction withHeader(NhrpHeader header);

    @Override
    NhrpTransaction withExtensions(List<NhrpExtension> extensions);

    @Override
    NhrpTransaction withExtension(NhrpExtension extension);

    @Override
    NhrpTransaction withoutExtension(Class<? extends NhrpExtension> kind);

    /**
     * The same message with its responder named, if the requester wants to know it: then it sent an empty extension (RFC 2332
     * section 5.3.1).
     */
    default NhrpTransaction withResponder(ClientInformationEntry responder) {
        return extension(NhrpExtension.ResponderAddress.class).isPresent()
                ? withExtension(NhrpExtension.ResponderAddress.of(responder)) : this;
    }

    @Override
    default int lengthBytes() {
        int bytes = header().lengthBytes() + extensionsBytes();
        for (ClientInformationEntry entry : entries()) {
            bytes += entry.lengthBytes();
        }
        return bytes;
    }

    @Override
    default void describeMessage(FieldWriter fields) {
        fields.number("requestId", requestId());
        if (!flagNames().isEmpty()) {
            fields.text("flags", flagNames());
        }
        for (ClientInformationEntry entry : entries()) {
            describeEntry(fields, entry);
        }
    }

    private void describeEntry(FieldWriter fields, ClientInformationEntry entry) {
        fields.text("code", entry.code().title());
        IpAddress address = entry.protocolAddress().orElse(header().sourceProtocolAddress());
        fields.address("clientNbmaAddress", entry.nbmaAddress().orElse(null));
        fields.address("clientProtocolAddress", entry.protocolAddress().orElse(null));
        fields.number("prefixLength", entry.effectivePrefixLength(address));
        fields.number("holdingTimeSeconds", entry.holdingTimeSeconds());
    }
}
