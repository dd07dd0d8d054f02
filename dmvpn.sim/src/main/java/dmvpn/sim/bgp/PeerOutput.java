package dmvpn.sim.bgp;

import dmvpn.sim.kernel.Scheduler;
import java.util.BitSet;

/** How far a neighbour has been told of what its group announces: the Adj-RIB-Out of RFC 4271 section 3.2, as a cursor. */
final class PeerOutput {

    private UpdateGroup group;
    /** Numbers of the group's routes that the neighbour knows of. */
    private final BitSet announced = new BitSet();
    /** Version of the group up to which it was told of everything, and of what is gone. */
    private long announcedVersion;
    private long withdrawnVersion;
    private long nextRunNanos;
    private long timer = Scheduler.NO_TIMER;

    /** The group that it is in; null while there is no session. */
    UpdateGroup group() {
        return group;
    }

    /** Begins anew with a group, or without one. */
    void join(UpdateGroup newGroup) {
        group = newGroup;
        announced.clear();
        announcedVersion = 0;
        withdrawnVersion = 0;
        nextRunNanos = 0;
    }

    /** Everything is told again; what is gone was told before. */
    void tellAgain() {
        announcedVersion = 0;
        nextRunNanos = 0;
    }

    BitSet announced() {
        return announced;
    }

    long announcedVersion() {
        return announcedVersion;
    }

    long withdrawnVersion() {
        return withdrawnVersion;
    }

    void toldAll(long version) {
        announcedVersion = version;
        withdrawnVersion = version;
    }

    void toldWithdrawn(long version) {
        withdrawnVersion = version;
    }

    /** The earliest instant of the next announcement. */
    long nextRunNanos() {
        return nextRunNanos;
    }

    void setNextRunNanos(long nanos) {
        nextRunNanos = nanos;
    }

    long timer() {
        return timer;
    }

    void setTimer(long newTimer) {
        timer = newTimer;
    }
}
