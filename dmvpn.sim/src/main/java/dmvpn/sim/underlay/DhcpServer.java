package dmvpn.sim.underlay;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The DHCP server of a transport (RFC 2131), without its messages: a client has its lease at the instant it comes up and
 * gets the same address each time. The first free address of the pool is the gateway, the others go to the clients in
 * the order of the model.
 */
final class DhcpServer {

    private final IpPrefix pool;
    private final Set<IpAddress> taken;
    private final Map<String, LeasedAddress> leases = new LinkedHashMap<>();
    private Optional<IpAddress> gateway = Optional.empty();
    private IpAddress next;

    /** @param taken addresses of the transport that are configured, which the server leases to nobody */
    DhcpServer(IpPrefix pool, Set<IpAddress> taken) {
        this.pool = pool;
        this.taken = taken;
        this.next = pool.network();
    }

    /** Reserves an address for a client; called once for each, in the order of the model. */
    void reserve(String client) {
        if (gateway.isEmpty()) {
            gateway = nextFree();
        }
        nextFree().ifPresent(address ->
                leases.put(client, new LeasedAddress(new InterfaceAddress(address, pool.length()), gateway.orElseThrow())));
    }

    private Optional<IpAddress> nextFree() {
        while (pool.contains(next)) {
            IpAddress candidate = next;
            boolean last = candidate.equals(pool.lastAddress());
            next = candidate.plus(1);
            if (pool.isUsableHost(candidate) && !taken.contains(candidate)) {
                return Optional.of(candidate);
            }
            if (last) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The lease of a client, empty when the pool is exhausted. */
    Optional<LeasedAddress> lease(String client) {
        return Optional.ofNullable(leases.get(client));
    }
}
