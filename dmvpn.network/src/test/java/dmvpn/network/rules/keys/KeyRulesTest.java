package dmvpn.network.rules.keys;

import static dmvpn.network.rules.RuleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.testing.NetworkBuilder;
import dmvpn.network.tunnel.Phase;
import org.junit.jupiter.api.Test;

class KeyRulesTest {

    private final NetworkBuilder network = NetworkBuilder.phase3().cloud("Backup", Phase.PHASE_3);

    @Test
    void twoTunnelsWithOneSourceAndOneKey() {
        network.device("Branch1").addTunnel("Backup", "10.254.0.11/16");

        assertThat(check(new DistinctKeysOnOneSource(), network)).containsExactly(
                "Branch1 | Tunnels Tunnel100 and Tunnel200 of Branch1 share the source GigabitEthernet1 and have"
                        + " the same key 100: give each a key of its own");
    }

    @Test
    void twoTunnelsWithOneSourceOfWhichOneHasNoKey() {
        network.device("Branch1").addTunnel("Backup", "10.254.0.11/16").noKey();

        assertThat(check(new DistinctKeysOnOneSource(), network)).singleElement().asString().contains("not both a key");
    }

    @Test
    void differentKeysOnOneSourceAreFine() {
        network.device("Branch1").addTunnel("Backup", "10.254.0.11/16").key(200);

        assertThat(check(new DistinctKeysOnOneSource(), network)).isEmpty();
    }

    @Test
    void differentSourcesNeedNoKeys() {
        network.device("Branch1").addTunnel("Backup", "10.254.0.11/16").noKey().source("GigabitEthernet3");

        assertThat(check(new DistinctKeysOnOneSource(), network)).isEmpty();
    }

    @Test
    void pointToPointTunnelsToDifferentDestinationsNeedNoKeys() {
        network.device("Branch1").tunnel().pointToPoint("203.0.113.1").noKey();
        network.device("Branch1").addTunnel("Backup", "10.254.0.11/16").pointToPoint("203.0.113.2").noKey();

        assertThat(check(new DistinctKeysOnOneSource(), network)).isEmpty();
    }

    @Test
    void oneMemberWithAnotherKey() {
        network.device("Branch2").tunnel().key(200);

        assertThat(check(new OneKeyPerCloud(), network)).containsExactly(
                "Branch2 | Branch2 has tunnel key 200 in cloud Corp but HQ1 has tunnel key 100:"
                        + " use tunnel key 100 on Branch2 too");
    }

    @Test
    void theFewAreBlamedEvenWhenItIsTheHub() {
        network.device("HQ1").tunnel().noKey();

        assertThat(check(new OneKeyPerCloud(), network)).containsExactly(
                "HQ1 | HQ1 has no tunnel key in cloud Corp but Branch1 has tunnel key 100: use tunnel key 100 on HQ1 too");
    }

    @Test
    void keyZeroIsNotNoKey() {
        network.devices().forEach(device -> device.tunnel().key(0));
        network.device("Branch2").tunnel().noKey();

        assertThat(check(new OneKeyPerCloud(), network)).singleElement().asString()
                .contains("Branch2 has no tunnel key in cloud Corp but HQ1 has tunnel key 0");
    }

    @Test
    void noKeyAtAllIsFine() {
        network.devices().forEach(device -> device.tunnel().noKey());

        assertThat(check(new OneKeyPerCloud(), network)).isEmpty();
    }
}
