package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.sim.ike.KeyExchange;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.SaEndReason;
import dmvpn.sim.ipsec.IpsecTraceEvent.NotOpened;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.InterfaceListener;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.tunnel.CryptoSession;
import dmvpn.sim.tunnel.CryptoSockets;
import dmvpn.sim.tunnel.FarEnd;
import dmvpn.sim.tunnel.TunnelPort;
import dmvpn.sim.tunnel.TunnelProtector;
import java.util.ArrayList;
import java.util.List;

/** The protection of one tunnel interface. */
final class ProtectedTunnel implements TunnelProtector, CryptoSockets, InterfaceListener {

    private final RouterContext context;
    private final TunnelPort port;
    private final ProtectionDomain domain;
    private final KeyExchange ike;
    private final EspEncapsulation encapsulation;
    private final List<CryptoSocketListener> listeners = new ArrayList<>(1);
    /** The tunnel that closes a socket right now is not told that it went down: it knows. */
    private IpAddress closing;
    private IpAddress addressOfSockets;

    ProtectedTunnel(RouterContext context, TunnelPort port, ProtectionDomain domain, KeyExchange ike,
            EspEncapsulation encapsulation) {
        this.context = context;
        this.port = port;
        this.domain = domain;
        this.ike = ike;
        this.encapsulation = encapsulation;
    }

    TunnelPort port() {
        return port;
    }

    ProtectionDomain domain() {
        return domain;
    }

    /** Address of the tunnel source, or null while it has none. */
    IpAddress localAddress() {
        return port.nbmaAddress().orElse(null);
    }

    @Override
    public List<IpPacket> protect(FarEnd farEnd, IpPacket clear) {
        ProtectedSocket socket = domain.socket(new FarEnd(clear.destination(), farEnd.claimed()));
        EspSa sa = socket == null ? null : socket.outbound(farEnd.claimed());
        if (sa == null || !socket.peer().local().equals(clear.source())) {
            if (socket != null) {
                socket.countSendError();
            }
            return List.of();
        }
        ike.packetToSend(sa.child());
        return encapsulation.encapsulate(sa, clear, port.configuration().sourceInterface());
    }

    @Override
    public int largestClearBytes(FarEnd farEnd, int mtuBytes) {
        ProtectedSocket socket = domain.socket(farEnd);
        EspSa sa = socket == null ? null : socket.outbound(farEnd.claimed());
        return sa == null ? mtuBytes
                : EspEncapsulation.plaintextMtuBytes(sa, farEnd.nbmaAddress() instanceof Ipv6Address, mtuBytes);
    }

    @Override
    public CryptoSockets sockets() {
        return this;
    }

    @Override
    public void receivedInClear(IpAddress source) {
        context.record(new IpsecTraceEvent.ReceivedInClear(port.name(), source, localAddress()), port.origin());
    }

    @Override
    public boolean isProtected() {
        return true;
    }

    @Override
    public void open(IpAddress remote) {
        dropSocketsOfFormerAddress();
        IpAddress local = localAddress();
        // Nobody but its destination gets packets of a point-to-point tunnel, and what others send finds no tunnel.
        if (local == null || !ProtectionDomain.reaches(this, remote)) {
            return;
        }
        if (local.bitLength() != remote.bitLength()) {
            context.record(new NotOpened(port.name(), remote, NotOpened.OTHER_FAMILY), port.origin());
            return;
        }
        ProtectedSocket socket = domain.socketFor(domain.peer(local, domain.current(remote)));
        socket.addUser(this, remote);
        if (socket.isUp() || ike.isUnderWay(socket.peer(), domain)) {
            return;
        }
        if (!domain.hasProfileOfItsFrontDoorVrf()) {
            context.record(new NotOpened(port.name(), remote, NotOpened.OTHER_VRF), port.origin());
            return;
        }
        ike.open(socket.peer(), domain);
    }

    @Override
    public void close(IpAddress remote) {
        ProtectedSocket socket = domain.socket(remote);
        if (socket == null) {
            return;
        }
        boolean wasUser = socket.isUsedBy(this);
        socket.removeUser(this, remote);
        if (domain.isFormer(remote)) {
            domain.forgetFormer(remote);
            // The peer is elsewhere by now: that it is not needed at its former address says nothing of there.
            if (!wasUser) {
                return;
            }
        }
        closeUnused(socket);
    }

    private void closeUnused(ProtectedSocket socket) {
        if (socket.isUsed()) {
            return;
        }
        closing = socket.peer().remote();
        ike.close(socket.peer(), domain);
        closing = null;
        domain.forgetIfIdle(socket);
    }

