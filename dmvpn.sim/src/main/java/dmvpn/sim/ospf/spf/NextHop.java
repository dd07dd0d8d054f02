package dmvpn.sim.ospf.spf;

import dmvpn.network.address.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The first step of a path.
 *
 * @param interfaceName own interface
 * @param address the neighbour's address; empty for what is on the interface's own network
 */
public record NextHop(String interfaceName, Optional<IpAddress> address) implements Comparable<NextHop> {

    /** What has no address comes first. */
    private static final Comparator<Optional<IpAddress>> BY_ADDRESS = Comparator
            .comparing((Optional<IpAddress> each) -> each.orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(NextHop other) {
        int byAddress = BY_ADDRESS.compare(address, other.address);
        return byAddress != 0 ? byAddress : interfaceName.compareTo(other.interfaceName);
    }

    /** Two lists in order as one, each step once. */
    static List<NextHop> union(List<NextHop> some, List<NextHop> others) {
        if (some.equals(others)) {
            return some;
        }
        TreeSet<NextHop> both = new TreeSet<>(some);
        both.addAll(others);
        return List.copyOf(both);
    }

    /** The same towards something on the network that is reached directly. */
    public NextHop towards(IpAddress onNetwork) {
        return address.isPresent() ? this : new NextHop(interfaceName, Optional.of(onNetwork));
    }
}
