package dmvpn.sim.tcp.connection;

import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.router.RouterContext;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.router.RouterProtocol;
import dmvpn.sim.routing.RecursiveLookup;
import dmvpn.sim.routing.Route;
import dmvpn.sim.tcp.TcpData;
import dmvpn.sim.tcp.TcpEvent;
import dmvpn.sim.tcp.TcpFlags;
import dmvpn.sim.tcp.TcpSegment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** TCP on one router: finds the connection of a segment, and refuses what nobody waits for. */
public final class TcpStack implements RouterProtocol {

    /** First port that IOS gives a connection of its own. */
    private static final int FIRST_PORT = 11_000;
    private static final int PORTS = 65_536 - FIRST_PORT;
    private static final long NANOS_PER_PORT = 1_000_000L;
    /** RFC 9293 section 3.4.1: the clock of initial sequence numbers ticks every four microseconds. */
    private static final long NANOS_PER_SEQUENCE_NUMBER = 4_000L;
    private static final long SEQUENCE_MASK = 0xffff_ffffL;
    /** Where no route leads to the other end any more. */
    private static final int DEFAULT_MTU_BYTES = 1500;
    private static final int TIME_TO_LIVE = 255;

    private final RouterContext router;
    private final Map<ListeningPort, TcpListener> listeners = new HashMap<>();
    private final Map<TcpEndpoints, TcpConnection> connections = new LinkedHashMap<>();

    private record ListeningPort(Optional<String> vrf, int port) {
    }

    /** @param router the router */
    public TcpStack(RouterContext router) {
        this.router = router;
    }

    @Override
    public String name() {
        return "TCP";
    }

    @Override
    public void start() {
        router.ip().register(IpPacket.TCP, this::receive);
    }

    @Override
    public void stop() {
        connections.values().forEach(TcpConnection::stop);
    }

    /** Takes connections to a port of a VRF from now on. */
    public void listen(Optional<String> vrf, int port, TcpListener listener) {
        listeners.put(new ListeningPort(vrf, port), listener);
    }

    /**
     * Asks for a connection.
     *
     * @param wanted the endpoints; a local port of 0 stands for one that is free
     * @param timeToLive TTL of its packets, 1 to 255
     * @param key what its segments are signed with, empty for nothing
     * @param origin the element that configured it
     */
    public TcpConnection open(TcpEndpoints wanted, int timeToLive, Optional<TcpKey> key, TcpUser user, Origin origin) {
        TcpEndpoints endpoints = new TcpEndpoints(wanted.vrf(), wanted.local(),
                wanted.localPort() == 0 ? freePort(wanted) : wanted.localPort(), wanted.remote(), wanted.remotePort());
        TcpConnection connection = new TcpConnection(this, endpoints, user, timeToLive, key, origin);
        connections.put(endpoints, connection);
        connection.open();
        return connection;
    }

    /** Ports follow the clock, so that a router that restarts does not meet its old connections. */
    private int freePort(TcpEndpoints wanted) {
        int port = (int) (scheduler().nowNanos() / NANOS_PER_PORT % PORTS);
        while (connections.containsKey(new TcpEndpoints(wanted.vrf(), wanted.local(), FIRST_PORT + port, wanted.remote(),
                wanted.remotePort()))) {
            port = (port + 1) % PORTS;
        }
        return FIRST_PORT + port;
    }

    private void receive(RouterInterface ingress, IpPacket packet) {
        TcpSegment segment = (TcpSegment) packet.content();
        TcpEndpoints endpoints = new TcpEndpoints(ingress.vrf(), packet.destination(), segment.destinationPort(),
                packet.source(), segment.sourcePort());
        TcpConnection connection = connections.get(endpoints);
        TcpListener listener = listeners.get(new ListeningPort(endpoints.vrf(), endpoints.localPort()));
        Optional<TcpKey> key = connection != null ? connection.key()
                : Optional.ofNullable(listener).flatMap(each -> each.keyFor(endpoints));
        if (!isAuthentic(endpoints, segment, key)) {
            return;
        }
        if (connection != null) {
            connection.receive(segment);
        } else if (segment.synchronize() && !segment.acknowledge()) {
            accept(endpoints, segment, listener, key);
        } else if (!segment.reset()) {
            sendReset(endpoints, TIME_TO_LIVE, segment);
        }
    }

