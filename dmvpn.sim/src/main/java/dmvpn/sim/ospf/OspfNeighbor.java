package dmvpn.sim.ospf;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.ospf.database.DatabaseEntry;
import dmvpn.sim.ospf.message.LinkStateHeader;
import dmvpn.sim.ospf.message.LinkStateKey;
import dmvpn.sim.ospf.message.OspfBody;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** A neighbour on an interface, with what is under way between the two (RFC 2328 section 10). */
final class OspfNeighbor {

    private final OspfPort port;
    private final IpAddress address;
    private final Ipv4Address identity;
    private long interfaceId;
    private Ipv4Address routerId;
    private int priority;
    private Ipv4Address designatedRouter = Ipv4Address.ANY;
    private Ipv4Address backupDesignatedRouter = Ipv4Address.ANY;
    private NeighborState state = NeighborState.DOWN;
    private long inactivityTimer = Scheduler.NO_TIMER;
    private long deadAtNanos;
    private long stateSinceNanos;
    private final Exchange exchange = new Exchange();
    private final Map<LinkStateKey, Awaited> retransmissions = new LinkedHashMap<>();
    private final Map<LinkStateKey, DatabaseEntry> toFlood = new LinkedHashMap<>();
    private long retransmissionTimer = Scheduler.NO_TIMER;
    private int repetitions;

    /** @param identity what it is called where designated routers are named */
    OspfNeighbor(OspfPort port, IpAddress address, Ipv4Address routerId, Ipv4Address identity, int priority) {
        this.port = port;
        this.address = address;
        this.identity = identity;
        this.routerId = routerId;
        this.priority = priority;
    }

    /** An advertisement that the neighbour has to acknowledge. */
    static final class Awaited {
        private final DatabaseEntry entry;
        private long dueNanos;

        Awaited(DatabaseEntry entry, long dueNanos) {
            this.entry = entry;
            this.dueNanos = dueNanos;
        }

        DatabaseEntry entry() {
            return entry;
        }

        long dueNanos() {
            return dueNanos;
        }

        void setDueNanos(long nanos) {
            dueNanos = nanos;
        }
    }

    /** The exchange of databases with the neighbour. */
    static final class Exchange {
        /** This router leads. */
        private boolean master;
        private long sequence = -1;
        private OspfBody.DatabaseDescription lastSent;
        private OspfBody.DatabaseDescription lastReceived;
        /** What is still to be told. */
        private final Deque<DatabaseEntry> summary = new ArrayDeque<>();
        /** What the neighbour has and this router has not, or not so recent. */
        private final Map<LinkStateKey, LinkStateHeader> requests = new LinkedHashMap<>();
        /** How many of the requests were asked for and not answered. */
        private final Map<LinkStateKey, LinkStateHeader> asked = new LinkedHashMap<>();
        private long timer = Scheduler.NO_TIMER;
        private int repetitions;

        boolean isMaster() {
            return master;
        }

        void setMaster(boolean isMaster) {
            master = isMaster;
        }

        long sequence() {
            return sequence;
        }

        void setSequence(long number) {
            sequence = number;
        }

        OspfBody.DatabaseDescription lastSent() {
            return lastSent;
        }

        void setLastSent(OspfBody.DatabaseDescription description) {
            lastSent = description;
        }

        OspfBody.DatabaseDescription lastReceived() {
            return lastReceived;
        }

        void setLastReceived(OspfBody.DatabaseDescription description) {
            lastReceived = description;
        }

        Deque<DatabaseEntry> summary() {
            return summary;
        }

        Map<LinkStateKey, LinkStateHeader> requests() {
            return requests;
        }

        Map<LinkStateKey, LinkStateHeader> asked() {
            return asked;
        }

        long timer() {
            return timer;
        }

        void setTimer(long handle) {
            timer = handle;
        }

        int repetitions() {
            return repetitions;
        }

        void setRepetitions(int count) {
            repetitions = count;
        }

        /** A request was answered, by whomever. */
        void answered(LinkStateKey key) {
            requests.remove(key);
            asked.remove(key);
        }

        void clear() {
            lastSent = null;
            lastReceived = null;
            summary.clear();
            requests.clear();
            asked.clear();
            repetitions = 0;
        }
    }

    OspfPort port() {
        return port;
    }

    IpAddress address() {
        return address;
    }

    /** What it is called where designated routers are named. */
    Ipv4Address identity() {
        return identity;
    }

    /** What it calls its interface, in version 3. */
    long interfaceId() {
        return interfaceId;
    }

    void setInterfaceId(long id) {
        interfaceId = id;
    }

    Ipv4Address routerId() {
        return routerId;
    }

    void setRouterId(Ipv4Address id) {
        routerId = id;
    }

    int priority() {
        return priority;
    }

    void setPriority(int newPriority) {
        priority = newPriority;
    }

    /** The designated router that the neighbour sees. */
    Ipv4Address designatedRouter() {
        return designatedRouter;
    }

    Ipv4Address backupDesignatedRouter() {
        return backupDesignatedRouter;
    }

    void setDesignated(Ipv4Address designated, Ipv4Address backup) {
        designatedRouter = designated;
        backupDesignatedRouter = backup;
    }

    boolean declaresItselfDesignated() {
        return designatedRouter.equals(identity);
    }

    boolean declaresItselfBackup() {
        return backupDesignatedRouter.equals(identity);
    }

    NeighborState state() {
        return state;
    }

    void setState(NeighborState newState, long nowNanos) {
        state = newState;
        stateSinceNanos = nowNanos;
    }

    boolean isFull() {
        return state == NeighborState.FULL;
    }

    long stateSinceNanos() {
        return stateSinceNanos;
    }

    long inactivityTimer() {
        return inactivityTimer;
    }

    long deadAtNanos() {
        return deadAtNanos;
    }

    void setInactivity(long timer, long atNanos) {
        inactivityTimer = timer;
        deadAtNanos = atNanos;
    }

    Exchange exchange() {
        return exchange;
    }

    /** What it has to acknowledge. */
    Map<LinkStateKey, Awaited> retransmissions() {
        return retransmissions;
    }

    /** What goes to it with the next flooding of the interface, where each neighbour gets packets of its own. */
    Map<LinkStateKey, DatabaseEntry> toFlood() {
        return toFlood;
    }

    long retransmissionTimer() {
        return retransmissionTimer;
    }

    void setRetransmissionTimer(long timer) {
        retransmissionTimer = timer;
    }

    int repetitions() {
        return repetitions;
    }

    void setRepetitions(int count) {
        repetitions = count;
    }
}
