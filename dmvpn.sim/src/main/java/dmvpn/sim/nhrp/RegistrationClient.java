package dmvpn.sim.nhrp;

import dmvpn.network.tunnel.NextHopServer;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.nhrp.NhrpTraceEvent.ServerState;
import dmvpn.sim.nhrp.message.CieCode;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.RegistrationReply;
import java.util.Optional;

/**
 * Registers with one next-hop server, and keeps registered (RFC 2332 section 5.2.3).
 *
 * <p>While the tunnel has no socket to the server, ticks 0, 1, 3, 7, 15, 31, 63 and 127 s after the start and each 64 s
 * from then on ask for one. A socket that comes up starts the registration 0.96 s later; requests are repeated after 1, 2,
 * 4 s and so on up to each 64 s. A server that has not answered 7 s after the first tick or request is down; trying goes
 * on. An answered request is renewed one registration interval after it was sent. (Timing as observed on IOS and IOL with
 * jitter left out; public notes restating the Cisco Press DMVPN text.) FRRouting has times of its own: {@link NhrpTiming#FRR}.
 */
final class RegistrationClient {

    /** What this router knows of the server. */
    enum State {
        /** No answer yet, and not long enough to give up. */
        EXPECTING,
        /** It answered. */
        UP,
        /** It does not answer; trying goes on. Cisco's documents call this state PROBE. */
        DOWN,
        /** Others of its cluster are in use; nothing is sent to it. Cisco's documents call this state DOWN. */
        WAITING
    }

    /** Told when the state of a client changed. */
    @FunctionalInterface
    interface StateListener {
        void stateChanged(RegistrationClient client);
    }

    private enum Mode {
        STOPPED,
        WAITING_FOR_SOCKET,
        SOCKET_SETTLING,
        REGISTERING,
        REGISTERED
    }

    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1000 * MILLISECOND;
    private static final long LONGEST_WAIT_NANOS = 64 * SECOND;
    private static final long DOWN_AFTER_NANOS = 7 * SECOND;

    private static final int TICK = 1;
    private static final int SOCKET_SETTLED = 2;
    private static final int RETRY = 3;
    private static final int DOWN = 4;
    private static final int REFRESH = 5;
    private static final int LOOK = 6;

    private final NhrpTunnel tunnel;
    private final RegistrationMessages messages;
    private final NextHopServer server;
    private final LearnedServers learned;
    private final ServerSilence silence;
    private final RegistrationCounters counters = new RegistrationCounters();
    private State state = State.EXPECTING;
    private Mode mode = Mode.STOPPED;
    private long nextTimer = Scheduler.NO_TIMER;
    private long downTimer = Scheduler.NO_TIMER;
    private long waitNanos;

    /** What the server said to the last request that it refused, and took none since. */
    private Optional<CieCode> refusal = Optional.empty();
    private StateListener stateListener = client -> { };
    private long requestId;
    private long lastSentAtNanos;
    private long stateSinceNanos;
    private boolean wasUp;

    /** @param learned told of answers and of silence */
    RegistrationClient(NhrpTunnel tunnel, NhrpTransmitter transmitter, NextHopServer server, LearnedServers learned) {
        this.tunnel = tunnel;
        this.messages = new RegistrationMessages(tunnel, transmitter, server);
        this.server = server;
        this.learned = learned;
        this.silence = new ServerSilence(tunnel, server.nbmaAddress());
    }

    /** Tells one listener about changes of the state from now on. */
    void setStateListener(StateListener listener) {
        stateListener = listener;
    }

    /** Starts registering: the tunnel came up. */
    void start() {
        if (mode == Mode.STOPPED) {
            expect();
            startTicks(timing().firstRegistrationMillis());
        }
    }

    /** The tunnel came up, and other servers are used. */
    void hold() {
        state = State.WAITING;
        stateSinceNanos = tunnel.nowNanos();
    }

    /** Others failed: this server is used from now on. Without IPsec the registration goes out at once. */
    void activate(String reason) {
        tunnel.decide("NHS activated", server.protocolAddress(), server.nbmaAddress(), reason);
        expect();
        if (tunnel.sockets().isProtected()) {
            startTicks(timing().lookAgainMillis());
        } else {
            register(reason);
        }
    }

    /** What the server did not answer before counts no more. */
    private void expect() {
        state = State.EXPECTING;
        silence.end();
    }

