package dmvpn.sim.ike;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.IkePayload.Authentication;
import dmvpn.sim.ike.message.IkePayload.Notify;
import dmvpn.sim.ike.message.IkeSuite;
import dmvpn.sim.ike.message.NatDetection;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.ike.message.Proposal;
import dmvpn.sim.kernel.EventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** IKE_SA_INIT and IKE_AUTH: how an IKE SA and its first child SA come up (RFC 7296 section 1.2). */
final class InitialExchanges implements EventHandler {

    /** A responder forgets an initiator that does not go on; RFC 7296 leaves the time open. */
    static final long HALF_OPEN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final IkeTransport transport;
    private final IkeSaDatabase database;
    private final ChildExchanges children;
    private final Function<PeerAddresses, List<ChildSaOwner>> ownersFor;

    InitialExchanges(IkeTransport transport, IkeSaDatabase database, ChildExchanges children,
            Function<PeerAddresses, List<ChildSaOwner>> ownersFor) {
        this.transport = transport;
        this.database = database;
        this.children = children;
        this.ownersFor = ownersFor;
    }

    /** Starts an attempt. */
    void start(PeerAddresses peer, ChildSaOwner owner) {
        IkeSa sa = IkeSa.initiated(peer, database.allocateSpi(), owner, transport);
        database.add(sa);
        List<IkePayload> payloads = initPayloads(peer, sa.initiatorSpi(), 0,
                new Proposal.ForIke(1, OptionalLong.empty(), sa.suite()));
        sa.window().send(Request.of(IkeExchange.IKE_SA_INIT, payloads, answer -> initAnswered(sa, answer),
                () -> fail(sa, SaEndReason.NO_ANSWER.text())));
    }

    private List<IkePayload> initPayloads(PeerAddresses peer, long initiatorSpi, long responderSpi,
            Proposal.ForIke proposal) {
        return List.of(
                new IkePayload.SecurityAssociation(List.of(proposal)),
                new IkePayload.KeyExchange(proposal.suite().diffieHellmanGroup()),
                transport.newNonce(),
                Notify.of(NotifyType.NAT_DETECTION_SOURCE_IP,
                        NatDetection.hash(initiatorSpi, responderSpi, peer.local(), IkePacket.UDP_PORT)),
                Notify.of(NotifyType.NAT_DETECTION_DESTINATION_IP,
                        NatDetection.hash(initiatorSpi, responderSpi, peer.remote(), IkePacket.UDP_PORT)));
    }

    private void fail(IkeSa sa, String reason) {
        sa.negotiatingFor = null;
        transport.record(sa, new IkeTraceEvent.Failure(IkeTraceEvent.Negotiation.IKE_SA, sa, reason));
        database.end(sa, SaEndReason.CLOSED);
    }

    /** A first request came. */
    void initRequested(PeerAddresses peer, IkePacket request) {
        IkeSa known = database.ofInitialRequest(peer, request.initiatorSpi());
        if (known != null) {
            // The peer did not get the answer: RFC 7296 section 2.1 wants the same one.
            if (known.nextRequestIdOfPeer == 1) {
                transport.send(known, known.lastAnswer, true);
            }
            return;
        }
        List<ChildSaOwner> owners = ikev2OwnersFor(peer);
        if (owners.isEmpty()) {
            transport.record(new IkeTraceEvent.Ignored(peer, "IKE_SA_INIT request ignored",
                    "no tunnel that is protected with IKEv2 has this address"), transport.deviceOrigin());
            return;
        }
        reportNat(peer, request, owners.getFirst().profile());
        for (ChildSaOwner owner : owners) {
            Optional<Proposal.ForIke> chosen = ProposalSelection.chooseIke(request, IkeSuite.of(owner.profile().ike()));
            if (chosen.isPresent()) {
                answerInit(peer, request, owner.profile(), chosen.get());
                return;
            }
        }
        refuseInit(peer, request, owners.getFirst().profile());
    }

    private List<ChildSaOwner> ikev2OwnersFor(PeerAddresses peer) {
        return ownersFor.apply(peer).stream()
                .filter(owner -> owner.profile().ike().version() == IkeVersion.IKEV2).toList();
    }

