package dmvpn.sim.ike.v1;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.sim.ike.ChildSa;
import dmvpn.sim.ike.ChildSaOwner;
import dmvpn.sim.ike.IkeSession;
import dmvpn.sim.ike.IosIdentity;
import dmvpn.sim.ike.KeyExchange;
import dmvpn.sim.ike.Liveness;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.RekeyMargin;
import dmvpn.sim.ike.SaEndReason;
import dmvpn.sim.ike.UdpPorts;
import dmvpn.sim.ike.v1.message.IsakmpNotifyType;
import dmvpn.sim.ike.v1.message.IsakmpPacket;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.ike.v1.message.IsakmpProposal;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** The IKEv1 side of one router (RFC 2409, RFC 3706). */
public final class IsakmpEndpoint implements KeyExchange, EventHandler {

    private static final int RENEW = 1;
    private static final int EXPIRE = 2;

    private final RouterContext context;
    private final IsakmpTransport transport;
    private final IsakmpDatabase database;
    private final PhaseOne phaseOne;
    private final QuickMode quickMode;

    /**
     * @param context the router
     * @param ownersFor who may get security associations with a peer, in the order of preference
     * @param modeMismatch what is made of a proposal in another mode
     */
    public IsakmpEndpoint(RouterContext context, Function<PeerAddresses, List<ChildSaOwner>> ownersFor,
            ModeMismatch modeMismatch) {
        this.context = context;
        this.transport = new IsakmpTransport(context);
        this.database = new IsakmpDatabase(transport);
        this.phaseOne = new PhaseOne(transport, database, ownersFor, this::established);
        this.quickMode = new QuickMode(transport, database, ownersFor, phaseOne::start, modeMismatch);
    }

    /** The port is heard by who knows both versions, and calls {@link #receive}. */
    @Override
    public void start() {
        // Nothing happens before somebody needs a security association.
    }

    @Override
    public void stop() {
        database.stop();
    }

    @Override
    public void open(PeerAddresses peer, ChildSaOwner owner) {
        if (owner.profile().options().responderOnly()) {
            transport.record(new IsakmpTraceEvent.Ignored(peer, "key exchange not started",
                    "this router only responds: the peer has to start"), owner.profile().origin());
            return;
        }
        IsakmpSa established = database.established(peer);
        if (established == null) {
            phaseOne.start(peer, UdpPorts.IKE, owner.profile(), Optional.of(owner));
        } else {
            quickMode.start(established, owner);
        }
    }

    private void established(IsakmpSa sa) {
        long lifetimeNanos = TimeUnit.SECONDS.toNanos(sa.lifetimeSeconds);
        sa.lifetimeTimer = transport.scheduler().after(lifetimeNanos - RekeyMargin.nanos(lifetimeNanos), this, RENEW, sa);
        sa.profile().deadPeerDetection().ifPresent(configuration -> {
            sa.liveness = new Liveness(configuration, transport.scheduler(), new IsakmpLivenessPartner(sa, transport,
                    () -> database.endAllLike(sa, SaEndReason.DEAD_PEER)));
            sa.liveness.start();
        });
        database.startKeepalive(sa);
        List.copyOf(sa.waiting()).forEach(owner -> quickMode.start(sa, owner));
        sa.waiting().clear();
    }

    /** The lifetime of an ISAKMP SA is nearly over, or over. */
    @Override
    public void handle(int kind, Object payload) {
        IsakmpSa sa = (IsakmpSa) payload;
        sa.lifetimeTimer = Scheduler.NO_TIMER;
        if (kind == EXPIRE) {
            delete(sa, database.establishedLike(sa) == sa ? SaEndReason.LIFETIME : SaEndReason.REKEYED);
            return;
        }
        long expiresAtNanos = sa.establishedAtNanos + TimeUnit.SECONDS.toNanos(sa.lifetimeSeconds);
        sa.lifetimeTimer = transport.scheduler().after(expiresAtNanos - transport.nowNanos(), this, EXPIRE, sa);
        boolean provided = database.establishedLike(sa) != sa
                || database.with(sa.peer()).stream().anyMatch(other -> !other.isEstablished()
                        && (!sa.nat.isTranslated() || other.ports.equals(sa.ports)));
        boolean needed = database.pairsWith(sa.peer()).stream().anyMatch(pair -> pair.negotiator().isWithStationOf(sa));
        if (needed && !provided && !sa.profile().options().responderOnly()) {
            phaseOne.start(sa.peer(), sa.ports, sa.profile(), Optional.empty());
        }
    }

