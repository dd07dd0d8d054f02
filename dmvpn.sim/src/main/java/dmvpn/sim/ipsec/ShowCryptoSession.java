package dmvpn.sim.ipsec;

import dmvpn.network.crypto.IkeVersion;
import dmvpn.sim.ike.IkeSession;
import dmvpn.sim.ike.KeyExchange;
import dmvpn.sim.ike.PeerAddresses;
import dmvpn.sim.show.ElapsedTime;
import dmvpn.sim.show.IosAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code show crypto session} and {@code show crypto session detail} of IOS-XE, and the same sessions as {@code show dmvpn
 * detail} prints them (genieparser, ShowCryptoSessionDetail; labs on 15.4 and 17.15). The address of a session in the
 * router's memory is left out.
 */
final class ShowCryptoSession {

    private static final String CODES = """

            Code: C - IKE Configuration mode, D - Dead Peer Detection
            K - Keepalives, N - NAT-traversal, T - cTCP encapsulation
            X - IKE Extended Authentication, F - IKE Fragmentation
            R - IKE Auto Reconnect, U - IKE Dynamic Route Update
            S - SIP VPN
            """;

    private final KeyExchange ike;
    private final long nowNanos;

    ShowCryptoSession(KeyExchange ike, long nowNanos) {
        this.ike = ike;
        this.nowNanos = nowNanos;
    }

    /** @param detail true for {@code show crypto session detail} */
    String print(Collection<ProtectedTunnel> tunnels, boolean detail) {
        StringBuilder out = new StringBuilder("Crypto session current status\n").append(detail ? CODES : "");
        for (ProtectedTunnel tunnel : tunnels) {
            tunnel.domain().sockets().forEach(socket -> append(out, tunnel, socket, detail));
        }
        return out.toString();
    }

    private void append(StringBuilder out, ProtectedTunnel tunnel, ProtectedSocket socket, boolean detail) {
        PeerAddresses peer = socket.peer();
        List<IkeSession> sessions = sessions(tunnel, socket);
        out.append("\nInterface: ").append(tunnel.port().name()).append('\n');
        if (detail) {
            // Only IKEv2 has a profile on every router; for IKEv1 it is there for special needs alone.
            if (!sessions.isEmpty() && sessions.getFirst().version() == IkeVersion.IKEV2) {
                out.append("Profile: ").append(tunnel.domain().profile().name()).append('\n');
            }
            if (socket.isUp()) {
                out.append("Uptime: ").append(ElapsedTime.format(nowNanos - socket.upSinceNanos())).append('\n');
            }
        }
        out.append("Session status: ").append(status(tunnel, socket)).append('\n');
        out.append("Peer: ").append(IosAddress.of(peer.remote())).append(" port ").append(ike.ports(peer).remote());
        if (detail) {
            out.append(" fvrf: ").append(name(peer.frontDoorVrf())).append(" ivrf: ").append(name(tunnel.domain().insideVrf()))
                    .append("\n      Phase1_id: ").append(phaseOneIdentity(sessions)).append("\n      Desc: (none)");
        }
        out.append('\n');
        sessions.forEach(session -> append(out, session, detail));
        appendFlow(out, socket);
        if (detail) {
            appendTraffic(out, socket);
        }
    }

    /** IOS lists attempts too, one that is not there while security associations live on without it, and none of a session that is down. */
    private List<IkeSession> sessions(ProtectedTunnel tunnel, ProtectedSocket socket) {
        List<IkeSession> sessions = ike.sessions(socket.peer());
        return sessions.isEmpty() && socket.isUp()
                ? List.of(IkeSession.inactive(tunnel.domain().profile().ike().version(), socket.peer()))
                : sessions;
    }

    private static String phaseOneIdentity(List<IkeSession> sessions) {
        return sessions.stream().map(IkeSession::peerIdentity).filter(identity -> !identity.isEmpty()).findFirst()
                .orElse("(none)");
    }