    private void answerInit(PeerAddresses peer, IkePacket request, IpsecProfile profile, Proposal.ForIke chosen) {
        IkeSa sa = IkeSa.answered(peer, request.initiatorSpi(), database.allocateSpi(), profile, transport);
        database.add(sa);
        sa.nextRequestIdOfPeer = 1;
        sa.lifetimeTimer = transport.scheduler().after(HALF_OPEN_NANOS, this, 0, sa);
        transport.answer(sa, IkePacket.initResponse(sa.initiatorSpi(), sa.responderSpi(), initPayloads(peer,
                sa.initiatorSpi(), sa.responderSpi(),
                new Proposal.ForIke(chosen.number(), OptionalLong.empty(), chosen.suite()))));
    }

    /** Refusals are sent without keeping state, against floods (RFC 7296 section 2.6 gives a responder no SPI then). */
    private void refuseInit(PeerAddresses peer, IkePacket request, IpsecProfile profile) {
        transport.record(new IkeTraceEvent.Ignored(peer, "IKE_SA_INIT request refused",
                ProposalSelection.ikeDifference(request, IkeSuite.of(profile.ike()))), profile.origin());
        transport.send(peer, IkePacket.initResponse(request.initiatorSpi(), 0,
                List.of(Notify.of(NotifyType.NO_PROPOSAL_CHOSEN))), false, profile.origin());
    }

    /** A responder's patience with a half-open IKE SA is over. */
    @Override
    public void handle(int kind, Object payload) {
        IkeSa sa = (IkeSa) payload;
        if (sa.state == IkeSa.State.INIT_ANSWERED) {
            fail(sa, "the initiator did not go on");
        } else {
            database.end(sa, SaEndReason.CLOSED);
        }
    }

    /** RFC 7296 section 2.23: a hash that does not match shows a NAT on the way. */
    private void reportNat(PeerAddresses peer, IkePacket message, IpsecProfile profile) {
        boolean sourceMatches = matches(message, NotifyType.NAT_DETECTION_SOURCE_IP,
                peer.remote());
        boolean destinationMatches = matches(message, NotifyType.NAT_DETECTION_DESTINATION_IP, peer.local());
        if (!sourceMatches || !destinationMatches) {
            transport.record(new IkeTraceEvent.Ignored(peer, "NAT detected",
                    "UDP encapsulation on port 4500 is not simulated yet: IKE stays on port 500"), profile.origin());
        }
    }

    private static boolean matches(IkePacket message, NotifyType type, IpAddress address) {
        return message.notification(type).map(notify -> notify.data().equals(NatDetection.hash(message.initiatorSpi(),
                message.responderSpi(), address, IkePacket.UDP_PORT))).orElse(true);
    }

    private void initAnswered(IkeSa sa, IkePacket answer) {
        Optional<Notify> error = ProposalSelection.error(answer);
        if (error.isPresent()) {
            fail(sa, "the peer refused: " + error.get().notifyType());
            return;
        }
        if (ProposalSelection.chooseIke(answer, sa.suite()).isEmpty()) {
            fail(sa, "the peer chose what was not proposed");
            return;
        }
        sa.setResponderSpi(answer.responderSpi());
        reportNat(sa.peer(), answer, sa.profile());
        sa.state = IkeSa.State.AUTH_SENT;
        ChildSaOwner owner = sa.negotiatingFor;
        long spi = owner.allocateSpi();
        List<IkePayload> payloads = new ArrayList<>();
        payloads.add(new IkePayload.IdInitiator(sa.peer().local()));
        payloads.add(authentication(sa));
        if (database.established(sa.peer()) == null) {
            payloads.add(Notify.of(NotifyType.INITIAL_CONTACT));
        }
        payloads.addAll(ProposalSelection.childRequest(owner.profile(), sa.peer(), spi, Optional.empty()));
        sa.window().send(Request.of(IkeExchange.IKE_AUTH, payloads, reply -> authAnswered(sa, owner, spi, reply),
                () -> fail(sa, SaEndReason.NO_ANSWER.text())));
    }

    private static Authentication authentication(IkeSa sa) {
        // Without a key for the peer the exchange goes on to its end all the same and is refused there.
        String secret = secretFor(sa.peer(), sa.profile()).orElse("no key for " + sa.peer().remote());
        return Authentication.bySharedKey(secret, sa.profile().ike().pseudoRandomFunction());
    }

    /**
     * What stands for the proof of identity. Secrets given in place are compared by value, the others by name; a certificate
     * proves itself to whoever trusts the same authority.
     */
    private static Optional<String> secretFor(PeerAddresses peer, IpsecProfile profile) {
        return switch (profile.authentication()) {
            case PeerAuthentication.PreSharedKeys keys ->
                    keys.keyFor(peer.remote()).map(secret -> secret.inlineValue().orElse(secret.name()));
            case PeerAuthentication.Certificates certificates ->
                    Optional.of("certificate of " + certificates.trustpoint());
        };
    }

