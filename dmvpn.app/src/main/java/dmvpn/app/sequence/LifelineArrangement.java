package dmvpn.app.sequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How people have arranged lifelines.
 *
 * @param order keys of lifelines from left to right; others stand behind them in the order of the trace
 * @param collapsedSites sites that have one lifeline for all their routers and hosts
 */
public record LifelineArrangement(List<String> order, Set<String> collapsedSites) {

    /** As they come. */
    public static final LifelineArrangement NONE = new LifelineArrangement(List.of(), Set.of());

    /** Keeps immutable copies. */
    public LifelineArrangement {
        order = List.copyOf(order);
        collapsedSites = Set.copyOf(collapsedSites);
    }

    /**
     * The same with a lifeline elsewhere.
     *
     * @param lifelines as they are now
     * @param from its place
     * @param to the place where it shall be
     */
    public LifelineArrangement moved(List<Lifeline> lifelines, int from, int to) {
        List<String> keys = new ArrayList<>(lifelines.stream().map(Lifeline::key).toList());
        String key = keys.remove(from);
        keys.add(Math.max(0, Math.min(to, keys.size())), key);
        return new LifelineArrangement(keys, collapsedSites);
    }

    /** The same with a site collapsed that was not, or the other way round. */
    public LifelineArrangement toggled(String site) {
        Set<String> sites = new HashSet<>(collapsedSites);
        if (!sites.remove(site)) {
            sites.add(site);
        }
        return new LifelineArrangement(order, sites);
    }

    /** The same with these sites collapsed and no others. */
    public LifelineArrangement collapsed(Set<String> sites) {
        return new LifelineArrangement(order, sites);
    }
}