    private static String name(Optional<String> vrf) {
        return vrf.orElse("(none)");
    }

    private static void append(StringBuilder out, IkeSession session, boolean detail) {
        out.append(String.format(Locale.ROOT, "  Session ID: %d\n  %s SA: local %s/%d remote %s/%d %s\n", session.sessionId(),
                session.version() == IkeVersion.IKEV1 ? "IKEv1" : "IKEv2", IosAddress.of(session.peer().local()),
                session.ports().local(), IosAddress.of(session.peer().remote()), session.ports().remote(),
                session.active() ? "Active" : "Inactive"));
        if (detail) {
            out.append(String.format(Locale.ROOT, "          Capabilities:%s connid:%d lifetime:%s\n",
                    session.capabilities().isEmpty() ? "(none)" : session.capabilities(),
                    session.active() ? session.connectionId() : 0,
                    session.active() ? ElapsedTime.clock(session.remainingNanos()) : "0"));
        }
    }

    private static void appendFlow(StringBuilder out, ProtectedSocket socket) {
        out.append("  IPSEC FLOW: permit 47 host ").append(IosAddress.of(socket.peer().local())).append(" host ")
                .append(IosAddress.of(socket.peer().remote())).append("\n        Active SAs: ")
                .append(socket.activeSecurityAssociations()).append(", origin: crypto map\n");
    }

    private void appendTraffic(StringBuilder out, ProtectedSocket socket) {
        EspSa sa = socket.outbound();
        long seconds = sa == null ? 0 : sa.remainingSeconds(nowNanos);
        out.append(String.format(Locale.ROOT, """
                        Inbound:  #pkts dec'ed %d drop %d life (KB/Sec) %d/%d
                        Outbound: #pkts enc'ed %d drop %d life (KB/Sec) %d/%d
                """, socket.decapsulated(), socket.receiveErrors(), sa == null ? 0 : sa.volume().remainingInboundKilobytes(),
                seconds, socket.encapsulated(), socket.sendErrors(), sa == null ? 0 : sa.volume().remainingOutboundKilobytes(),
                seconds));
    }

    private String status(ProtectedTunnel tunnel, ProtectedSocket socket) {
        boolean ikeUp = ike.isEstablished(socket.peer());
        if (socket.isUp()) {
            return ikeUp ? "UP-ACTIVE" : "UP-NO-IKE";
        }
        if (ikeUp) {
            return "UP-IDLE";
        }
        return ike.isUnderWay(socket.peer(), tunnel.domain()) ? "DOWN-NEGOTIATING" : "DOWN";
    }

    /** What the peer of a socket calls itself; empty before it did. */
    String peerIdentity(ProtectedSocket socket) {
        return ike.sessions(socket.peer()).stream().map(IkeSession::peerIdentity).filter(identity -> !identity.isEmpty())
                .findFirst().orElse("");
    }

    /** The session of a socket in {@code show dmvpn detail}. */
    String dmvpnDetail(ProtectedTunnel tunnel, ProtectedSocket socket) {
        List<IkeSession> sessions = sessions(tunnel, socket);
        StringBuilder out = new StringBuilder("Interface: ").append(tunnel.port().name()).append('\n');
        sessions.forEach(session -> append(out, session, true));
        out.append("  Crypto Session Status: ").append(status(tunnel, socket)).append("\n  fvrf: ")
                .append(name(socket.peer().frontDoorVrf())).append(", Phase1_id: ").append(phaseOneIdentity(sessions)).append('\n');
        appendFlow(out, socket);
        appendTraffic(out, socket);
        EspSa sa = socket.outbound();
        if (sa != null) {
            out.append(String.format(Locale.ROOT, "   Outbound SPI : 0x%8X, transform : %s\n", sa.child().outboundSpi(),
                    IosTransformName.of(sa.transform())));
        }
        return out.append("    Socket State: ").append(ShowCryptoSockets.state(socket)).append('\n').toString();
    }
}
