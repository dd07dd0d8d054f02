package dmvpn.sim.routing.policy;

import java.util.Optional;

/**
 * What a policy makes of a route.
 *
 * @param attributes the route as it goes on; empty when it is dropped
 * @param setsTag true when the tag is what the policy says, even if the route had the same
 * @param reason which statement decided, for people
 */
public record PolicyOutcome(Optional<RouteAttributes> attributes, boolean setsTag, String reason) {

    /** True when the route goes on. */
    public boolean isPermitted() {
        return attributes.isPresent();
    }
}