    private void delete(IsakmpSa sa, SaEndReason reason) {
        transport.send(sa, Informational.message(sa, transport, Informational.deletionOf(sa)), false);
        database.end(sa, reason);
    }

    @Override
    public boolean isUnderWay(PeerAddresses peer, ChildSaOwner owner) {
        return quickMode.isUnderWay(peer, owner);
    }

    @Override
    public List<IkeSession> sessions(PeerAddresses peer) {
        return database.with(peer).stream().map(sa -> new IkeSession(IkeVersion.IKEV1, sa.connectionId(), sa.isEstablished(),
                sa.peer(), sa.ports, sa.capabilities(), sa.isEstablished() ? sa.remainingNanos(transport.nowNanos()) : 0,
                sa.peerIdentity == null ? "" : IosIdentity.of(sa.peerIdentity))).toList();
    }

    @Override
    public boolean isEstablished(PeerAddresses peer) {
        return database.established(peer) != null;
    }

    @Override
    public void close(PeerAddresses peer, ChildSaOwner owner) {
        for (IsakmpSa sa : List.copyOf(database.with(peer))) {
            if (!sa.isEstablished() && sa.waiting().contains(owner)) {
                phaseOne.fail(sa, SaEndReason.CLOSED.text());
            }
        }
        end(peer, pair -> pair.owner() == owner, SaEndReason.CLOSED);
    }

    @Override
    public void clear(Predicate<IpAddress> peer) {
        for (PeerAddresses addresses : database.peers()) {
            if (peer.test(addresses.remote())) {
                end(addresses, pair -> true, SaEndReason.CLEARED);
                List.copyOf(database.with(addresses)).forEach(sa -> database.end(sa, SaEndReason.CLEARED));
            }
        }
    }

    /** Deletes pairs, and the ISAKMP SAs when no pair is left. */
    private void end(PeerAddresses peer, Predicate<QuickModeSa> which, SaEndReason reason) {
        List<QuickModeSa> going = database.pairsWith(peer).stream().filter(which).toList();
        boolean nothingLeft = going.size() == database.pairsWith(peer).size();
        // The deletions go out before anybody hears that a socket is down, so that nothing overtakes them.
        going.forEach(quickMode::tellDeletion);
        if (nothingLeft) {
            List.copyOf(database.with(peer)).stream().filter(IsakmpSa::isEstablished).forEach(sa -> delete(sa, reason));
        }
        going.forEach(pair -> database.end(pair, reason));
    }

    @Override
    public void abandon(PeerAddresses peer, SaEndReason reason) {
        database.endAll(peer, reason);
    }

    @Override
    public void packetToSend(ChildSa child) {
        IsakmpSa sa = database.establishedLike(((QuickModeSa) child).negotiator());
        if (sa == null) {
            return;
        }
        sa.lastSentNanos = transport.nowNanos();
        if (sa.liveness != null) {
            sa.liveness.packetToSend();
        }
    }

    @Override
    public void packetReceived(ChildSa child, IpAddress source, UdpPorts ports) {
        follow(((QuickModeSa) child).negotiator(), child.peer().at(source), ports);
        packetReceived(child);
    }

    @Override
    public void packetReceived(ChildSa child) {
        IsakmpSa negotiator = ((QuickModeSa) child).negotiator();
        for (IsakmpSa sa : database.with(child.peer())) {
            if (sa.isWithStationOf(negotiator)) {
                sa.lastReceivedNanos = transport.nowNanos();
            }
        }
    }

