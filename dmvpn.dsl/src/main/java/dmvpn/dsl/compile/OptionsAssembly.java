package dmvpn.dsl.compile;

import dmvpn.network.device.DeviceRole;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.PolicyUse;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What several routing clauses say about one process, beside its neighbours and interfaces. */
final class OptionsAssembly {

    private final List<Redistribution> redistributions = new ArrayList<>();
    private final List<PolicyUse> policies = new ArrayList<>();
    private Optional<SeedMetric> defaultMetric = Optional.empty();
    private Optional<AdministrativeDistance> distance = Optional.empty();
    private OptionalInt maximumPaths = OptionalInt.empty();

    /**
     * Adds what a clause says.
     *
     * @param protocol protocol of the process; policies of BGP are said of each neighbour instead
     */
    void add(RoutingPlan.Common common, DeviceRole role, UsedPolicies used, RouteSource protocol) {
        for (var planned : Grouped.all(common.redistributions(), role)) {
            Redistribution redistribution = redistribution(planned.value(), used, protocol);
            if (!redistributions.contains(redistribution)) {
                redistributions.add(redistribution);
            }
        }
        if (protocol != RouteSource.BGP) {
            for (var use : Grouped.all(common.policies(), role)) {
                PolicyUse added = new PolicyUse(used.use(use.value().policy()), use.value().direction(), use.origin());
                if (!policies.contains(added)) {
                    policies.add(added);
                }
            }
        }
        defaultMetric = common.defaultMetric().or(() -> defaultMetric);
        distance = common.distance().or(() -> distance);
        maximumPaths = common.maximumPaths().isPresent() ? common.maximumPaths() : maximumPaths;
    }

    /** Only OSPF sets tags by itself; for the others a policy does. */
    private static Redistribution redistribution(RoutingPlan.RedistributionPlan plan, UsedPolicies used, RouteSource protocol) {
        Redistribution said = plan.redistribution();
        Optional<RoutePolicy> policy = plan.policy();
        if (said.tag().isPresent() && protocol != RouteSource.OSPF) {
            policy = Optional.of(used.with(policy, new PolicyAction.SetTag(said.tag().getAsLong(), said.origin()),
                    "TAG-" + said.tag().getAsLong()));
        }
        return new Redistribution(said.source(), said.process(), said.metric(), said.externalType(), said.tag(),
                policy.map(used::use), said.origin());
    }

    ProcessOptions build(Origin origin) {
        return new ProcessOptions(redistributions, policies, defaultMetric, distance, maximumPaths, origin);
    }
}
