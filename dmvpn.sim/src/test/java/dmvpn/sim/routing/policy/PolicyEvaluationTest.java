package dmvpn.sim.routing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.policy.PolicyAction;
import dmvpn.network.policy.PolicyStatement;
import dmvpn.network.policy.PrefixMatch;
import dmvpn.network.policy.RoutePolicy;
import dmvpn.network.routing.RouteSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy makes of routes: a test for each clause ({@code route-map} and the lists that it names). */
class PolicyEvaluationTest {

    private static final IpAddress PEER = IpAddress.parse("10.0.0.1");
    private static final RouteAttributes ROUTE = new RouteAttributes(IpPrefix.parse("192.168.11.0/24"),
            Optional.of(RouteSource.OSPF), OptionalLong.of(20), OptionalLong.of(777), Optional.of(IpAddress.parse("10.0.0.11")),
            List.of(Community.tryParse("65000:1").orElseThrow(), Community.NO_EXPORT), AsPath.of(65001L, 65002L), OptionalLong.empty(),
            OptionalInt.of(0), OptionalInt.empty());

    private static PolicyStatement statement(boolean permit, String prefix, String ge, String le, Long tag, String community,
            String asPath, String protocol, PolicyAction... actions) {
        List<PrefixMatch> prefixes = prefix == null ? List.of() : List.of(new PrefixMatch(IpPrefix.parse(prefix), length(ge),
                length(le), Origin.NONE));
        return new PolicyStatement(permit, prefixes, tag == null ? OptionalLong.empty() : OptionalLong.of(tag),
                Optional.ofNullable(community), Optional.ofNullable(asPath), Optional.ofNullable(protocol), List.of(actions),
                Origin.NONE);
    }

    private static OptionalInt length(String text) {
        return text == null || text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static PolicyOutcome apply(PolicyStatement... statements) {
        return new PolicyEvaluation(new RoutePolicy("P", List.of(statements), Origin.NONE)).apply(ROUTE, Optional.of(PEER));
    }

    private static RouteAttributes changed(PolicyAction... actions) {
        return apply(PolicyStatement.permitAll(List.of(actions), Origin.NONE)).attributes().orElseThrow();
    }

    /** Cisco, {@code ip prefix-list}: without ge and le the very prefix; ge alone up to hosts; le alone from the prefix's length. */
    @ParameterizedTest
    @CsvSource({"192.168.11.0/24,,,true", "192.168.0.0/16,,,false", "192.168.0.0/16,,24,true", "192.168.0.0/16,,23,false",
        "192.168.0.0/16,24,,true", "192.168.0.0/16,25,,false", "192.168.0.0/16,20,24,true", "192.168.0.0/16,25,28,false",
        "0.0.0.0/0,,32,true", "192.168.12.0/24,,,false"})
    void prefixesMatchByRangeOfLengths(String prefix, String ge, String le, boolean matches) {
        assertThat(apply(statement(true, prefix, ge, le, null, null, null, null)).isPermitted()).isEqualTo(matches);
    }

    @Test
    void oneOfSeveralPrefixesIsEnough() {
        PolicyStatement several = new PolicyStatement(true, List.of(
                new PrefixMatch(IpPrefix.parse("10.0.0.0/8"), OptionalInt.empty(), OptionalInt.of(32), Origin.NONE),
                new PrefixMatch(IpPrefix.parse("192.168.11.0/24"), OptionalInt.empty(), OptionalInt.empty(), Origin.NONE)),
                OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Origin.NONE);

        assertThat(apply(several).isPermitted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"777,true", "778,false"})
    void tagsMatch(long tag, boolean matches) {
        assertThat(apply(statement(true, null, null, null, tag, null, null, null)).isPermitted()).isEqualTo(matches);
    }

    /** Cisco, {@code ip community-list}: every route is one of the Internet community. */
    @ParameterizedTest
    @CsvSource({"65000:1,true", "65000:2,false", "no-export,true", "no-advertise,false", "internet,true", "4259840001,true"})
    void communitiesMatch(String community, boolean matches) {
        assertThat(apply(statement(true, null, null, null, null, community, null, null)).isPermitted()).isEqualTo(matches);
    }

    /** Cisco, Regular Expressions: an underscore is a delimiter or an end. */
    @ParameterizedTest
    @CsvSource({"^65001_,true", "_65002$,true", "_65002_,true", "^65002_,false", "_6500_,false", "^$,false", ".*,true",
        "^65001 65002$,true", "[0-9]+,true"})
    void pathsMatchByRegularExpression(String expression, boolean matches) {
        assertThat(apply(statement(true, null, null, null, null, null, expression, null)).isPermitted()).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"ospf,true", "eigrp,false"})
    void protocolsMatch(String protocol, boolean matches) {
        assertThat(apply(statement(true, null, null, null, null, null, null, protocol)).isPermitted()).isEqualTo(matches);
    }

