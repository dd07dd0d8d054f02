package dmvpn.sim.ipsec;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.device.Vendor;
import dmvpn.network.tunnel.TunnelMode;
import dmvpn.sim.ike.ChildSa;
import dmvpn.sim.ike.ChildSaOwner;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.ike.SaEndReason;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.tunnel.FarEnd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tunnels with one set of security associations: a single tunnel, or all with {@code tunnel protection ... shared} on one
 * source with one profile. Security associations of shared tunnels end when the last tunnel lets go (Cisco, Sharing
 * IPsec with Tunnel Protection).
 */
final class ProtectionDomain implements ChildSaOwner {

    /** Default of {@code crypto ipsec security-association lifetime kilobytes} (Cisco IOS Security Command Reference). */
    private static final long IOS_LIFETIME_KILOBYTES = 4_608_000;

    /** strongSwan has no lifetime by volume unless told (swanctl.conf, life_bytes): more than any run carries. */
    private static final long NO_LIMIT_KILOBYTES = 1L << 50;

    private final RouterContext context;
    private final IpsecProfile profile;
    private final Optional<String> frontDoorVrf;
    private final SecurityAssociationDatabase database;
    private final List<ProtectedTunnel> tunnels = new ArrayList<>(1);
    private final Map<IpAddress, ProtectedSocket> sockets = new LinkedHashMap<>();
    /** Former addresses of peers behind NAT, by which tunnels may still know them, and the addresses that they have now. */
    private final Map<IpAddress, IpAddress> movedTo = new LinkedHashMap<>();

    ProtectionDomain(RouterContext context, IpsecProfile profile, Optional<String> frontDoorVrf,
            SecurityAssociationDatabase database) {
        this.context = context;
        this.profile = profile;
        this.frontDoorVrf = frontDoorVrf;
        this.database = database;
    }

    void add(ProtectedTunnel tunnel) {
        tunnels.add(tunnel);
    }

    /** Nothing is negotiated for a tunnel any more. */
    void remove(ProtectedTunnel tunnel) {
        tunnels.remove(tunnel);
    }

    List<ProtectedTunnel> tunnels() {
        return tunnels;
    }

    Collection<ProtectedSocket> sockets() {
        return sockets.values();
    }

    @Override
    public IpsecProfile profile() {
        return profile;
    }

    @Override
    public Optional<String> insideVrf() {
        return tunnels.isEmpty() ? Optional.empty() : tunnels.getFirst().port().configuration().vrf();
    }

    @Override
    public long allocateSpi() {
        return database.allocateSpi();
    }

    /** IKE picks its profile by the VRF of the exchange ({@code match fvrf} of an IKEv2 profile on Cisco IOS). */
    boolean hasProfileOfItsFrontDoorVrf() {
        return frontDoorVrf.equals(profile.frontDoorVrf());
    }

    /** True when a peer may negotiate security associations with this domain. */
    boolean serves(PeerAddresses peer) {
        return hasProfileOfItsFrontDoorVrf() && frontDoorVrf.equals(peer.frontDoorVrf())
                && tunnels.stream().anyMatch(tunnel -> peer.local().equals(tunnel.localAddress())
                        && reaches(tunnel, peer.remote()));
    }

    /** A point-to-point tunnel has selectors for its destination only. */
    static boolean reaches(ProtectedTunnel tunnel, IpAddress remote) {
        return !(tunnel.port().configuration().mode() instanceof TunnelMode.PointToPoint fixed)
                || fixed.destination().equals(remote);
    }

    PeerAddresses peer(IpAddress local, IpAddress remote) {
        return new PeerAddresses(frontDoorVrf, local, remote);
    }

    /** The socket to a peer, which may have another address by now; or null. */
    ProtectedSocket socket(IpAddress remote) {
        return sockets.get(current(remote));
    }

    /** The socket to the station that calls itself so, or to its address when none leads to the station; or null. */
    ProtectedSocket socket(FarEnd farEnd) {
        ProtectedSocket known = sockets.get(farEnd.nbmaAddress());
        if (known != null && known.isUpFor(farEnd.claimed())) {
            return known;
        }
        IpAddress now = movedTo.get(farEnd.nbmaAddress());
        return now == null ? known : sockets.get(now);
    }

    /** Where a peer is now that a tunnel knows by an address: behind NAT it may have another one since. */
    IpAddress current(IpAddress remote) {
        return sockets.containsKey(remote) ? remote : movedTo.getOrDefault(remote, remote);
    }

    /** True for an address that a peer had before. */
    boolean isFormer(IpAddress remote) {
        return !current(remote).equals(remote);
    }

