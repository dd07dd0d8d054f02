package dmvpn.sim.ike.v1;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.ike.ChildSa;
import dmvpn.sim.ike.ChildSaOwner;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.RekeyMargin;
import dmvpn.sim.ike.Retransmission;
import dmvpn.sim.ike.SaEndReason;
import dmvpn.sim.ike.UdpPorts;
import dmvpn.sim.ike.message.DiffieHellman;
import dmvpn.sim.ike.v1.message.IsakmpExchange;
import dmvpn.sim.ike.v1.message.IsakmpNotifyType;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ike.v1.message.IsakmpProposal;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.Octets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Quick mode: pairs of IPsec security associations under an ISAKMP SA, their renewal and their end (RFC 2409 section 5.5). */
final class QuickMode implements EventHandler {

    private static final int RENEW = 1;
    private static final int EXPIRE = 2;

    private final IsakmpTransport transport;
    private final IsakmpDatabase database;
    private final Function<PeerAddresses, List<ChildSaOwner>> ownersFor;
    private final PhaseOneStarter phaseOne;
    private final ModeMismatch modeMismatch;

    /** Starts phase 1 for an owner. */
    interface PhaseOneStarter {

        void start(PeerAddresses peer, UdpPorts ports, IpsecProfile profile, Optional<ChildSaOwner> owner);
    }

    QuickMode(IsakmpTransport transport, IsakmpDatabase database, Function<PeerAddresses, List<ChildSaOwner>> ownersFor,
            PhaseOneStarter phaseOne, ModeMismatch modeMismatch) {
        this.transport = transport;
        this.database = database;
        this.ownersFor = ownersFor;
        this.phaseOne = phaseOne;
        this.modeMismatch = modeMismatch;
    }

    /** Asks for a pair for an owner. */
    void start(IsakmpSa sa, ChildSaOwner owner) {
        QuickModeRun run = new QuickModeRun(transport.newMessageId(), true, owner, owner.allocateSpi(),
                new MessageExchange(sa, transport));
        sa.runs().put(run.messageId, run);
        IpsecProfile profile = owner.profile();
        run.exchange.ask(packet(sa, run.messageId, payloads(sa,
                PhaseTwoProposals.offer(profile, sa.nat.isTranslated(), run.spi), profile.perfectForwardSecrecyGroup(),
                TrafficIdentities.offered(sa))),
                () -> fail(sa, run, SaEndReason.NO_ANSWER.text()));
    }

    private List<IsakmpPayload> payloads(IsakmpSa sa, IsakmpPayload.SecurityAssociation proposals, OptionalInt group,
            List<IsakmpPayload> identities) {
        List<IsakmpPayload> payloads = new ArrayList<>();
        payloads.add(hash(sa));
        payloads.add(proposals);
        payloads.add(transport.newNonce());
        group.ifPresent(number -> payloads.add(new IsakmpPayload.KeyExchange(DiffieHellman.publicValueBytes(number))));
        payloads.addAll(identities);
        return payloads;
    }

    private static IsakmpPayload hash(IsakmpSa sa) {
        return new IsakmpPayload.Hash(sa.suite.hash(), Optional.empty());
    }

    private static IsakmpPacket packet(IsakmpSa sa, long messageId, List<IsakmpPayload> payloads) {
        return new IsakmpPacket(sa.initiatorCookie(), sa.responderCookie, IsakmpExchange.QUICK_MODE, messageId,
                Optional.of(sa.protection()), payloads);
    }

    private void fail(IsakmpSa sa, QuickModeRun run, String reason) {
        run.exchange.stop();
        sa.runs().remove(run.messageId);
        transport.record(sa, new IsakmpTraceEvent.Failure(true, sa, reason));
    }

    /** True for a message that came before, which may be a copy that somebody kept. */
    boolean isRepeated(IsakmpSa sa, IsakmpPacket message) {
        QuickModeRun run = sa.runs().get(message.messageId());
        return run != null && message.equals(run.exchange.lastReceived());
    }