    /**
     * What goes to the peer goes to where its last genuine packet came from. An end that is behind NAT itself stays with what it
     * negotiated (RFC 3947 section 6).
     */
    private void follow(IsakmpSa sa, PeerAddresses peer, UdpPorts ports) {
        boolean elsewhere = !peer.equals(sa.peer());
        if (!elsewhere && ports.equals(sa.ports) || sa.nat.localBehindNat() || elsewhere && !sa.nat.followsPeer()) {
            return;
        }
        database.allLike(sa).forEach(other -> other.ports = ports);
        if (elsewhere) {
            transport.record(sa, new IsakmpTraceEvent.AddressFollowed(sa, peer.remote()));
            database.move(sa, peer);
        } else {
            transport.record(sa, new IsakmpTraceEvent.PortFollowed(sa, ports.remote()));
        }
    }

    @Override
    public UdpPorts ports(PeerAddresses peer) {
        IsakmpSa established = database.established(peer);
        return established == null ? UdpPorts.IKE : established.ports;
    }

    @Override
    public void volumeNearlyUsedUp(ChildSa child) {
        quickMode.renew((QuickModeSa) child);
    }

    @Override
    public void volumeUsedUp(ChildSa child) {
        // While a successor is negotiated the old pair carries on: without it the socket would go down for a round trip.
        if (!child.isRemoved() && !quickMode.isUnderWay(child.peer(), child.owner())) {
            quickMode.delete((QuickModeSa) child, SaEndReason.VOLUME);
        }
    }

    /** Takes what came to the ports of IKE. */
    @Override
    public void receive(RouterInterface ingress, IpPacket packet, UdpDatagram datagram) {
        Packet content = datagram.content() instanceof UdpEncapsulated marked && marked.nonEspMarker()
                ? marked.content() : datagram.content();
        if (content instanceof IsakmpPacket message) {
            receive(ingress, packet, UdpPorts.answering(datagram), message);
        }
    }

    private void receive(RouterInterface ingress, IpPacket packet, UdpPorts ports, IsakmpPacket message) {
        PeerAddresses peer = new PeerAddresses(ingress.vrf(), packet.destination(), packet.source());
        IsakmpSa known = database.find(peer, message.initiatorCookie());
        IsakmpSa sa = known == null ? database.findMoved(peer, message) : known;
        transport.record(new IsakmpTraceEvent.Message(IsakmpTraceEvent.Direction.RECEIVED, peer, message),
                sa == null ? context.device().origin() : sa.profile().origin());
        boolean isFirst = message.responderCookie() == 0;
        if (sa == null && isFirst && !message.isEncrypted()) {
            phaseOne.requested(peer, ports, message);
        } else if (sa == null || !isFirst && sa.responderCookie != 0 && sa.responderCookie != message.responderCookie()) {
            ignore(peer, message, "no ISAKMP SA has these cookies");
        } else {
            received(sa, peer, ports, message);
        }
    }

    private void ignore(PeerAddresses peer, IsakmpPacket message, String reason) {
        transport.record(new IsakmpTraceEvent.Ignored(peer, message.exchange().text() + " message ignored", reason),
                transport.deviceOrigin());
    }

    private void received(IsakmpSa sa, PeerAddresses peer, UdpPorts ports, IsakmpPacket message) {
        switch (message.exchange()) {
            case MAIN_MODE, AGGRESSIVE_MODE -> phaseOne.received(sa, ports, message);
            case QUICK_MODE -> {
                if (isGenuine(sa, message)) {
                    sa.lastReceivedNanos = transport.nowNanos();
                    if (!quickMode.isRepeated(sa, message)) {
                        follow(sa, peer, ports);
                    }
                    quickMode.received(sa, message);
                }
            }
            case INFORMATIONAL -> informed(sa, peer, ports, message);
        }
    }

    private boolean isGenuine(IsakmpSa sa, IsakmpPacket message) {
        boolean genuine = sa.isEstablished() && message.protection().equals(Optional.of(sa.protection()));
        if (!genuine) {
            ignore(sa.peer(), message, sa.isEstablished() ? "it is not protected by the ISAKMP SA" : "phase 1 is not over");
        }
        return genuine;
    }

