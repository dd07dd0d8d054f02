package dmvpn.sim.nhrp;

import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with a packet, whoever it is for (RFC 2332 section 5.2.7).
 *
 * @param code what is wrong
 * @param offset byte of the packet where that begins, from 0; 0 also when it is in no one place
 */
record NhrpFault(ErrorCode code, int offset) {

    /** Place of the protocol type in the fixed header (RFC 2332 section 5.1). */
    private static final int PROTOCOL_TYPE_OFFSET = 2;

    /** A packet of another overlay protocol than that of the tunnel. */
    static final NhrpFault OTHER_PROTOCOL = new NhrpFault(ErrorCode.PROTOCOL_ERROR, PROTOCOL_TYPE_OFFSET);

    /** A fault of the packet as a whole. */
    static NhrpFault of(ErrorCode code) {
        return new NhrpFault(code, 0);
    }

    /**
     * The first fault of a packet that this router must act upon: a number of entries that its message cannot have (code 7; RFC
     * 2332 sections 5.2.1, 5.2.3 and 5.2.5), an extension that it must know and does not (code 1), or one that occurs twice
     * although only the vendor's own may (code 9; sections 5.2.7 and 5.3).
     */
    static Optional<NhrpFault> in(NhrpPacket packet) {
        return ofEntries(packet).or(() -> ofExtensions(packet));
    }

    private static Optional<NhrpFault> ofEntries(NhrpPacket packet) {
        int firstEntry = packet.header().lengthBytes();
        return switch (packet) {
            case ResolutionRequest request when request.entries().size() > 1 ->
                    protocolError(firstEntry + request.entries().get(0).lengthBytes());
            case RegistrationRequest request when request.entries().isEmpty() -> protocolError(firstEntry);
            case PurgeRequest request when request.entries().isEmpty() -> protocolError(firstEntry);
            default -> Optional.empty();
        };
    }

    private static Optional<NhrpFault> protocolError(int offset) {
        return Optional.of(new NhrpFault(ErrorCode.PROTOCOL_ERROR, offset));
    }

    private static Optional<NhrpFault> ofExtensions(NhrpPacket packet) {
        Set<Integer> types = new HashSet<>();
        int offset = packet.lengthBytes() - packet.extensionsBytes();
        for (NhrpExtension extension : packet.extensions()) {
            if (extension instanceof NhrpExtension.Unknown unknown && unknown.compulsory()) {
                return Optional.of(new NhrpFault(ErrorCode.UNRECOGNIZED_EXTENSION, offset));
            }
            if (!(extension instanceof NhrpExtension.VendorPrivate) && !types.add(extension.type())) {
                return Optional.of(new NhrpFault(ErrorCode.INVALID_EXTENSION, offset));
            }
            offset += extension.lengthBytes();
        }
        return Optional.empty();
    }

    /** True when the packet has a compulsory extension that this router does not know. */
    static boolean hasUnknownCompulsoryExtension(NhrpPacket packet) {
        return ofExtensions(packet).filter(fault -> fault.code() == ErrorCode.UNRECOGNIZED_EXTENSION).isPresent();
    }

    /** The fault for people. */
    String text() {
        return code.title() + " (" + code.code() + ")";
    }
}
