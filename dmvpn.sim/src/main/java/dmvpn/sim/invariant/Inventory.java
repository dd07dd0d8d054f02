package dmvpn.sim.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What each router has of something, by key; a router that is powered on has nothing. */
final class Inventory {

    private final Map<Integer, Set<String>> byNode = new HashMap<>();

    /** Answers false when it was there. */
    boolean add(int node, String key) {
        return byNode.computeIfAbsent(node, unused -> new HashSet<>()).add(key);
    }

    /** Answers false when it was not there. */
    boolean remove(int node, String key) {
        return byNode.getOrDefault(node, Set.of()).contains(key) && byNode.get(node).remove(key);
    }

    boolean has(int node, String key) {
        return byNode.getOrDefault(node, Set.of()).contains(key);
    }

    void forget(int node) {
        byNode.remove(node);
    }
}
