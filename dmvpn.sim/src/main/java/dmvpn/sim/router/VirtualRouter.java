package dmvpn.sim.router;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.routing.LongestMatchRoutingTable;
import java.util.HashMap;
import java.util.Map;

/** One VRF of a router: its routing table and the router's own addresses in it. */
final class VirtualRouter {

    private final LongestMatchRoutingTable table;
    private final Map<IpAddress, RouterInterface> ownAddresses = new HashMap<>();

    VirtualRouter(LongestMatchRoutingTable table) {
        this.table = table;
    }

    LongestMatchRoutingTable table() {
        return table;
    }

    void addOwnAddress(IpAddress address, RouterInterface owner) {
        ownAddresses.putIfAbsent(address, owner);
    }

    void removeOwnAddress(IpAddress address, RouterInterface owner) {
        ownAddresses.remove(address, owner);
    }

    /** The interface that has the address; null when none has. */
    RouterInterface ownerOf(IpAddress address) {
        return ownAddresses.get(address);
    }
}
