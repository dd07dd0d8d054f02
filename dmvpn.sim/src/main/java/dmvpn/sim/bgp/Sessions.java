package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.bgp.BgpTraceEvent.NeighborEvent;
import dmvpn.sim.bgp.BgpTraceEvent.StateChanged;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.bgp.message.NotificationCode;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.tcp.connection.TcpEndpoints;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The life of sessions: the finite state machine of RFC 4271 section 8 with its timers. */
final class Sessions implements EventHandler {

    /** Hears what becomes of sessions. */
    interface Listener {
        /** Routes may be exchanged. */
        void up(BgpPeer peer);

        /** The session is over: nothing that the neighbour said counts any more. */
        void down(BgpPeer peer);

        /** Routes came or went. */
        void updated(BgpPeer peer, BgpMessage.Update update);

        /** The neighbour wants all routes again. */
        void refreshWanted(BgpPeer peer, BgpMessage.RouteRefresh refresh);

        /** A neighbour that nobody configured is gone for good. */
        void forgotten(BgpPeer peer);
    }

    /** A large value while the other OPEN is awaited (RFC 4271 section 8.2.2). */
    private static final long OPEN_WAIT_NANOS = TimeUnit.MINUTES.toNanos(4);

    private static final int CONNECT_RETRY = 0;
    private static final int RESTART = 1;
    private static final int HOLD = 2;
    private static final int KEEPALIVE = 3;

    private final BgpContext context;
    private final SessionMessages messages;
    private final SessionNegotiation negotiation;
    private final Listener listener;

    Sessions(BgpContext context, SessionMessages messages, Listener listener) {
        this.context = context;
        this.messages = messages;
        this.negotiation = new SessionNegotiation(context);
        this.listener = listener;
    }

    /** Begins to seek a neighbour. */
    void start(BgpPeer peer) {
        if (peer.settings().isPassive()) {
            change(peer, PeerState.ACTIVE, "waits to be connected to");
        } else {
            connect(peer);
        }
    }

    /** A route came, changed or went, or an interface did: who could not be reached before may be now. */
    void retry(BgpPeer peer) {
        if (peer.state() == PeerState.IDLE && peer.restartTimer() == Scheduler.NO_TIMER && !peer.settings().isPassive()) {
            connect(peer);
        }
    }

    private void connect(BgpPeer peer) {
        Optional<IpAddress> local = peer.settings().localAddress(context);
        if (local.isEmpty()) {
            change(peer, PeerState.IDLE, peer.settings().mustBeConnected() ? "the neighbor is on no connected network"
                    : "no route leads to the neighbor");
            return;
        }
        change(peer, PeerState.CONNECT, "");
        restartConnectRetry(peer);
        PeerConnection connection = new PeerConnection(peer, true, this);
        peer.connections().add(connection);
        connection.setTcp(context.tcp().open(new TcpEndpoints(context.process().vrf(), local.get(), 0, peer.address(),
                BgpMessage.TCP_PORT), peer.settings().timeToLive(), context.keyOf(peer.settings().peering()), connection, peer.settings().peering().origin()));
    }

    private void restartConnectRetry(BgpPeer peer) {
        context.scheduler().cancel(peer.connectRetryTimer());
        peer.setConnectRetryTimer(context.scheduler().after(context.timing().connectRetryNanos(), this, CONNECT_RETRY, peer));
    }

    /** Who takes a connection that the neighbour asks for; empty to refuse it. */
    Optional<PeerConnection> accept(BgpPeer peer) {
        boolean wanted = (peer.state() != PeerState.IDLE || isOnlyUnreachable(peer))
                && peer.connections().stream().allMatch(PeerConnection::isOpenedHere);
        if (!wanted && !peer.isEstablished() || peer.connections().size() > 1) {
            return Optional.empty();
        }
        PeerConnection connection = new PeerConnection(peer, false, this);
        peer.connections().add(connection);
        return Optional.of(connection);
    }

    /** Without a way there nothing is tried, but who comes from there is heard. */
    private static boolean isOnlyUnreachable(BgpPeer peer) {
        return peer.restartTimer() == Scheduler.NO_TIMER;
    }

    /** TCP is there: the own OPEN goes out. */
    void connected(PeerConnection connection) {
        BgpPeer peer = connection.peer();
        connection.setState(PeerState.OPEN_SENT);
        if (peer.state().compareTo(PeerState.OPEN_SENT) < 0) {
            change(peer, PeerState.OPEN_SENT, connection.isOpenedHere() ? "connected" : "the neighbor connected");
            context.scheduler().cancel(peer.connectRetryTimer());
            peer.setConnectRetryTimer(Scheduler.NO_TIMER);
        }
        messages.send(connection, negotiation.open(peer), "");
        connection.setHoldTimer(context.scheduler().after(OPEN_WAIT_NANOS, this, HOLD, connection));
    }

