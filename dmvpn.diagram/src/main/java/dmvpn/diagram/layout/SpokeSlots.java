package dmvpn.diagram.layout;

import dmvpn.diagram.notation.RouterNode;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Which spoke has which slot. A slot has the same place whatever the other slots hold, so a spoke that comes or goes moves
 * no other.
 */
public final class SpokeSlots {

    /** Nobody has a slot yet. */
    public static final SpokeSlots NONE = new SpokeSlots(Map.of());

    private final Map<String, Integer> slotOfSpoke;

    private SpokeSlots(Map<String, Integer> slotOfSpoke) {
        this.slotOfSpoke = slotOfSpoke;
    }

    /** Spokes that had a slot keep it; the others take the free ones in order. */
    SpokeSlots assign(List<RouterNode> spokes) {
        BitSet taken = new BitSet();
        Map<String, Integer> assigned = new LinkedHashMap<>();
        for (RouterNode spoke : spokes) {
            Integer slot = slotOfSpoke.get(spoke.id());
            if (slot != null) {
                assigned.put(spoke.id(), slot);
                taken.set(slot);
            }
        }
        for (RouterNode spoke : spokes) {
            if (!assigned.containsKey(spoke.id())) {
                int free = taken.nextClearBit(0);
                assigned.put(spoke.id(), free);
                taken.set(free);
            }
        }
        return new SpokeSlots(assigned);
    }

    /** The free slots in order, but for those that something else covers. */
    static SpokeSlots assign(List<RouterNode> spokes, IntPredicate isCovered) {
        Map<String, Integer> assigned = new LinkedHashMap<>();
        int next = 0;
        for (RouterNode spoke : spokes) {
            while (isCovered.test(next)) {
                next++;
            }
            assigned.put(spoke.id(), next++);
        }
        return new SpokeSlots(assigned);
    }

    /** Slot of a spoke that has one. */
    int slotOf(RouterNode spoke) {
        return slotOfSpoke.get(spoke.id());
    }
}
