package dmvpn.sim.ike;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.sim.ike.message.EspSuite;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.IkePayload.Delete;
import dmvpn.sim.ike.message.IkePayload.Nonce;
import dmvpn.sim.ike.message.IkePayload.Notify;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Child SAs on an existing IKE SA: creation, rekey, expiry and deletion (RFC 7296 sections 1.3, 1.4.1 and 2.8). */
final class ChildExchanges implements EventHandler {

    /**
     * Waits after TEMPORARY_FAILURE, which RFC 7296 section 2.25 forbids to answer by trying again at once. It leaves the times
     * open, and Cisco documents none for IOS: these are the simulator's.
     */
    private static final long INITIATORS_WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long RESPONDERS_WAIT_NANOS = TimeUnit.SECONDS.toNanos(8);

    private static final int REKEY = 1;
    private static final int EXPIRE = 2;

    private final IkeTransport transport;
    private final IkeSaDatabase database;
    private final Function<PeerAddresses, List<ChildSaOwner>> ownersFor;

    ChildExchanges(IkeTransport transport, IkeSaDatabase database,
            Function<PeerAddresses, List<ChildSaOwner>> ownersFor) {
        this.transport = transport;
        this.database = database;
        this.ownersFor = ownersFor;
    }

    /** Asks for a child SA on an IKE SA that has none for the owner. */
    void create(IkeSa sa, ChildSaOwner owner) {
        long spi = owner.allocateSpi();
        Nonce nonce = transport.newNonce();
        sa.negotiatingFor = owner;
        sa.window().send(Request.of(IkeExchange.CREATE_CHILD_SA,
                ProposalSelection.childRequest(owner.profile(), sa.peer(), spi, Optional.of(nonce)), answer -> {
                    sa.current().negotiatingFor = null;
                    installAnswered(sa.current(), owner, spi, answer, IkeTraceEvent.Negotiation.CHILD_SA);
                }, () -> database.end(sa.current(), SaEndReason.NO_ANSWER)));
    }

    /** Installs what this end granted. */
    ChildSa install(IkeSa sa, ChildOffer offer, long spi, boolean outboundReady) {
        return install(sa, offer.owner(),
                new ChildSa.Terms(spi, offer.remoteSpi(), ProposalSelection.transform(offer.owner().profile(), offer.suite())
                        .orElseThrow(), offer.mode(), false, outboundReady));
    }

    /** Installs what the peer granted; when it refused, reports that and answers null. */
    ChildSa installAnswered(IkeSa sa, ChildSaOwner owner, long spi, IkePacket answer,
            IkeTraceEvent.Negotiation negotiation) {
        Optional<ChildProposal> granted = ChildProposal.of(answer).stream()
                .filter(proposal -> ProposalSelection.transform(owner.profile(), proposal.suite()).isPresent()
                        && proposal.header().equals(owner.profile().options().authenticationHeader())).findFirst();
        if (granted.isEmpty()) {
            transport.record(sa, new IkeTraceEvent.Failure(negotiation, sa, "the peer refused: "
                    + ProposalSelection.error(answer).map(Notify::notifyType).map(Enum::name).orElse("no proposal")));
            return null;
        }
        if (sa.state != IkeSa.State.ESTABLISHED) {
            // Closed while the exchange was under way; the peer learns it from the delete that follows.
            return null;
        }
        EncapsulationMode mode = ProposalSelection.mode(answer, owner.profile());
        return install(sa, owner, new ChildSa.Terms(spi, granted.get().spi(),
                ProposalSelection.transform(owner.profile(), granted.get().suite()).orElseThrow(), mode, true, true));
    }

    private ChildSa install(IkeSa sa, ChildSaOwner owner, ChildSa.Terms terms) {
        long lifetimeNanos = owner.profile().lifetime().toNanos();
        long now = transport.nowNanos();
        ChildSa child = new ChildSa(sa, owner, terms, now, now + lifetimeNanos);
        sa.children().add(child);
        child.lifetimeTimer = transport.scheduler().after(
                lifetimeNanos - RekeyMargin.nanos(lifetimeNanos), this, REKEY, child);
        owner.installed(child);
        return child;
    }

    @Override
    public void handle(int kind, Object payload) {
        ChildSa child = (ChildSa) payload;
        child.lifetimeTimer = Scheduler.NO_TIMER;
        if (kind == EXPIRE) {
            delete(child, SaEndReason.LIFETIME);
            return;
        }
        child.lifetimeTimer = transport.scheduler().after(
                child.expiresAtNanos() - transport.nowNanos(), this, EXPIRE, child);
        renew(child);
    }

