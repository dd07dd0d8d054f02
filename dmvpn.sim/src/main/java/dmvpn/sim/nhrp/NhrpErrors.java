package dmvpn.sim.nhrp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.nhrp.message.ErrorCode;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.NhrpPacket;
import java.util.Optional;

/** Drops wrong packets and tells their senders (RFC 2332 section 5.2.7). */
final class NhrpErrors {

    private final NhrpTunnel tunnel;
    private final NhrpTransmitter transmitter;

    NhrpErrors(NhrpTunnel tunnel, NhrpTransmitter transmitter) {
        this.tunnel = tunnel;
        this.transmitter = transmitter;
    }

    /** Drops a packet and sends an Error Indication about it as a whole, but never for an Error Indication. */
    void answer(IpAddress outerSource, NhrpPacket packet, ErrorCode code) {
        answer(outerSource, packet, NhrpFault.of(code));
    }

    /** Drops a packet and sends an Error Indication, but never for an Error Indication. */
    void answer(IpAddress outerSource, NhrpPacket packet, NhrpFault fault) {
        drop(outerSource, packet, fault);
        Optional<IpAddress> ownNbmaAddress = tunnel.nbmaAddress();
        if (packet instanceof ErrorIndication || ownNbmaAddress.isEmpty()) {
            return;
        }
        NhrpHeader header = NhrpHeader.originated(ownNbmaAddress.get(), tunnel.protocolAddress(),
                packet.header().sourceProtocolAddress());
        transmitter.send(outerSource, ErrorIndication.about(packet, fault.code(), fault.offset(), header), "");
    }

    /** Drops a packet without a word to its sender. */
    void drop(IpAddress outerSource, NhrpPacket packet, NhrpFault fault) {
        transmitter.recordDropped(outerSource, packet, fault.text());
    }
}
