package dmvpn.network.routing;

import dmvpn.network.origin.Origin;

/**
 * A policy that a process applies to all its neighbours.
 *
 * @param policy name of the {@link dmvpn.network.policy.RoutePolicy}
 * @param direction routes that it looks at
 * @param origin where it was written
 */
public record PolicyUse(String policy, PolicyDirection direction, Origin origin) {
}
