package dmvpn.sim.ike;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.IkePayload.Delete;
import dmvpn.sim.ike.message.IkePayload.Notify;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.ike.message.SecurityProtocol;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.packet.UdpEncapsulated;
import dmvpn.sim.router.IpStack;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.show.ShowCommand;
import dmvpn.sim.show.StateTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The IKEv2 side of one router: opens and closes child SAs for their owners, and answers any peer. */
public final class IkeEndpoint implements KeyExchange {

    private final RouterContext context;
    private final IpStack.UdpReceiver version1;
    private final IkeTransport transport;
    private final IkeSaDatabase database;
    private final InitialExchanges initial;
    private final ChildExchanges children;
    private final IkeRekey rekey;

    /**
     * @param context the router
     * @param ownersFor who may get child SAs with a peer, in the order of preference
     * @param version1 hears what comes to the port and is not of this version
     */
    public IkeEndpoint(RouterContext context, Function<PeerAddresses, List<ChildSaOwner>> ownersFor,
            IpStack.UdpReceiver version1) {
        this.context = context;
        this.version1 = version1;
        this.transport = new IkeTransport(context);
        this.database = new IkeSaDatabase(transport, context.random());
        this.children = new ChildExchanges(transport, database, ownersFor);
        this.initial = new InitialExchanges(transport, database, children, ownersFor);
        this.rekey = new IkeRekey(transport, database);
        database.onLifetime(rekey::start, sa -> rekey.close(sa, SaEndReason.LIFETIME));
    }

    /** Begins to hear IKE. */
    @Override
    public void start() {
        context.ip().registerUdp(IkePacket.UDP_PORT, this::receive);
    }

    /** Cancels every timer; nothing is sent. */
    @Override
    public void stop() {
        database.stop();
    }

    /**
     * Negotiates a child SA: on an IKE SA with the peer when there is one, else on a new one. Ask only when
     * {@link #isUnderWay} says no and the owner has no child SA with the peer.
     */
    @Override
    public void open(PeerAddresses peer, ChildSaOwner owner) {
        if (owner.profile().options().responderOnly()) {
            transport.record(new IkeTraceEvent.Ignored(peer, "key exchange not started",
                    "this router only responds: the peer has to start"), owner.profile().origin());
            return;
        }
        IkeSa established = database.established(peer);
        if (established == null) {
            initial.start(peer, owner);
        } else {
            children.create(established, owner);
        }
    }

    /** True while an attempt of either end may give the owner a child SA with the peer. */
    @Override
    public boolean isUnderWay(PeerAddresses peer, ChildSaOwner owner) {
        for (IkeSa sa : database.with(peer)) {
            if (sa.isNegotiating() || sa.negotiatingFor == owner) {
                return true;
            }
        }
        return false;
    }

    /** True when an IKE SA with the peer is established. */
    @Override
    public boolean isEstablished(PeerAddresses peer) {
        return database.established(peer) != null;
    }

    /** The UDP ports of the IKE SA with the peer, or those on which one would start. */
    @Override
    public UdpPorts ports(PeerAddresses peer) {
        IkeSa established = database.established(peer);
        return established == null ? UdpPorts.IKE : established.ports;
    }

    @Override
    public List<IkeSession> sessions(PeerAddresses peer) {
        return database.with(peer).stream().map(this::session).toList();
    }

    private IkeSession session(IkeSa sa) {
        boolean active = !sa.isNegotiating();
        long remainingNanos = active
                ? sa.establishedAtNanos + sa.profile().ike().lifetime().toNanos() - transport.nowNanos() : 0;
        return new IkeSession(IkeVersion.IKEV2, sa.number, active, sa.peer(), sa.ports,
                IkeSession.capabilities(sa.liveness != null, sa.nat.isTranslated()), remainingNanos,
                sa.peerIdentity == null ? "" : IosIdentity.of(sa.peerIdentity));
    }

    /** Deletes the owner's child SAs with the peer, and the IKE SA when no other owner has one on it. */
    @Override
    public void close(PeerAddresses peer, ChildSaOwner owner) {
        for (IkeSa sa : List.copyOf(database.with(peer))) {
            if (sa.state == IkeSa.State.ESTABLISHED) {
                closeChildren(sa, owner);
            } else if (sa.isInitiator() && sa.negotiatingFor == owner) {
                transport.record(sa, new IkeTraceEvent.Failure(IkeTraceEvent.Negotiation.IKE_SA, sa,
                        SaEndReason.CLOSED.text()));
                database.end(sa, SaEndReason.CLOSED);
            }
        }
    }

