package dmvpn.sim.ike.v1;

import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.sim.ike.ChildSaOwner;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.SaEndReason;
import dmvpn.sim.ike.UdpPorts;
import dmvpn.sim.ike.message.DiffieHellman;
import dmvpn.sim.ike.message.Identity;
import dmvpn.sim.ike.v1.IsakmpSa.State;
import dmvpn.sim.ike.v1.message.IsakmpExchange;
import dmvpn.sim.ike.v1.message.IsakmpNotifyType;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ike.v1.message.IsakmpPayload.VendorId;
import dmvpn.sim.ike.v1.message.IsakmpProposal;
import dmvpn.sim.ike.v1.message.IsakmpSuite;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.packet.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Main mode and aggressive mode: how an ISAKMP SA comes up (RFC 2409 sections 5.1 and 5.4). */
final class PhaseOne implements EventHandler {

    /** A responder forgets an initiator that does not go on; RFC 2409 leaves the time open. */
    static final long HALF_OPEN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final IsakmpTransport transport;
    private final IsakmpDatabase database;
    private final Function<PeerAddresses, List<ChildSaOwner>> ownersFor;
    private final Consumer<IsakmpSa> whenEstablished;
    private final PhaseOneProof proof;
    private final NatDiscovery nat;

    PhaseOne(IsakmpTransport transport, IsakmpDatabase database, Function<PeerAddresses, List<ChildSaOwner>> ownersFor,
            Consumer<IsakmpSa> whenEstablished) {
        this.transport = transport;
        this.database = database;
        this.ownersFor = ownersFor;
        this.whenEstablished = whenEstablished;
        this.nat = new NatDiscovery(transport);
        this.proof = new PhaseOneProof(transport.deviceName());
    }

    /**
     * Starts an attempt.
     *
     * @param ports those of a former ISAKMP SA with the peer, which through a NAT are the only ones that lead to it (RFC 3947
     *     section 4)
     * @param owner who gets a quick mode afterwards, empty when phase 1 alone is renewed
     */
    void start(PeerAddresses peer, UdpPorts ports, IpsecProfile profile, Optional<ChildSaOwner> owner) {
        List<IsakmpSuite> suites = PhaseOneProposals.suites(profile);
        String obstacle = suites.isEmpty() ? "IKEv1 has no such cipher: use one in CBC mode" : obstacle(peer, profile);
        if (!obstacle.isEmpty()) {
            transport.record(new IsakmpTraceEvent.Ignored(peer, "key exchange not started", obstacle), profile.origin());
            return;
        }
        IsakmpSa sa = new IsakmpSa(peer, true, profile.options().aggressiveMode(), transport.newCookie(),
                database.allocateConnectionId(), profile, transport);
        sa.ports = ports;
        owner.ifPresent(sa.waiting()::add);
        database.add(sa);
        if (sa.isAggressive()) {
            // The public value is in the first message, so that its group cannot be negotiated (RFC 2409 section 5).
            sa.suite = suites.getFirst();
            List<IsakmpSuite> ofGroup = suites.stream()
                    .filter(suite -> suite.diffieHellmanGroup() == sa.suite.diffieHellmanGroup()).toList();
            List<IsakmpPayload> payloads = new ArrayList<>();
            payloads.add(PhaseOneProposals.offer(ofGroup, sa.lifetimeSeconds));
            payloads.addAll(keyAndNonce(sa));
            payloads.add(proof.identification(sa));
            payloads.addAll(PhaseOneProof.request(profile));
            payloads.addAll(vendorIds());
            ask(sa, clear(sa, payloads));
        } else {
            List<IsakmpPayload> payloads = new ArrayList<>();
            payloads.add(PhaseOneProposals.offer(suites, sa.lifetimeSeconds));
            payloads.addAll(vendorIds());
            ask(sa, clear(sa, payloads));
        }
    }

    /** Without a key for the peer's address there is nothing to begin with (RFC 2409 section 5.4). */
    private static String obstacle(PeerAddresses peer, IpsecProfile profile) {
        return profile.authentication() instanceof PreSharedKeys && PhaseOneProof.secret(profile, peer).isEmpty()
                ? "there is no pre-shared key for " + peer.remote()
                : "";
    }

    private static List<IsakmpPayload> vendorIds() {
        return List.of(VendorId.NAT_TRAVERSAL, VendorId.DEAD_PEER_DETECTION);
    }

    private List<IsakmpPayload> keyAndNonce(IsakmpSa sa) {
        return List.of(new IsakmpPayload.KeyExchange(DiffieHellman.publicValueBytes(sa.suite.diffieHellmanGroup())),
                transport.newNonce());
    }

