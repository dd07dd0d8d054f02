package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.Platform;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.ErrorIndication;
import dmvpn.sim.nhrp.message.NhrpExtension;
import dmvpn.sim.nhrp.message.NhrpPacket;
import dmvpn.sim.nhrp.message.RegistrationReply;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.nhrp.message.TrafficIndication;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Switches 22 and 23: what packets look like that a platform originates. */
class PacketFormTest {

    /** H1 and two spokes of one platform; S1 has pinged S2 by the hub. */
    private static final class Cloud {
        final Node hub;
        final Node s1;
        final Node s2;

        Cloud(Platform platform) {
            NhrpLab lab = NhrpLab.clearCloud();
            hub = lab.hub(LabOptions.hub().platform(platform));
            s1 = lab.spoke(1, LabOptions.spoke().platform(platform));
            s2 = lab.spoke(2, LabOptions.spoke().platform(platform));
            s1.route("192.168.0.0/16", "10.0.0.1");
            s2.route("192.168.0.0/16", "10.0.0.1");
            lab.start();
            lab.runTo(100);
            s1.data("192.168.11.10", "192.168.12.10");
            lab.runTo(101);
        }
    }

    private static NhrpPacket first(Node node, Class<? extends NhrpPacket> type) {
        return (NhrpPacket) Phase3Cloud.sent(node, type).get(0);
    }

    private static int hops(Node node, Class<? extends NhrpPacket> type) {
        return first(node, type).header().hopCount();
    }

    private static List<Integer> order(NhrpPacket packet) {
        return packet.extensions().stream().map(NhrpExtension::type).toList();
    }

    @Test
    @Shows("NHRP/22-on")
    void switch22HopCountsOfFrrFollowTheMessage() {
        Cloud cloud = new Cloud(Platforms.FRR);

        assertThat(hops(cloud.s1, RegistrationRequest.class)).isEqualTo(1);
        assertThat(hops(cloud.hub, RegistrationReply.class)).isEqualTo(64);
        assertThat(hops(cloud.hub, TrafficIndication.class)).isEqualTo(1);
        assertThat(hops(cloud.s1, ResolutionRequest.class)).isEqualTo(64);
        assertThat(hops(cloud.hub, ResolutionRequest.class)).as("forwarded").isEqualTo(63);
        assertThat(hops(cloud.s2, ResolutionReply.class)).isEqualTo(64);
        assertThat(answerToWrongPassword(Platforms.FRR).header().hopCount()).isZero();
    }

    @Test
    @Shows("NHRP/22-off")
    void switch22HopCountsOfIosBeginWith255() {
        Cloud cloud = new Cloud(Platform.DEFAULT);

        assertThat(hops(cloud.s1, RegistrationRequest.class)).isEqualTo(255);
        assertThat(hops(cloud.hub, RegistrationReply.class)).isEqualTo(255);
        assertThat(hops(cloud.hub, TrafficIndication.class)).isEqualTo(255);
        assertThat(hops(cloud.s1, ResolutionRequest.class)).isEqualTo(255);
        assertThat(hops(cloud.s2, ResolutionReply.class)).isEqualTo(255);
    }

    @Test
    @Shows("NHRP/23-on")
    void switch23ThePasswordOfFrrIsTheLastExtension() {
        Cloud cloud = new Cloud(Platforms.FRR);

        assertThat(order(first(cloud.s1, RegistrationRequest.class))).containsExactly(4, 5, 3, 9, 7);
        assertThat(order(first(cloud.hub, RegistrationReply.class))).containsExactly(4, 5, 3, 9, 7);
        assertThat(order(first(cloud.s1, ResolutionRequest.class))).containsExactly(4, 5, 3, 9, 7);
        assertThat(order(first(cloud.hub, ResolutionRequest.class))).as("forwarded").containsExactly(4, 5, 3, 9, 7);
    }

    @Test
    @Shows("NHRP/23-off")
    void switch23ExtensionsOfIosAreInTheOrderOfTheirTypes() {
        Cloud cloud = new Cloud(Platform.DEFAULT);

        assertThat(order(first(cloud.s1, RegistrationRequest.class))).containsExactly(3, 4, 5, 7, 9);
        assertThat(order(first(cloud.hub, RegistrationReply.class))).containsExactly(3, 4, 5, 7, 9);
        assertThat(order(first(cloud.s1, ResolutionRequest.class))).containsExactly(3, 4, 5, 7, 9);
    }

    /** What a hub of FRRouting answers to a client with another password. */
    private static ErrorIndication answerToWrongPassword(Platform platform) {
        NhrpLab lab = NhrpLab.clearCloud();
        Node hub = lab.hub(LabOptions.hub().platform(platform));
        lab.spoke(1, LabOptions.spoke().platform(platform).password("another"));
        lab.start();
        lab.runTo(2);
        return (ErrorIndication) first(hub, ErrorIndication.class);
    }
}
