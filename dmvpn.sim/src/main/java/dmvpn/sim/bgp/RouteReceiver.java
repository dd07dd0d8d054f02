package dmvpn.sim.bgp;

import dmvpn.network.address.IpAddress;
import dmvpn.sim.bgp.BgpTraceEvent.RouteDenied;
import dmvpn.sim.bgp.message.BgpMessage;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.router.RouterInterface;
import dmvpn.sim.routing.policy.PolicyEvaluation;
import dmvpn.sim.routing.policy.PolicyOutcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes routes of neighbours: looks for loops, applies the policy, and puts what is left into the table. */
final class RouteReceiver {

    /** How often the own autonomous system may be in a path with {@code allowas-in}, unless a number is configured (Cisco). */
    private static final int ALLOWED_OCCURRENCES = 3;

    private final BgpContext context;
    private final BgpTable table;

    RouteReceiver(BgpContext context, BgpTable table) {
        this.context = context;
        this.table = table;
    }

    /** A message with routes. */
    void receive(BgpPeer peer, BgpMessage.Update update) {
        for (Nlri gone : update.withdrawn()) {
            withdraw(peer, gone);
        }
        if (update.attributes().isEmpty()) {
            return;
        }
        PathAttributes attributes = arrived(peer, update.attributes().get());
        Optional<String> problem = problemOf(peer, attributes);
        for (Nlri announced : update.announced()) {
            if (problem.isPresent()) {
                deny(peer, announced, attributes, problem.get());
            } else {
                accept(peer, announced, attributes);
            }
        }
    }

    /** Attributes that another autonomous system has no say in are forgotten (RFC 4271 section 5.1.5, RFC 4456 section 8). */
    private static PathAttributes arrived(BgpPeer peer, PathAttributes attributes) {
        PathAttributes known = attributes.withUnknown(attributes.unknown().stream()
                .filter(PathAttributes.UnknownAttribute::isTransitive).map(PathAttributes.UnknownAttribute::partial).toList());
        return peer.isInternal() ? known : known.withLocalPreference(OptionalLong.empty())
                .withReflection(Optional.empty(), List.of());
    }

    /** What is wrong with all routes of a message; it is no error of the session (RFC 4271 sections 6.3 and 9.1.2). */
    private Optional<String> problemOf(BgpPeer peer, PathAttributes attributes) {
        int allowed = peer.settings().peering().allowOwnAutonomousSystem() ? ALLOWED_OCCURRENCES : 0;
        if (attributes.asPath().count(context.autonomousSystem()) > allowed) {
            return Optional.of("the AS path contains the own autonomous system");
        }
        if (!peer.isInternal()
                && !attributes.asPath().first().equals(Optional.of(peer.remoteAutonomousSystem()))) {
            return Optional.of("the AS path does not begin with that of the neighbor");
        }
        if (attributes.originatorId().filter(context.routerId()::equals).isPresent()) {
            return Optional.of("this router is the originator");
        }
        if (attributes.clusterList().contains(context.routerId())) {
            return Optional.of("the cluster list contains the own cluster");
        }
        return nextHopProblem(peer, attributes.nextHop());
    }

    /** RFC 4271 section 6.3, NEXT_HOP. */
    private Optional<String> nextHopProblem(BgpPeer peer, IpAddress nextHop) {
        if (nextHop.isUnspecified() || nextHop.isMulticast()) {
            return Optional.of("the next hop is no address of a host");
        }
        boolean own = context.router().interfaces().stream()
                .filter(candidate -> candidate.vrf().equals(context.process().vrf()))
                .anyMatch(candidate -> candidate.address().filter(address -> address.address().equals(nextHop)).isPresent());
        if (own) {
            return Optional.of("the next hop is this router");
        }
        if (peer.settings().mustBeConnected() && !nextHop.equals(peer.address())) {
            Optional<RouterInterface> egress = peer.settings().egress(context);
            boolean shared = egress.flatMap(RouterInterface::address)
                    .filter(address -> address.prefix().contains(nextHop)).isPresent();
            return shared ? Optional.empty() : Optional.of("the next hop is not on the network that is shared with the neighbor");
        }
        return Optional.empty();
    }

    private void accept(BgpPeer peer, Nlri nlri, PathAttributes attributes) {
        PathAttributes used = attributes;
        int weight = 0;
        Optional<PolicyEvaluation> policy = context.policy(peer.settings().peering().importPolicy());
        if (policy.isPresent()) {
            PolicyOutcome outcome = policy.get().apply(PolicyAttributes.of(nlri.prefix(), attributes, 0, Optional.empty()),
                    Optional.of(peer.address()));
            if (!outcome.isPermitted()) {
                deny(peer, nlri, attributes, outcome.reason());
                return;
            }
            used = PolicyAttributes.applied(outcome.attributes().get(), attributes);
            weight = outcome.attributes().get().weight().orElse(0);
        }
        peer.accepted().add(nlri);
        table.put(new BgpPath(nlri, used, weight, peer.isInternal() ? PathSource.INTERNAL : PathSource.EXTERNAL,
                Optional.of(peer), context.routerId(), context.nowNanos()));
    }

    /** What is denied takes the place of what the neighbour announced before (RFC 4271 section 9). */
    private void deny(BgpPeer peer, Nlri nlri, PathAttributes attributes, String reason) {
        if (context.isRecording()) {
            context.record(new RouteDenied(peer.address(), nlri.prefix(), attributes.asPath().toString(), reason),
                    peer.settings().peering().origin());
        }
        withdraw(peer, nlri);
    }

    private void withdraw(BgpPeer peer, Nlri nlri) {
        if (peer.accepted().remove(nlri)) {
            table.remove(nlri, Optional.of(peer), PathSource.EXTERNAL);
        }
    }

    /** The session is over: all that the neighbour said is void. */
    void forget(BgpPeer peer) {
        for (Nlri nlri : List.copyOf(peer.accepted())) {
            withdraw(peer, nlri);
        }
    }
}
