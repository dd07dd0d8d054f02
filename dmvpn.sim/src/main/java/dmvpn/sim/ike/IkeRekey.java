package dmvpn.sim.ike;

import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.IkePayload.Delete;
import dmvpn.sim.ike.message.IkePayload.Nonce;
import dmvpn.sim.ike.message.IkePayload.Notify;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.ike.message.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Replaces an IKE SA by a new one that inherits its child SAs (RFC 7296 sections 1.3.2, 2.8 and 2.18). */
final class IkeRekey {

    private final IkeTransport transport;
    private final IkeSaDatabase database;

    IkeRekey(IkeTransport transport, IkeSaDatabase database) {
        this.transport = transport;
        this.database = database;
    }

    /** Starts a rekey, unless the peer was first or has to. */
    void start(IkeSa old) {
        boolean begun = old.rekeying || old.peerSuccessor != null;
        if (begun || old.state != IkeSa.State.ESTABLISHED || old.profile().options().responderOnly()) {
            return;
        }
        long spi = database.allocateSpi();
        Nonce nonce = transport.newNonce();
        old.rekeying = true;
        old.window().send(Request.of(IkeExchange.CREATE_CHILD_SA,
                payloads(new Proposal.ForIke(1, OptionalLong.of(spi), old.suite()), nonce),
                answer -> answered(old, spi, nonce, answer), () -> database.end(old, SaEndReason.NO_ANSWER)));
    }

    private static List<IkePayload> payloads(Proposal.ForIke proposal, Nonce nonce) {
        return List.of(new IkePayload.SecurityAssociation(List.of(proposal)), nonce,
                new IkePayload.KeyExchange(proposal.suite().diffieHellmanGroup()));
    }

    private void answered(IkeSa old, long spi, Nonce nonce, IkePacket answer) {
        old.rekeying = false;
        if (old.state == IkeSa.State.ESTABLISHED && answer.notification(NotifyType.TEMPORARY_FAILURE).isPresent()) {
            database.retryRekey(old, ChildExchanges.waitAfterTemporaryFailureNanos(old));
            return;
        }
        Optional<Proposal.ForIke> granted = ProposalSelection.chooseIke(answer, old.suite())
                .filter(proposal -> proposal.spi().isPresent());
        if (granted.isEmpty()) {
            transport.record(old, new IkeTraceEvent.Failure(IkeTraceEvent.Negotiation.IKE_REKEY, old,
                    "the peer refused: " + ProposalSelection.error(answer).map(Notify::notifyType).map(Enum::name)
                            .orElse("no proposal")));
            return;
        }
        IkeSa successor = old.successor(true, spi, granted.get().spi().getAsLong(), transport);
        database.add(successor);
        database.establish(successor, SaEndReason.REKEYED.text());
        if (old.state != IkeSa.State.ESTABLISHED) {
            // Closed while the exchange was under way: the peer has moved the child SAs, so the successor goes as well.
            close(successor, SaEndReason.CLOSED);
            return;
        }
        IkeSa other = old.peerSuccessor;
        if (other != null && other.state != IkeSa.State.GONE
                && ProposalSelection.lowerNonce(nonce, answer).compareTo(old.peerSuccessorNonce) < 0) {
            // Both ends rekeyed at once and this successor has the lowest nonce: it goes (RFC 7296 section 2.8.2), and the
            // peer deletes the old IKE SA.
            inherit(old, other);
            close(successor, SaEndReason.REDUNDANT);
        } else {
            inherit(old, successor);
            close(old, SaEndReason.REKEYED);
        }
    }

    /** The peer wants to replace an IKE SA. */
    void requested(IkeSa old, IkePacket request) {
        Optional<Proposal.ForIke> chosen = ProposalSelection.chooseIke(request, old.suite())
                .filter(proposal -> proposal.spi().isPresent());
        if (old.state != IkeSa.State.ESTABLISHED || isCreatingChild(old)) {
            transport.answer(old, request.answer(List.of(Notify.of(NotifyType.TEMPORARY_FAILURE))));
            return;
        }
        if (chosen.isEmpty()) {
            transport.answer(old, request.answer(List.of(Notify.of(NotifyType.NO_PROPOSAL_CHOSEN))));
            return;
        }
        long spi = database.allocateSpi();
        Nonce nonce = transport.newNonce();
        transport.answer(old, request.answer(
                payloads(new Proposal.ForIke(chosen.get().number(), OptionalLong.of(spi), old.suite()), nonce)));
        IkeSa successor = old.successor(false, chosen.get().spi().getAsLong(), spi, transport);
        database.add(successor);
        database.establish(successor, SaEndReason.REKEYED.text());
        old.peerSuccessor = successor;
        old.peerSuccessorNonce = ProposalSelection.lowerNonce(nonce, request);
        if (!old.rekeying) {
            inherit(old, successor);
        }
    }

    private static boolean isCreatingChild(IkeSa sa) {
        Request outstanding = sa.window().outstanding();
        return outstanding != null && outstanding.exchange() == IkeExchange.CREATE_CHILD_SA && !sa.rekeying;
    }

    /** The successor gets the child SAs, and what this end still wants to ask. */
    private void inherit(IkeSa old, IkeSa successor) {
        database.retire(old, IkeSa.State.REPLACED);
        old.bequeathTo(successor);
    }

    /** Tells the peer that an IKE SA is over, and forgets it when the peer has answered. */
    void close(IkeSa sa, SaEndReason reason) {
        boolean replaced = sa.state == IkeSa.State.REPLACED;
        if (!replaced) {
            database.retire(sa, IkeSa.State.CLOSING);
        }
        transport.record(sa, new IkeTraceEvent.SecurityAssociation(false, sa, reason.text()));
        sa.state = IkeSa.State.CLOSING;
        sa.window().send(Request.of(IkeExchange.INFORMATIONAL, List.of(Delete.IKE_SA),
                answer -> database.end(sa, reason), () -> database.end(sa, SaEndReason.NO_ANSWER)));
        database.endChildren(sa, reason);
    }

    /** The peer deleted an IKE SA. */
    void deleteRequested(IkeSa sa, IkePacket request) {
        transport.answer(sa, request.answer(List.of()));
        IkeSa successor = sa.peerSuccessor;
        if (sa.state == IkeSa.State.ESTABLISHED && successor != null && successor.state != IkeSa.State.GONE) {
            // The peer never saw this end's own rekey request, or refused it: forget it (RFC 7296 section 2.25.2).
            if (sa.rekeying) {
                sa.rekeying = false;
                sa.window().dropOutstanding();
            }
            inherit(sa, successor);
        }
        database.end(sa, successor == null ? SaEndReason.DELETED_BY_PEER : SaEndReason.REKEYED);
    }
}
