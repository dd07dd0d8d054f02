package dmvpn.network.rules.addressing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.underlay.Transport;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A transport must have an address for each router that leases one. */
public final class EnoughLeases implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-AD-09",
            Severity.ERROR,
            "A transport has an address for each DHCP client",
            "Each router that is attached with DHCP needs an address of the transport's pool, and one is the gateway's. "
                    + "Configured addresses in the pool are not leased. When the pool is exhausted, a router gets no "
                    + "address and its tunnels stay down. Lease from a shorter prefix.",
            "RFC 2131 section 4.3.1 (a server without free addresses does not answer)");

    /** More addresses than any network has routers. */
    private static final int PLENTY_BITS = 40;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        Map<String, Integer> clients = new HashMap<>();
        // How many routers have each address: alike members of a family have as many addresses as they are.
        Map<String, Map<IpAddress, Integer>> configured = new HashMap<>();
        for (RouterView router : memberships.routers()) {
            for (NetworkInterface wan : router.device().interfaces()) {
                if (wan.transport().isPresent()) {
                    count(wan, wan.transport().get(), router.count(), clients, configured);
                }
            }
        }
        for (Transport transport : memberships.network().transports()) {
            transport.dhcpPool().ifPresent(pool -> {
                int wanted = clients.getOrDefault(transport.name(), 0);
                long free = leases(pool, configured.getOrDefault(transport.name(), Map.of()));
                if (wanted > free) {
                    findings.accept(new Finding(RULE, "Transport " + transport.name() + " can lease " + free + " of the "
                            + wanted + " addresses that its DHCP clients need: lease from a shorter prefix than " + pool,
                            transport.origin()));
                }
            });
        }
    }

    private static void count(NetworkInterface wan, String transport, int routers, Map<String, Integer> clients,
            Map<String, Map<IpAddress, Integer>> configured) {
        if (wan.translation().isPresent()) {
            // The translating device has the address on the transport; one without a fixed one leases it.
            wan.fixedOutsideAddress().ifPresentOrElse(
                    outside -> configured.computeIfAbsent(transport, name -> new HashMap<>()).put(outside, 1),
                    () -> clients.merge(transport, routers, Integer::sum));
            return;
        }
        switch (wan.assignment()) {
            case AddressAssignment.Dhcp dhcp -> clients.merge(transport, routers, Integer::sum);
            case AddressAssignment.Static fixed -> {
                Map<IpAddress, Integer> taken = configured.computeIfAbsent(transport, name -> new HashMap<>());
                taken.put(fixed.address().address(), routers);
                fixed.gateway().ifPresent(gateway -> taken.put(gateway, 1));
            }
        }
    }

    /** Usable addresses without the gateway's and those that are configured. */
    private static long leases(IpPrefix pool, Map<IpAddress, Integer> configured) {
        int bits = pool.network().bitLength() - pool.length();
        long usable = bits >= PLENTY_BITS ? Long.MAX_VALUE : 1L << bits;
        if (bits > 1) {
            usable -= pool.isUsableHost(pool.lastAddress()) ? 1 : 2;
        }
        return Math.max(0, usable - 1 - configured.entrySet().stream()
                .filter(entry -> pool.isUsableHost(entry.getKey())).mapToLong(Map.Entry::getValue).sum());
    }
}
