package dmvpn.network.rules.routing;

import static dmvpn.network.rules.RuleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.testing.NetworkBuilder;
import org.junit.jupiter.api.Test;

class RoutingRulesTest {

    private final NetworkBuilder network = NetworkBuilder.phase3();

    @Test
    void splitHorizonWithoutSummary() {
        network.device("HQ1").eigrp().noSummary();

        assertThat(check(new HubAnnouncesSpokesToSpokes(), network)).containsExactly(
                "HQ1 | Hub HQ1 does not announce the networks of its spokes to each other:"
                        + " switch split horizon off on Tunnel100, or announce a summary");
    }

    @Test
    void noSplitHorizonAndNoSummaryIsFine() {
        network.device("HQ1").eigrp().noSummary().splitHorizon(false);

        assertThat(check(new HubAnnouncesSpokesToSpokes(), network)).isEmpty();
    }

    @Test
    void spokesWithStaticRoutesIntoTheTunnelAreFine() {
        network.device("HQ1").eigrp().noSummary();
        network.device("Branch1").staticRoute("10.0.0.0/8", "10.255.0.1");

        assertThat(check(new HubAnnouncesSpokesToSpokes(), network)).isEmpty();
    }

    @Test
    void anotherAutonomousSystem() {
        network.device("Branch2").eigrp().autonomousSystem(200);

        assertThat(check(new SameAutonomousSystem(), network)).containsExactly(
                "Branch2 | Branch2 runs EIGRP 200 but HQ1 runs EIGRP 100: use one number");
    }

    @Test
    void oneAutonomousSystemIsFine() {
        assertThat(check(new SameAutonomousSystem(), network)).isEmpty();
    }
}
