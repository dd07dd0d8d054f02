package dmvpn.network.rules.phases;

import static dmvpn.network.rules.RuleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.testing.NetworkBuilder;
import org.junit.jupiter.api.Test;

class PhaseRulesTest {

    private final NetworkBuilder phase1 = NetworkBuilder.phase1();
    private final NetworkBuilder phase2 = NetworkBuilder.phase2();
    private final NetworkBuilder phase3 = NetworkBuilder.phase3();

    @Test
    void aPointToPointHubOfTwoSpokes() {
        phase3.device("HQ1").tunnel().pointToPoint("198.18.0.1");

        assertThat(check(new HubIsMultipoint(), phase3)).containsExactly(
                "HQ1 | Hub HQ1 has a point-to-point tunnel for 2 spokes: use a multipoint tunnel");
    }

    @Test
    void aMultipointHubIsFine() {
        assertThat(check(new HubIsMultipoint(), phase1)).isEmpty();
    }

    @Test
    void aPhase1SpokeWithTwoHubsInOneCloud() {
        phase1.addHub("HQ2", 2);
        phase1.device("Branch1").tunnel().addServer("HQ2", "10.255.0.2", "203.0.113.2", true);

        assertThat(check(new OneHubPerPointToPointTunnel(), phase1)).containsExactly(
                "Branch1 | Branch1 has a point-to-point tunnel in cloud Corp but 2 hubs:"
                        + " keep one hub and give the other a cloud of its own");
    }

    @Test
    void aMultipointSpokeMayHaveTwoHubs() {
        phase3.addHub("HQ2", 2);
        phase3.device("Branch1").tunnel().addServer("HQ2", "10.255.0.2", "203.0.113.2", true);

        assertThat(check(new OneHubPerPointToPointTunnel(), phase3)).isEmpty();
    }

    @Test
    void aPointToPointSpokeInPhase3() {
        phase3.device("Branch1").tunnel().pointToPoint("203.0.113.1");

        assertThat(check(new SpokeIsMultipoint(), phase3)).singleElement().asString()
                .contains("Branch1 has a point-to-point tunnel in Phase 3 cloud Corp and never uses direct tunnels");
        assertThat(check(new SpokeAcceptsShortcuts(), phase3)).as("the consequence is not reported").isEmpty();
    }

    @Test
    void aPointToPointSpokeInPhase1IsFine() {
        assertThat(check(new SpokeIsMultipoint(), phase1)).isEmpty();
    }

    @Test
    void aSummaryOverTwoSpokesInPhase2() {
        phase2.device("HQ1").eigrp().summary("10.100.0.0/16");

        assertThat(check(new NoSummaryInPhase2(), phase2)).singleElement().asString().contains(
                "Summary 10.100.0.0/16 of hub HQ1 keeps traffic between spokes of Phase 2 cloud Corp on the hub:"
                        + " remove it, or use Phase 3");
    }

    @Test
    void aDefaultInPhase2() {
        phase2.device("HQ1").eigrp().summary("0.0.0.0/0");

        assertThat(check(new NoSummaryInPhase2(), phase2)).hasSize(1);
    }

    @Test
    void aSummaryOfTheHubSiteInPhase2IsFine() {
        phase2.device("HQ1").eigrp().summary("10.1.0.0/16");

        assertThat(check(new NoSummaryInPhase2(), phase2)).isEmpty();
    }

    @Test
    void aSummaryOverOneSpokeInPhase2IsFine() {
        phase2.device("HQ1").eigrp().summary("10.100.1.0/24");

        assertThat(check(new NoSummaryInPhase2(), phase2)).isEmpty();
    }

    @Test
    void aSummaryThatLeaksTheSpokesInPhase2IsFine() {
        phase2.device("HQ1").eigrp().summary("10.100.0.0/16", "10.100.1.0/24", "10.100.2.0/24");

        assertThat(check(new NoSummaryInPhase2(), phase2)).isEmpty();
    }

    @Test
    void aSummaryInPhase3IsFine() {
        assertThat(check(new NoSummaryInPhase2(), phase3)).isEmpty();
    }

    @Test
    void nextHopSelfInPhase2() {
        phase2.device("HQ1").eigrp().nextHopSelf(true);

        assertThat(check(new KeepNextHopInPhase2(), phase2)).containsExactly(
                "HQ1 | Hub HQ1 announces itself as next hop in Phase 2 cloud Corp, so no direct tunnels appear:"
                        + " switch next-hop-self off on Tunnel100");
    }

    @Test
    void nextHopSelfInPhase3IsFine() {
        assertThat(check(new KeepNextHopInPhase2(), phase3)).isEmpty();
    }

    @Test
    void aPhase3HubWithoutRedirect() {
        phase3.device("HQ1").tunnel().redirect(false);

        assertThat(check(new HubRedirectsInPhase3(), phase3)).containsExactly(
                "HQ1 | Hub HQ1 does not redirect, so spokes of Phase 3 cloud Corp get no shortcuts through it:"
                        + " switch redirect on");
    }

    @Test
    void aPhase2HubNeedsNoRedirect() {
        assertThat(check(new HubRedirectsInPhase3(), phase2)).isEmpty();
    }

    @Test
    void aPhase3SpokeWithoutShortcut() {
        phase3.device("Branch2").tunnel().shortcut(false);

        assertThat(check(new SpokeAcceptsShortcuts(), phase3)).containsExactly(
                "Branch2 | Branch2 ignores redirects in Phase 3 cloud Corp: switch shortcut on");
    }

    @Test
    void aPhase2SpokeNeedsNoShortcut() {
        assertThat(check(new SpokeAcceptsShortcuts(), phase2)).isEmpty();
    }
}
