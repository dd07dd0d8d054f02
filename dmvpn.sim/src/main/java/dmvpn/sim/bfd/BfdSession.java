package dmvpn.sim.bfd;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import dmvpn.sim.bfd.BfdTraceEvent.PacketEvent;
import dmvpn.sim.bfd.BfdTraceEvent.SessionChanged;
import dmvpn.sim.bfd.message.BfdDiagnostic;
import dmvpn.sim.bfd.message.BfdFlags;
import dmvpn.sim.bfd.message.BfdIntervals;
import dmvpn.sim.bfd.message.BfdPacket;
import dmvpn.sim.bfd.message.BfdState;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.router.NeighborDetection.Client;
import dmvpn.sim.router.NeighborDetection.WatchedNeighbor;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A session: its state variables (RFC 5880 section 6.8.1), its state machine (section 6.2), and its timers. Packets are sent at
 * their interval without the jitter of section 6.8.7, so that the instant of a detection can be computed.
 */
final class BfdSession implements EventHandler {

    /** Hears that a session is over. */
    interface Owner {
        void ended(BfdSession session);
    }

    /** Section 6.8.3: a session that is not Up sends at most once a second. */
    private static final long SLOW_NANOS = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1000;
    /** DSCP CS6, which routers give routing protocols (RFC 4594 section 3.1). */
    private static final int TRAFFIC_CLASS = 0xc0;
    /** RFC 5881 section 5: so the receiver knows that no router forwarded the packet. */
    static final int TIME_TO_LIVE = 255;

    private static final int TRANSMIT = 0;
    private static final int DETECT = 1;
    private static final int END = 2;

    private final RouterContext router;
    private final WatchedNeighbor neighbor;
    private final RouterInterface egress;
    private final BfdParameters parameters;
    private final long localDiscriminator;
    private final int sourcePort;
    private final Owner owner;
    private final Set<Client> clients = new LinkedHashSet<>();

    private BfdState state = BfdState.DOWN;
    private BfdDiagnostic diagnostic = BfdDiagnostic.NONE;
    private long remoteDiscriminator;
    private long remoteMinRxMicros = 1;
    private boolean polling;
    private boolean over;
    private BfdPacket lastSent;
    private BfdPacket lastReceived;
    private long lastReceivedNanos;
    private long nextPhaseNanos;
    private long sinceNanos;
    private long sent;
    private long received;
    private long transmitTimer = Scheduler.NO_TIMER;
    private long detectTimer = Scheduler.NO_TIMER;
    private long endTimer = Scheduler.NO_TIMER;

    BfdSession(RouterContext router, WatchedNeighbor neighbor, RouterInterface egress, BfdParameters parameters,
            long localDiscriminator, int sourcePort, Owner owner) {
        this.router = router;
        this.neighbor = neighbor;
        this.egress = egress;
        this.parameters = parameters;
        this.localDiscriminator = localDiscriminator;
        this.sourcePort = sourcePort;
        this.owner = owner;
        this.sinceNanos = router.scheduler().nowNanos();
    }

    /** Begins to seek the other end. */
    void start() {
        send();
    }

    /** A client asks for it. */
    void add(Client client) {
        clients.add(client);
        if (state == BfdState.ADMIN_DOWN) {
            router.scheduler().cancel(endTimer);
            become(BfdState.DOWN, BfdDiagnostic.NONE, "a protocol asks for it again");
        }
    }

    /** A client does not care any more. Without any the other end is told, for as long as it takes to be believed (section 6.8.16). */
    void remove(Client client) {
        if (!clients.remove(client) || !clients.isEmpty()) {
            return;
        }
        if (state == BfdState.DOWN) {
            end();
        } else {
            become(BfdState.ADMIN_DOWN, BfdDiagnostic.ADMINISTRATIVELY_DOWN, "no protocol asks for it any more");
            endTimer = router.scheduler().after(parameters.multiplier() * transmitNanos(), this, END, null);
        }
    }

