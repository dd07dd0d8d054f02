package dmvpn.network.rules.underlay;

import static dmvpn.network.rules.RuleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.testing.DeviceBuilder;
import dmvpn.network.testing.NetworkBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnderlayRulesTest {

    private final NetworkBuilder network = NetworkBuilder.phase3();

    @Test
    void aTunnelInAnotherVrfThanItsSource() {
        network.device("Branch2").tunnel().frontDoorVrf(Optional.empty());

        assertThat(check(new TunnelVrfMatchesSource(), network)).containsExactly("Branch2 | Tunnel100 of Branch2 sends"
                + " through the global table but its source GigabitEthernet1 is in VRF INET: use VRF INET");
    }

    @Test
    void noFrontDoorVrfAtAllIsFine() {
        network.devices().forEach(device -> device.wanVrf(Optional.empty()));

        assertThat(check(new TunnelVrfMatchesSource(), network)).isEmpty();
    }

    @Test
    void aSourceThatDoesNotExist() {
        network.device("Branch2").tunnel().source("GigabitEthernet7");

        assertThat(check(new UsableTunnelSource(), network)).singleElement().asString()
                .contains("Tunnel100 of Branch2 has the source GigabitEthernet7, which does not exist");
        assertThat(check(new TunnelVrfMatchesSource(), network)).isEmpty();
    }

    @Test
    void aSourceThatIsShutDown() {
        network.device("Branch2").wanDown();

        assertThat(check(new UsableTunnelSource(), network)).singleElement().asString().contains("which is shut down");
    }

    @Test
    void aSourceThatIsUpIsFine() {
        assertThat(check(new UsableTunnelSource(), network)).isEmpty();
    }

    @Test
    void aDefaultFromTheHubThatBeatsTheLeasedDefault() {
        globalTable();
        network.device("HQ1").eigrp().summary("0.0.0.0/0");

        assertThat(check(new NoRecursiveRouting(), network)).hasSize(2).first().asString().isEqualTo(
                "Branch1 | Branch1 reaches NBMA address 203.0.113.1 of HQ1 through the tunnel itself (route 0.0.0.0/0):"
                        + " put its WAN into a front-door VRF");
    }

    @Test
    void aDefaultFromTheHubLosesToAStaticDefault() {
        globalTable();
        network.device("Branch1").wan("198.51.100.11/24", "198.51.100.254");
        network.device("Branch2").wan("198.51.100.12/24", "198.51.100.254");
        network.device("HQ1").eigrp().summary("0.0.0.0/0");

        assertThat(check(new NoRecursiveRouting(), network)).isEmpty();
    }

    @Test
    void aHubThatAnnouncesItsUnderlayPrefix() {
        globalTable();
        network.device("HQ1").eigrp().network("203.0.113.0/24");

        assertThat(check(new NoRecursiveRouting(), network)).hasSize(2).first().asString()
                .contains("(route 203.0.113.0/24)");
    }

    @Test
    void aStaticDefaultIntoTheTunnel() {
        globalTable();
        network.device("Branch1").staticRoute("0.0.0.0/0", "10.255.0.1");

        assertThat(check(new NoRecursiveRouting(), network)).singleElement().asString().contains("(route 0.0.0.0/0)");
    }

    @Test
    void aSummaryOfPrivateNetworksIsFine() {
        globalTable();

        assertThat(check(new NoRecursiveRouting(), network)).isEmpty();
    }

    @Test
    void aFrontDoorVrfKeepsTheTablesApart() {
        network.device("HQ1").eigrp().summary("0.0.0.0/0");

        assertThat(check(new NoRecursiveRouting(), network)).isEmpty();
    }

    private void globalTable() {
        network.devices().forEach((DeviceBuilder device) -> device.wanVrf(Optional.empty()));
    }
}
