package dmvpn.sim.nhrp.message;

import dmvpn.sim.packet.Quotation;
import dmvpn.sim.packet.UnsignedField;
import dmvpn.sim.trace.FieldWriter;
import java.util.List;

/**
 * Tells a station that its packet was wrong (RFC 2332 section 5.2.7). Never answers an Error Indication; carries no
 * extensions but what a security policy wants.
 *
 * @param header source is who found the error, destination the sender of the wrong packet
 * @param code what was wrong
 * @param offset byte of the wrong packet where it is, 0 when that cannot be told
 * @param wrongPacket the packet that caused it
 * @param extensions extensions in their order
 */
public record ErrorIndication(
        NhrpHeader header, ErrorCode code, int offset, Quotation wrongPacket, List<NhrpExtension> extensions)
        implements NhrpPacket {

    /**
     * Keeps an immutable copy of the list.
     *
     * @throws IllegalArgumentException when the offset does not fit
     */
    public ErrorIndication {
        UnsignedField.require("NHRP error offset", offset, 16);
        extensions = List.copyOf(extensions);
    }

    /** The indication for a whole packet. */
    public static ErrorIndication about(NhrpPacket wrongPacket, ErrorCode code, NhrpHeader header) {
        return about(wrongPacket, code, 0, header);
    }

    /** The indication for a byte of a packet. */
    public static ErrorIndication about(NhrpPacket wrongPacket, ErrorCode code, int offset, NhrpHeader header) {
        return new ErrorIndication(header, code, offset, new Quotation.OfPacket(wrongPacket, wrongPacket.lengthBytes()),
                List.of());
    }

    @Override
    public MessageType type() {
        return MessageType.ERROR_INDICATION;
    }

    @Override
    public ErrorIndication withHeader(NhrpHeader newHeader) {
        return new ErrorIndication(newHeader, code, offset, wrongPacket, extensions);
    }

    @Override
    public ErrorIndication withExtensions(List<NhrpExtension> newExtensions) {
        return new ErrorIndication(header, code, offset, wrongPacket, newExtensions);
    }

    @Override
    public ErrorIndication withExtension(NhrpExtension extension) {
        return withExtensions(ExtensionList.with(extensions, extension));
    }

    @Override
    public ErrorIndication withoutExtension(Class<? extends NhrpExtension> kind) {
        return withExtensions(ExtensionList.without(extensions, kind));
    }

    @Override
    public int lengthBytes() {
        return header.lengthBytes() + wrongPacket.lengthBytes() + extensionsBytes();
    }

    @Override
    public void describeMessage(FieldWriter fields) {
        fields.text("code", code.title());
        fields.number("offset", offset);
    }
}
