package dmvpn.sim.assembly;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The lines that end at interfaces of a router, and which of them are down at their other end. */
final class Lines {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Set<String>> down = new HashMap<>();

    /** One more line ends at an interface. */
    void add(String interfaceName) {
        numbers.merge(interfaceName, 1, Integer::sum);
    }

    /**
     * Takes note of a line.
     *
     * @param otherEnd tells the lines of the interface apart
     * @return true when none of the interface's lines is up any more
     */
    boolean areAllDown(String interfaceName, String otherEnd, boolean isDown) {
        Set<String> ofInterface = down.computeIfAbsent(interfaceName, name -> new HashSet<>());
        if (isDown) {
            ofInterface.add(otherEnd);
        } else {
            ofInterface.remove(otherEnd);
        }
        return ofInterface.size() == numbers.getOrDefault(interfaceName, 0);
    }
}