    private static IsakmpExchange exchangeOf(IsakmpSa sa) {
        return sa.isAggressive() ? IsakmpExchange.AGGRESSIVE_MODE : IsakmpExchange.MAIN_MODE;
    }

    private static IsakmpPacket clear(IsakmpSa sa, List<IsakmpPayload> payloads) {
        return new IsakmpPacket(sa.initiatorCookie(), sa.responderCookie, exchangeOf(sa), 0, Optional.empty(), payloads);
    }

    private static IsakmpPacket encrypted(IsakmpSa sa, List<IsakmpPayload> payloads) {
        return new IsakmpPacket(sa.initiatorCookie(), sa.responderCookie, exchangeOf(sa), 0, Optional.of(sa.protection()), payloads);
    }

    private void ask(IsakmpSa sa, IsakmpPacket packet) {
        sa.exchange().ask(packet, () -> fail(sa, SaEndReason.NO_ANSWER.text()));
    }

    void fail(IsakmpSa sa, String reason) {
        transport.record(sa, new IsakmpTraceEvent.Failure(false, sa, reason));
        database.end(sa, SaEndReason.CLOSED);
    }

    /** A responder's patience is over. */
    @Override
    public void handle(int kind, Object payload) {
        fail((IsakmpSa) payload, "the initiator did not go on");
    }

    /** A first message of a peer came. */
    void requested(PeerAddresses peer, UdpPorts ports, IsakmpPacket message) {
        List<ChildSaOwner> owners = ownersFor.apply(peer).stream()
                .filter(owner -> owner.profile().ike().version() == IkeVersion.IKEV1).toList();
        if (owners.isEmpty()) {
            transport.record(new IsakmpTraceEvent.Ignored(peer, message.exchange().text() + " message ignored",
                    "no tunnel that is protected with IKEv1 has this address"), transport.deviceOrigin());
            return;
        }
        for (ChildSaOwner owner : owners) {
            Optional<PhaseOneProposals.Choice> choice =
                    PhaseOneProposals.choose(message, PhaseOneProposals.suites(owner.profile()));
            if (choice.isPresent() && obstacle(peer, owner.profile()).isEmpty()) {
                answerFirst(peer, ports, message, owner.profile(), choice.get());
                return;
            }
        }
        refuse(peer, ports, message, owners.getFirst().profile());
    }

    private void refuse(PeerAddresses peer, UdpPorts ports, IsakmpPacket message, IpsecProfile profile) {
        String obstacle = obstacle(peer, profile);
        List<IsakmpSuite> suites = PhaseOneProposals.suites(profile);
        String reason = !obstacle.isEmpty() ? obstacle
                : suites.isEmpty() ? "IKEv1 has no such cipher" : PhaseOneProposals.difference(message, suites.getFirst());
        transport.record(new IsakmpTraceEvent.Ignored(peer, message.exchange().text() + " refused", reason), profile.origin());
        transport.send(peer, ports, new IsakmpPacket(message.initiatorCookie(), transport.newCookie(), IsakmpExchange.INFORMATIONAL,
                transport.newMessageId(), Optional.empty(), List.of(new IsakmpPayload.Notification(
                        IsakmpNotifyType.NO_PROPOSAL_CHOSEN, IsakmpProposal.ISAKMP, Octets.EMPTY, Octets.EMPTY))), false,
                profile.origin());
    }

    private void answerFirst(PeerAddresses peer, UdpPorts ports, IsakmpPacket message, IpsecProfile profile,
            PhaseOneProposals.Choice choice) {
        boolean aggressive = message.exchange() == IsakmpExchange.AGGRESSIVE_MODE;
        IsakmpSa sa = new IsakmpSa(peer, false, aggressive, message.initiatorCookie(), database.allocateConnectionId(), profile,
                transport);
        sa.ports = ports;
        sa.responderCookie = transport.newCookie();
        sa.suite = choice.suite();
        // The shorter lifetime is used (Cisco, crypto isakmp policy, lifetime).
        sa.lifetimeSeconds = Math.min(sa.lifetimeSeconds, choice.lifetimeSeconds());
        NatDiscovery.hear(sa, message);
        database.add(sa);
        sa.lifetimeTimer = transport.scheduler().after(HALF_OPEN_NANOS, this, 0, sa);
        sa.exchange().received(message);
        List<IsakmpPayload> payloads = new ArrayList<>();
        payloads.add(PhaseOneProposals.payload(List.of(choice.transform())));
        if (aggressive) {
            sa.state = State.AG_INIT_EXCH;
            payloads.addAll(keyAndNonce(sa));
            payloads.add(proof.identification(sa));
            payloads.addAll(proof.proof(sa));
            payloads.addAll(vendorIds());
            payloads.addAll(NatDiscovery.payloads(sa));
            // The last message of the exchange is the initiator's, so that this one has to be repeated until it comes.
            ask(sa, clear(sa, payloads));
        } else {
            sa.state = State.MM_SA_SETUP;
            payloads.addAll(vendorIds());
            sa.exchange().send(clear(sa, payloads));
        }
    }

