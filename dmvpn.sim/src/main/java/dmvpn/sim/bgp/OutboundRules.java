package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.sim.bgp.message.AddressFamily;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.bgp.message.RouteOrigin;
import dmvpn.sim.routing.policy.AsPath;
import dmvpn.sim.routing.policy.Community;
import dmvpn.sim.routing.policy.PolicyEvaluation;
import dmvpn.sim.routing.policy.RouteAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What may be announced to neighbours, and how. Neighbours with the same rules share what is computed by them.
 *
 * @param family kind of routes
 * @param internal true inside the autonomous system
 * @param client true for clients of this router as a reflector
 * @param nextHopSelf whether this router is the next hop
 * @param localAddress own address of the session
 * @param linkLocalAddress link-local address of the interface to a neighbour on a network of both; empty where it has none
 * @param sharedNetwork network of an own interface that the neighbour is on, empty when it is further away
 * @param exportPolicy name of the policy
 * @param overridden autonomous system that the own takes the place of
 * @param sendCommunity true when communities are announced
 * @param nextHopUnchanged true when next hops stay as they are also between autonomous systems
 * @param removePrivate true when private autonomous systems are left out
 * @param defaultRoute true when a default route is announced in any case
 */
record OutboundRules(AddressFamily family, boolean internal, boolean client, NextHopSelf nextHopSelf, IpAddress localAddress,
        Optional<IpAddress> linkLocalAddress, Optional<IpPrefix> sharedNetwork, Optional<String> exportPolicy, OptionalLong overridden, boolean sendCommunity,
        boolean nextHopUnchanged, boolean removePrivate, boolean defaultRoute) {

    private static final long FIRST_PRIVATE = 64_512;
    private static final long LAST_PRIVATE = 65_534;
    private static final long FIRST_LONG_PRIVATE = 4_200_000_000L;
    private static final long LAST_LONG_PRIVATE = 4_294_967_294L;

    /** The default route that is announced whether or not this router has one; the policy has no say in it (Cisco). */
    PathAttributes defaultRoute(BgpContext context) {
        PathAttributes attributes = byThisRouter(PathAttributes.of(RouteOrigin.IGP, AsPath.EMPTY, localAddress));
        return internal ? attributes.withLocalPreference(OptionalLong.of(BgpPath.DEFAULT_LOCAL_PREFERENCE))
                : attributes.withAsPath(AsPath.of(context.autonomousSystem()));
    }

    /** The best path as it is announced; empty when it is not. */
    Optional<PathAttributes> announced(BgpContext context, BgpEntry entry) {
        BgpPath best = entry.best().orElse(null);
        if (best == null || entry.isSuppressed() || !mayBeReflected(best) || !communitiesLet(best.attributes().communities())) {
            return Optional.empty();
        }
        PathAttributes attributes = best.attributes();
        boolean nextHopSet = false;
        Optional<PolicyEvaluation> policy = context.policy(exportPolicy);
        if (policy.isPresent()) {
            RouteAttributes asked = PolicyAttributes.of(entry.nlri().prefix(), attributes, best.weight(), Optional.empty());
            Optional<RouteAttributes> changed = policy.get().apply(asked, Optional.of(localAddress)).attributes();
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            nextHopSet = !changed.get().nextHop().equals(asked.nextHop());
            boolean metricSet = !changed.get().metric().equals(asked.metric());
            attributes = withMetric(PolicyAttributes.applied(changed.get(), attributes), best, metricSet);
        } else {
            attributes = withMetric(attributes, best, false);
        }
        if (!nextHopSet) {
            attributes = withNextHop(best, attributes);
        }
        if (!sendCommunity) {
            attributes = attributes.withCommunities(List.of());
        }
        return Optional.of(internal ? inside(context, best, attributes) : outside(context, attributes));
    }

    /** Routes from inside are not passed on inside, but for those of a reflector (RFC 4271 section 9.2, RFC 4456 section 6). */
    private boolean mayBeReflected(BgpPath best) {
        return !internal || best.source() != PathSource.INTERNAL || client || best.peer().filter(BgpPeer::isClient).isPresent();
    }

    /** RFC 1997. */
    private boolean communitiesLet(List<Community> communities) {
        return !communities.contains(Community.NO_ADVERTISE)
                && (internal || !communities.contains(Community.NO_EXPORT) && !communities.contains(Community.LOCAL_AS));
    }

    /** A MED is for the next autonomous system alone (RFC 4271 section 5.1.4). */
    private PathAttributes withMetric(PathAttributes attributes, BgpPath best, boolean set) {
        return internal || set || best.attributes().asPath().isEmpty() ? attributes
                : attributes.withMultiExitDiscriminator(OptionalLong.empty());
    }

    /**
     * RFC 4271 section 5.1.3: inside it stays, outside it is this router, but for one on the network of both. The link-local
     * address goes with it to who is on that network (RFC 2545 section 3).
     */
    private PathAttributes withNextHop(BgpPath best, PathAttributes attributes) {
        IpAddress present = attributes.nextHop();
        boolean reflected = internal && best.source() == PathSource.INTERNAL;
        boolean self = nextHopSelf == NextHopSelf.ALL || nextHopSelf == NextHopSelf.ON && !reflected;
        if (self || present.isUnspecified() || present.bitLength() != localAddress.bitLength()
                || present instanceof Ipv6Address && present.isLinkLocal()) {
            return byThisRouter(attributes);
        }
        boolean third = sharedNetwork.filter(network -> network.contains(present)).isPresent();
        return third ? attributes : internal || nextHopUnchanged ? attributes.withNextHop(present) : byThisRouter(attributes);
    }

    /** The same with this router as next hop. */
    PathAttributes byThisRouter(PathAttributes attributes) {
        return attributes.withNextHop(localAddress, linkLocalAddress);
    }

    private static PathAttributes inside(BgpContext context, BgpPath best, PathAttributes attributes) {
        PathAttributes preferred = attributes.localPreference().isPresent() ? attributes
                : attributes.withLocalPreference(OptionalLong.of(BgpPath.DEFAULT_LOCAL_PREFERENCE));
        if (best.source() != PathSource.INTERNAL) {
            return preferred;
        }
        List<Ipv4Address> clusters = new ArrayList<>();
        clusters.add(context.routerId());
        clusters.addAll(preferred.clusterList());
        return preferred.withReflection(Optional.of(best.decidingRouterId()), clusters);
    }

    private PathAttributes outside(BgpContext context, PathAttributes attributes) {
        AsPath path = attributes.asPath();
        if (removePrivate && consistsOfPrivate(path)) {
            path = AsPath.EMPTY;
        }
        if (overridden.isPresent()) {
            path = path.replace(overridden.getAsLong(), context.autonomousSystem());
        }
        return attributes.withAsPath(path.prepend(context.autonomousSystem(), 1)).withLocalPreference(OptionalLong.empty())
                .withReflection(Optional.empty(), List.of());
    }

    /** IOS leaves private numbers in a path that has others, too. */
    private static boolean consistsOfPrivate(AsPath path) {
        return path.segments().stream().flatMap(segment -> segment.autonomousSystems().stream())
                .allMatch(number -> number >= FIRST_PRIVATE && number <= LAST_PRIVATE
                        || number >= FIRST_LONG_PRIVATE && number <= LAST_LONG_PRIVATE);
    }
}
