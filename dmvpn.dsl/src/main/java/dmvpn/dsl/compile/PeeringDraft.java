package dmvpn.dsl.compile;

import dmvpn.network.crypto.Secret;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpPeeringOptions;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.NextHopSelf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a BGP speaker says about a neighbour, while clauses add to it. */
final class PeeringDraft {

    private static final int KEEPALIVES_PER_HOLD = 3;

    List<Long> remoteAutonomousSystems = new ArrayList<>();
    Optional<Duration> keepalive = Optional.empty();
    Optional<Duration> hold = Optional.empty();
    NextHopSelf nextHopSelf = NextHopSelf.OFF;
    boolean client;
    boolean allowOwn;
    boolean override;
    boolean fastDetection;
    Optional<String> updateSource = Optional.empty();
    OptionalInt multihop = OptionalInt.empty();
    boolean passive;
    boolean sendCommunity;
    boolean nextHopUnchanged;
    boolean removePrivate;
    Optional<DefaultOrigination> defaultOrigination = Optional.empty();
    Optional<RoutePolicy> importPolicy = Optional.empty();
    Optional<RoutePolicy> exportPolicy = Optional.empty();
    Optional<PolicyAction> localPreference = Optional.empty();
    Optional<PolicyAction> metric = Optional.empty();
    Optional<Secret> password = Optional.empty();
    Origin origin;

    PeeringDraft(Origin origin) {
        this.origin = origin;
    }

    /**
     * One of the two timers implies the other: a neighbour is lost after three missing keepalives (RFC 4271 section 10), or after
     * the longest hold time.
     */
    void timers(Optional<Duration> hello, Optional<Duration> silence) {
        if (hello.isPresent() || silence.isPresent()) {
            hold = silence.or(() -> hello.map(PeeringDraft::holdOf));
            keepalive = hello.or(() -> silence.map(time -> time.dividedBy(KEEPALIVES_PER_HOLD)));
        }
    }

    private static Duration holdOf(Duration hello) {
        Duration hold = hello.multipliedBy(KEEPALIVES_PER_HOLD);
        return hold.compareTo(BgpPeering.LONGEST_HOLD_TIME) > 0 ? BgpPeering.LONGEST_HOLD_TIME : hold;
    }

    private BgpPeeringOptions options() {
        boolean said = updateSource.isPresent() || multihop.isPresent() || passive || sendCommunity || nextHopUnchanged || removePrivate;
        return said ? new BgpPeeringOptions(updateSource, multihop, passive, sendCommunity, nextHopUnchanged, removePrivate, origin)
                : BgpPeeringOptions.NONE;
    }

    BgpPeering build(UsedPolicies policies) {
        Optional<RoutePolicy> in = localPreference.map(action -> policies.with(importPolicy, action,
                "LOCAL-PREFERENCE-" + ((PolicyAction.SetLocalPreference) action).preference())).or(() -> importPolicy);
        Optional<RoutePolicy> out = metric.map(action -> policies.with(exportPolicy, action,
                "METRIC-" + ((PolicyAction.SetMetric) action).metric())).or(() -> exportPolicy);
        return new BgpPeering(remoteAutonomousSystems, keepalive, hold, nextHopSelf, client, allowOwn, override,
                defaultOrigination, in.map(policies::use), out.map(policies::use), password, fastDetection, options(), origin);
    }
}