    /** A message of quick mode came. */
    void received(IsakmpSa sa, IsakmpPacket message) {
        QuickModeRun run = sa.runs().get(message.messageId());
        if (run == null) {
            requested(sa, message);
        } else if (run.exchange.isNew(message) && !run.finished) {
            run.exchange.received(message);
            if (run.initiator) {
                answered(sa, run, message);
            } else {
                finish(sa, run);
            }
        }
    }

    private void requested(IsakmpSa sa, IsakmpPacket message) {
        List<ChildSaOwner> owners = ownersFor.apply(sa.peer()).stream()
                .filter(owner -> owner.profile().ike().version() == IkeVersion.IKEV1).toList();
        boolean inUdp = sa.nat.isTranslated();
        for (ChildSaOwner owner : owners) {
            Optional<PhaseTwoProposals.Choice> choice =
                    PhaseTwoProposals.choose(message, owner.profile(), inUdp, modeMismatch);
            if (choice.isPresent() && TrafficIdentities.match(sa, message, choice.get().mode())) {
                answer(sa, message, owner, choice.get());
                return;
            } else if (choice.isPresent()) {
                refuse(sa, message, "the identities are not GRE between the two ends");
                return;
            }
        }
        refuse(sa, message, owners.isEmpty() ? "no tunnel is protected"
                : PhaseTwoProposals.difference(message, owners.getFirst().profile(), inUdp, modeMismatch));
    }

    private void refuse(IsakmpSa sa, IsakmpPacket message, String reason) {
        Octets spi = message.payload(IsakmpPayload.SecurityAssociation.class)
                .map(payload -> payload.proposals().getFirst().spi()).orElse(Octets.EMPTY);
        transport.record(sa, new IsakmpTraceEvent.Failure(true, sa, reason));
        transport.send(sa, Informational.message(sa, transport, new IsakmpPayload.Notification(
                IsakmpNotifyType.NO_PROPOSAL_CHOSEN, IsakmpProposal.ESP, spi, Octets.EMPTY)), false);
    }

    private void answer(IsakmpSa sa, IsakmpPacket message, ChildSaOwner owner, PhaseTwoProposals.Choice choice) {
        QuickModeRun run = new QuickModeRun(message.messageId(), false, owner, owner.allocateSpi(),
                new MessageExchange(sa, transport));
        run.exchange.received(message);
        run.agreed = new ChildSa.Terms(run.spi, choice.spi(), choice.transform(), choice.mode(), false, true);
        sa.runs().put(run.messageId, run);
        List<IsakmpPayload> payloads = payloads(sa,
                PhaseTwoProposals.answer(owner.profile(), sa.nat.isTranslated(), choice, run.spi), choice.group(),
                TrafficIdentities.answered(sa, message, choice.mode()));
        if (run.lifetimeSeconds < choice.lifetimeSeconds()) {
            payloads.add(responderLifetime(run));
        } else {
            run.lifetimeSeconds = choice.lifetimeSeconds();
        }
        run.exchange.ask(packet(sa, run.messageId, payloads), () -> fail(sa, run, SaEndReason.NO_ANSWER.text()));
    }

    /** RFC 2407 section 4.6.3.1: this end uses a shorter lifetime, given as attributes "seconds" and duration. */
    private static IsakmpPayload responderLifetime(QuickModeRun run) {
        return new IsakmpPayload.Notification(IsakmpNotifyType.RESPONDER_LIFETIME, IsakmpProposal.ESP,
                PhaseTwoProposals.octets(run.spi), Octets.of(ByteBuffer.allocate(12).putShort((short) 0x8001).putShort((short) 1)
                        .putShort((short) 2).putShort((short) 4).putInt((int) run.lifetimeSeconds).array()));
    }

    private void answered(IsakmpSa sa, QuickModeRun run, IsakmpPacket message) {
        Optional<PhaseTwoProposals.Choice> choice =
                PhaseTwoProposals.choose(message, run.owner.profile(),
                        sa.nat.isTranslated(), ModeMismatch.REFUSED);
        if (choice.isEmpty()) {
            fail(sa, run, "the peer chose what was not proposed");
            return;
        }
        EncapsulationMode mode = choice.get().mode();
        run.agreed = new ChildSa.Terms(run.spi, choice.get().spi(), choice.get().transform(), mode, true, true);
        message.notification(IsakmpNotifyType.RESPONDER_LIFETIME).ifPresent(notification -> run.lifetimeSeconds =
                Integer.toUnsignedLong(ByteBuffer.wrap(notification.data().toBytes()).getInt(8)));
        run.exchange.send(packet(sa, run.messageId, List.of(hash(sa))));
        finish(sa, run);
    }