    /** A client does not care any more, and the other end cannot be told. */
    void removeSilently(Client client) {
        if (clients.remove(client) && clients.isEmpty()) {
            end();
        }
    }

    private void end() {
        over = true;
        stop();
        owner.ended(this);
    }

    /** Power fails. */
    void stop() {
        router.scheduler().cancel(transmitTimer);
        router.scheduler().cancel(detectTimer);
        router.scheduler().cancel(endTimer);
    }

    @Override
    public void handle(int kind, Object payload) {
        switch (kind) {
            case TRANSMIT -> send();
            case DETECT -> {
                remoteDiscriminator = 0;
                if (state == BfdState.INIT || state == BfdState.UP) {
                    down(BfdDiagnostic.DETECTION_TIME_EXPIRED, "nothing was heard for the detection time", true);
                }
            }
            default -> end();
        }
    }

    /** A packet of the other end (section 6.8.6). */
    void receive(BfdPacket packet) {
        received++;
        if (!packet.equals(lastReceived)) {
            router.record(new PacketEvent(false, neighbor, packet), egress.origin());
        }
        lastReceived = packet;
        lastReceivedNanos = router.scheduler().nowNanos();
        remoteDiscriminator = packet.myDiscriminator();
        remoteMinRxMicros = packet.intervals().requiredMinRxMicros();
        if (packet.flags().finished()) {
            polling = false;
        }
        restartDetection();
        if (state == BfdState.ADMIN_DOWN) {
            return;
        }
        react(packet.state());
        if (over) {
            return;
        }
        if (packet.flags().poll()) {
            transmit(BfdFlags.FINAL);
        }
        scheduleTransmission();
    }

    private void react(BfdState remote) {
        switch (remote) {
            case ADMIN_DOWN -> {
                if (state != BfdState.DOWN) {
                    down(BfdDiagnostic.NEIGHBOR_SIGNALED_DOWN, "the neighbor switched it off, which is no failure", false);
                }
            }
            case DOWN -> {
                if (state == BfdState.DOWN) {
                    become(BfdState.INIT, diagnostic, "the neighbor is heard");
                } else if (state == BfdState.UP) {
                    down(BfdDiagnostic.NEIGHBOR_SIGNALED_DOWN, "the neighbor says that it is down", true);
                }
            }
            case INIT -> {
                if (state != BfdState.UP) {
                    become(BfdState.UP, BfdDiagnostic.NONE, "each hears the other");
                }
            }
            case UP -> {
                if (state == BfdState.INIT) {
                    become(BfdState.UP, BfdDiagnostic.NONE, "each hears the other");
                }
            }
        }
    }

    private void down(BfdDiagnostic why, String reason, boolean failure) {
        boolean wasUp = state == BfdState.UP;
        become(BfdState.DOWN, why, reason);
        if (wasUp && failure) {
            List.copyOf(clients).forEach(client -> client.lost(neighbor, reason));
        }
    }

    /** A session that comes up sends faster from now on, which the other end has to confirm (section 6.8.3). */
    private void become(BfdState newState, BfdDiagnostic why, String reason) {
        state = newState;
        diagnostic = why;
        sinceNanos = router.scheduler().nowNanos();
        polling = newState == BfdState.UP;
        router.record(new SessionChanged(neighbor, state, localDiscriminator, remoteDiscriminator, reason), origin());
        send();
    }

    private Origin origin() {
        return router.device().routing().forwardingDetectionOn(neighbor.interfaceName())
                .map(configured -> configured.origin()).orElse(egress.origin());
    }

    /** In each state, since silence makes the other end's discriminator unknown again (section 6.8.1). */
    private void restartDetection() {
        Scheduler scheduler = router.scheduler();
        long at = scheduler.nowNanos() + detectionNanos();
        detectTimer = scheduler.reschedule(detectTimer, at);
        if (detectTimer == Scheduler.NO_TIMER) {
            detectTimer = scheduler.schedule(at, Order.TIMER, this, DETECT, null);
        }
    }

