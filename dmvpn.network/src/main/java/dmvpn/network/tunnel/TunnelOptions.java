package dmvpn.network.tunnel;

import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * What a tunnel interface says beyond what every tunnel needs.
 *
 * @param icmpRedirects true when the router sends ICMP redirects on the tunnel; {@code no ip redirects} is written otherwise
 * @param interfaceState {@code if-state nhrp}: the line protocol is down while no next-hop server answers
 * @param discoveryProtocol {@code cdp enable}
 * @param keepalive {@code keepalive}, empty for none
 * @param routeVia {@code tunnel route-via}, empty for none
 * @param backup tunnel that stands in for this one, empty for none
 * @param group {@code ip nhrp group}: the group that a spoke tells its hubs, empty for none
 * @param groupPolicies {@code ip nhrp map group}: what a hub does for spokes of a group
 * @param labels how MPLS labels are agreed, empty for no MPLS
 * @param linkLocalAddress {@code ipv6 address … link-local} of a tunnel with an IPv6 overlay, empty for the one that the router
 *     makes up
 * @param pathMtuDiscovery {@code tunnel path-mtu-discovery}, empty for none
 * @param origin where the tunnel was written
 */
public record TunnelOptions(
        boolean icmpRedirects,
        boolean interfaceState,
        boolean discoveryProtocol,
        Optional<GreKeepalive> keepalive,
        Optional<RouteVia> routeVia,
        Optional<BackupInterface> backup,
        Optional<String> group,
        List<GroupPolicy> groupPolicies,
        Optional<LabelDistribution> labels,
        Optional<Ipv6Address> linkLocalAddress,
        Optional<PathMtuDiscovery> pathMtuDiscovery,
        Origin origin) {

    /** Nothing of it. */
    public static final TunnelOptions DEFAULT = new TunnelOptions(false, false, false, Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Origin.NONE);

    /** With the link-local address that the router makes up, and without path MTU discovery. */
    public TunnelOptions(boolean icmpRedirects, boolean interfaceState, boolean discoveryProtocol, Optional<GreKeepalive> keepalive,
            Optional<RouteVia> routeVia, Optional<BackupInterface> backup, Optional<String> group, List<GroupPolicy> groupPolicies,
            Optional<LabelDistribution> labels, Origin origin) {
        this(icmpRedirects, interfaceState, discoveryProtocol, keepalive, routeVia, backup, group, groupPolicies, labels,
                Optional.empty(), Optional.empty(), origin);
    }

    /** Keeps an immutable copy of the list. */
    public TunnelOptions {
        groupPolicies = List.copyOf(groupPolicies);
    }

    /** The same with a tunnel that stands in for this one. */
    public TunnelOptions withBackup(BackupInterface other) {
        return new TunnelOptions(icmpRedirects, interfaceState, discoveryProtocol, keepalive, routeVia, Optional.of(other),
                group, groupPolicies, labels, linkLocalAddress, pathMtuDiscovery, origin);
    }

    /** The same with a configured link-local address. */
    public TunnelOptions withLinkLocalAddress(Ipv6Address other) {
        return new TunnelOptions(icmpRedirects, interfaceState, discoveryProtocol, keepalive, routeVia, backup, group,
                groupPolicies, labels, Optional.of(other), pathMtuDiscovery, origin);
    }

    /** The same with path MTU discovery. */
    public TunnelOptions withPathMtuDiscovery(PathMtuDiscovery other) {
        return new TunnelOptions(icmpRedirects, interfaceState, discoveryProtocol, keepalive, routeVia, backup, group,
                groupPolicies, labels, linkLocalAddress, Optional.of(other), origin);
    }
}
