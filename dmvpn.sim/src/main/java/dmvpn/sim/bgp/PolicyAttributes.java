package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.routing.policy.RouteAttributes;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Attributes of BGP as policies see them, and back. */
final class PolicyAttributes {

    private PolicyAttributes() {
    }

    static RouteAttributes of(IpPrefix prefix, PathAttributes attributes, int weight, Optional<RouteSource> source) {
        return new RouteAttributes(prefix, source, attributes.multiExitDiscriminator(), OptionalLong.empty(),
                Optional.of(attributes.nextHop()), attributes.communities(), attributes.asPath(), attributes.localPreference(),
                OptionalInt.of(weight), OptionalInt.empty());
    }

    /** What a policy made of them; what it does not know stays. */
    static PathAttributes applied(RouteAttributes changed, PathAttributes before) {
        IpAddress nextHop = changed.nextHop().orElse(before.nextHop());
        return new PathAttributes(before.origin(), changed.asPath(), nextHop,
                nextHop.equals(before.nextHop()) ? before.linkLocalNextHop() : Optional.empty(), changed.metric(),
                changed.localPreference(), before.atomicAggregate(), before.aggregator(), changed.communities(),
                before.originatorId(), before.clusterList(), before.unknown());
    }
}