    private void finish(IsakmpSa sa, QuickModeRun run) {
        long now = transport.nowNanos();
        // The last message may have been lost: until the peer gives up, it may send its own again and has to get the same answer.
        sa.runs().values().removeIf(
                former -> former.finished && now - former.finishedAtNanos > Retransmission.longestNanos());
        run.finished = true;
        run.finishedAtNanos = now;
        long lifetimeNanos = TimeUnit.SECONDS.toNanos(run.lifetimeSeconds);
        QuickModeSa pair = new QuickModeSa(sa, run.owner, run.agreed, now, now + lifetimeNanos);
        database.add(pair);
        pair.lifetimeTimer =
                transport.scheduler().after(lifetimeNanos - RekeyMargin.nanos(lifetimeNanos), this, RENEW, pair);
        run.owner.installed(pair);
    }

    @Override
    public void handle(int kind, Object payload) {
        QuickModeSa pair = (QuickModeSa) payload;
        pair.lifetimeTimer = Scheduler.NO_TIMER;
        if (kind == EXPIRE) {
            delete(pair, database.hasSuccessor(pair) ? SaEndReason.REKEYED : SaEndReason.LIFETIME);
            return;
        }
        pair.lifetimeTimer =
                transport.scheduler().after(pair.expiresAtNanos() - transport.nowNanos(), this, EXPIRE, pair);
        renew(pair);
    }

    /** Negotiates a successor, unless one is there or under way, or the peer has to. */
    void renew(QuickModeSa pair) {
        ChildSaOwner owner = pair.owner();
        boolean provided = pair.isRemoved() || database.hasSuccessor(pair) || isUnderWay(pair.peer(), owner);
        if (provided || owner.profile().options().responderOnly()) {
            return;
        }
        IsakmpSa sa = database.establishedLike(pair.negotiator());
        if (sa == null) {
            phaseOne.start(pair.peer(), pair.negotiator().ports, owner.profile(), Optional.of(owner));
        } else {
            start(sa, owner);
        }
    }

    /** True while phase 1 or a quick mode may give an owner a pair. */
    boolean isUnderWay(PeerAddresses peer, ChildSaOwner owner) {
        for (IsakmpSa sa : database.with(peer)) {
            if (!sa.isEstablished()
                    || sa.runs().values().stream().anyMatch(run -> run.owner == owner && !run.finished)) {
                return true;
            }
        }
        return false;
    }

    /** Tells the peer and forgets a pair. */
    void delete(QuickModeSa pair, SaEndReason reason) {
        tellDeletion(pair);
        database.end(pair, reason);
    }

    /** Tells the peer that a pair goes, if there is an ISAKMP SA to tell it by. */
    void tellDeletion(QuickModeSa pair) {
        IsakmpSa sa = database.establishedLike(pair.negotiator());
        if (sa != null) {
            transport.send(sa, Informational.message(sa, transport, Informational.deletionOf(pair)), false);
        }
    }

    /** The peer deleted pairs, which it names by the SPIs that it received with. */
    void deleted(IsakmpSa sa, List<Octets> spis) {
        for (QuickModeSa pair : database.pairsWith(sa.peer())) {
            if (pair.negotiator().isWithStationOf(sa)
                    && spis.stream().anyMatch(spi -> PhaseTwoProposals.spi(spi) == pair.outboundSpi())) {
                database.end(pair, database.hasSuccessor(pair) ? SaEndReason.REKEYED : SaEndReason.DELETED_BY_PEER);
            }
        }
    }

    /** The peer refused a quick mode, which it names by the SPI that was offered. */
    void refused(IsakmpSa sa, IsakmpPayload.Notification error) {
        List.copyOf(sa.runs().values()).stream()
                .filter(run -> run.initiator && !run.finished && run.spi == PhaseTwoProposals.spi(error.spi()))
                .forEach(run -> fail(sa, run, "the peer refused: " + error.notifyType()));
    }
}