    private void closeChildren(IkeSa sa, ChildSaOwner owner) {
        List<ChildSa> owned = sa.children().stream().filter(child -> child.owner() == owner).toList();
        if (owned.size() == sa.children().size()) {
            rekey.close(sa, SaEndReason.CLOSED);
        } else {
            owned.forEach(child -> children.delete(child, SaEndReason.CLOSED));
        }
    }

    /** Deletes all IKE SAs with peers that a condition holds for, with their child SAs, and tells the peers. */
    @Override
    public void clear(Predicate<IpAddress> peer) {
        for (IkeSa sa : List.copyOf(database.all())) {
            if (!peer.test(sa.peer().remote())) {
                continue;
            }
            if (sa.state == IkeSa.State.ESTABLISHED) {
                rekey.close(sa, SaEndReason.CLEARED);
            } else {
                database.end(sa, SaEndReason.CLEARED);
            }
        }
    }

    /** Forgets everything about a peer without a message. */
    @Override
    public void abandon(PeerAddresses peer, SaEndReason reason) {
        for (IkeSa sa : List.copyOf(database.with(peer))) {
            database.end(sa, reason);
        }
    }

    /** An ESP packet is about to go out on a child SA. */
    @Override
    public void packetToSend(ChildSa child) {
        child.ikeSa().lastSentNanos = transport.nowNanos();
        if (child.ikeSa().liveness != null) {
            child.ikeSa().liveness.packetToSend();
        }
    }

    /** The volume of a child SA is nearly used up: a new pair is wanted. */
    @Override
    public void volumeNearlyUsedUp(ChildSa child) {
        children.renew(child);
    }

    /** The volume of a child SA is used up. */
    @Override
    public void volumeUsedUp(ChildSa child) {
        children.volumeUsedUp(child);
    }

    /**
     * A genuine ESP packet came in on a child SA in UDP: what goes to the peer goes to where it came from.
     *
     * @param source address that it came from
     * @param ports ports for the answer to it
     */
    @Override
    public void packetReceived(ChildSa child, IpAddress source, UdpPorts ports) {
        follow(child.ikeSa(), child.peer().at(source), ports);
        packetReceived(child);
    }

    /** A genuine ESP packet came in on a child SA: the peer lives, and has installed its side. */
    @Override
    public void packetReceived(ChildSa child) {
        child.ikeSa().lastReceivedNanos = transport.nowNanos();
        if (!child.isOutboundReady()) {
            children.proven(child);
        }
    }

    /** A datagram for port 500, or for port 4500 with anything but ESP. */
    @Override
    public void receive(RouterInterface ingress, IpPacket packet, UdpDatagram datagram) {
        Packet content = datagram.content() instanceof UdpEncapsulated marked && marked.nonEspMarker()
                ? marked.content() : datagram.content();
        if (content instanceof IkePacket message) {
            receive(ingress, packet, UdpPorts.answering(datagram), message);
        } else {
            version1.receive(ingress, packet, datagram);
        }
    }

    private void receive(RouterInterface ingress, IpPacket packet, UdpPorts ports, IkePacket message) {
        PeerAddresses peer = new PeerAddresses(ingress.vrf(), packet.destination(), packet.source());
        IkeSa sa = database.find(message.fromInitiator() ? message.responderSpi() : message.initiatorSpi());
        context.record(new IkeTraceEvent.Message(IkeTraceEvent.Direction.RECEIVED, peer, message),
                sa == null ? context.device().origin() : sa.profile().origin());
        if (message.exchange() == IkeExchange.IKE_SA_INIT && !message.response()) {
            initial.initRequested(peer, ports, message);
        } else if (sa == null || !isFrom(sa, peer)) {
            ignore(peer, message, "no IKE SA has these SPIs");
        } else if (message.response()) {
            answered(sa, peer, ports, message);
        } else {
            requested(sa, peer, ports, message);
        }
    }

    /** A peer behind NAT may have another outside address; only a genuine message is followed there. */
    private static boolean isFrom(IkeSa sa, PeerAddresses peer) {
        return sa.peer().equals(peer) || !sa.isNegotiating() && sa.nat.followsPeer() && sa.peer().isAtSameEnd(peer);
    }

    private void ignore(PeerAddresses peer, IkePacket message, String reason) {
        transport.record(new IkeTraceEvent.Ignored(peer, message.summary() + " ignored", reason),
                transport.deviceOrigin());
    }

