package dmvpn.sim.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv4Address;
import dmvpn.sim.bgp.message.Nlri;
import dmvpn.sim.bgp.message.PathAttributes;
import dmvpn.sim.bgp.message.RouteOrigin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.routing.policy.AsPath;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The steps of Cisco, BGP Best Path Selection Algorithm, one by one: a path that is better by a step wins though the other one is
 * better by all that come behind it.
 */
class BestPathTest {

    private static final Nlri PREFIX = Nlri.of(IpPrefix.parse("172.16.0.0/16"));
    private static final Ipv4Address SELF = Ipv4Address.parse("9.9.9.9");

    /** A path that is the worst by each step, until a test mends it. */
    private static final class Draft {
        private int weight;
        private PathSource source = PathSource.INTERNAL;
        private PathAttributes attributes = PathAttributes.of(RouteOrigin.INCOMPLETE, AsPath.of(65001L, 65002L),
                IpAddress.parse("10.0.0.2")).withMultiExitDiscriminator(OptionalLong.of(50))
                .withReflection(Optional.of(Ipv4Address.parse("5.5.5.5")), List.of(SELF, SELF));
        private long nextHopMetric = 20;
        private long receivedAtNanos = 7;
        private String neighbor = "10.0.0.9";

        private Draft with(UnaryOperator<PathAttributes> change) {
            attributes = change.apply(attributes);
            return this;
        }

        /** Mends all that comes behind a step. */
        private Draft betterBehind(DecisionStep step) {
            if (step.compareTo(DecisionStep.AS_PATH_LENGTH) < 0) {
                with(each -> each.withAsPath(AsPath.of(65001L)));
            }
            if (step.compareTo(DecisionStep.ORIGIN) < 0) {
                with(each -> origin(each, RouteOrigin.IGP));
            }
            if (step.compareTo(DecisionStep.MULTI_EXIT_DISCRIMINATOR) < 0) {
                with(each -> each.withMultiExitDiscriminator(OptionalLong.of(10)));
            }
            if (step.compareTo(DecisionStep.NEXT_HOP_METRIC) < 0) {
                nextHopMetric = 10;
            }
            if (step.compareTo(DecisionStep.ROUTER_ID) < 0) {
                with(each -> each.withReflection(Optional.of(Ipv4Address.parse("1.1.1.1")), each.clusterList()));
            }
            if (step.compareTo(DecisionStep.CLUSTER_LIST_LENGTH) < 0) {
                with(each -> each.withReflection(each.originatorId(), List.of(SELF)));
            }
            neighbor = "10.0.0.1";
            return this;
        }

        private BgpPath build() {
            Optional<BgpPeer> peer = source.isLocal() ? Optional.empty() : Optional.of(new BgpPeer(new PeerSettings(
                    IpAddress.parse(neighbor), new Peering(65000).build(), false, 65000), 0));
            BgpPath path = new BgpPath(PREFIX, attributes, weight, source, peer, SELF, receivedAtNanos);
            path.setNextHop(true, nextHopMetric);
            return path;
        }
    }

    private static PathAttributes origin(PathAttributes before, RouteOrigin origin) {
        return new PathAttributes(origin, before.asPath(), before.nextHop(), before.linkLocalNextHop(), before.multiExitDiscriminator(),
                before.localPreference(), before.atomicAggregate(), before.aggregator(), before.communities(),
                before.originatorId(), before.clusterList(), before.unknown());
    }

    private static void assertWins(Draft better, DecisionStep step) {
        assertWins(better, new Draft().betterBehind(step), step);
    }

    private static void assertWins(Draft better, Draft worse, DecisionStep step) {
        BgpPath winner = better.build();
        BgpPath loser = worse.build();

        assertThat(BestPath.compare(winner, loser).order()).isNegative();
        assertThat(BestPath.compare(loser, winner).order()).isPositive();
        assertThat(BestPath.compare(winner, loser).step()).isEqualTo(step);
        assertThat(BestPath.of(List.of(loser, winner))).isSameAs(winner);
        assertThat(BestPath.whyLost(loser, winner)).isEqualTo(step);
    }

    @Test
    void aPathThatCannotBeUsedNeverWins() {
        BgpPath unreachable = new Draft().betterBehind(DecisionStep.WEIGHT).build();
        unreachable.setNextHop(false, 0);
        BgpPath usable = new Draft().build();

        assertThat(BestPath.of(List.of(unreachable, usable))).isSameAs(usable);
        assertThat(BestPath.whyLost(unreachable, usable)).isEqualTo(DecisionStep.NEXT_HOP);
    }

    @Test
    void theHigherWeight() {
        Draft heavy = new Draft();
        heavy.weight = 1;
        assertWins(heavy, DecisionStep.WEIGHT);
    }

    @Test
    void theHigherLocalPreference() {
        assertWins(new Draft().with(each -> each.withLocalPreference(OptionalLong.of(101))), DecisionStep.LOCAL_PREFERENCE);
    }

