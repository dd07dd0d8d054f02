package dmvpn.sim.ospf.spf;

import dmvpn.network.address.Ipv4Address;
import java.util.Optional;

/**
 * The first step of a path.
 *
 * @param interfaceName own interface
 * @param address the neighbour's address; empty for what is on the interface's own network
 */
public record NextHop(String interfaceName, Optional<Ipv4Address> address) implements Comparable<NextHop> {

    @Override
    public int compareTo(NextHop other) {
        int byAddress = address.orElse(Ipv4Address.ANY).compareTo(other.address.orElse(Ipv4Address.ANY));
        return byAddress != 0 ? byAddress : interfaceName.compareTo(other.interfaceName);
    }

    /** The same towards something on the network that is reached directly. */
    public NextHop towards(Ipv4Address onNetwork) {
        return address.isPresent() ? this : new NextHop(interfaceName, Optional.of(onNetwork));
    }
}
