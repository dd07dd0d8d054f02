package dmvpn.network.routing;

import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * On-demand routing: stub routers tell their connected prefixes in CDP, and a hub tells them a default route (Cisco, On-Demand
 * Routing configuration guide).
 *
 * @param hub true for the router that collects the prefixes
 * @param vrf VRF, empty for the global table
 * @param interfaces interfaces on which CDP must run
 * @param distance administrative distance, empty for the platform's default
 * @param origin where it was written
 */
public record OnDemandRouting(
        boolean hub, Optional<String> vrf, List<String> interfaces, OptionalInt distance, Origin origin) {

    /** Keeps an immutable copy of the list. */
    public OnDemandRouting {
        interfaces = List.copyOf(interfaces);
    }
}
