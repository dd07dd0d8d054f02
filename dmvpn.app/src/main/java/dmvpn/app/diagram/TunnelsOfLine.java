package dmvpn.app.diagram;

import java.util.HashMap;
import java.util.Map;

/** The tunnels that one line of a diagram stands for: of a family each member has one. Counted, since there may be thousands. */
final class TunnelsOfLine {

    private static final String UP = "up";
    private static final String KEYING = "keying";

    /** The tunnel between two routers, whichever of them tells of it. */
    private record Ends(int one, int other) {
    }

    private final Map<Ends, String> states = new HashMap<>(1);
    private final Map<String, Integer> counts = new HashMap<>(2);

    /** A key exchange beside a tunnel that is up does not take it down. */
    void set(int node, int peer, String state) {
        Ends ends = new Ends(Math.min(node, peer), Math.max(node, peer));
        if (state.equals(KEYING) && UP.equals(states.get(ends))) {
            return;
        }
        String before = states.put(ends, state);
        if (before != null) {
            counts.merge(before, -1, Integer::sum);
        }
        counts.merge(state, 1, Integer::sum);
    }

    /** As diagrams are told; empty before the first tunnel. */
    String state() {
        if (states.isEmpty()) {
            return "";
        }
        int up = counts.getOrDefault(UP, 0);
        if (up > 0) {
            return up == states.size() ? UP : "partly";
        }
        return counts.getOrDefault(KEYING, 0) > 0 ? KEYING : "down";
    }
}
