package dmvpn.sim.ike.v1;

import dmvpn.sim.ike.v1.message.IsakmpExchange;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ike.v1.message.IsakmpProposal;
import dmvpn.sim.packet.Octets;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Messages that nobody answers: notifications and deletions (RFC 2409 section 5.7). */
final class Informational {

    private Informational() {
    }

    /** A message under the protection of an ISAKMP SA, with the hash that proves its origin. */
    static IsakmpPacket message(IsakmpSa sa, IsakmpTransport transport, IsakmpPayload payload) {
        return new IsakmpPacket(sa.initiatorCookie(), sa.responderCookie, IsakmpExchange.INFORMATIONAL, transport.newMessageId(),
                Optional.of(sa.protection()), List.of(new IsakmpPayload.Hash(sa.suite.hash(), Optional.empty()), payload));
    }

    /** Both cookies, which are the SPI of an ISAKMP SA (RFC 2408 section 3.14). */
    static Octets cookies(IsakmpSa sa) {
        return Octets.of(ByteBuffer.allocate(2 * Long.BYTES).putLong(sa.initiatorCookie()).putLong(sa.responderCookie).array());
    }

    static IsakmpPayload.Deletion deletionOf(IsakmpSa sa) {
        return new IsakmpPayload.Deletion(IsakmpProposal.ISAKMP, List.of(cookies(sa)));
    }

    static IsakmpPayload.Deletion deletionOf(QuickModeSa pair) {
        return new IsakmpPayload.Deletion(pair.transform().isEsp() ? IsakmpProposal.ESP : IsakmpProposal.AH,
                List.of(PhaseTwoProposals.octets(pair.inboundSpi())));
    }
}
