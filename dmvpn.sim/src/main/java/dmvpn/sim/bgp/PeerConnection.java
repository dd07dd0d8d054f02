package dmvpn.sim.bgp;

import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.tcp.connection.TcpConnection;
import dmvpn.sim.tcp.connection.TcpUser;

/** A connection with a neighbour, on its way to a session or one already. */
final class PeerConnection implements TcpUser {

    private final BgpPeer peer;
    private final boolean openedHere;
    private final Sessions sessions;
    private TcpConnection tcp;
    private PeerState state = PeerState.CONNECT;
    private BgpMessage.Open remoteOpen;
    private int holdTimeSeconds;
    private long holdTimer = Scheduler.NO_TIMER;
    private long keepaliveTimer = Scheduler.NO_TIMER;
    private boolean ended;

    /**
     * @param openedHere true when this router asked for the connection
     * @param sessions what happens with the events of connections
     */
    PeerConnection(BgpPeer peer, boolean openedHere, Sessions sessions) {
        this.peer = peer;
        this.openedHere = openedHere;
        this.sessions = sessions;
    }

    BgpPeer peer() {
        return peer;
    }

    boolean isOpenedHere() {
        return openedHere;
    }

    TcpConnection tcp() {
        return tcp;
    }

    void setTcp(TcpConnection connection) {
        tcp = connection;
    }

    PeerState state() {
        return state;
    }

    void setState(PeerState newState) {
        state = newState;
    }

    void opened(BgpMessage.Open open, int agreedHoldTimeSeconds) {
        remoteOpen = open;
        holdTimeSeconds = agreedHoldTimeSeconds;
    }

    long remoteAutonomousSystem() {
        return remoteOpen.wholeAutonomousSystem();
    }

    Ipv4Address remoteRouterId() {
        return remoteOpen.routerId();
    }

    /** The shorter of both ends' hold times; 0 when neither end minds silence. */
    int holdTimeSeconds() {
        return holdTimeSeconds;
    }

    long holdTimer() {
        return holdTimer;
    }

    void setHoldTimer(long timer) {
        holdTimer = timer;
    }

    long keepaliveTimer() {
        return keepaliveTimer;
    }

    void setKeepaliveTimer(long timer) {
        keepaliveTimer = timer;
    }

    /** Nothing that still comes counts. */
    void end() {
        ended = true;
    }

    @Override
    public void accepted(TcpConnection connection) {
        tcp = connection;
    }

    @Override
    public void established(TcpConnection connection) {
        sessions.connected(this);
    }

    @Override
    public void received(TcpConnection connection, Packet message) {
        if (!ended) {
            sessions.received(this, (BgpMessage) message);
        }
    }

    @Override
    public void closed(TcpConnection connection, String reason) {
        if (!ended) {
            sessions.disconnected(this, reason);
        }
    }
}