    private void answered(IkeSa sa, PeerAddresses peer, UdpPorts ports, IkePacket message) {
        if (sa.window().awaits(message)) {
            sa.lastReceivedNanos = transport.nowNanos();
            follow(sa, peer, ports);
            sa.window().answered(message);
        } else {
            ignore(sa.peer(), message, "no request waits for it");
        }
    }

    /** RFC 7296 section 2.2: a request has the next message id, or that of the last one when its answer was lost. */
    private void requested(IkeSa sa, PeerAddresses peer, UdpPorts ports, IkePacket message) {
        if (message.messageId() == sa.nextRequestIdOfPeer - 1 && sa.lastAnswer != null) {
            // A copy that somebody kept must not lead to another address (RFC 7296 section 2.23).
            if (sa.peer().equals(peer)) {
                follow(sa, peer, ports);
            }
            transport.send(sa, sa.lastAnswer, true);
        } else if (message.messageId() != sa.nextRequestIdOfPeer) {
            ignore(sa.peer(), message, "message id out of the window");
        } else {
            sa.nextRequestIdOfPeer++;
            sa.lastReceivedNanos = transport.nowNanos();
            follow(sa, peer, ports);
            dispatch(sa, message);
        }
    }

    /**
     * Answers and what comes after them go to where the peer's last genuine packet came from. An end that is behind NAT
     * itself stays with what it negotiated (RFC 7296 section 2.23).
     */
    private void follow(IkeSa sa, PeerAddresses peer, UdpPorts ports) {
        boolean negotiated = !sa.isNegotiating();
        boolean elsewhere = !peer.equals(sa.peer());
        if (!elsewhere && ports.equals(sa.ports) || negotiated && sa.nat.localBehindNat() || elsewhere && !isFrom(sa, peer)) {
            return;
        }
        sa.ports = ports;
        if (elsewhere) {
            transport.record(sa, new IkeTraceEvent.AddressFollowed(sa, peer.remote()));
            database.move(sa, peer);
        } else if (negotiated) {
            transport.record(sa, new IkeTraceEvent.PortFollowed(sa, ports.remote()));
        }
    }

    private void dispatch(IkeSa sa, IkePacket message) {
        Optional<IkePayload.Unknown> critical = message.payloads().stream().filter(IkePayload.Unknown.class::isInstance)
                .map(IkePayload.Unknown.class::cast).filter(IkePayload.Unknown::critical).findFirst();
        if (critical.isPresent()) {
            // RFC 7296 section 2.5: the whole message is rejected, and the answer names the type of the payload.
            transport.answer(sa, message.answer(List.of(Notify.of(NotifyType.UNSUPPORTED_CRITICAL_PAYLOAD,
                    Octets.of(new byte[] {(byte) critical.get().type()})))));
            return;
        }
        switch (message.exchange()) {
            case IKE_AUTH -> initial.authRequested(sa, message);
            case CREATE_CHILD_SA -> {
                if (isForIke(message)) {
                    rekey.requested(sa, message);
                } else {
                    children.requested(sa, message);
                }
            }
            case INFORMATIONAL -> informed(sa, message);
            case IKE_SA_INIT -> ignore(sa.peer(), message, "the IKE SA exists");
        }
    }

    private static boolean isForIke(IkePacket message) {
        return message.payload(IkePayload.SecurityAssociation.class)
                .filter(sa -> sa.proposals().stream().anyMatch(proposal -> proposal.protocol() == SecurityProtocol.IKE)).isPresent();
    }

    private void informed(IkeSa sa, IkePacket message) {
        Optional<Delete> delete = message.payload(Delete.class);
        if (message.notification(NotifyType.AUTHENTICATION_FAILED).isPresent()) {
            initial.authRefused(sa, message);
        } else if (delete.isEmpty()) {
            transport.answer(sa, message.answer(List.of()));
        } else if (delete.get().childSpis().isEmpty()) {
            rekey.deleteRequested(sa, message);
        } else {
            children.deleteRequested(sa, message, delete.get());
        }
    }

    /** Tables in the form of the router's own commands. */
    @Override
    public List<ShowCommand> showCommands() {
        IkeTables tables = new IkeTables(transport, database);
        return List.of(new ShowCommand("show crypto ikev2 sa", () -> tables.showIkev2Sa(false)),
                new ShowCommand("show crypto ikev2 sa detailed", () -> tables.showIkev2Sa(true)));
    }

    /** State as of now, as data. */
    @Override
    public List<StateTable> stateTables() {
        return List.of(new IkeTables(transport, database).securityAssociations());
    }
}