    /** The volume is used up. While a successor is negotiated, or waits to be proven, the old pair carries on. */
    void volumeUsedUp(ChildSa child) {
        boolean successorExists = child.peerSuccessor != null && !child.peerSuccessor.isRemoved();
        if (!child.isRemoved() && !child.rekeying && !child.closing && !successorExists) {
            delete(child, SaEndReason.VOLUME);
        }
    }

    /** Negotiates a successor, unless one is there or under way, or the peer has to. */
    void renew(ChildSa child) {
        boolean successorExists = child.peerSuccessor != null && !child.peerSuccessor.isRemoved();
        boolean over = child.rekeying || child.closing || child.isRemoved();
        if (!over && !successorExists && !child.owner().profile().options().responderOnly()) {
            rekey(child);
        }
    }

    private void rekey(ChildSa child) {
        IkeSa sa = child.ikeSa();
        ChildSaOwner owner = child.owner();
        long spi = owner.allocateSpi();
        Nonce nonce = transport.newNonce();
        child.rekeying = true;
        List<IkePayload> payloads = new ArrayList<>();
        payloads.add(Notify.rekey(EspSuite.protocolOf(child.transform()), child.inboundSpi()));
        payloads.addAll(ProposalSelection.childRequest(owner.profile(), sa.peer(), spi, Optional.of(nonce)));
        sa.window().send(Request.of(IkeExchange.CREATE_CHILD_SA, payloads,
                answer -> rekeyAnswered(child, spi, nonce, answer), () -> database.end(child.ikeSa(), SaEndReason.NO_ANSWER)));
    }

    private void rekeyAnswered(ChildSa old, long spi, Nonce nonce, IkePacket answer) {
        old.rekeying = false;
        if (answer.notification(NotifyType.TEMPORARY_FAILURE).isPresent()) {
            retryRekey(old);
            return;
        }
        if (answer.notification(NotifyType.CHILD_SA_NOT_FOUND).isPresent()) {
            // The peer lost or deleted it (RFC 7296 section 2.25): it is of no use here either.
            endForPeer(old);
            return;
        }
        ChildSa successor = installAnswered(old.ikeSa().current(), old.owner(), spi, answer,
                IkeTraceEvent.Negotiation.CHILD_REKEY);
        if (successor == null) {
            return;
        }
        if (old.isRemoved() && old.peerSuccessor == null) {
            // Closed while the exchange was under way: the successor has no purpose.
            delete(successor, SaEndReason.CLOSED);
        } else if (old.peerSuccessor != null && !old.peerSuccessor.isRemoved()
                && ProposalSelection.lowerNonce(nonce, answer).compareTo(old.peerSuccessorNonce) < 0) {
            // Of two successors the one with the lowest of the four nonces goes, deleted by the end that asked for it
            // (RFC 7296 section 2.8.1).
            retire(successor, SaEndReason.REDUNDANT);
        } else if (!old.isRemoved()) {
            retire(old, SaEndReason.REKEYED);
        }
    }

    private void retryRekey(ChildSa child) {
        long waitNanos = waitAfterTemporaryFailureNanos(child.ikeSa());
        if (!child.isRemoved() && transport.nowNanos() + waitNanos < child.expiresAtNanos()) {
            transport.scheduler().cancel(child.lifetimeTimer);
            child.lifetimeTimer = transport.scheduler().after(waitNanos, this, REKEY, child);
        }
    }

    /** The two ends wait unlike long, so that requests which got into each other's way do not do so again. */
    static long waitAfterTemporaryFailureNanos(IkeSa sa) {
        return sa.isInitiator() ? INITIATORS_WAIT_NANOS : RESPONDERS_WAIT_NANOS;
    }

    /** A request to create or rekey a child SA came. */
    void requested(IkeSa sa, IkePacket request) {
        Optional<Notify> rekeyed = request.notification(NotifyType.REKEY_SA);
        if (sa.state != IkeSa.State.ESTABLISHED || sa.rekeying) {
            refuse(sa, request, NotifyType.TEMPORARY_FAILURE);
        } else if (rekeyed.isEmpty()) {
            grant(sa, request, ownersFor.apply(sa.peer()).stream()
                    .filter(owner -> owner.profile().ike().version() == IkeVersion.IKEV2).toList(), null);
        } else {
            ChildSa old = byOutboundSpi(sa, rekeyed.get().childSpi().orElse(0L));
            if (old == null) {
                refuse(sa, request, NotifyType.CHILD_SA_NOT_FOUND);
            } else if (old.closing) {
                refuse(sa, request, NotifyType.TEMPORARY_FAILURE);
            } else {
                grant(sa, request, List.of(old.owner()), old);
            }
        }
    }

