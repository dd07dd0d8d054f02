package dmvpn.sim.ike;

import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.ike.message.Identity;
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
    private final Credentials credentials;
    private final Function<PeerAddresses, List<ChildSaOwner>> ownersFor;

    InitialExchanges(IkeTransport transport, IkeSaDatabase database, ChildExchanges children,
            Function<PeerAddresses, List<ChildSaOwner>> ownersFor) {
        this.transport = transport;
        this.database = database;
        this.children = children;
        this.credentials = new Credentials(transport.deviceName());
        this.ownersFor = ownersFor;
    }

    /** Starts an attempt. */
    void start(PeerAddresses peer, ChildSaOwner owner) {
        IkeSa sa = IkeSa.initiated(peer, database.allocateSpi(), owner, transport);
        database.add(sa);
        sendInit(sa, sa.suite().diffieHellmanGroup());
    }

    private void sendInit(IkeSa sa, int group) {
        List<Proposal> proposals = new ArrayList<>();
        ProposalSelection.suites(sa.profile()).forEach(suite ->
                proposals.add(new Proposal.ForIke(proposals.size() + 1, OptionalLong.empty(), suite)));
        sa.window().send(Request.of(IkeExchange.IKE_SA_INIT,
                initPayloads(sa.peer(), sa.ports, sa.initiatorSpi(), 0, proposals, group),
                answer -> initAnswered(sa, group, answer), () -> fail(sa, SaEndReason.NO_ANSWER.text())));
    }

    private List<IkePayload> initPayloads(PeerAddresses peer, UdpPorts ports, long initiatorSpi, long responderSpi,
            List<Proposal> proposals, int group) {
        return List.of(
                new IkePayload.SecurityAssociation(proposals),
                new IkePayload.KeyExchange(group),
                transport.newNonce(),
                Notify.of(NotifyType.NAT_DETECTION_SOURCE_IP,
                        NatDetection.hash(initiatorSpi, responderSpi, peer.local(), ports.local())),
                Notify.of(NotifyType.NAT_DETECTION_DESTINATION_IP,
                        NatDetection.hash(initiatorSpi, responderSpi, peer.remote(), ports.remote())));
    }

    private void fail(IkeSa sa, String reason) {
        sa.negotiatingFor = null;
        transport.record(sa, new IkeTraceEvent.Failure(IkeTraceEvent.Negotiation.IKE_SA, sa, reason));
        database.end(sa, SaEndReason.CLOSED);
    }

    /** A first request came. */
    void initRequested(PeerAddresses peer, UdpPorts ports, IkePacket request) {
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
        for (ChildSaOwner owner : owners) {
            Optional<Proposal.ForIke> chosen =
                    ProposalSelection.chooseIke(request, ProposalSelection.suites(owner.profile()));
            if (chosen.isPresent()) {
                takeInit(peer, ports, request, owner.profile(), chosen.get());
                return;
            }
        }
        IpsecProfile first = owners.getFirst().profile();
        refuseInit(peer, ports, request, first, Notify.of(NotifyType.NO_PROPOSAL_CHOSEN),
                ProposalSelection.ikeDifference(request, IkeSuite.of(first.ike())));
    }

    private List<ChildSaOwner> ikev2OwnersFor(PeerAddresses peer) {
        return ownersFor.apply(peer).stream()
                .filter(owner -> owner.profile().ike().version() == IkeVersion.IKEV2).toList();
    }

    /** RFC 7296 section 1.2: a public value of another group than the chosen one has to be sent anew. */
    private void takeInit(PeerAddresses peer, UdpPorts ports, IkePacket request, IpsecProfile profile, Proposal.ForIke chosen) {
        int group = chosen.suite().diffieHellmanGroup();
        int offered = request.payload(IkePayload.KeyExchange.class).map(IkePayload.KeyExchange::group).orElse(0);
        if (offered == group) {
            answerInit(peer, ports, request, profile, chosen);
        } else {
            refuseInit(peer, ports, request, profile, Notify.wantedGroup(group), "the public value is of Diffie-Hellman group "
                    + offered + ", but the chosen proposal has group " + group);
        }
    }

    private void answerInit(PeerAddresses peer, UdpPorts ports, IkePacket request, IpsecProfile profile,
            Proposal.ForIke chosen) {
        IkeSa sa = IkeSa.answered(peer, request.initiatorSpi(), database.allocateSpi(), profile, chosen.suite(),
                transport);
        sa.ports = ports;
        database.add(sa);
        detectNat(sa, request);
        sa.nextRequestIdOfPeer = 1;
        sa.lifetimeTimer = transport.scheduler().after(HALF_OPEN_NANOS, this, 0, sa);
        List<IkePayload> payloads = new ArrayList<>(initPayloads(peer, ports, sa.initiatorSpi(), sa.responderSpi(),
                List.of(new Proposal.ForIke(chosen.number(), OptionalLong.empty(), chosen.suite())),
                chosen.suite().diffieHellmanGroup()));
        payloads.addAll(Credentials.request(profile));
        transport.answer(sa, IkePacket.initResponse(sa.initiatorSpi(), sa.responderSpi(), payloads));
    }

    /** Refusals are sent without keeping state, against floods (RFC 7296 section 2.6 gives a responder no SPI then). */
    private void refuseInit(PeerAddresses peer, UdpPorts ports, IkePacket request, IpsecProfile profile, Notify error,
            String reason) {
        transport.record(new IkeTraceEvent.Ignored(peer, "IKE_SA_INIT request refused", reason), profile.origin());
        transport.send(peer, ports, IkePacket.initResponse(request.initiatorSpi(), 0, List.of(error)), false, profile.origin());
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
    private void detectNat(IkeSa sa, IkePacket message) {
        sa.nat = NatPath.of(message, sa.peer(), sa.ports);
        if (sa.nat.isTranslated()) {
            transport.record(sa, new IkeTraceEvent.NatDetected(sa.peer(), sa.nat.text()));
        }
    }

    private void initAnswered(IkeSa sa, int sentGroup, IkePacket answer) {
        Optional<Notify> error = ProposalSelection.error(answer);
        Optional<Integer> wanted = error.filter(notify -> notify.notifyType() == NotifyType.INVALID_KE_PAYLOAD)
                .map(Notify::group).filter(group -> group != sentGroup && offers(sa, group));
        if (wanted.isPresent()) {
            sendInit(sa, wanted.get());
            return;
        }
        if (error.isPresent()) {
            fail(sa, "the peer refused: " + error.get().notifyType());
            return;
        }
        Optional<Proposal.ForIke> chosen =
                ProposalSelection.chooseIke(answer, ProposalSelection.suites(sa.profile()));
        if (chosen.isEmpty()) {
            fail(sa, "the peer chose what was not proposed");
            return;
        }
        sa.setSuite(chosen.get().suite());
        sa.setResponderSpi(answer.responderSpi());
        detectNat(sa, answer);
        if (sa.nat.isTranslated()) {
            // RFC 7296 section 2.23: the initiator moves to port 4500 with the next request.
            sa.ports = UdpPorts.NAT_TRAVERSAL;
        }
        sa.state = IkeSa.State.AUTH_SENT;
        ChildSaOwner owner = sa.negotiatingFor;
        long spi = owner.allocateSpi();
        List<IkePayload> payloads = new ArrayList<>(credentials.payloads(sa));
        if (database.established(sa.peer()) == null) {
            payloads.add(Notify.of(NotifyType.INITIAL_CONTACT));
        }
        payloads.addAll(ProposalSelection.childRequest(owner.profile(), sa.peer(), spi, Optional.empty()));
        sa.window().send(Request.of(IkeExchange.IKE_AUTH, payloads, reply -> authAnswered(sa, owner, spi, reply),
                () -> fail(sa, SaEndReason.NO_ANSWER.text())));
    }

    private static Optional<String> refusal(IkePacket message, IkeSa sa, IpsecProfile profile) {
        return Credentials.refusal(message, sa.peer(), profile, sa.isInitiator() ? "responder" : "initiator");
    }

    private static boolean offers(IkeSa sa, int group) {
        return ProposalSelection.suites(sa.profile()).stream().anyMatch(suite -> suite.diffieHellmanGroup() == group);
    }

    /** The responder has the IKE SA already, so it learns of the refusal by an exchange of its own (RFC 7296 section 2.21.2). */
    private void refuseResponder(IkeSa sa, String reason) {
        sa.negotiatingFor = null;
        transport.record(sa, new IkeTraceEvent.Failure(IkeTraceEvent.Negotiation.IKE_SA, sa, reason));
        database.retire(sa, IkeSa.State.CLOSING);
        sa.window().send(Request.of(IkeExchange.INFORMATIONAL, List.of(Notify.of(NotifyType.AUTHENTICATION_FAILED)),
                answer -> database.end(sa, SaEndReason.CLOSED), () -> database.end(sa, SaEndReason.NO_ANSWER)));
    }

    /** The initiator does not take this router's proof of identity. */
    void authRefused(IkeSa sa, IkePacket request) {
        transport.answer(sa, request.answer(List.of()));
        database.end(sa, SaEndReason.REFUSED_BY_PEER);
    }

    /** The second request came. */
    void authRequested(IkeSa sa, IkePacket request) {
        if (sa.state != IkeSa.State.INIT_ANSWERED) {
            transport.answer(sa, request.answer(List.of(Notify.of(NotifyType.INVALID_SYNTAX))));
            return;
        }
        List<ChildSaOwner> withSuite = ikev2OwnersFor(sa.peer()).stream()
                .filter(owner -> ProposalSelection.suites(owner.profile()).contains(sa.suite())).toList();
        List<ChildSaOwner> candidates = withSuite.stream()
                .filter(owner -> refusal(request, sa, owner.profile()).isEmpty()).toList();
        if (candidates.isEmpty()) {
            transport.record(sa, new IkeTraceEvent.Failure(IkeTraceEvent.Negotiation.IKE_SA, sa, withSuite.isEmpty()
                    ? "no tunnel is protected" : refusal(request, sa, withSuite.getFirst().profile()).orElseThrow()));
            transport.answer(sa, request.answer(List.of(Notify.of(NotifyType.AUTHENTICATION_FAILED))));
            // Kept for a while, to repeat the answer if it is lost.
            database.retire(sa, IkeSa.State.CLOSING);
            sa.lifetimeTimer = transport.scheduler().after(HALF_OPEN_NANOS, this, 0, sa);
            return;
        }
        Optional<ChildOffer> offer = ProposalSelection.chooseChild(request, candidates, sa, false);
        sa.peerIdentity = request.payload(IkePayload.IdInitiator.class)
                .map(IkePayload.IdInitiator::identity).orElseGet(() -> new Identity.Address(sa.peer().remote()));
        sa.setProfile(offer.map(taken -> taken.owner().profile()).orElse(candidates.getFirst().profile()));
        answerAuth(sa, request, offer, candidates.getFirst());
    }

    private void answerAuth(IkeSa sa, IkePacket request, Optional<ChildOffer> offer, ChildSaOwner first) {
        List<IkePayload> payloads = new ArrayList<>(credentials.payloads(sa));
        long spi = offer.map(taken -> taken.owner().allocateSpi()).orElse(0L);
        payloads.addAll(offer.map(taken -> ProposalSelection.childAnswer(taken, spi, Optional.empty()))
                .orElseGet(() -> List.of(Notify.of(ProposalSelection.childRefusal(request, first.profile(), sa)))));
        transport.answer(sa, request.answer(payloads));
        database.establish(sa, "");
        if (offer.isPresent()) {
            children.install(sa, offer.get(), spi, true);
        } else {
            transport.record(sa, new IkeTraceEvent.Failure(IkeTraceEvent.Negotiation.CHILD_SA, sa,
                    ProposalSelection.childDifference(request, first.profile(), sa, false)));
        }
        if (request.notification(NotifyType.INITIAL_CONTACT).isPresent()) {
            forgetOlderThan(sa);
        }
    }

    /**
     * INITIAL_CONTACT: the peer knows no other IKE SA (RFC 7296 section 2.4). Those that came up before this exchange began
     * are left from an earlier life of the peer; one that came up meanwhile is the other of a simultaneous start. Another
     * peer behind the same NAT has another identity.
     */
    private void forgetOlderThan(IkeSa sa) {
        for (IkeSa other : List.copyOf(database.with(sa.peer()))) {
            if (other.state == IkeSa.State.ESTABLISHED && other != sa && sa.peerIdentity.equals(other.peerIdentity)
                    && other.establishedAtNanos < sa.startedAtNanos()) {
                database.end(other, SaEndReason.INITIAL_CONTACT);
            }
        }
    }

    private void authAnswered(IkeSa sa, ChildSaOwner owner, long spi, IkePacket answer) {
        Optional<Notify> error = ProposalSelection.error(answer);
        if (error.isPresent() && answer.payload(Authentication.class).isEmpty()) {
            fail(sa, "the peer refused: " + error.get().notifyType());
            return;
        }
        Optional<String> refusal = refusal(answer, sa, sa.profile());
        if (refusal.isPresent()) {
            refuseResponder(sa, refusal.get());
            return;
        }
        sa.negotiatingFor = null;
        sa.peerIdentity = answer.payload(IkePayload.IdResponder.class)
                .map(IkePayload.IdResponder::identity).orElseGet(() -> new Identity.Address(sa.peer().remote()));
        database.establish(sa, "");
        children.installAnswered(sa, owner, spi, answer, IkeTraceEvent.Negotiation.CHILD_SA);
    }
}