    /** TCP is gone. */
    void disconnected(PeerConnection connection, String reason) {
        BgpPeer peer = connection.peer();
        boolean wasConnecting = connection.state() == PeerState.CONNECT;
        release(connection);
        if (peer.session().filter(connection::equals).isPresent()) {
            down(peer, reason);
        } else if (peer.connections().isEmpty()) {
            if (!wasConnecting) {
                rest(peer, reason);
            } else if (peer.settings().dynamic()) {
                listener.forgotten(peer);
            } else {
                change(peer, PeerState.ACTIVE, reason);
                if (peer.connectRetryTimer() == Scheduler.NO_TIMER && !peer.settings().isPassive()) {
                    restartConnectRetry(peer);
                }
            }
        }
    }

    private void release(PeerConnection connection) {
        connection.end();
        context.scheduler().cancel(connection.holdTimer());
        context.scheduler().cancel(connection.keepaliveTimer());
        connection.peer().connections().remove(connection);
    }

    /** A message came. */
    void received(PeerConnection connection, BgpMessage message) {
        BgpPeer peer = connection.peer();
        messages.received(peer, message);
        switch (message) {
            case BgpMessage.Open open -> receiveOpen(connection, open);
            case BgpMessage.Keepalive keepalive -> receiveKeepalive(connection);
            case BgpMessage.Update update -> {
                if (requireEstablished(connection)) {
                    restartHold(connection);
                    listener.updated(peer, update);
                }
            }
            case BgpMessage.RouteRefresh refresh -> {
                if (requireEstablished(connection)) {
                    restartHold(connection);
                    listener.refreshWanted(peer, refresh);
                }
            }
            case BgpMessage.Notification notification -> {
                connection.tcp().close();
                lose(connection, "notification received: " + notification.title());
            }
        }
    }

    private boolean requireEstablished(PeerConnection connection) {
        boolean established = connection.state() == PeerState.ESTABLISHED;
        if (!established) {
            refuse(connection, NotificationCode.FINITE_STATE_MACHINE);
        }
        return established;
    }

    private void receiveOpen(PeerConnection connection, BgpMessage.Open open) {
        BgpPeer peer = connection.peer();
        Optional<NotificationCode> wrong = connection.state() == PeerState.OPEN_SENT
                ? negotiation.problemOf(peer, open) : Optional.of(NotificationCode.FINITE_STATE_MACHINE);
        if (wrong.isPresent()) {
            refuse(connection, wrong.get());
            return;
        }
        if (isGivenUp(connection, open)) {
            return;
        }
        connection.opened(open, negotiation.holdTimeSeconds(peer, open));
        connection.setState(PeerState.OPEN_CONFIRM);
        if (!peer.isEstablished()) {
            change(peer, PeerState.OPEN_CONFIRM, "");
        }
        messages.send(connection, new BgpMessage.Keepalive(), "the OPEN is accepted");
        restartHold(connection);
        restartKeepalive(connection);
    }

    /**
     * Of two connections between the same speakers one is kept (RFC 4271 section 6.8): an established session in any case.
     *
     * @return true when this connection is the one that goes
     */
    private boolean isGivenUp(PeerConnection connection, BgpMessage.Open open) {
        for (PeerConnection other : List.copyOf(connection.peer().connections())) {
            if (other == connection || other.state().compareTo(PeerState.OPEN_CONFIRM) < 0) {
                continue;
            }
            boolean keepOwn = negotiation.keepsOwnConnection(open);
            if (other.state() == PeerState.ESTABLISHED || other.isOpenedHere() == keepOwn) {
                giveUp(connection);
                return true;
            }
            giveUp(other);
        }
        return false;
    }

    private void giveUp(PeerConnection connection) {
        notify(connection, NotificationCode.COLLISION_RESOLUTION);
        release(connection);
    }

    private void receiveKeepalive(PeerConnection connection) {
        if (connection.state() == PeerState.OPEN_SENT) {
            refuse(connection, NotificationCode.FINITE_STATE_MACHINE);
            return;
        }
        restartHold(connection);
        if (connection.state() == PeerState.OPEN_CONFIRM) {
            establish(connection);
        }
    }

    private void establish(PeerConnection connection) {
        BgpPeer peer = connection.peer();
        connection.setState(PeerState.ESTABLISHED);
        for (PeerConnection other : List.copyOf(peer.connections())) {
            if (other != connection) {
                if (other.state() == PeerState.CONNECT) {
                    other.tcp().abort();
                    release(other);
                } else {
                    giveUp(other);
                }
            }
        }
        context.scheduler().cancel(peer.connectRetryTimer());
        peer.setConnectRetryTimer(Scheduler.NO_TIMER);
        peer.sessionUp(connection, context.nowNanos());
        peer.setInterfaceName(peer.settings().egress(context).map(RouterInterface::name));
        change(peer, PeerState.ESTABLISHED, "");
        context.record(new NeighborEvent(true, peer.address(), peer.remoteAutonomousSystem(), ""),
                peer.settings().peering().origin());
        listener.up(peer);
    }

