package dmvpn.network.device;

import dmvpn.network.lists.JoinedList;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The routers of a network in its order, of which many may not be made yet. As a list it is like any other; who can do with
 * less asks for {@link #representatives} and {@link #alike}.
 */
public final class Routers extends AbstractList<Device> implements RandomAccess {

    private final List<Device> all;
    private final List<Device> representatives;
    private final List<AlikeDevices> alike;

    private Routers(List<Device> all, List<Device> representatives, List<AlikeDevices> alike) {
        this.all = all;
        this.representatives = representatives;
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
    public List<Device> representatives() {
        return representatives;
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
        private final List<Device> representatives = new ArrayList<>();
        private final List<AlikeDevices> alike = new ArrayList<>();
        private List<Device> last = new ArrayList<>();

        /** Adds a router. */
        public Builder add(Device device) {
            last.add(device);
            representatives.add(device);
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

        /** The routers. */
        public Routers build() {
            lists.add(last);
            return new Routers(alike.isEmpty() ? List.copyOf(representatives) : JoinedList.of(lists), List.copyOf(representatives), List.copyOf(alike));
        }
    }
}