    /** Nobody knows the peer by a former address any more. */
    void forgetFormer(IpAddress remote) {
        movedTo.remove(remote);
    }

    /** The socket to a peer, made when there is none. */
    ProtectedSocket socketFor(PeerAddresses peer) {
        return sockets.computeIfAbsent(peer.remote(), remote -> new ProtectedSocket(peer));
    }

    /** Takes a socket out, whether it is up or not. */
    void forget(ProtectedSocket socket) {
        sockets.remove(socket.peer().remote(), socket);
    }

    @Override
    public void moved(ChildSa child, PeerAddresses former) {
        EspSa sa = database.find(child.inboundSpi());
        ProtectedSocket before = sa.socket();
        ProtectedSocket now = socketFor(child.peer());
        boolean wasUp = now.isUp();
        before.handOver(sa, now);
        movedTo.remove(child.peer().remote());
        movedTo.replaceAll((address, target) -> target.equals(former.remote()) ? child.peer().remote() : target);
        movedTo.put(former.remote(), child.peer().remote());
        boolean gone = !before.isUp();
        if (gone) {
            before.handOverUsers(now);
            forget(before);
        }
        for (ProtectedTunnel tunnel : tunnels) {
            if (concerns(tunnel, child.peer().remote())) {
                tunnel.socketMoved(former, child.peer(), gone, !wasUp);
            }
        }
    }

    /** True when packets of a tunnel go to an address, be it that the tunnel knows the peer by a former one. */
    private boolean concerns(ProtectedTunnel tunnel, IpAddress remote) {
        return !(tunnel.port().configuration().mode() instanceof TunnelMode.PointToPoint fixed)
                || fixed.destination().equals(remote) || remote.equals(movedTo.get(fixed.destination()));
    }

    void forgetIfIdle(ProtectedSocket socket) {
        if (!socket.isUp() && !socket.isUsed()) {
            forget(socket);
        }
    }

    private int replayWindowPackets() {
        return profile.options().replayWindowPackets().orElse(isCisco() ? IpsecOptions.DEFAULT_REPLAY_WINDOW_PACKETS
                : IpsecOptions.STRONGSWAN_REPLAY_WINDOW_PACKETS);
    }

    private long lifetimeKilobytes() {
        return profile.options().lifetimeKilobytes().orElse(isCisco() ? IOS_LIFETIME_KILOBYTES : NO_LIMIT_KILOBYTES);
    }

    private boolean isCisco() {
        return context.device().platform().vendor() == Vendor.CISCO_IOS_XE;
    }

    @Override
    public void installed(ChildSa child) {
        ProtectedSocket socket = socketFor(child.peer());
        EspSa sa = new EspSa(child, socket, new ReplayWindow(replayWindowPackets()), new TrafficVolume(lifetimeKilobytes()));
        database.add(sa);
        // Another station behind the same NAT has security associations of its own.
        boolean wasUp = socket.isUpFor(child.peerOwnAddress());
        boolean further = socket.isUp();
        socket.add(sa);
        context.record(new IpsecTraceEvent.SecurityAssociations(true, sa, ""), profile.origin());
        if (!wasUp) {
            for (ProtectedTunnel tunnel : tunnels) {
                if (reaches(tunnel, child.peer().remote())) {
                    tunnel.socketUp(child.peer(), further);
                }
            }
        }
    }

    @Override
    public void outboundReady(ChildSa child) {
        database.find(child.inboundSpi()).socket().chooseOutbound();
    }

    @Override
    public void removed(ChildSa child, SaEndReason reason) {
        EspSa sa = database.remove(child.inboundSpi());
        context.record(new IpsecTraceEvent.SecurityAssociations(false, sa, reason.text()), profile.origin());
        ProtectedSocket socket = sa.socket();
        socket.remove(sa);
        if (socket.isUp()) {
            return;
        }
        IpAddress remote = socket.peer().remote();
        List<ProtectedTunnel> concerned = tunnels.stream().filter(tunnel -> concerns(tunnel, remote)).toList();
        List<IpAddress> names = new ArrayList<>(List.of(remote));
        movedTo.forEach((address, target) -> {
            if (target.equals(remote)) {
                names.add(address);
            }
        });
        for (IpAddress former : names.subList(1, names.size())) {
            // Whoever knows the peer by a former address asks for it there again.
            movedTo.remove(former);
            ProtectedSocket again = socketFor(peer(socket.peer().local(), former));
            socket.handOverUsersOf(former, again);
            forgetIfIdle(again);
        }
        forgetIfIdle(socket);
        concerned.forEach(tunnel -> tunnel.socketDown(socket.peer(), names, reason));
    }
}