    /**
     * Lets go of its sockets: the protection of the tunnel is taken away. A socket that only the peer has asked for may be for
     * another tunnel of the domain, so it stays while there is one.
     */
    void closeAll() {
        boolean alone = domain.tunnels().size() == 1;
        for (ProtectedSocket socket : List.copyOf(domain.sockets())) {
            if (alone || socket.isUsedBy(this)) {
                socket.removeUser(this);
                closeUnused(socket);
            }
        }
    }

    @Override
    public SocketState state(IpAddress remote) {
        ProtectedSocket socket = domain.socket(remote);
        if (socket == null) {
            return SocketState.NONE;
        }
        if (socket.isUp()) {
            return SocketState.UP;
        }
        return socket.isUsedBy(this) ? SocketState.OPENING : SocketState.NONE;
    }

    @Override
    public boolean isUp(FarEnd farEnd) {
        ProtectedSocket socket = domain.socket(farEnd);
        return socket != null && socket.isUpFor(farEnd.claimed());
    }

    @Override
    public boolean isKeyExchangeUp(IpAddress remote) {
        IpAddress local = localAddress();
        return local != null && ike.isEstablished(domain.peer(local, domain.current(remote)));
    }

    @Override
    public List<CryptoSession> sessions() {
        ShowCryptoSession show = new ShowCryptoSession(ike, context.scheduler().nowNanos());
        return domain.sockets().stream().map(socket -> new CryptoSession(socket.peer().local(), socket.peer().remote(),
                socket.securityAssociations().size(), show.peerIdentity(socket), show.dmvpnDetail(this, socket))).toList();
    }

    @Override
    public void addListener(CryptoSocketListener listener) {
        listeners.add(listener);
    }

    /** @param further true when the socket was up for another station behind the same translation already */
    void socketUp(PeerAddresses peer, boolean further) {
        context.record(further ? new IpsecTraceEvent.FurtherStation(port.name(), peer.local(), peer.remote())
                : new IpsecTraceEvent.Socket(true, port.name(), peer.local(), peer.remote(), ""), port.origin());
        for (CryptoSocketListener listener : listeners) {
            listener.socketUp(peer.remote());
        }
    }

    /**
     * @param names the addresses by which the peer is known here: its own, and those that it had before
     */
    void socketDown(PeerAddresses peer, List<IpAddress> names, SaEndReason reason) {
        context.record(new IpsecTraceEvent.Socket(false, port.name(), peer.local(), peer.remote(), reason.text()),
                port.origin());
        if (peer.remote().equals(closing)) {
            return;
        }
        for (CryptoSocketListener listener : listeners) {
            names.forEach(name -> listener.socketDown(name, reason.text()));
        }
    }

    /**
     * A peer behind NAT has another outside address. NHRP hears nothing of it: it knows the peer by the former one until the
     * peer registers again, and packets for that one go to where the peer is.
     *
     * @param gone true when nobody is at the former address any more
     * @param came true when nobody was at the new one
     */
    void socketMoved(PeerAddresses former, PeerAddresses now, boolean gone, boolean came) {
        if (gone) {
            context.record(new IpsecTraceEvent.Socket(false, port.name(), former.local(), former.remote(),
                    "the peer has the address " + now.remote() + " now"), port.origin());
        }
        context.record(came ? new IpsecTraceEvent.Socket(true, port.name(), now.local(), now.remote(), "")
                : new IpsecTraceEvent.FurtherStation(port.name(), now.local(), now.remote()), port.origin());
    }

    @Override
    public IpAddress currentAddress(IpAddress remote) {
        return domain.current(remote);
    }

    @Override
    public void changed(RouterInterface changedInterface) {
        // A tunnel whose protection was taken away still hears of its port, and has no say in what others share.
        if (domain.tunnels().contains(this)) {
            dropSocketsOfFormerAddress();
        }
    }

    /** Security associations with an address that the tunnel source lost lead nowhere: they go without a message. */
    private void dropSocketsOfFormerAddress() {
        IpAddress local = localAddress();
        if (local == null || local.equals(addressOfSockets)) {
            return;
        }
        addressOfSockets = local;
        for (ProtectedSocket socket : List.copyOf(domain.sockets())) {
            if (!socket.peer().local().equals(local)) {
                domain.forget(socket);
                ike.abandon(socket.peer(), SaEndReason.ADDRESS_CHANGED);
            }
        }
    }
}
