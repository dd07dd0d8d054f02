package dmvpn.dsl.compile;

import dmvpn.dsl.model.LanClause;
import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.NetworkInterface;
import java.util.Optional;

/**
 * A local network and the router's interface in it.
 *
 * @param clause where it is written
 * @param prefix the network
 * @param networkInterface the router's interface
 * @param routerAddress the interface's address
 */
record LocalNetwork(LanClause clause, IpPrefix prefix, NetworkInterface networkInterface, IpAddress routerAddress) {

    /** Position of the host that scenarios send from and to, counted from the network address. */
    private static final int HOST_POSITION = 10;

    /** The router's address when the model gives none: the first that an interface can have. */
    static IpAddress firstUsable(IpPrefix prefix) {
        return prefix.isUsableHost(prefix.network()) ? prefix.network() : prefix.network().plus(1);
    }

    /** The address of the host: the tenth after the network, or the last usable one; empty when the router has it. */
    Optional<InterfaceAddress> hostAddress() {
        IpAddress tenth = prefix.network().plus(HOST_POSITION);
        if (prefix.isUsableHost(tenth) && !tenth.equals(routerAddress)) {
            return Optional.of(new InterfaceAddress(tenth, prefix.length()));
        }
        IpAddress last = prefix.isUsableHost(prefix.lastAddress()) ? prefix.lastAddress() : prefix.lastAddress().plus(-1);
        return last.equals(routerAddress) || !prefix.isUsableHost(last)
                ? Optional.empty()
                : Optional.of(new InterfaceAddress(last, prefix.length()));
    }
}