    /** RFC 4271 section 9.1.1 leaves the value to the router; Cisco's is 100. */
    @Test
    void aMissingLocalPreferenceIsAHundred() {
        assertWins(new Draft(), new Draft().with(each -> each.withLocalPreference(OptionalLong.of(99)))
                .betterBehind(DecisionStep.LOCAL_PREFERENCE), DecisionStep.LOCAL_PREFERENCE);
    }

    @Test
    void theOwnOne() {
        Draft own = new Draft();
        own.source = PathSource.AGGREGATE;
        assertWins(own, DecisionStep.LOCALLY_ORIGINATED);
    }

    @Test
    void theOwnOneThatIsNoAggregate() {
        Draft redistributed = new Draft();
        redistributed.source = PathSource.REDISTRIBUTED;
        Draft aggregate = new Draft().betterBehind(DecisionStep.OWN_AGGREGATE);
        aggregate.source = PathSource.AGGREGATE;
        assertWins(redistributed, aggregate, DecisionStep.OWN_AGGREGATE);
    }

    @Test
    void theShorterPath() {
        assertWins(new Draft().with(each -> each.withAsPath(AsPath.of(65001L))),
                new Draft().betterBehind(DecisionStep.AS_PATH_LENGTH), DecisionStep.AS_PATH_LENGTH);
    }

    /** RFC 4271 section 9.1.2.2: IGP before EGP before incomplete. */
    @Test
    @Shows("RFC4271/9.1.2.2-origin")
    void theLowerOrigin() {
        assertWins(new Draft().with(each -> origin(each, RouteOrigin.EGP)), DecisionStep.ORIGIN);
        assertWins(new Draft().with(each -> origin(each, RouteOrigin.IGP)),
                new Draft().with(each -> origin(each, RouteOrigin.EGP)).betterBehind(DecisionStep.ORIGIN), DecisionStep.ORIGIN);
    }

    @Test
    @Shows("RFC4271/9.1.2.2-med")
    void theLowerMetricOfOneNeighboringSystem() {
        assertWins(new Draft().with(each -> each.withMultiExitDiscriminator(OptionalLong.of(49))),
                DecisionStep.MULTI_EXIT_DISCRIMINATOR);
    }

    @Test
    @Shows("RFC4271/9.1.2.2-med")
    void metricsOfTwoNeighboringSystemsAreNotCompared() {
        Draft near = new Draft();
        near.nextHopMetric = 19;
        assertWins(near, new Draft().with(each -> each.withAsPath(AsPath.of(65003L, 65002L))
                .withMultiExitDiscriminator(OptionalLong.of(1))).betterBehind(DecisionStep.NEXT_HOP_METRIC),
                DecisionStep.NEXT_HOP_METRIC);
    }

    @Test
    @Shows("RFC4271/9.1.2.2-external")
    void theExternalOne() {
        Draft external = new Draft();
        external.source = PathSource.EXTERNAL;
        assertWins(external, DecisionStep.EXTERNAL);
    }

    @Test
    @Shows("RFC4271/9.1.2.2-cost")
    void theNearerNextHop() {
        Draft near = new Draft();
        near.nextHopMetric = 19;
        assertWins(near, DecisionStep.NEXT_HOP_METRIC);
    }

    @Test
    void theOldestExternalOne() {
        Draft old = new Draft();
        old.source = PathSource.EXTERNAL;
        old.receivedAtNanos = 6;
        Draft young = new Draft().betterBehind(DecisionStep.OLDEST);
        young.source = PathSource.EXTERNAL;
        assertWins(old, young, DecisionStep.OLDEST);
    }

    @Test
    void theAgeOfInternalOnesDoesNotCount() {
        Draft old = new Draft();
        old.receivedAtNanos = 6;
        assertWins(new Draft().betterBehind(DecisionStep.OLDEST), old, DecisionStep.ROUTER_ID);
    }

    /** RFC 4456 section 9: the identifier is that of the originator where there is one. */
    @Test
    @Shows({"RFC4271/9.1.2.2-identifier", "RFC4456/9-identifier"})
    void theLowerRouterId() {
        assertWins(new Draft().with(each -> each.withReflection(Optional.of(Ipv4Address.parse("5.5.5.4")), each.clusterList())),
                DecisionStep.ROUTER_ID);
    }

    /** RFC 4456 section 9. */
    @Test
    @Shows("RFC4456/9-cluster")
    void theShorterClusterList() {
        assertWins(new Draft().with(each -> each.withReflection(each.originatorId(), List.of(SELF))),
                DecisionStep.CLUSTER_LIST_LENGTH);
    }

    @Test
    @Shows("RFC4271/9.1.2.2-address")
    void theLowerNeighborAddress() {
        Draft low = new Draft();
        low.neighbor = "10.0.0.8";
        assertWins(low, new Draft(), DecisionStep.NEIGHBOR_ADDRESS);
    }

    @Test
    void nothingTellsAlikePathsApart() {
        assertThat(BestPath.compare(new Draft().build(), new Draft().build()))
                .isEqualTo(new BestPath.Comparison(0, DecisionStep.NOTHING));
    }
}