    private void refuse(IkeSa sa, IkePacket request, NotifyType error) {
        transport.answer(sa, request.answer(List.of(Notify.of(error))));
    }

    private void grant(IkeSa sa, IkePacket request, List<ChildSaOwner> owners, ChildSa old) {
        Optional<ChildOffer> offer = ProposalSelection.chooseChild(request, owners, sa, true);
        if (offer.isEmpty()) {
            refuse(sa, request, owners.isEmpty() ? NotifyType.TS_UNACCEPTABLE
                    : ProposalSelection.childRefusal(request, owners.getFirst().profile(), sa));
            transport.record(sa, new IkeTraceEvent.Failure(
                    old == null ? IkeTraceEvent.Negotiation.CHILD_SA : IkeTraceEvent.Negotiation.CHILD_REKEY, sa,
                    owners.isEmpty() ? "no tunnel is protected"
                            : ProposalSelection.childDifference(request, owners.getFirst().profile(), sa, true)));
            return;
        }
        long spi = offer.get().owner().allocateSpi();
        Nonce nonce = transport.newNonce();
        transport.answer(sa, request.answer(
                ProposalSelection.childAnswer(offer.get(), spi, Optional.of(nonce))));
        // RFC 7296 section 2.8: the responder of a rekey goes on with the old SA until the new one is proven.
        ChildSa child = install(sa, offer.get(), spi, old == null);
        if (old != null) {
            old.peerSuccessor = child;
            old.peerSuccessorNonce = ProposalSelection.lowerNonce(nonce, request);
        }
    }

    private static ChildSa byOutboundSpi(IkeSa sa, long spi) {
        for (ChildSa child : sa.children()) {
            if (child.outboundSpi() == spi) {
                return child;
            }
        }
        return null;
    }

    /** Tells the peer and forgets a child SA at once. */
    void delete(ChildSa child, SaEndReason reason) {
        if (!child.closing) {
            child.closing = true;
            IkeSa sa = child.ikeSa();
            sa.window().send(Request.of(IkeExchange.INFORMATIONAL, deletion(child), answer -> {
            }, () -> database.end(sa, SaEndReason.NO_ANSWER)));
        }
        database.end(child, reason);
    }

    /** Tells the peer, and forgets a replaced child SA when it has answered: packets under way still arrive on it. */
    private void retire(ChildSa child, SaEndReason reason) {
        child.closing = true;
        child.ikeSa().window().send(Request.of(IkeExchange.INFORMATIONAL, deletion(child),
                answer -> database.end(child, reason),
                () -> database.end(child.ikeSa(), SaEndReason.NO_ANSWER)));
    }

    private static List<IkePayload> deletion(ChildSa child) {
        return List.of(Delete.children(EspSuite.protocolOf(child.transform()), List.of(child.inboundSpi())));
    }

    /** The peer deleted child SAs: those of this end that pair with them go, and the answer names them. */
    void deleteRequested(IkeSa sa, IkePacket request, Delete delete) {
        List<ChildSa> going = delete.childSpis().stream().map(spi -> byOutboundSpi(sa, spi))
                .filter(child -> child != null).toList();
        // RFC 7296 section 1.4.1: what both ends delete at once is not named in the answers.
        List<Long> named = going.stream().filter(child -> !child.closing).map(ChildSa::inboundSpi).toList();
        transport.answer(sa, request.answer(named.isEmpty() ? List.of() : List.of(Delete.children(delete.protocol(), named))));
        going.forEach(this::endForPeer);
    }

    /** The peer has no use for a child SA any more: because it has a successor, or altogether. */
    private void endForPeer(ChildSa child) {
        ChildSa successor = child.peerSuccessor;
        if (successor != null && !successor.isRemoved()) {
            proven(successor);
            database.end(child, SaEndReason.REKEYED);
        } else {
            database.end(child, SaEndReason.DELETED_BY_PEER);
        }
    }

    /** The peer is known to have installed its side. */
    void proven(ChildSa child) {
        if (child.makeOutboundReady()) {
            child.owner().outboundReady(child);
        }
    }
}