    /** A segment without the right digest is dropped without an answer (RFC 2385 section 2). */
    private boolean isAuthentic(TcpEndpoints endpoints, TcpSegment segment, Optional<TcpKey> key) {
        Optional<String> problem = key.isEmpty() ? segment.digest().map(digest -> "it has a digest, and no password is configured")
                : segment.digest().isEmpty() ? Optional.of("it has no digest")
                : key.get().signed(endpoints.remote(), endpoints.local(), segment).digest().equals(segment.digest()) ? Optional.empty()
                : Optional.of("its digest is wrong: the passwords differ");
        problem.ifPresent(reason -> record(new TcpEvent.NotAuthentic(endpoints.remote(), segment.summary(), reason),
                router.device().origin()));
        return problem.isEmpty();
    }

    private void accept(TcpEndpoints endpoints, TcpSegment segment, TcpListener listener, Optional<TcpKey> key) {
        Optional<TcpListener.Acceptance> accepted = listener == null ? Optional.empty() : listener.accept(endpoints);
        if (accepted.isEmpty()) {
            record(new TcpEvent.Refused(endpoints.remote(), endpoints.localPort(),
                    listener == null ? "nobody listens on the port" : "the peer is not accepted"), router.device().origin());
            sendReset(endpoints, TIME_TO_LIVE, segment);
            return;
        }
        TcpConnection connection = new TcpConnection(this, endpoints, accepted.get().user(), accepted.get().timeToLive(),
                key, router.device().origin());
        connections.put(endpoints, connection);
        accepted.get().user().accepted(connection);
        connection.answer(segment);
    }

    /**
     * Tells the sender of a segment that there is no such connection (RFC 9293 section 3.10.7.1). It is not signed, so that who
     * wants signatures does not believe it (RFC 2385 section 4.1).
     */
    void sendReset(TcpEndpoints endpoints, int timeToLive, TcpSegment segment) {
        TcpSegment reset = segment.acknowledge()
                ? new TcpSegment(endpoints.localPort(), endpoints.remotePort(), segment.acknowledgementNumber(), 0,
                        TcpFlags.RST, OptionalInt.empty(), TcpData.NONE)
                : new TcpSegment(endpoints.localPort(), endpoints.remotePort(), 0,
                        segment.sequenceNumber() + segment.sequenceLength() & SEQUENCE_MASK, TcpFlags.RST_ACK,
                        OptionalInt.empty(), TcpData.NONE);
        send(endpoints.vrf(), new IpPacket(endpoints.local(), endpoints.remote(), IpPacket.TCP, timeToLive, 0, false, 0, reset));
    }

    void send(Optional<String> vrf, IpPacket packet) {
        router.ip().send(vrf, packet);
    }

    void remove(TcpConnection connection) {
        connections.remove(connection.endpoints(), connection);
    }

    long initialSequence() {
        return scheduler().nowNanos() / NANOS_PER_SEQUENCE_NUMBER & SEQUENCE_MASK;
    }

    /** MTU of the interface that leads to the other end. */
    int mtuBytes(TcpEndpoints endpoints) {
        return RecursiveLookup.resolve(router.routes(endpoints.vrf()), endpoints.remote())
                .flatMap(Route::interfaceName).flatMap(router::interfaceNamed).map(RouterInterface::mtuBytes)
                .orElse(DEFAULT_MTU_BYTES);
    }

    Scheduler scheduler() {
        return router.scheduler();
    }

    void record(TcpEvent event, Origin origin) {
        router.record(event, origin);
    }
}