    /**
     * A message of an exchange that is under way.
     *
     * @param ports ports for the answer to it
     */
    void received(IsakmpSa sa, UdpPorts ports, IsakmpPacket message) {
        if (!sa.exchange().isNew(message)) {
            return;
        }
        if (!fits(sa.state, message)) {
            ignore(sa, message, "it does not belong to the state " + sa.state);
        } else if (message.isEncrypted() && !message.protection().equals(Optional.of(sa.protection()))) {
            ignore(sa, message, "it cannot be decrypted: the pre-shared keys differ");
        } else if (sa.isInitiator()) {
            receivedByInitiator(sa, ports, message);
        } else {
            receivedByResponder(sa, ports, message);
        }
    }

    /** A late copy of an earlier message must not be taken for the next one. */
    private static boolean fits(State state, IsakmpPacket message) {
        boolean hasKey = message.payload(IsakmpPayload.KeyExchange.class).isPresent();
        boolean hasProposals = message.payload(IsakmpPayload.SecurityAssociation.class).isPresent();
        return switch (state) {
            case MM_NO_STATE -> hasProposals && !hasKey;
            case MM_SA_SETUP -> hasKey && !hasProposals;
            case AG_NO_STATE -> hasProposals && hasKey;
            case MM_KEY_EXCH, AG_INIT_EXCH -> message.isEncrypted();
            case MM_KEY_AUTH, AG_AUTH, QM_IDLE -> false;
        };
    }

    private void ignore(IsakmpSa sa, IsakmpPacket message, String reason) {
        transport.record(sa, new IsakmpTraceEvent.Ignored(sa.peer(), message.exchange().text() + " message ignored", reason));
    }

    private void receivedByInitiator(IsakmpSa sa, UdpPorts ports, IsakmpPacket message) {
        switch (sa.state) {
            case MM_NO_STATE -> secondOfMainMode(sa, message);
            case MM_SA_SETUP -> {
                sa.exchange().received(message);
                nat.detect(sa, ports, message);
                sa.state = State.MM_KEY_EXCH;
                ask(sa, encrypted(sa, identityAndProof(sa)));
            }
            case MM_KEY_EXCH -> authenticated(sa, ports, message, message);
            case AG_NO_STATE -> secondOfAggressiveMode(sa, ports, message);
            case MM_KEY_AUTH, AG_INIT_EXCH, AG_AUTH, QM_IDLE -> ignore(sa, message, "phase 1 is over");
        }
    }

    private void secondOfMainMode(IsakmpSa sa, IsakmpPacket message) {
        Optional<PhaseOneProposals.Choice> choice =
                PhaseOneProposals.choose(message, PhaseOneProposals.suites(sa.profile()));
        if (choice.isEmpty()) {
            fail(sa, "the peer chose what was not proposed");
            return;
        }
        sa.exchange().received(message);
        NatDiscovery.hear(sa, message);
        sa.responderCookie = message.responderCookie();
        sa.suite = choice.get().suite();
        sa.state = State.MM_SA_SETUP;
        ask(sa, clear(sa, keys(sa)));
    }

    private List<IsakmpPayload> keys(IsakmpSa sa) {
        List<IsakmpPayload> payloads = new ArrayList<>(keyAndNonce(sa));
        payloads.addAll(PhaseOneProof.request(sa.profile()));
        payloads.addAll(NatDiscovery.payloads(sa));
        return payloads;
    }

    private List<IsakmpPayload> identityAndProof(IsakmpSa sa) {
        List<IsakmpPayload> payloads = new ArrayList<>();
        payloads.add(proof.identification(sa));
        payloads.addAll(proof.proof(sa));
        payloads.addAll(initialContact(sa));
        return payloads;
    }

    /** RFC 2407 section 4.6.3.3: this end knows of no other ISAKMP SA with the peer. */
    private List<IsakmpPayload> initialContact(IsakmpSa sa) {
        return sa.isInitiator() && database.established(sa.peer()) == null
                ? List.of(new IsakmpPayload.Notification(IsakmpNotifyType.INITIAL_CONTACT, IsakmpProposal.ISAKMP,
                        Informational.cookies(sa), Octets.EMPTY))
                : List.of();
    }

