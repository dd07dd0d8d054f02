package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BgpListenRange;
import dmvpn.network.routing.BgpNeighbor;
import dmvpn.network.routing.BgpPeering;
import dmvpn.network.routing.BgpProcess;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.sim.testing.DraftNetwork;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.RouterDraft;
import dmvpn.sim.testing.TunnelDraft;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * BGP over a cloud in each phase: the next hop that spokes see, and what NHRP makes of it (ipSpace.net, "Scaling BGP-Based DMVPN
 * Networks" and "Changes in IBGP Next Hop Processing Drastically Improve BGP-based DMVPN Designs").
 */
class BgpPhasesTest {

    private static final long HUB_SYSTEM = 65_000;

    private final DraftNetwork network = new DraftNetwork();
    private boolean redirects;
    private boolean pointToPoint;
    private boolean defaultOnly;
    private NextHopSelf nextHopSelf = NextHopSelf.OFF;
    private boolean reflects;
    private boolean allowsOwn;
    private Optional<Duration> keepalive = Optional.empty();
    private Optional<Duration> hold = Optional.empty();

    private BgpPeering peering(long... systems) {
        List<Long> remote = Arrays.stream(systems).boxed().toList();
        boolean ofHub = systems[0] != HUB_SYSTEM || reflects;
        return new BgpPeering(remote, keepalive, hold, ofHub ? nextHopSelf : NextHopSelf.OFF, reflects && ofHub, allowsOwn, false,
                ofHub && defaultOnly ? Optional.of(new DefaultOrigination(Origin.NONE)) : Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), false, Origin.NONE);
    }

    private static BgpProcess process(long system, String network, List<BgpNeighbor> neighbors, List<BgpListenRange> ranges) {
        return new BgpProcess(system, Optional.empty(), List.of(IpPrefix.parse(network)), neighbors, ranges, List.of(),
                ProcessOptions.NONE, Origin.NONE);
    }

    private void hub(long... spokeSystems) {
        TunnelDraft tunnel = new TunnelDraft("Tunnel0", "10.0.0.1/24").dynamicMulticast();
        network.router("H1", "203.0.113.1", "192.168.1.0/24").tunnel(redirects ? tunnel.redirect() : tunnel)
                .bgp(process(HUB_SYSTEM, "192.168.1.0/24", List.of(), List.of(new BgpListenRange(
                        IpPrefix.parse("10.0.0.0/24"), "SPOKES", peering(spokeSystems), Origin.NONE))));
    }

    private RouterDraft spoke(int number, long system) {
        TunnelDraft tunnel = new TunnelDraft("Tunnel0", "10.0.0.1" + number + "/24").server("10.0.0.1", "203.0.113.1");
        if (pointToPoint) {
            tunnel.pointToPoint("203.0.113.1");
        }
        String lan = "192.168.1" + number + ".0/24";
        boolean allowed = allowsOwn;
        BgpPeering toHub = new BgpPeering(List.of(HUB_SYSTEM), keepalive, hold, NextHopSelf.OFF, false, allowed, false,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, Origin.NONE);
        return network.router("S" + number, "198.51.100.1" + number, lan).tunnel(redirects ? tunnel.shortcut() : tunnel)
                .bgp(process(system, lan, List.of(new BgpNeighbor(IpAddress.parse("10.0.0.1"), Optional.empty(), toHub,
                        Origin.NONE)), List.of()));
    }

    private FinishedRun pinged() {
        return FinishedRun.of(network.ping(100, "S1", "S2").build());
    }

    /** Whether the direct path comes into use, and which next hop the spoke's table shows. */
    private void assertPath(FinishedRun run, String nextHop, boolean direct) {
        assertThat(run.show("S1", "show ip route")).containsPattern("B   [ %] 192\\.168\\.12\\.0/24 \\[\\d+/0\\] via "
                + nextHop.replace(".", "\\."));
        assertThat(run.roundTripMillis()).startsWith(40L).endsWith(direct ? 20L : 40L);
    }

    @Test
    void phase2WithExternalSessionsAndASystemForEachSpokeGoesDirect() {
        hub(65001, 65002);
        spoke(1, 65001);
        spoke(2, 65002);

        assertPath(pinged(), "10.0.0.12", true);
    }

    @Test
    void phase2WithNextHopSelfStaysAtTheHubForEver() {
        nextHopSelf = NextHopSelf.ON;
        hub(65001, 65002);
        spoke(1, 65001);
        spoke(2, 65002);

        FinishedRun run = pinged();
        assertPath(run, "10.0.0.1", false);
        assertThat(run.count("S1", "NHRP", "Resolution Request sent")).isZero();
    }

    @Test
    void phase2WithAReflectorGoesDirect() {
        reflects = true;
        hub(HUB_SYSTEM);
        spoke(1, HUB_SYSTEM);
        spoke(2, HUB_SYSTEM);

        assertPath(pinged(), "10.0.0.12", true);
    }

    @Test
    void phase2WithPlainNextHopSelfAtAReflectorGoesDirect() {
        reflects = true;
        nextHopSelf = NextHopSelf.ON;
        hub(HUB_SYSTEM);
        spoke(1, HUB_SYSTEM);
        spoke(2, HUB_SYSTEM);

        assertPath(pinged(), "10.0.0.12", true);
    }

    @Test
    void phase2WithOneSystemForAllSpokesHasNoRoutesBetweenThem() {
        hub(65001);
        spoke(1, 65001);
        spoke(2, 65001);

        FinishedRun run = pinged();
        assertThat(run.show("S1", "show ip route")).doesNotContain("192.168.12.0");
        assertThat(run.lostAtSeconds()).hasSizeGreaterThan(15);
    }

    @Test
    void phase2WithOneSystemNeedsAllowAsIn() {
        allowsOwn = true;
        hub(65001);
        spoke(1, 65001);
        spoke(2, 65001);

        assertPath(pinged(), "10.0.0.12", true);
    }

    @Test
    void phase3WithNextHopSelfAllGoesDirectByNextHopOverride() {
        redirects = true;
        reflects = true;
        nextHopSelf = NextHopSelf.ALL;
        hub(HUB_SYSTEM);
        spoke(1, HUB_SYSTEM);
        spoke(2, HUB_SYSTEM);

        FinishedRun run = pinged();
        assertPath(run, "10.0.0.1", true);
        assertThat(run.show("S1", "show ip route next-hop-override")).contains("B   % 192.168.12.0/24 [200/0] via 10.0.0.1,", "[NHO][200/255] via 10.0.0.12");
    }

    @Test
    void phase3WithADefaultRouteGoesDirectByShortcut() {
        redirects = true;
        defaultOnly = true;
        hub(65001);
        spoke(1, 65001).underlay("203.0.113.0/24");
        spoke(2, 65001).underlay("203.0.113.0/24");

        FinishedRun run = pinged();
        assertThat(run.show("S1", "show ip route")).contains("B*    0.0.0.0/0 [20/0] via 10.0.0.1")
                .contains("H     192.168.12.0/24 [250/");
        assertThat(run.roundTripMillis()).startsWith(40L).endsWith(20L);
    }

    @Test
    void phase1CrossesTheHubWhateverTheNextHopIs() {
        pointToPoint = true;
        reflects = true;
        hub(HUB_SYSTEM);
        spoke(1, HUB_SYSTEM);
        spoke(2, HUB_SYSTEM);

        assertPath(pinged(), "10.0.0.12", false);
    }

    /** A session comes up when the tunnel is: the SYN that found no association is repeated after 2 s. */
    @Test
    void aSpokesSessionIsUpTwoSecondsAfterPowerOn() {
        hub(65001, 65002);
        spoke(1, 65001);
        spoke(2, 65002);
        FinishedRun run = FinishedRun.until(network.build(), Duration.ofSeconds(60));

        assertThat(run.times("S1", "BGP", "session Connect")).containsExactly("0.000");
        assertThat(run.times("S1", "BGP", "neighbor up")).containsExactly("2.040");
        assertThat(run.times("H1", "BGP", "neighbor up", "neighbor", "10.0.0.11")).containsExactly("2.050");
        assertThat(run.times("S1", "RIB", "route installed", "prefix", "192.168.1.0/24")).containsExactly("2.060");
        assertThat(run.times("S1", "RIB", "route installed", "prefix", "192.168.12.0/24")).containsExactly("2.060");
    }

    /** The hub dies at 300: with the default timers spokes notice 180 s after its last KEEPALIVE (slowest of all protocols). */
    @Test
    void theLossOfTheHubIsNoticedAfterTheHoldTime() {
        hub(65001, 65002);
        spoke(1, 65001);
        spoke(2, 65002);
        FinishedRun run = FinishedRun.of(network.duration(500).ping(100, "S1", "S2").fail(300, "H1").build());

        // KEEPALIVEs of the hub leave at 2.030 + 60 n, the last at 242.030.
        assertThat(run.times("S1", "BGP", "neighbor down")).containsExactly("422.040");
        assertThat(run.lostAtSeconds()).as("the direct path is used while the route is there")
                .allSatisfy(second -> assertThat(second).isGreaterThanOrEqualTo(422));
    }

    @Test
    void fasterTimersNoticeItEarlier() {
        keepalive = Optional.of(Duration.ofSeconds(10));
        hold = Optional.of(Duration.ofSeconds(30));
        hub(65001, 65002);
        spoke(1, 65001);
        spoke(2, 65002);
        FinishedRun run = FinishedRun.of(network.duration(400).fail(300, "H1").build());

        assertThat(run.times("S1", "BGP", "neighbor down")).containsExactly("322.040");
    }
}