    @Test
    void allConditionsMustBeFulfilled() {
        assertThat(apply(statement(true, "192.168.11.0/24", null, null, 777L, "65000:1", "_65002$", "ospf")).isPermitted()).isTrue();
        assertThat(apply(statement(true, "192.168.11.0/24", null, null, 778L, "65000:1", "_65002$", "ospf")).isPermitted()).isFalse();
    }

    @Test
    void theFirstStatementThatMatchesDecides() {
        PolicyOutcome outcome = apply(statement(true, "10.0.0.0/8", null, null, null, null, null, null),
                statement(false, null, null, null, 777L, null, null, null),
                statement(true, null, null, null, null, null, null, null));

        assertThat(outcome.isPermitted()).isFalse();
        assertThat(outcome.reason()).isEqualTo("denied by P 20");
    }

    @Test
    void whatNoStatementMatchesIsDropped() {
        PolicyOutcome outcome = apply(statement(true, "10.0.0.0/8", null, null, null, null, null, null));

        assertThat(outcome.isPermitted()).isFalse();
        assertThat(outcome.reason()).isEqualTo("no statement of P matches");
    }

    @Test
    void aStatementWithoutConditionsMatchesAll() {
        assertThat(apply(PolicyStatement.permitAll(List.of(), Origin.NONE)))
                .isEqualTo(new PolicyOutcome(Optional.of(ROUTE), false, "permitted by P 10"));
    }

    @Test
    void metricTagPreferenceAndTypeAreSet() {
        RouteAttributes route = changed(new PolicyAction.SetMetric(5, Origin.NONE), new PolicyAction.SetTag(6, Origin.NONE),
                new PolicyAction.SetLocalPreference(200, Origin.NONE), new PolicyAction.SetExternalType(1, Origin.NONE));

        assertThat(route.metric()).hasValue(5);
        assertThat(route.tag()).hasValue(6);
        assertThat(route.localPreference()).hasValue(200);
        assertThat(route.externalType()).hasValue(1);
    }

    @Test
    void thePathIsMadeLonger() {
        assertThat(changed(new PolicyAction.Prepend(65000, 3, Origin.NONE)).asPath())
                .isEqualTo(AsPath.of(65000L, 65000L, 65000L, 65001L, 65002L));
    }

    @Test
    void aCommunityTakesThePlaceOfOthers() {
        assertThat(changed(new PolicyAction.SetCommunity("65000:9", Origin.NONE)).communities())
                .containsExactly(Community.tryParse("65000:9").orElseThrow());
    }

    @Test
    void theNextHopIsSetToAnAddressOrTheNeighbors() {
        IpAddress other = IpAddress.parse("10.0.0.99");

        assertThat(changed(new PolicyAction.SetNextHop(Optional.of(other), Origin.NONE)).nextHop()).contains(other);
        assertThat(changed(new PolicyAction.SetNextHop(Optional.empty(), Origin.NONE)).nextHop()).contains(PEER);
    }

    @Test
    void pathsAreCountedAndWritten() {
        AsPath path = new AsPath(List.of(new AsPath.Segment(false, List.of(1L, 2L)), new AsPath.Segment(true, List.of(3L, 4L))));

        assertThat(path.length()).as("a set counts as one (RFC 4271 section 9.1.2.2)").isEqualTo(3);
        assertThat(path).hasToString("1 2 {3,4}");
        assertThat(path.prepend(9, 1)).hasToString("9 1 2 {3,4}");
        assertThat(path.replace(2, 7)).hasToString("1 7 {3,4}");
        assertThat(AsPath.EMPTY.prepend(9, 300).segments()).as("at most 255 in a segment").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"65000:1,4259840001", "no-export,4294967041", "no-advertise,4294967042", "local-as,4294967043", "12,12"})
    void communitiesAreRead(String text, long value) {
        assertThat(Community.tryParse(text)).contains(new Community(value));
    }

    @ParameterizedTest
    @CsvSource({"65536:1", "1:65536", "x", "1:2:3", "-1", "4294967296", ":"})
    void whatIsNoCommunityIsNotRead(String text) {
        assertThat(Community.tryParse(text)).isEmpty();
    }
}
