package dmvpn.sim.rip;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.Vendor;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.PolicyDirection;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.rip.RipTraceEvent.RouteDenied;
import dmvpn.sim.rip.RipTraceEvent.Unsupported;
import dmvpn.sim.rip.message.RipEntry;
import dmvpn.sim.routing.policy.NeighborPolicies;
import dmvpn.sim.routing.policy.PolicyOutcome;
import dmvpn.sim.routing.policy.RouteAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Policies on what neighbours say and on what they are told. IOS has distribute lists, which look at prefixes alone (Cisco IOS IP
 * Routing: RIP Command Reference); FRRouting has route maps, too, which see what is on the wire (FRRouting, RIP).
 */
final class RoutePolicies {

    private static final long HIGHEST_TAG = 0xffff;

    private final RipContext context;
    private final List<PolicyUse> uses;
    private final NeighborPolicies accepted;
    private final NeighborPolicies announced;

    RoutePolicies(RipContext context) {
        this.context = context;
        List<RoutePolicy> known = context.router().device().routing().policies();
        uses = context.process().options().policies();
        List<RoutePolicy> effective = known.stream().filter(this::isEffective).toList();
        accepted = new NeighborPolicies(effective, uses, PolicyDirection.IN);
        announced = new NeighborPolicies(effective, uses, PolicyDirection.OUT);
    }

    private boolean isEffective(RoutePolicy policy) {
        return policy.looksAtPrefixesAlone() || context.router().device().platform().vendor() == Vendor.FRR;
    }

    /** Says which policies the platform cannot have. */
    void start() {
        context.router().device().routing().policies().stream()
                .filter(policy -> !isEffective(policy) && uses.stream().anyMatch(use -> use.policy().equals(policy.name())))
                .forEach(policy -> context.record(new Unsupported("RIP of IOS filters by prefixes alone, so policy "
                        + policy.name() + " is not used", null)));
    }

    /** An entry of a neighbour as it counts here; empty when it does not. */
    Optional<RipEntry.Route> accept(RipPort port, IpAddress from, RipEntry.Route entry) {
        if (accepted.isEmpty()) {
            return Optional.of(entry);
        }
        IpAddress nextHop = entry.nextHop().equals(Ipv4Address.ANY) ? from : entry.nextHop();
        PolicyOutcome outcome = accepted.apply(attributes(entry, Optional.of(nextHop)), Optional.of(from));
        if (!outcome.isPermitted()) {
            context.record(new RouteDenied(entry.destination(), from, port.name(), outcome.reason()));
            return Optional.empty();
        }
        return Optional.of(changed(entry, outcome));
    }

    /** An entry as neighbours are told it; empty when they are not. */
    Optional<RipEntry.Route> announce(RipEntry.Route entry) {
        if (announced.isEmpty()) {
            return Optional.of(entry);
        }
        PolicyOutcome outcome = announced.apply(attributes(entry, Optional.empty()), Optional.empty());
        return outcome.isPermitted() ? Optional.of(changed(entry, outcome)) : Optional.empty();
    }

    private static RouteAttributes attributes(RipEntry.Route entry, Optional<IpAddress> nextHop) {
        return RouteAttributes.of(entry.destination(), RouteSource.RIP, OptionalLong.of(entry.metric()),
                entry.tag() == 0 ? OptionalLong.empty() : OptionalLong.of(entry.tag()), nextHop);
    }

    /** What cannot be reached stays so; a tag that is too long for the field is not set. */
    private static RipEntry.Route changed(RipEntry.Route entry, PolicyOutcome outcome) {
        RouteAttributes attributes = outcome.attributes().get();
        long tag = attributes.tag().orElse(0);
        long metric = entry.isUnreachable() ? entry.metric()
                : Math.clamp(attributes.metric().orElse(entry.metric()), 1, RipEntry.INFINITY);
        return new RipEntry.Route(entry.destination(), tag > HIGHEST_TAG ? entry.tag() : (int) tag, entry.nextHop(), metric);
    }
}
