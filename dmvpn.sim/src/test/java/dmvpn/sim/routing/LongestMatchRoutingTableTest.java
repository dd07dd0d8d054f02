package dmvpn.sim.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LongestMatchRoutingTableTest {

    private long nowNanos;
    private final LongestMatchRoutingTable table = new LongestMatchRoutingTable(() -> nowNanos);

    private Route over(String prefix, String nextHop, String interfaceName) {
        return new Route(IpPrefix.parse(prefix), RouteSource.EIGRP, RouteSource.EIGRP.distance(), 1,
                Optional.of(IpAddress.parse(nextHop)), Optional.of(interfaceName), nowNanos, Origin.NONE);
    }

    private Route route(String prefix, RouteSource source, long metric, String nextHop) {
        return new Route(IpPrefix.parse(prefix), source, source.distance(), metric,
                nextHop.isEmpty() ? Optional.empty() : Optional.of(IpAddress.parse(nextHop)),
                Optional.of("Tunnel100"), nowNanos, Origin.NONE);
    }

    private String lookup(String address) {
        return table.lookup(IpAddress.parse(address)).map(found -> found.prefix() + " " + found.source()).orElse("none");
    }

    /** RFC 1812 section 5.2.4.3. */
    @Test
    void theLongestPrefixWinsWhateverItsDistance() {
        table.install(route("192.168.0.0/16", RouteSource.EIGRP, 1, "10.0.0.1"));
        table.install(route("192.168.12.0/24", RouteSource.NHRP, 1, "10.0.0.12"));
        table.install(route("0.0.0.0/0", RouteSource.STATIC, 0, "203.0.113.254"));

        assertThat(lookup("192.168.12.10")).isEqualTo("192.168.12.0/24 NHRP");
        assertThat(lookup("192.168.13.10")).isEqualTo("192.168.0.0/16 EIGRP");
        assertThat(lookup("8.8.8.8")).isEqualTo("0.0.0.0/0 STATIC");
    }

    @Test
    void anEmptyTableKnowsNothing() {
        assertThat(lookup("10.0.0.1")).isEqualTo("none");
        assertThat(table.forward(IpAddress.parse("10.0.0.1"))).isEmpty();
    }

    /** Cisco IOS: administrative distance first, then the owner's metric. */
    @Test
    void withinAPrefixDistanceDecidesBeforeMetric() {
        table.install(route("192.168.12.0/24", RouteSource.NHRP, 1, "10.0.0.12"));
        table.install(route("192.168.12.0/24", RouteSource.EIGRP, 5000, "10.0.0.2"));
        table.install(route("192.168.12.0/24", RouteSource.EIGRP, 3000, "10.0.0.1"));

        assertThat(table.best(IpPrefix.parse("192.168.12.0/24")).orElseThrow().nextHop())
                .contains(IpAddress.parse("10.0.0.1"));
        assertThat(table.explainedCandidates()).extracting(RouteCandidate::reason).containsExactly("",
                "metric 5000 is above 3000", "distance 250 is above 90 of EIGRP");
    }

    @Test
    void equalRoutesOfOneOwnerShareTheLoadAndTheFirstIsTheBest() {
        table.install(route("0.0.0.0/0", RouteSource.EIGRP, 100, "10.0.0.1"));
        table.install(route("0.0.0.0/0", RouteSource.EIGRP, 100, "10.0.0.2"));
        table.install(route("0.0.0.0/0", RouteSource.EIGRP, 200, "10.0.0.3"));

        assertThat(table.equalBest(IpPrefix.IPV4_DEFAULT)).extracting(found -> found.nextHop().orElseThrow().toString())
                .containsExactly("10.0.0.1", "10.0.0.2");
    }

    /** Policies match the tag, so those that follow the table must hear of another one; the order of equal routes stays. */
    @Test
    void anotherTagIsAnotherRoute() {
        List<OptionalLong> heard = new ArrayList<>();
        table.install(route("192.168.12.0/24", RouteSource.OSPF, 20, "10.0.0.1"));
        table.install(route("192.168.12.0/24", RouteSource.OSPF, 20, "10.0.0.2"));
        table.addListener((prefix, best) -> heard.add(best.orElseThrow().tag()));
        Route tagged = route("192.168.12.0/24", RouteSource.OSPF, 20, "10.0.0.1");
        table.install(new Route(tagged.prefix(), tagged.source(), tagged.distance(), tagged.metric(), tagged.nextHop(),
                tagged.interfaceName(), OptionalLong.of(42), 0, Origin.NONE));

        assertThat(heard).containsExactly(OptionalLong.of(42));
        assertThat(table.candidates(IpPrefix.parse("192.168.12.0/24"))).extracting(found -> found.nextHop().orElseThrow().toString())
                .containsExactly("10.0.0.1", "10.0.0.2");
    }

    /** Cisco Express Forwarding, per-destination load sharing: each pair of addresses keeps its way, and all ways are used. */
    @Test
    void flowsShareEqualRoutesAndEachKeepsItsWay() {
        table.install(route("0.0.0.0/0", RouteSource.EIGRP, 100, "10.0.0.1"));
        table.install(route("0.0.0.0/0", RouteSource.EIGRP, 100, "10.0.0.2"));
        table.install(route("0.0.0.0/0", RouteSource.EIGRP, 100, "10.0.0.3"));
        table.install(route("0.0.0.0/0", RouteSource.EIGRP, 200, "10.0.0.4"));
        Map<String, Integer> flows = new TreeMap<>();
        for (int host = 1; host <= 250; host++) {
            FlowKey flow = new FlowKey(IpAddress.parse("192.168.1.10"), IpAddress.parse("192.168.2." + host), 1);
            String nextHop = table.forward(flow).orElseThrow().nextHop().toString();
            assertThat(table.forward(flow).orElseThrow().nextHop()).hasToString(nextHop);
            flows.merge(nextHop, 1, Integer::sum);
        }

        assertThat(flows.keySet()).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.3");
        assertThat(flows.values()).allMatch(count -> count > 50);
    }

    /** A next hop without an interface is followed over equal routes in the same way. */
    @Test
    void flowsShareTheWaysToANextHop() {
        table.install(new Route(IpPrefix.parse("172.16.0.0/12"), RouteSource.STATIC, 1, 0, Optional.of(IpAddress.parse("10.9.9.9")),
                Optional.empty(), 0, Origin.NONE));
        table.install(route("10.9.9.0/24", RouteSource.EIGRP, 100, "10.0.0.1"));
        table.install(route("10.9.9.0/24", RouteSource.EIGRP, 100, "10.0.0.2"));

        assertThat(LongStream.range(1, 50).mapToObj(host -> table.forward(new FlowKey(IpAddress.parse("192.168.1." + host),
                IpAddress.parse("172.16.1.1"), 6)).orElseThrow().nextHop().toString()).distinct().sorted())
                .containsExactly("10.0.0.1", "10.0.0.2");
    }

    @Test
    void oneNextHopOverTwoInterfacesAreTwoWays() {
        Route first = route("192.168.0.0/16", RouteSource.EIGRP, 1, "10.0.0.1");
        Route second = new Route(first.prefix(), first.source(), first.distance(), first.metric(), first.nextHop(),
                Optional.of("Tunnel200"), 0, Origin.NONE);
        table.install(first);
        table.install(second);
        assertThat(table.equalBest(first.prefix())).containsExactly(first, second);

        table.replace(first.prefix(), RouteSource.EIGRP, List.of(second));
        assertThat(table.candidates()).containsExactly(second);
    }

    @Test
    void withdrawingAnOwnersRoutesBringsTheNextOwnersBack() {
        table.install(route("192.168.0.0/16", RouteSource.EIGRP, 1, "10.0.0.1"));
        table.install(route("192.168.0.0/16", RouteSource.STATIC, 0, "10.0.0.2"));

        table.withdraw(IpPrefix.parse("192.168.0.0/16"), RouteSource.STATIC);

        assertThat(lookup("192.168.1.1")).isEqualTo("192.168.0.0/16 EIGRP");
        table.withdraw(IpPrefix.parse("192.168.0.0/16"), RouteSource.EIGRP);
        assertThat(lookup("192.168.1.1")).isEqualTo("none");
        assertThat(table.candidates()).isEmpty();
    }

    @Test
    void aLookupWithoutAnOwnerSeesTheCoveringRouteOfOthers() {
        table.install(route("192.168.0.0/16", RouteSource.EIGRP, 1, "10.0.0.1"));
        table.install(route("192.168.12.0/24", RouteSource.NHRP, 1, "10.0.0.12"));

        assertThat(table.lookupWithout(IpAddress.parse("192.168.12.10"), RouteSource.NHRP).orElseThrow().prefix())
                .isEqualTo(IpPrefix.parse("192.168.0.0/16"));
    }

    @Test
    void aRouteThatIsInstalledAgainUnchangedKeepsItsAgeAndTellsNobody() {
        List<IpPrefix> told = new ArrayList<>();
        table.install(route("192.168.0.0/16", RouteSource.EIGRP, 1, "10.0.0.1"));
        table.addListener((prefix, best) -> told.add(prefix));
        nowNanos = 5;

        table.install(route("192.168.0.0/16", RouteSource.EIGRP, 1, "10.0.0.1"));

        assertThat(told).isEmpty();
        assertThat(table.candidates()).singleElement().extracting(Route::installedAtNanos).isEqualTo(0L);
    }

    @Test
    void aWorseCandidateTellsNobodyAndABetterOneTellsOnce() {
        List<Optional<Route>> told = new ArrayList<>();
        table.install(route("192.168.0.0/16", RouteSource.EIGRP, 1, "10.0.0.1"));
        table.addListener((prefix, best) -> told.add(best));

        table.install(route("192.168.0.0/16", RouteSource.NHRP, 1, "10.0.0.12"));
        assertThat(told).isEmpty();
        table.install(route("192.168.0.0/16", RouteSource.STATIC, 0, "10.0.0.2"));
        assertThat(told).singleElement().extracting(best -> best.orElseThrow().source()).isEqualTo(RouteSource.STATIC);
    }

    /** Observed on IOS: the route stays with its owner, packets go to the overriding next hop. */
    @Test
    void anOverrideLeavesTheRouteWithItsOwnerAndForwardsElsewhere() {
        table.install(route("192.168.12.0/24", RouteSource.EIGRP, 1, "10.0.0.1"));
        table.overrideNextHop(IpPrefix.parse("192.168.12.0/24"), IpAddress.parse("10.0.0.12"), "Tunnel100");

        assertThat(lookup("192.168.12.10")).isEqualTo("192.168.12.0/24 EIGRP");
        assertThat(table.forward(IpAddress.parse("192.168.12.10")).orElseThrow())
                .returns(IpAddress.parse("10.0.0.12"), ForwardingDecision::nextHop)
                .returns("next-hop override by NHRP", ForwardingDecision::reason);

        table.removeNextHopOverride(IpPrefix.parse("192.168.12.0/24"), "Tunnel100");
        assertThat(table.forward(IpAddress.parse("192.168.12.10")).orElseThrow().nextHop())
                .isEqualTo(IpAddress.parse("10.0.0.1"));
    }

    /** Two clouds have a shortcut each for one prefix: what the one takes back is its own. */
    @Test
    void theOverridesOfTwoInterfacesDoNotTouchEachOther() {
        IpPrefix prefix = IpPrefix.parse("192.168.12.0/24");
        table.install(over("192.168.12.0/24", "10.0.1.1", "Tunnel200"));
        table.overrideNextHop(prefix, IpAddress.parse("10.0.1.12"), "Tunnel200");
        table.replace(prefix, RouteSource.EIGRP, List.of(over("192.168.12.0/24", "10.0.0.1", "Tunnel100")));
        table.overrideNextHop(prefix, IpAddress.parse("10.0.0.12"), "Tunnel100");
        assertThat(table.nextHopOverride(prefix)).contains(IpAddress.parse("10.0.0.12"));

        table.removeNextHopOverride(prefix, "Tunnel200");
        assertThat(table.forward(IpAddress.parse("192.168.12.10")).orElseThrow().nextHop())
                .isEqualTo(IpAddress.parse("10.0.0.12"));
        table.removeNextHopOverride(prefix, "Tunnel100");
        assertThat(table.nextHopOverride(prefix)).isEmpty();
    }

    @Test
    void theRoutesOfAnOwnerAreWithdrawnByInterface() {
        table.install(over("192.168.12.0/24", "10.0.0.12", "Tunnel100"));
        table.install(over("192.168.12.0/24", "10.0.1.12", "Tunnel200"));

        table.withdraw(IpPrefix.parse("192.168.12.0/24"), RouteSource.EIGRP, "Tunnel100");

        assertThat(table.candidates()).singleElement().extracting(Route::interfaceName).isEqualTo(Optional.of("Tunnel200"));
    }

    @Test
    void anOverrideEndsWithTheLastCandidateOfItsPrefix() {
        IpPrefix prefix = IpPrefix.parse("192.168.12.0/24");
        table.install(route("192.168.12.0/24", RouteSource.EIGRP, 1, "10.0.0.1"));
        table.overrideNextHop(prefix, IpAddress.parse("10.0.0.12"), "Tunnel100");

        table.withdraw(prefix, RouteSource.EIGRP);
        table.install(route("192.168.12.0/24", RouteSource.EIGRP, 1, "10.0.0.1"));

        assertThat(table.nextHopOverride(prefix)).isEmpty();
    }

    @Test
    void aNextHopWithoutInterfaceIsFollowedToTheConnectedNetwork() {
        table.install(new Route(IpPrefix.parse("10.0.0.0/24"), RouteSource.CONNECTED, 0, 0, Optional.empty(),
                Optional.of("Tunnel100"), 0, Origin.NONE));
        table.install(new Route(IpPrefix.parse("192.168.0.0/16"), RouteSource.STATIC, 1, 0,
                Optional.of(IpAddress.parse("10.0.0.1")), Optional.empty(), 0, Origin.NONE));

        assertThat(table.forward(IpAddress.parse("192.168.12.10")).orElseThrow())
                .returns("Tunnel100", ForwardingDecision::interfaceName)
                .returns(IpAddress.parse("10.0.0.1"), ForwardingDecision::nextHop)
                .returns("static route", ForwardingDecision::reason);
    }

    @Test
    void routesThatLeadToEachOtherLeadNowhere() {
        table.install(new Route(IpPrefix.parse("10.1.0.0/16"), RouteSource.STATIC, 1, 0,
                Optional.of(IpAddress.parse("10.2.0.1")), Optional.empty(), 0, Origin.NONE));
        table.install(new Route(IpPrefix.parse("10.2.0.0/16"), RouteSource.STATIC, 1, 0,
                Optional.of(IpAddress.parse("10.1.0.1")), Optional.empty(), 0, Origin.NONE));

        assertThat(table.forward(IpAddress.parse("10.1.2.3"))).isEmpty();
    }

    @Test
    void ipv6AndIpv4AreTablesOfTheirOwn() {
        table.install(route("::/0", RouteSource.EIGRP, 1, "2001:db8::1"));

        assertThat(lookup("10.0.0.1")).isEqualTo("none");
        assertThat(lookup("2001:db8::77")).isEqualTo("::/0 EIGRP");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    /** Against the definition: ask every candidate. */
    @ParameterizedTest
    @MethodSource("seeds")
    void lookupsAgreeWithASearchThroughAllCandidates(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Route> model = new ArrayList<>();
        for (int step = 0; step < 300; step++) {
            int length = random.nextInt(0, 33);
            IpPrefix prefix = IpPrefix.containing(new Ipv4Address(random.nextInt() & 0x0f0f00ff), length);
            RouteSource source = RouteSource.values()[random.nextInt(RouteSource.values().length)];
            if (random.nextInt(3) == 0) {
                table.withdraw(prefix, source);
                model.removeIf(known -> known.prefix().equals(prefix) && known.source() == source);
            } else {
                Route route = new Route(prefix, source, source.distance(), random.nextInt(4), Optional.empty(),
                        Optional.of("Tunnel100"), 0, Origin.NONE);
                table.install(route);
                model.removeIf(known -> known.prefix().equals(prefix) && known.source() == source);
                model.add(route);
            }
            IpAddress asked = new Ipv4Address(random.nextInt() & 0x0f0f00ff);
            assertThat(table.lookup(asked).map(found -> found.prefix() + " " + found.distance() + " " + found.metric()))
                    .as("seed %d, step %d, %s", seed, step, asked)
                    .isEqualTo(bestOf(model, asked).map(best ->
                            best.prefix() + " " + best.distance() + " " + best.metric()));
        }
    }

    private static Optional<Route> bestOf(List<Route> model, IpAddress asked) {
        return model.stream().filter(known -> known.prefix().contains(asked))
                .max((one, other) -> {
                    int byLength = Integer.compare(one.prefix().length(), other.prefix().length());
                    int byDistance = byLength != 0 ? byLength : Integer.compare(other.distance(), one.distance());
                    return byDistance != 0 ? byDistance : Long.compare(other.metric(), one.metric());
                });
    }
}
