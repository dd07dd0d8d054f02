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

    /**
     * Gives a client another lease.
     *
     * @param wanted its address, empty for the next free one
     * @return empty when the client has no lease, the pool is exhausted, or the address is not free in it
     */
    Optional<LeasedAddress> renumber(String client, Optional<IpAddress> wanted) {
        if (!leases.containsKey(client)) {
            return Optional.empty();
        }
        Optional<IpAddress> address = wanted.isPresent() ? wanted.filter(this::isFree) : nextUnleased();
        Optional<LeasedAddress> lease = address.map(found ->
                new LeasedAddress(new InterfaceAddress(found, pool.length()), gateway.orElseThrow()));
        lease.ifPresent(found -> leases.put(client, found));
        return lease;
    }

    /** Somebody may have been renumbered to an address that was free. */
    private Optional<IpAddress> nextUnleased() {
        Optional<IpAddress> candidate = nextFree();
        while (candidate.isPresent() && !isFree(candidate.get())) {
            candidate = nextFree();
        }
        return candidate;
    }

    private boolean isFree(IpAddress address) {
        return pool.contains(address) && pool.isUsableHost(address) && !taken.contains(address)
                && gateway.filter(address::equals).isEmpty()
                && leases.values().stream().noneMatch(lease -> lease.address().address().equals(address));
    }

    /** The lease of a client, empty when the pool is exhausted. */
    Optional<LeasedAddress> lease(String client) {
        return Optional.ofNullable(leases.get(client));
    }
}