    /** Section 6.8.4: the other end's multiplier times the slower of what it wants to send and what this end can receive. */
    long detectionNanos() {
        return lastReceived == null ? 0 : lastReceived.detectMultiplier()
                * Math.max(parameters.intervalNanos(), lastReceived.intervals().desiredMinTxMicros() * NANOS_PER_MICRO);
    }

    /** Section 6.8.2: the slower of what this end wants to send and what the other can receive. */
    long transmitNanos() {
        return Math.max(desiredMinTxNanos(), remoteMinRxMicros * NANOS_PER_MICRO);
    }

    private long desiredMinTxNanos() {
        return state == BfdState.UP ? parameters.intervalNanos() : Math.max(SLOW_NANOS, parameters.intervalNanos());
    }

    /** A periodic packet, or one out of turn since its content changed: the interval begins anew. */
    private void send() {
        nextPhaseNanos = router.scheduler().nowNanos();
        transmit(polling ? BfdFlags.POLL : BfdFlags.NONE);
        scheduleTransmission();
    }

    /** The next packet, when the other end can receive any (section 6.8.7). */
    private void scheduleTransmission() {
        Scheduler scheduler = router.scheduler();
        if (remoteMinRxMicros == 0) {
            scheduler.cancel(transmitTimer);
            return;
        }
        long at = Math.max(scheduler.nowNanos(), nextPhaseNanos + transmitNanos());
        transmitTimer = scheduler.reschedule(transmitTimer, at);
        if (transmitTimer == Scheduler.NO_TIMER) {
            transmitTimer = scheduler.schedule(at, Order.TIMER, this, TRANSMIT, null);
        }
    }

    private void transmit(BfdFlags flags) {
        Optional<IpAddress> own = egress.isUp() ? localAddress() : Optional.empty();
        if (own.isEmpty()) {
            return;
        }
        BfdPacket packet = new BfdPacket(diagnostic.code(), state, flags, parameters.multiplier(), localDiscriminator,
                remoteDiscriminator, new BfdIntervals(desiredMinTxNanos() / NANOS_PER_MICRO, parameters.intervalMicros(), 0));
        sent++;
        if (!packet.equals(lastSent)) {
            router.record(new PacketEvent(true, neighbor, packet), egress.origin());
        }
        lastSent = packet;
        router.ip().sendOn(egress, new IpPacket(own.get(), neighbor.address(), IpPacket.UDP, TIME_TO_LIVE, TRAFFIC_CLASS, false, 0,
                new UdpDatagram(sourcePort, BfdPacket.UDP_PORT, packet)), neighbor.address());
    }

    WatchedNeighbor neighbor() {
        return neighbor;
    }

    BfdParameters parameters() {
        return parameters;
    }

    long localDiscriminator() {
        return localDiscriminator;
    }

    long remoteDiscriminator() {
        return remoteDiscriminator;
    }

    BfdState state() {
        return state;
    }

    BfdDiagnostic diagnostic() {
        return diagnostic;
    }

    boolean isPolling() {
        return polling;
    }

    Set<Client> clients() {
        return clients;
    }

    /** Own address of the session, of the neighbor's family and scope (RFC 5881 section 4.1); empty while the interface has none. */
    Optional<IpAddress> localAddress() {
        if (neighbor.address() instanceof Ipv6Address ipv6 && ipv6.isLinkLocal()) {
            return egress.linkLocalAddress().map(IpAddress.class::cast);
        }
        return egress.address().map(InterfaceAddress::address)
                .filter(address -> address.bitLength() == neighbor.address().bitLength());
    }

    /** What the other end said last; empty before it said anything. */
    Optional<BfdPacket> lastReceived() {
        return Optional.ofNullable(lastReceived);
    }

    long lastReceivedNanos() {
        return lastReceivedNanos;
    }

    /** Since when the session is in its state. */
    long sinceNanos() {
        return sinceNanos;
    }

    long sent() {
        return sent;
    }

    long received() {
        return received;
    }
}