    private void restartHold(PeerConnection connection) {
        context.scheduler().cancel(connection.holdTimer());
        connection.setHoldTimer(connection.holdTimeSeconds() == 0 ? Scheduler.NO_TIMER : context.scheduler()
                .after(TimeUnit.SECONDS.toNanos(connection.holdTimeSeconds()), this, HOLD, connection));
    }

    private void restartKeepalive(PeerConnection connection) {
        connection.setKeepaliveTimer(connection.holdTimeSeconds() == 0 ? Scheduler.NO_TIMER : context.scheduler().after(
                connection.peer().settings().keepaliveNanos(connection.holdTimeSeconds()), this, KEEPALIVE, connection));
    }

    @Override
    public void handle(int kind, Object payload) {
        switch (kind) {
            case CONNECT_RETRY -> {
                BgpPeer peer = (BgpPeer) payload;
                peer.setConnectRetryTimer(Scheduler.NO_TIMER);
                if (peer.connections().isEmpty() && !peer.settings().isPassive()) {
                    connect(peer);
                }
            }
            case RESTART -> {
                BgpPeer peer = (BgpPeer) payload;
                peer.setRestartTimer(Scheduler.NO_TIMER);
                start(peer);
            }
            case HOLD -> refuse((PeerConnection) payload, NotificationCode.HOLD_TIMER_EXPIRED);
            default -> {
                PeerConnection connection = (PeerConnection) payload;
                messages.send(connection, new BgpMessage.Keepalive(), "");
                restartKeepalive(connection);
            }
        }
    }

    /** Tells the neighbour why, and ends the connection. */
    private void refuse(PeerConnection connection, NotificationCode reason) {
        notify(connection, reason);
        lose(connection, reason.title());
    }

    private void notify(PeerConnection connection, NotificationCode reason) {
        messages.send(connection, BgpMessage.Notification.of(reason), reason.title());
        connection.tcp().close();
    }

    private void lose(PeerConnection connection, String reason) {
        BgpPeer peer = connection.peer();
        release(connection);
        if (peer.session().filter(connection::equals).isPresent()) {
            down(peer, reason);
        } else if (peer.connections().isEmpty()) {
            rest(peer, reason);
        }
    }

    /**
     * Ends a session from outside, such as by a command or because BFD says so.
     *
     * @param reason why
     */
    void reset(BgpPeer peer, NotificationCode code, String reason) {
        boolean any = false;
        for (PeerConnection connection : List.copyOf(peer.connections())) {
            any = true;
            if (connection.state() == PeerState.CONNECT) {
                connection.tcp().abort();
            } else {
                notify(connection, code);
            }
            release(connection);
        }
        if (peer.isEstablished()) {
            down(peer, reason);
        } else if (any) {
            rest(peer, reason);
        }
    }

    private void down(BgpPeer peer, String reason) {
        long autonomousSystem = peer.remoteAutonomousSystem();
        peer.sessionDown(reason, context.nowNanos());
        context.record(new NeighborEvent(false, peer.address(), autonomousSystem, reason),
                peer.settings().peering().origin());
        listener.down(peer);
        rest(peer, reason);
    }

    /**
     * Back to Idle for a while (RFC 4271 section 8.1.1, IdleHoldTime). A neighbour that came by itself is forgotten, unless it has
     * come again before its lost session was found out: then that connection goes on.
     */
    private void rest(BgpPeer peer, String reason) {
        context.scheduler().cancel(peer.connectRetryTimer());
        peer.setConnectRetryTimer(Scheduler.NO_TIMER);
        change(peer, PeerState.IDLE, reason);
        if (peer.settings().dynamic() && peer.connections().isEmpty()) {
            listener.forgotten(peer);
        } else if (peer.settings().dynamic()) {
            change(peer, peer.connections().getFirst().state(), "the neighbor connected anew");
        } else if (peer.settings().isPassive()) {
            start(peer); // who tries nothing has nothing to wait for
        } else {
            context.scheduler().cancel(peer.restartTimer());
            peer.setRestartTimer(context.scheduler().after(context.timing().restartNanos(), this, RESTART, peer));
        }
    }

    private void change(BgpPeer peer, PeerState state, String reason) {
        if (peer.state() != state || state == PeerState.IDLE && !peer.idleReason().equals(reason)) {
            peer.setState(state, reason);
            if (state != PeerState.ESTABLISHED) {
                context.record(new StateChanged(peer.address(), state.title(), reason), peer.settings().peering().origin());
            }
        }
    }

    /** Power fails. */
    void stop(BgpPeer peer) {
        context.scheduler().cancel(peer.connectRetryTimer());
        context.scheduler().cancel(peer.restartTimer());
        for (PeerConnection connection : peer.connections()) {
            context.scheduler().cancel(connection.holdTimer());
            context.scheduler().cancel(connection.keepaliveTimer());
        }
    }
}
