package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ClientInformationEntry;
import dmvpn.sim.nhrp.message.NhrpExtension.Authentication;
import dmvpn.sim.nhrp.message.NhrpHeader;
import dmvpn.sim.nhrp.message.RegistrationFlags;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.tunnel.CryptoSockets.SocketState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A station that was resolved or asked for registers: its registration takes the place of what there was. */
class ReplacedEntriesTest {

    private static final IpAddress S2 = IpAddress.parse("10.0.0.12");
    private static final IpAddress S2_NBMA = IpAddress.parse("198.51.100.12");
    private static final IpPrefix S2_HOST_ROUTE = IpPrefix.host(S2);

    /** S2 registers with S1. */
    private static void registerS2At(Node s1) {
        s1.tunnel.deliver(S2_NBMA, new RegistrationRequest(
                NhrpHeader.originated(S2_NBMA, S2, IpAddress.parse("10.0.0.11")), 7, new RegistrationFlags(true, false),
                List.of(ClientInformationEntry.ofSource(32, 1400, 600)), List.of(new Authentication("dmvpnkey"))));
    }

    @Test
    void theShortcutOfAReplacedEntryLeavesTheRoutingTable() {
        Phase3Cloud cloud = new Phase3Cloud();
        cloud.lab.start();
        cloud.pingUntil(100, 103);
        assertThat(cloud.s1.table().best(S2_HOST_ROUTE)).as("shortcut to the station").isPresent();
        registerS2At(cloud.s1);

        assertThat(cloud.s1.table().best(S2_HOST_ROUTE)).isEmpty();
        assertThat(cloud.s1.events()).anyMatch(event -> event.contains("[another entry took its place]"));
        assertThat(cloud.s1.sockets.state(S2_NBMA)).as("the registration needs it")
                .isEqualTo(SocketState.UP);
    }

    @Test
    void aResolutionEndsWhenTheStationThatItAsksForRegisters() {
        NhrpLab lab = NhrpLab.protectedCloud();
        lab.hub(LabOptions.hub().redirect(false));
        Node s1 = lab.spoke(1, LabOptions.spoke());
        Node s2 = lab.spoke(2, LabOptions.spoke());
        s1.route("192.168.12.0/24", "10.0.0.12");
        lab.start();
        lab.runTo(100);
        lab.cut(s1, s2);
        s1.data(Phase3Cloud.S1_HOST, Phase3Cloud.S2_HOST);
        lab.runTo(100.001);
        registerS2At(s1);
        lab.runTo(120);

        assertThat(s1.timesOf("Resolution Request sent")).containsExactly(100.0);
        assertThat(s1.events()).anyMatch(event -> event.contains("[another entry took the place of its own]"));
    }
}
