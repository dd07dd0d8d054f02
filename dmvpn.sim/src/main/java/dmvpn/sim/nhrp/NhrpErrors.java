package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Drops wrong packets and tells their senders (RFC 2332 section 5.2.7). */
final class NhrpErrors {

    private final NhrpTunnel tunnel;
    private final NhrpTransmitter transmitter;

    NhrpErrors(NhrpTunnel tunnel, NhrpTransmitter transmitter) {
        this.tunnel = tunnel;
        this.transmitter = transmitter;
    }

    /** Drops a packet and sends an Error Indication, but never for an Error Indication. */
    void answer(IpAddress outerSource, NhrpPacket packet, ErrorCode code) {
        drop(outerSource, packet, code);
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        if (packet instanceof ErrorIndication || ownNbmaAddress.isEmpty()) {
            return;
        }
        NhrpHeader header = NhrpHeader.originated(ownNbmaAddress.get(), tunnel.protocolAddress(),
                packet.header().sourceProtocolAddress());
        transmitter.send(outerSource, ErrorIndication.about(packet, code, header), "");
    }

    /**
     * What is wrong with the extensions of a packet that this router must act upon: one that it must know and does not (code
     * 1), or one that occurs twice although only the vendor's own may (code 9; RFC 2332 sections 5.2.7 and 5.3).
     */
    static Optional<ErrorCode> faultOf(NhrpPacket packet) {
        Set<Integer> types = new HashSet<>();
        for (NhrpExtension extension : packet.extensions()) {
            if (extension instanceof NhrpExtension.Unknown unknown && unknown.compulsory()) {
                return Optional.of(ErrorCode.UNRECOGNIZED_EXTENSION);
            }
            if (!(extension instanceof NhrpExtension.VendorPrivate) && !types.add(extension.type())) {
                return Optional.of(ErrorCode.INVALID_EXTENSION);
            }
        }
        return Optional.empty();
    }

    /** Drops a packet without a word to its sender. */
    void drop(IpAddress outerSource, NhrpPacket packet, ErrorCode code) {
        transmitter.recordDropped(outerSource, packet, code.title() + " (" + code.code() + ")");
    }
}
