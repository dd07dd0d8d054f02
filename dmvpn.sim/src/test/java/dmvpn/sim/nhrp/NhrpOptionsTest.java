package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.NhrpOptions;
import dmvpn.network.tunnel.SendLimit;
import dmvpn.network.tunnel.ServerSelection;
import dmvpn.sim.nhrp.NhrpLab.Node;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Settings of NHRP that few tunnels have (Cisco IOS IP Addressing Services Command Reference). */
class NhrpOptionsTest {

    private final NhrpLab lab = NhrpLab.protectedCloud();

    private static NhrpOptions options(OptionalInt redirectSeconds, boolean serverOnly, Optional<SendLimit> limit) {
        return new NhrpOptions(redirectSeconds, serverOnly, limit, ServerSelection.ALL, List.of(), List.of(), Origin.NONE);
    }

    private Node[] cloud(LabOptions hubOptions, LabOptions spokeOptions) {
        Node hub = lab.hub(hubOptions);
        Node s1 = lab.spoke(1, spokeOptions);
        Node s2 = lab.spoke(2, LabOptions.spoke());
        s1.route("192.168.0.0/16", "10.0.0.1");
        s2.route("192.168.0.0/16", "10.0.0.1");
        lab.start();
        lab.runTo(100);
        return new Node[] {hub, s1, s2};
    }

    private void data(Node s1, int from, int to) {
        for (int second = from; second < to; second++) {
            lab.runTo(second);
            s1.data("192.168.11.10", "192.168.12.10");
        }
        lab.runTo(to);
    }

    @Test
    void redirectTimeoutIsTheTimeBetweenTwoIndicationsForAPair() {
        Node[] nodes = cloud(LabOptions.hub().options(options(OptionalInt.of(3), false, Optional.empty())),
                LabOptions.spoke().shortcut(false));
        data(nodes[1], 100, 108);

        assertThat(nodes[0].timesOf("Traffic Indication sent")).containsExactly(100.01, 103.01, 106.01);
    }

    @Test
    void aServerOnlyTunnelIgnoresRedirects() {
        Node[] nodes = cloud(LabOptions.hub(),
                LabOptions.spoke().options(options(OptionalInt.empty(), true, Optional.empty())));
        data(nodes[1], 100, 103);

        assertThat(nodes[1].timesOf("Resolution Request sent")).isEmpty();
        assertThat(nodes[1].events()).anyMatch(event -> event.contains("redirect ignored [the tunnel is server-only"));
    }

    @Test
    void maxSendDropsWhatIsBeyondTheLimitOfAnInterval() {
        Node hub = lab.hub(LabOptions.hub().options(options(OptionalInt.empty(), false,
                Optional.of(new SendLimit(2, 10, Origin.NONE)))));
        for (int spoke = 1; spoke <= 4; spoke++) {
            lab.spoke(spoke);
        }
        lab.start();
        lab.runTo(5);
        assertThat(hub.timesOf("Registration Reply sent")).hasSize(2);
        assertThat(hub.events()).anyMatch(event -> event.contains("Registration Reply dropped [max-send"));
        lab.runTo(100);

        assertThat(hub.timesOf("Registration Reply sent").size()).as("the next intervals bring the others").isEqualTo(4);
    }
}
