package dmvpn.app.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The lifelines of a chart from left to right, and which of them a router or host has. */
public final class Lifelines {

    /** No lifeline. */
    public static final int NONE = -1;

    private final List<Lifeline> all;
    private final int[] lifelineOfNode;

    private Lifelines(List<Lifeline> all, int[] lifelineOfNode) {
        this.all = List.copyOf(all);
        this.lifelineOfNode = lifelineOfNode;
    }

    /**
     * Arranges them. Routers and hosts without a row are left out, the others keep the order of the trace unless somebody has
     * put them elsewhere.
     *
     * @param nodeNames names of routers and hosts by their index
     * @param sites the site of each, by the same index
     * @param used says which of them have a row
     */
    public static Lifelines arrange(List<String> nodeNames, List<String> sites, IntPredicate used, LifelineArrangement arrangement) {
        Map<String, Integer> members = new HashMap<>();
        sites.forEach(site -> members.merge(site, 1, Integer::sum));
        Map<String, Lifeline> byKey = new LinkedHashMap<>();
        String[] keys = new String[nodeNames.size()];
        for (int node = 0; node < keys.length; node++) {
            if (used.test(node)) {
                String site = sites.get(node);
                Lifeline lifeline = arrangement.collapsedSites().contains(site)
                        ? Lifeline.ofSite(site, members.get(site)) : Lifeline.ofNode(nodeNames.get(node), site);
                keys[node] = lifeline.key();
                byKey.putIfAbsent(lifeline.key(), lifeline);
            }
        }
        Map<String, Integer> wanted = new HashMap<>();
        arrangement.order().forEach(key -> wanted.putIfAbsent(key, wanted.size()));
        List<Lifeline> all = new ArrayList<>(byKey.values());
        all.sort(Comparator.comparingInt(lifeline -> wanted.getOrDefault(lifeline.key(), Integer.MAX_VALUE)));
        Map<String, Integer> places = new HashMap<>();
        all.forEach(lifeline -> places.put(lifeline.key(), places.size()));
        int[] lifelineOfNode = new int[keys.length];
        for (int node = 0; node < keys.length; node++) {
            lifelineOfNode[node] = keys[node] == null ? NONE : places.get(keys[node]);
        }
        return new Lifelines(all, lifelineOfNode);
    }

    /** Those of all routers and hosts that have a row, in the order of the trace. */
    public static Lifelines of(SequenceRows rows) {
        return arrange(rows.nodeNames(), rows.nodeNames(), rows::isUsed, LifelineArrangement.NONE);
    }

    /** From left to right. */
    public List<Lifeline> all() {
        return all;
    }

    /** The place of a router's or host's lifeline from the left, from 0, or {@link #NONE}. */
    public int of(int node) {
        return lifelineOfNode[node];
    }
}
