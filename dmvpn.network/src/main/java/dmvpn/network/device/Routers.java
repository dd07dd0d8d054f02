package dmvpn.network.device;

import dmvpn.network.lists.JoinedList;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;

/**
 * The routers of a network in its order, of which many may not be made yet. As a list it is like any other; who can do with
 * less asks for {@link #few} and {@link #alike}.
 */
public final class Routers extends AbstractList<Device> implements RandomAccess {

    private final List<Device> all;
    private final List<Device> few;
    private final List<AlikeDevices> alike;

    private Routers(List<Device> all, List<Device> few, List<AlikeDevices> alike) {
        this.all = all;
        this.few = few;
        this.alike = alike;
    }

    /** The list itself when it is of this kind, else a copy of it without alike members. */
    public static Routers of(List<Device> devices) {
        if (devices instanceof Routers routers) {
            return routers;
        }
        List<Device> copy = List.copyOf(devices);
        return new Routers(copy, copy, List.of());
    }

    /** Every router on its own, and of alike members the examples. */
    public List<Device> few() {
        return few;
    }

    /** The alike members, in the order of the network. */
    public List<AlikeDevices> alike() {
        return alike;
    }

    @Override
    public Device get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }

    /** Puts routers together in their order. */
    public static final class Builder {

        private final List<List<Device>> lists = new ArrayList<>();
        private final List<Device> few = new ArrayList<>();
        private final List<AlikeDevices> alike = new ArrayList<>();
        private List<Device> last = new ArrayList<>();

        /** Adds a router. */
        public Builder add(Device device) {
            last.add(device);
            few.add(device);
            return this;
        }

        /** Adds routers that are alike: the examples and the others. */
        public Builder addAlike(AlikeDevices devices) {
            devices.examples().forEach(this::add);
            lists.add(last);
            lists.add(devices.others());
            last = new ArrayList<>();
            alike.add(devices);
            return this;
        }

        /** Names of the routers that are made already. */
        public Set<String> names() {
            Set<String> names = HashSet.newHashSet(few.size());
            few.forEach(device -> names.add(device.name()));
            return names;
        }

        /** The routers. */
        public Routers build() {
            lists.add(last);
            return new Routers(alike.isEmpty() ? List.copyOf(few) : JoinedList.of(lists), List.copyOf(few), List.copyOf(alike));
        }
    }
}
