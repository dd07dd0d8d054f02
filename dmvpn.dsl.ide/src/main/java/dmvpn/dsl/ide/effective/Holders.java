package dmvpn.dsl.ide.effective;

import dmvpn.network.device.AlikeDevices;
import dmvpn.network.device.Device;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The routers that have one value of a setting. Of alike routers only the examples are looked at: a value that several of
 * them have is no address of theirs, so that all have it; one that a single example has is its own, as each other has another.
 */
final class Holders {

    private final CompiledModel model;
    private final Set<String> routers = new LinkedHashSet<>();
    /** By identity: to compare the routers of two groups would cost more than all else here. */
    private final Map<AlikeDevices, Integer> examples = new IdentityHashMap<>();

    Holders(CompiledModel model) {
        this.model = model;
    }

    /** Adds a router that has the value; empty for what belongs to no router. */
    void add(Optional<Device> device) {
        device.filter(router -> routers.add(router.reference())).flatMap(model::alike)
                .ifPresent(group -> examples.merge(group, 1, Integer::sum));
    }

    /** Who they are, for people. */
    String text() {
        long count = routers.size() + examples.entrySet().stream().filter(group -> group.getValue() > 1)
                .mapToLong(group -> group.getKey().others().size()).sum();
        return switch ((int) Math.min(count, 2)) {
            case 0 -> "";
            case 1 -> ", on " + routers.iterator().next();
            default -> ", on " + count + " routers, such as " + routers.iterator().next();
        };
    }

    /** How many values more there are that nobody has looked at: those of the others where each example has its own. */
    static long furtherValues(Collection<Holders> values) {
        Map<AlikeDevices, Integer> own = new IdentityHashMap<>();
        values.forEach(value -> value.examples.forEach((group, count) -> own.merge(group, count == 1 ? 1 : 0, Integer::sum)));
        return own.entrySet().stream().mapToLong(group -> (long) group.getKey().others().size() * group.getValue()
                / group.getKey().examples().size()).sum();
    }
}