    /**
     * Better servers answer: this one is used no more. A registered client withdraws its registration (RFC 2332 section
     * 5.2.5), so that the server sends nothing to it any more.
     */
    void release(String reason) {
        cancelTimers();
        mode = Mode.STOPPED;
        boolean registered = state == State.UP;
        if (registered) {
            messages.withdraw(reason);
        } else {
            tunnel.decide("NHS released", server.protocolAddress(), server.nbmaAddress(), reason);
        }
        learned.released(this);
        change(State.WAITING, reason);
        tunnel.sockets().close(server.nbmaAddress());
    }

    /** The tunnel is about to go down: a registered client says so while it can (RFC 2332 section 5.2.5). */
    void goingDown(String reason) {
        if (state == State.UP) {
            messages.withdraw(reason);
        }
    }

    /** Stops: the tunnel went down. */
    void stop(String reason) {
        powerOff();
        if (state == State.UP) {
            change(State.DOWN, reason);
        }
    }

    /** Stops without a word. */
    void powerOff() {
        cancelTimers();
        mode = Mode.STOPPED;
    }

    private void cancelTimers() {
        tunnel.scheduler().cancel(nextTimer);
        tunnel.scheduler().cancel(downTimer);
    }

    /** The socket to the server came up. */
    void socketUp() {
        if (mode != Mode.WAITING_FOR_SOCKET) {
            return;
        }
        cancelTimers();
        mode = Mode.SOCKET_SETTLING;
        nextTimer = tunnel.scheduler().after(timing().socketSettlingMillis() * MILLISECOND, this::handle, SOCKET_SETTLED, null);
    }

    /** The way to the server is gone: the server is down at once, and trying begins anew. */
    void connectionLost(String reason) {
        if (mode == Mode.STOPPED || mode == Mode.WAITING_FOR_SOCKET) {
            return;
        }
        if (state == State.UP) {
            change(State.DOWN, reason);
        }
        startTicks(timing().lookAgainMillis());
    }

    /** A reply of the server, or one that claims to be. */
    void receive(RegistrationReply reply) {
        if (mode != Mode.REGISTERING || reply.requestId() != requestId) {
            tunnel.decide("registration reply ignored", server.protocolAddress(), server.nbmaAddress(),
                    "no registration with its request id is outstanding");
            return;
        }
        for (ClientInformationEntry entry : reply.entries()) {
            if (entry.code() != CieCode.SUCCESS) {
                tunnel.decide("registration refused", server.protocolAddress(), server.nbmaAddress(), entry.code().title());
                refusal = Optional.of(entry.code());
                return;
            }
        }
        refusal = Optional.empty();
        counters.countReply(reply.requestId(), tunnel.nowNanos());
        // The server appends what it saw as a second entry when NAT changed the address on the way.
        tunnel.setAddressBehindNat(NhrpPeers.addressBehindNat(reply, tunnel.protocolAddress()));
        silence.end();
        learned.answered(this);
        cancelTimers();
        mode = Mode.REGISTERED;
        long refreshAt = Math.max(tunnel.nowNanos(),
                lastSentAtNanos + tunnel.configuration().registrationIntervalSeconds() * SECOND);
        nextTimer = tunnel.scheduler().after(refreshAt - tunnel.nowNanos(), this::handle, REFRESH, null);
        if (state != State.UP) {
            change(State.UP, "it answered the registration");
            wasUp = true;
            tunnel.port().announceMulticastTarget();
        }
    }

    private void startTicks(int firstTickMillis) {
        cancelTimers();
        refusal = Optional.empty();
        if (tunnel.sockets().isProtected() && tunnel.isUsable(server.nbmaAddress())) {
            mode = Mode.WAITING_FOR_SOCKET;
            socketUp();
            return;
        }
        mode = Mode.WAITING_FOR_SOCKET;
        waitNanos = SECOND;
        startDownTimer();
        nextTimer = tunnel.scheduler().after(firstTickMillis * MILLISECOND, this::handle, TICK, null);
        if (tunnel.sockets().isProtected() && !timing().countsSilence()) {
            openSocket();
        }
    }

    private void openSocket() {
        tunnel.decide("IPsec socket requested", server.protocolAddress(), server.nbmaAddress(),
                "registration needs a socket to the server");
        tunnel.sockets().open(server.nbmaAddress());
    }