    private void secondOfAggressiveMode(IsakmpSa sa, UdpPorts ports, IsakmpPacket message) {
        Optional<PhaseOneProposals.Choice> choice =
                PhaseOneProposals.choose(message, PhaseOneProposals.suites(sa.profile()));
        if (choice.isEmpty()) {
            fail(sa, "the peer chose what was not proposed");
            return;
        }
        sa.responderCookie = message.responderCookie();
        sa.suite = choice.get().suite();
        Optional<String> refusal = PhaseOneProof.refusal(sa, message, message);
        if (refusal.isPresent()) {
            transport.send(sa, new IsakmpPacket(sa.initiatorCookie(), sa.responderCookie, IsakmpExchange.INFORMATIONAL,
                    transport.newMessageId(), Optional.empty(), List.of(new IsakmpPayload.Notification(
                            IsakmpNotifyType.INVALID_HASH_INFORMATION, IsakmpProposal.ISAKMP, Octets.EMPTY, Octets.EMPTY))),
                    false);
            fail(sa, refusal.get());
            return;
        }
        sa.exchange().received(message);
        NatDiscovery.hear(sa, message);
        nat.detect(sa, ports, message);
        sa.state = State.AG_AUTH;
        List<IsakmpPayload> payloads = new ArrayList<>(proof.proof(sa));
        payloads.addAll(NatDiscovery.payloads(sa));
        payloads.addAll(initialContact(sa));
        sa.exchange().send(encrypted(sa, payloads));
        establish(sa, message, message);
    }

    private void receivedByResponder(IsakmpSa sa, UdpPorts ports, IsakmpPacket message) {
        switch (sa.state) {
            case MM_SA_SETUP -> {
                sa.exchange().received(message);
                nat.detect(sa, ports, message);
                sa.state = State.MM_KEY_EXCH;
                sa.exchange().send(clear(sa, keys(sa)));
            }
            case MM_KEY_EXCH -> authenticated(sa, ports, message, message);
            case AG_INIT_EXCH -> authenticated(sa, ports, message, sa.exchange().lastReceived());
            case MM_NO_STATE, MM_KEY_AUTH, AG_NO_STATE, AG_AUTH, QM_IDLE -> ignore(sa, message, "phase 1 is over");
        }
    }

    /** The peer's proof came: message 5 or 6 of main mode, message 3 of aggressive mode. */
    private void authenticated(IsakmpSa sa, UdpPorts ports, IsakmpPacket message, IsakmpPacket identified) {
        Optional<String> refusal = PhaseOneProof.refusal(sa, message, identified);
        if (refusal.isPresent()) {
            sendError(sa);
            fail(sa, refusal.get());
            return;
        }
        sa.exchange().received(message);
        if (!sa.isInitiator()) {
            // RFC 3947 section 4: from now on everything goes to where this message came from.
            sa.ports = ports;
            if (sa.isAggressive()) {
                nat.detect(sa, ports, message);
            }
        }
        if (!sa.isInitiator() && !sa.isAggressive()) {
            sa.state = State.MM_KEY_AUTH;
            sa.exchange().send(encrypted(sa, identityAndProof(sa)));
        }
        establish(sa, message, identified);
    }

    private void sendError(IsakmpSa sa) {
        transport.send(sa, Informational.message(sa, transport, new IsakmpPayload.Notification(
                IsakmpNotifyType.AUTHENTICATION_FAILED, IsakmpProposal.ISAKMP, Informational.cookies(sa), Octets.EMPTY)), false);
    }

    private void establish(IsakmpSa sa, IsakmpPacket message, IsakmpPacket identified) {
        sa.peerIdentity = identified.payload(IsakmpPayload.Identification.class)
                .map(IsakmpPayload.Identification::identity).orElseGet(() -> new Identity.Address(sa.peer().remote()));
        sa.state = State.QM_IDLE;
        sa.establishedAtNanos = transport.nowNanos();
        sa.lastReceivedNanos = transport.nowNanos();
        transport.scheduler().cancel(sa.lifetimeTimer);
        transport.record(sa, new IsakmpTraceEvent.SecurityAssociation(true, sa, ""));
        if (message.notification(IsakmpNotifyType.INITIAL_CONTACT).isPresent()) {
            forgetOlderThan(sa);
        }
        whenEstablished.accept(sa);
    }

    /**
     * The peer started anew: what was there before this exchange began is of an earlier life of it. Another peer behind the same
     * NAT has another identity.
     */
    private void forgetOlderThan(IsakmpSa sa) {
        for (IsakmpSa other : List.copyOf(database.with(sa.peer()))) {
            if (other.isEstablished() && other.isWithStationOf(sa) && other.establishedAtNanos < sa.startedAtNanos()) {
                database.end(other, SaEndReason.INITIAL_CONTACT);
            }
        }
        for (QuickModeSa pair : database.pairsWith(sa.peer())) {
            if (pair.negotiator().isWithStationOf(sa) && pair.installedAtNanos() < sa.startedAtNanos()) {
                database.end(pair, SaEndReason.INITIAL_CONTACT);
            }
        }
    }
}
