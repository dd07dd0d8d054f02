package dmvpn.sim.eigrp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.kernel.Scheduler;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A neighbour: its state, its hold timer, and what it told. */
final class EigrpNeighbor {

    /** How far the neighbour is (RFC 7868 section 5.3). */
    enum State {
        /** Heard; the first updates are not acknowledged on both sides yet. */
        PENDING,
        /** Routes are exchanged. */
        UP,
        /** Gone. */
        DOWN
    }

    private final EigrpPort port;
    private final IpAddress address;
    private final int handle;
    private final boolean stub;
    private final boolean wideMetrics;
    private final long discoveredAtNanos;
    private final ReliableSender sender;
    private final Set<IpPrefix> reported = new LinkedHashSet<>();
    private final Set<TopologyEntry> asked = new LinkedHashSet<>();
    private State state = State.PENDING;
    private long holdTimer = Scheduler.NO_TIMER;
    private long holdEndsAtNanos;
    private boolean initAcknowledged;
    private boolean initReceived;
    private long initSequence;
    private long lastReceivedSequence;

    EigrpNeighbor(EigrpContext context, EigrpPort port, IpAddress address, int handle, boolean stub,
            boolean wideMetrics, ReliableSender.Listener listener) {
        this.port = port;
        this.address = address;
        this.handle = handle;
        this.stub = stub;
        this.wideMetrics = wideMetrics;
        this.discoveredAtNanos = context.nowNanos();
        this.sender = new ReliableSender(context, this, listener);
    }

    EigrpPort port() {
        return port;
    }

    IpAddress address() {
        return address;
    }

    /** Number in the order of discovery, column H of {@code show ip eigrp neighbors}. */
    int handle() {
        return handle;
    }

    /** True when the neighbour must not be asked for routes of others (RFC 7868, stub routing). */
    boolean isStub() {
        return stub;
    }

    /** True when its hello says that it understands wide metrics (RFC 7868 section 6.5.4). */
    boolean knowsWideMetrics() {
        return wideMetrics;
    }

    long discoveredAtNanos() {
        return discoveredAtNanos;
    }

    ReliableSender sender() {
        return sender;
    }

    State state() {
        return state;
    }

    void setState(State newState) {
        state = newState;
    }

    boolean isUp() {
        return state == State.UP;
    }

    long holdTimer() {
        return holdTimer;
    }

    long holdEndsAtNanos() {
        return holdEndsAtNanos;
    }

    void setHold(long timer, long endsAtNanos) {
        holdTimer = timer;
        holdEndsAtNanos = endsAtNanos;
    }

    /** True when the neighbour acknowledged the own first update. */
    boolean isInitAcknowledged() {
        return initAcknowledged;
    }

    void setInitAcknowledged() {
        initAcknowledged = true;
    }

    /** True when the neighbour's first update arrived. */
    boolean initReceived() {
        return initReceived;
    }

    void receivedInit(long sequence) {
        initReceived = true;
        initSequence = sequence;
        lastReceivedSequence = sequence;
    }

    /** True when an INIT is only the repetition of the one that was answered already. */
    boolean isRepeatedInit(long sequence) {
        return initReceived && sequence == initSequence && lastReceivedSequence == initSequence;
    }

    long lastReceivedSequence() {
        return lastReceivedSequence;
    }

    void setLastReceivedSequence(long sequence) {
        lastReceivedSequence = sequence;
    }

    /** Notes that the neighbour has a route to a destination, or has none any more. */
    void reported(IpPrefix prefix, boolean reachable) {
        if (reachable) {
            reported.add(prefix);
        } else {
            reported.remove(prefix);
        }
    }

    /** Destinations that the neighbour told, which are forgotten. */
    List<IpPrefix> takeReported() {
        List<IpPrefix> taken = List.copyOf(reported);
        reported.clear();
        return taken;
    }

    /** Notes that a diffusing computation involves the neighbour. */
    void asked(TopologyEntry entry) {
        asked.add(entry);
    }

    void answered(TopologyEntry entry) {
        asked.remove(entry);
    }

    /** Destinations whose diffusing computation involves the neighbour, which are forgotten. */
    List<TopologyEntry> takeAsked() {
        List<TopologyEntry> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }
}