    private static boolean proves(IkePacket message, PeerAddresses peer, IpsecProfile profile) {
        Optional<String> expected = secretFor(peer, profile);
        return expected.isPresent()
                && message.payload(Authentication.class).flatMap(Authentication::secretName).equals(expected);
    }

    /** The second request came. */
    void authRequested(IkeSa sa, IkePacket request) {
        if (sa.state != IkeSa.State.INIT_ANSWERED) {
            transport.answer(sa, request.answer(List.of(Notify.of(NotifyType.INVALID_SYNTAX))));
            return;
        }
        List<ChildSaOwner> candidates = ikev2OwnersFor(sa.peer()).stream()
                .filter(owner -> IkeSuite.of(owner.profile().ike()).equals(sa.suite()))
                .filter(owner -> proves(request, sa.peer(), owner.profile())).toList();
        if (candidates.isEmpty()) {
            transport.record(sa, new IkeTraceEvent.Failure(IkeTraceEvent.Negotiation.IKE_SA, sa,
                    "the pre-shared key differs from the initiator's"));
            transport.answer(sa, request.answer(List.of(Notify.of(NotifyType.AUTHENTICATION_FAILED))));
            // Kept for a while, to repeat the answer if it is lost.
            database.retire(sa, IkeSa.State.CLOSING);
            sa.lifetimeTimer = transport.scheduler().after(HALF_OPEN_NANOS, this, 0, sa);
            return;
        }
        Optional<ChildOffer> offer = ProposalSelection.chooseChild(request, candidates, sa.peer(), false);
        sa.setProfile(offer.map(taken -> taken.owner().profile()).orElse(candidates.getFirst().profile()));
        answerAuth(sa, request, offer, candidates.getFirst());
    }

    private void answerAuth(IkeSa sa, IkePacket request, Optional<ChildOffer> offer, ChildSaOwner first) {
        List<IkePayload> payloads = new ArrayList<>();
        payloads.add(new IkePayload.IdResponder(sa.peer().local()));
        payloads.add(authentication(sa));
        long spi = offer.map(taken -> taken.owner().allocateSpi()).orElse(0L);
        payloads.addAll(offer.map(taken -> ProposalSelection.childAnswer(taken, sa.peer(), spi, Optional.empty()))
                .orElseGet(() -> List.of(Notify.of(ProposalSelection.childRefusal(request, sa.peer())))));
        transport.answer(sa, request.answer(payloads));
        database.establish(sa, "");
        if (offer.isPresent()) {
            children.install(sa, offer.get(), spi, true);
        } else {
            transport.record(sa, new IkeTraceEvent.Failure(IkeTraceEvent.Negotiation.CHILD_SA, sa,
                    ProposalSelection.childDifference(request, first.profile(), sa.peer(), false)));
        }
        if (request.notification(NotifyType.INITIAL_CONTACT).isPresent()) {
            forgetOlderThan(sa);
        }
    }

    /**
     * INITIAL_CONTACT: the peer knows no other IKE SA (RFC 7296 section 2.4). Those that came up before this exchange began
     * are left from an earlier life of the peer; one that came up meanwhile is the other of a simultaneous start.
     */
    private void forgetOlderThan(IkeSa sa) {
        for (IkeSa other : List.copyOf(database.with(sa.peer()))) {
            if (other.state == IkeSa.State.ESTABLISHED && other != sa
                    && other.establishedAtNanos < sa.startedAtNanos()) {
                database.end(other, SaEndReason.INITIAL_CONTACT);
            }
        }
    }

    private void authAnswered(IkeSa sa, ChildSaOwner owner, long spi, IkePacket answer) {
        if (answer.payload(Authentication.class).isEmpty()) {
            fail(sa, "the peer refused: " + ProposalSelection.error(answer).map(Notify::notifyType).map(Enum::name)
                    .orElse("no proof of its identity"));
            return;
        }
        if (!proves(answer, sa.peer(), sa.profile())) {
            fail(sa, "the pre-shared key differs from the responder's");
            return;
        }
        sa.negotiatingFor = null;
        database.establish(sa, "");
        children.installAnswered(sa, owner, spi, answer, IkeTraceEvent.Negotiation.CHILD_SA);
    }
}
