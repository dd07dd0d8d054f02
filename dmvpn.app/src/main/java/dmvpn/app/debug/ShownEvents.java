package dmvpn.app.debug;

import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.TraceCursor;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The events of a growing trace that are shown: with keep-alives or without, but never those of protocols that are left out.
 * Repetitions of the run have the same ones, so that any of their traces that is longer than what is known tells the rest. One
 * thread at a time reads on; any may ask.
 */
final class ShownEvents {

    private final EventIndices all = new EventIndices();
    private final EventIndices lasting = new EventIndices();
    private volatile Set<String> leftOut = Set.of();
    private BinaryTrace trace;
    private TraceCursor cursor;
    private int known;

    /** Leaves events of protocols out; to be said before there are any. */
    void leaveOut(Set<String> protocols) {
        leftOut = protocols.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** The protocols that are left out, in lower case. */
    Set<String> leftOut() {
        return leftOut;
    }

    /** Those that are shown, keep-alives among them or not. */
    EventIndices with(boolean keepAlives) {
        return keepAlives ? all : lasting;
    }

    /** Takes in what a trace has more than what is known. */
    void readOn(BinaryTrace longer) {
        if (longer.size() <= known) {
            return;
        }
        if (longer != trace) {
            trace = longer;
            cursor = longer.cursor();
            if (known > 0) {
                cursor.seek(known - 1);
            }
        }
        while (cursor.next()) {
            if (leftOut.isEmpty() || !leftOut.contains(cursor.protocol().toLowerCase(Locale.ROOT))) {
                all.add(cursor.index());
                if (!cursor.isKeepAlive()) {
                    lasting.add(cursor.index());
                }
            }
        }
        known = cursor.index() + 1;
    }
}
