package dmvpn.sim.routing.redistribution;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.SeedMetric;
import dmvpn.sim.routing.Route;
import dmvpn.sim.routing.RouteSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Cisco IOS IP Routing: Protocol-Independent Command Reference, redistribute: the route map decides which, and with what. */
class PolicyFilterTest {

    private static final IpPrefix INSIDE = IpPrefix.parse("172.16.1.0/24");
    private static final IpPrefix OUTSIDE = IpPrefix.parse("172.17.1.0/24");

    private static RedistributedRoute route(IpPrefix prefix, String policy, OptionalLong tag) {
        Redistribution by = new Redistribution(dmvpn.network.routing.RouteSource.STATIC, OptionalLong.empty(),
                Optional.of(new SeedMetric.Simple(50, Origin.NONE)), OptionalInt.empty(), tag, Optional.ofNullable(policy), Origin.NONE);
        return RedistributedRoute.of(new Route(prefix, RouteSource.STATIC, 1, 0, Optional.of(IpAddress.parse("10.0.0.2")),
                Optional.empty(), OptionalLong.of(7), 0, Origin.NONE), by);
    }

    private static PolicyStatement statement(boolean permit, OptionalLong tag, String protocol, PolicyAction... actions) {
        return new PolicyStatement(permit, List.of(), tag, Optional.empty(), Optional.empty(), Optional.ofNullable(protocol),
                List.of(actions), Origin.NONE);
    }

    private static Optional<RedistributedRoute> apply(RedistributedRoute route, PolicyStatement... statements) {
        return new PolicyFilter(List.of(new RoutePolicy("P", List.of(statements), Origin.NONE))).apply(route);
    }

    @Test
    void onlyPrefixesThatAStatementPermitsAreAnnounced() {
        PolicyStatement inside = new PolicyStatement(true,
                List.of(new PrefixMatch(IpPrefix.parse("172.16.0.0/16"), OptionalInt.empty(), OptionalInt.of(24), Origin.NONE)),
                OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Origin.NONE);
        assertThat(apply(route(INSIDE, "P", OptionalLong.empty()), inside)).isPresent();
        assertThat(apply(route(OUTSIDE, "P", OptionalLong.empty()), inside)).isEmpty();
    }

    @Test
    void aStatementThatDeniesDrops() {
        assertThat(apply(route(INSIDE, "P", OptionalLong.empty()), statement(false, OptionalLong.empty(), null),
                statement(true, OptionalLong.empty(), null))).isEmpty();
    }

    @Test
    void whatIsSetComesBeforeWhatTheRedistributionSays() {
        RedistributedRoute changed = apply(route(INSIDE, "P", OptionalLong.of(3)), statement(true, OptionalLong.empty(), null,
                new PolicyAction.SetMetric(70, Origin.NONE), new PolicyAction.SetTag(9, Origin.NONE),
                new PolicyAction.SetExternalType(1, Origin.NONE))).orElseThrow();
        assertThat(changed.metric()).hasValue(70);
        assertThat(changed.tag()).hasValue(9);
        assertThat(changed.externalType()).hasValue(1);
    }

    @Test
    void aTagThatIsSetCountsAlsoWhereTheRouteHasTheSame() {
        RedistributedRoute changed = apply(route(INSIDE, "P", OptionalLong.of(3)),
                statement(true, OptionalLong.empty(), null, new PolicyAction.SetTag(7, Origin.NONE))).orElseThrow();
        assertThat(changed.tag()).hasValue(7);
    }

    @Test
    void whatIsNotSetStays() {
        RedistributedRoute same = apply(route(INSIDE, "P", OptionalLong.of(3)), statement(true, OptionalLong.empty(), null))
                .orElseThrow();
        assertThat(same.metric()).hasValue(50);
        assertThat(same.tag()).isEmpty();
        assertThat(same.by().tag()).hasValue(3);
        assertThat(same.externalType()).isEmpty();
    }

    @Test
    void theSourceIsMatched() {
        assertThat(apply(route(INSIDE, "P", OptionalLong.empty()), statement(true, OptionalLong.empty(), "static"))).isPresent();
        assertThat(apply(route(INSIDE, "P", OptionalLong.empty()), statement(true, OptionalLong.empty(), "bgp"))).isEmpty();
    }

    @Test
    void theTagOfTheRouteIsMatchedAndNotThatOfTheRedistribution() {
        assertThat(apply(route(INSIDE, "P", OptionalLong.of(3)), statement(true, OptionalLong.of(7), null))).isPresent();
        assertThat(apply(route(INSIDE, "P", OptionalLong.of(3)), statement(true, OptionalLong.of(3), null))).isEmpty();
    }

    @Test
    void withoutAPolicyAllAreAnnouncedAsTheyAre() {
        RedistributedRoute route = route(OUTSIDE, null, OptionalLong.empty());
        assertThat(apply(route, statement(false, OptionalLong.empty(), null))).contains(route);
    }
}