    private void informed(IsakmpSa sa, PeerAddresses peer, UdpPorts ports, IsakmpPacket message) {
        if (!message.isEncrypted()) {
            informedInClear(sa, message);
        } else if (!sa.isEstablished() && message.payload(IsakmpPayload.Notification.class).isPresent()) {
            phaseOne.fail(sa, "the peer refused: "
                    + message.payload(IsakmpPayload.Notification.class).get().notifyType());
        } else if (isGenuine(sa, message) && !isStaleAnswer(sa, message)) {
            sa.lastReceivedNanos = transport.nowNanos();
            follow(sa, peer, ports);
            message.payload(IsakmpPayload.Notification.class).ifPresent(notification -> notified(sa, notification));
            message.payload(IsakmpPayload.Deletion.class).ifPresent(deletion -> deleted(sa, deletion));
        }
    }

    /** An answer to another question than the last one is no sign of life: somebody may have kept it (RFC 3706 section 5.4). */
    private boolean isStaleAnswer(IsakmpSa sa, IsakmpPacket message) {
        Octets asked = Octets.of(ByteBuffer.allocate(Integer.BYTES).putInt((int) sa.livenessSequence).array());
        boolean stale = message.notification(IsakmpNotifyType.R_U_THERE_ACK).filter(answer -> !answer.data().equals(asked)).isPresent();
        if (stale) {
            ignore(sa.peer(), message, "it answers another question of dead peer detection");
        }
        return stale;
    }

    /** Anybody could have sent it: it counts only while nothing better can come, for an attempt without keys. */
    private void informedInClear(IsakmpSa sa, IsakmpPacket message) {
        Optional<IsakmpNotifyType> error = message.payload(IsakmpPayload.Notification.class)
                .map(IsakmpPayload.Notification::notifyType).filter(IsakmpNotifyType::isError);
        boolean withoutKeys = sa.state == IsakmpSa.State.MM_NO_STATE || sa.state == IsakmpSa.State.AG_NO_STATE
                || sa.state == IsakmpSa.State.AG_INIT_EXCH;
        if (error.isPresent() && withoutKeys) {
            phaseOne.fail(sa, "the peer refused: " + error.get());
        } else {
            ignore(sa.peer(), message, "it is not protected");
        }
    }

    private void notified(IsakmpSa sa, IsakmpPayload.Notification notification) {
        switch (notification.notifyType()) {
            case R_U_THERE -> transport.send(sa, Informational.message(sa, transport, IsakmpLivenessPartner.notification(sa,
                    IsakmpNotifyType.R_U_THERE_ACK, notification.data())), false);
            case R_U_THERE_ACK -> {
                if (sa.liveness != null) {
                    sa.liveness.answered();
                }
            }
            case NO_PROPOSAL_CHOSEN, INVALID_SPI -> quickMode.refused(sa, notification);
            case INVALID_HASH_INFORMATION, AUTHENTICATION_FAILED, RESPONDER_LIFETIME, INITIAL_CONTACT -> { }
        }
    }

    private void deleted(IsakmpSa sa, IsakmpPayload.Deletion deletion) {
        if (deletion.protocolNumber() == IsakmpProposal.ISAKMP) {
            List.copyOf(database.with(sa.peer())).stream()
                    .filter(other -> deletion.spis().contains(Informational.cookies(other)))
                    .forEach(other -> database.end(other, SaEndReason.DELETED_BY_PEER));
        } else {
            quickMode.deleted(sa, deletion.spis());
        }
    }

    @Override
    public List<ShowCommand> showCommands() {
        return List.of(new ShowCommand("show crypto isakmp sa", new IsakmpTables(transport, database)::showIsakmpSa),
                new ShowCommand("show crypto isakmp sa detail", new IsakmpDetails(transport, database)::print));
    }

    @Override
    public List<StateTable> stateTables() {
        return List.of(new IsakmpTables(transport, database).securityAssociations());
    }
}