    /** Without IPsec a tick sends the request itself, the first one 1 s after the tunnel came up. */
    private void tick() {
        counters.countRequest();
        if (tunnel.sockets().isProtected()) {
            if (timing().countsSilence()) {
                waitNanos = NhrpTiming.recheckNanos(tunnel.configuration().holdingTimeSeconds());
                nextTimer = tunnel.scheduler().after(waitNanos, this::handle, LOOK, null);
            } else {
                waitLonger(TICK);
            }
            openSocket();
            return;
        }
        mode = Mode.REGISTERING;
        requestId = tunnel.nextRequestId();
        waitNanos = timing().waitAfterFirstSeconds() * SECOND;
        nextTimer = tunnel.scheduler().after(waitNanos, this::handle, RETRY, null);
        transmit("first registration");
    }

    /**
     * FRRouting looks each quarter of the holding time whether the link to the server is there (nhrpd/nhrp_nhs.c). A look in vain
     * counts as a request without answer, so that a server that no security association leads to gives way to the next one.
     */
    private void look() {
        countSilence();
        tick();
    }

    private void handle(int kind, Object payload) {
        switch (kind) {
            case TICK -> tick();
            case SOCKET_SETTLED -> register("the IPsec socket is up");
            case REFRESH -> register("the registration interval is over");
            case RETRY -> retry();
            case DOWN -> declareDown();
            case LOOK -> look();
            default -> throw new IllegalStateException("Unknown timer " + kind);
        }
    }

    private void register(String reason) {
        mode = Mode.REGISTERING;
        requestId = tunnel.nextRequestId();
        counters.countRequest();
        waitNanos = timing().waitAfterRenewalSeconds() * SECOND;
        startDownTimer();
        nextTimer = tunnel.scheduler().after(waitNanos, this::handle, RETRY, null);
        transmit(reason);
    }

    /** A repeated request keeps its id (RFC 2332 section 5.2.3). */
    private void retry() {
        counters.countRequest();
        learned.unanswered(this, waitSeconds());
        countSilence();
        if (timing().countsSilence() && waitNanos == LONGEST_WAIT_NANOS) {
            // FRRouting begins anew with the wait that follows an answer (nhrpd/nhrp_nhs.c).
            waitNanos = timing().waitAfterRenewalSeconds() * SECOND / 2;
        }
        waitLonger(RETRY);
        transmit("no answer yet");
    }

    private void countSilence() {
        if (silence.goesOn()) {
            declareDown();
        }
    }

    private NhrpTiming timing() {
        return tunnel.behaviour().timing();
    }

    private void startDownTimer() {
        if (!timing().countsSilence()) {
            downTimer = tunnel.scheduler().after(DOWN_AFTER_NANOS, this::handle, DOWN, null);
        }
    }

    private void waitLonger(int timer) {
        waitNanos = Math.min(2 * waitNanos, LONGEST_WAIT_NANOS);
        nextTimer = tunnel.scheduler().after(waitNanos, this::handle, timer, null);
    }

    private void declareDown() {
        if (state != State.DOWN) {
            change(State.DOWN, refusal.map(code -> "NHRP registration failure: " + code.title()).orElseGet(silence::text));
        }
    }

    private void change(State newState, String reason) {
        boolean tells = state == State.UP || newState != State.WAITING;
        state = newState;
        stateSinceNanos = tunnel.nowNanos();
        if (tells) {
            tunnel.record(new ServerState(tunnel.name(), newState == State.UP, server.protocolAddress(),
                    server.nbmaAddress(), reason));
        }
        stateListener.stateChanged(this);
    }

    private void transmit(String reason) {
        if (messages.request(requestId, reason)) {
            lastSentAtNanos = tunnel.nowNanos();
        } else {
            counters.countFailedRequest();
        }
    }

    NextHopServer server() {
        return server;
    }

    State state() {
        return state;
    }

    boolean isUp() {
        return state == State.UP;
    }

    /** True when the server is tried, and not long enough to give up. */
    boolean isExpecting() {
        return state == State.EXPECTING && mode != Mode.STOPPED;
    }

    /** True when other servers of the cluster are used. */
    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** True while the socket to the server was asked for and is not there. */
    boolean isSocketRequested() {
        return mode == Mode.WAITING_FOR_SOCKET && tunnel.sockets().isProtected();
    }

    /** When the state was entered; empty when the server was never up. */
    Optional<Long> stateSinceNanos() {
        return wasUp ? Optional.of(stateSinceNanos) : Optional.empty();
    }

    /** True while a request waits for its answer or for the socket. */
    boolean isPending() {
        return mode == Mode.REGISTERING || mode == Mode.WAITING_FOR_SOCKET;
    }

    long requestId() {
        return requestId;
    }

    long waitSeconds() {
        return waitNanos / SECOND;
    }

    RegistrationCounters counters() {
        return counters;
    }
}
