package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.bgp.message.AddressFamily;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A neighbour: what is configured, what was agreed, and what was exchanged. */
final class BgpPeer {

    /** How many messages went one way. */
    static final class Counters {
        long opens;
        long updates;
        long notifications;
        long keepalives;
        long refreshes;

        long total() {
            return opens + updates + notifications + keepalives + refreshes;
        }
    }

    private final PeerSettings settings;
    /** At most two: one that each end asked for, until one of them is given up (RFC 4271 section 6.8). */
    private final List<PeerConnection> connections = new ArrayList<>(2);
    private final Counters sent = new Counters();
    private final Counters received = new Counters();
    /** What of its routes is in the table. */
    private final Set<Nlri> accepted = new LinkedHashSet<>();
    private PeerState state = PeerState.IDLE;
    private String idleReason = "";
    private Optional<PeerConnection> session = Optional.empty();
    private long sinceNanos;
    private long lastHeardNanos;
    private long drops;
    private long established;
    private String lastReset = "never";
    private long connectRetryTimer = Scheduler.NO_TIMER;
    private long restartTimer = Scheduler.NO_TIMER;
    private Optional<String> interfaceName = Optional.empty();
    private final PeerOutput output = new PeerOutput();

    BgpPeer(PeerSettings settings, long nowNanos) {
        this.settings = settings;
        this.sinceNanos = nowNanos;
    }

    PeerSettings settings() {
        return settings;
    }

    IpAddress address() {
        return settings.address();
    }

    /** The kind of routes that the session carries: those of the family of its addresses. */
    AddressFamily family() {
        return AddressFamily.of(settings.address());
    }

    boolean isInternal() {
        return session.map(PeerConnection::remoteAutonomousSystem).map(number -> number == settings.ownAutonomousSystem())
                .orElseGet(settings::isInternal);
    }

    boolean isClient() {
        return settings.peering().routeReflectorClient();
    }

    /** Autonomous system of the neighbour: as it said, otherwise as it is configured. */
    long remoteAutonomousSystem() {
        return session.map(PeerConnection::remoteAutonomousSystem)
                .orElseGet(() -> settings.peering().remoteAutonomousSystems().getFirst());
    }

    /** Identifier of the neighbour, 0.0.0.0 before it said one. */
    Ipv4Address routerId() {
        return session.map(PeerConnection::remoteRouterId).orElse(Ipv4Address.ANY);
    }

    List<PeerConnection> connections() {
        return connections;
    }

    Counters sent() {
        return sent;
    }

    Counters received() {
        return received;
    }

    Set<Nlri> accepted() {
        return accepted;
    }

    PeerOutput output() {
        return output;
    }

    PeerState state() {
        return state;
    }

    /** Why nothing is tried, for people. */
    String idleReason() {
        return idleReason;
    }

    void setState(PeerState newState, String why) {
        state = newState;
        idleReason = newState == PeerState.IDLE ? why : "";
    }

    boolean isEstablished() {
        return session.isPresent();
    }

    Optional<PeerConnection> session() {
        return session;
    }

    void sessionUp(PeerConnection connection, long nowNanos) {
        session = Optional.of(connection);
        established++;
        sinceNanos = nowNanos;
    }

    void sessionDown(String reason, long nowNanos) {
        session = Optional.empty();
        drops++;
        sinceNanos = nowNanos;
        lastReset = reason;
    }

    /** Since when the session is up, or down. */
    long sinceNanos() {
        return sinceNanos;
    }

    long lastHeardNanos() {
        return lastHeardNanos;
    }

    void heard(long nowNanos) {
        lastHeardNanos = nowNanos;
    }

    long drops() {
        return drops;
    }

    long establishedCount() {
        return established;
    }

    String lastReset() {
        return lastReset;
    }

    long connectRetryTimer() {
        return connectRetryTimer;
    }

    void setConnectRetryTimer(long timer) {
        connectRetryTimer = timer;
    }

    long restartTimer() {
        return restartTimer;
    }

    void setRestartTimer(long timer) {
        restartTimer = timer;
    }

    /** Interface that led to the neighbour when the session began. */
    Optional<String> interfaceName() {
        return interfaceName;
    }

    void setInterfaceName(Optional<String> name) {
        interfaceName = name;
    }
}
