package dmvpn.sim.kernel;

import dmvpn.sim.snapshot.Stateful.StateInput;
import dmvpn.sim.snapshot.Stateful.StateOutput;

/**
 * Which recorded event the running handler call follows from, as plain numbers: the kernel keeps one number with each
 * scheduled event and hands it back when the event is due; what the numbers count is the recorder's business.
 *
 * <p>The first event recorded in a call is caused by the event that scheduled the call; the others of that call are
 * caused by the first. What a call schedules follows from the last event recorded before, in the call or, when the call
 * recorded nothing yet, further up the chain.
 */
public final class Causality {

    /** No recorded event: the start of the run. */
    public static final int NONE = -1;

    private int inherited = NONE;
    private int first = NONE;
    private int last = NONE;

    /** A handler call begins that was scheduled with the given tag. */
    void beginCall(int tag) {
        inherited = tag;
        first = NONE;
        last = tag;
    }

    /** The tag of an event that is scheduled now. */
    int tag() {
        return last;
    }

    /** Number of the recorded event that causes the next one to be recorded, or {@link #NONE}. */
    public int cause() {
        return first != NONE ? first : inherited;
    }

    /**
     * An event was recorded in the running call.
     *
     * @param number its number, from 0
     */
    public void recorded(int number) {
        if (first == NONE) {
            first = number;
        }
        last = number;
    }

    void writeState(StateOutput out) {
        out.number(inherited);
        out.number(first);
        out.number(last);
    }

    void readState(StateInput in) {
        inherited = (int) in.number();
        first = (int) in.number();
        last = (int) in.number();
    }
}
