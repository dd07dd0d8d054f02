package dmvpn.app.sequence;

import dmvpn.sim.trace.RecordedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What caused each event of a trace: four bytes for each. One thread writes, others read what they know to be there. */
public final class Causes {

    private static final int MOST_CAUSES = 10_000;

    private volatile int[] causes = new int[256];
    private volatile int size;

    void add(int cause) {
        int event = size;
        if (event == causes.length) {
            causes = Arrays.copyOf(causes, 2 * event);
        }
        causes[event] = cause;
        size = event + 1;
    }

    /** The event that caused an event, or {@link RecordedEvent#NO_CAUSE}. */
    public int causeOf(int event) {
        return event >= 0 && event < size ? causes[event] : RecordedEvent.NO_CAUSE;
    }

    /** What led to an event, the nearest cause first. */
    public List<Integer> chainTo(int event) {
        List<Integer> chain = new ArrayList<>();
        for (int cause = causeOf(event); cause != RecordedEvent.NO_CAUSE && chain.size() < MOST_CAUSES; cause = causeOf(cause)) {
            chain.add(cause);
        }
        return chain;
    }

    /** True when an event is the other one, or follows from it; not when that is more than some thousand events away. */
    public boolean isConsequence(int event, int of) {
        int each = event;
        for (int step = 0; each > of && step < MOST_CAUSES; step++) {
            each = causeOf(each);
        }
        return each == of;
    }

    /** The first event that another one caused, or {@link RecordedEvent#NO_CAUSE}. */
    public int firstConsequence(int of) {
        int known = size;
        int[] all = causes;
        for (int event = of + 1; event < known; event++) {
            if (all[event] == of) {
                return event;
            }
        }
        return RecordedEvent.NO_CAUSE;
    }
}
