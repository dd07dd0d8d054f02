package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.PurgeRequest;
import dmvpn.sim.nhrp.message.ResolutionReply;
import dmvpn.sim.nhrp.message.ResolutionRequest;
import dmvpn.sim.tunnel.FarEnd;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Switches of platforms and releases: which has which, and what those of Phase 2 do. */
class NhrpBehaviourTest {

    private static final String S1_HOST = "192.168.11.10";
    private static final String S2_HOST = "192.168.12.10";

    private static Platform ios(String release) {
        return new Platform(Vendor.CISCO_IOS_XE, release, Origin.NONE);
    }

    private static Set<NhrpSwitch> difference(String release) {
        Set<NhrpSwitch> difference = EnumSet.noneOf(NhrpSwitch.class);
        for (NhrpSwitch each : NhrpSwitch.values()) {
            if (NhrpBehaviour.of(ios(release)).has(each) != NhrpBehaviour.of(Platform.DEFAULT).has(each)) {
                difference.add(each);
            }
        }
        return difference;
    }

    @Test
    void switchesAreNumberedInTheirOrder() {
        assertThat(Arrays.stream(NhrpSwitch.values()).mapToInt(NhrpSwitch::number).toArray())
                .isEqualTo(IntStream.rangeClosed(1, NhrpSwitch.values().length).toArray());
    }

    @Test
    void releasesDifferInTheSwitchesOfPhase2AndInBfd() {
        assertThat(difference("17.12")).isEmpty();
        assertThat(difference("15.9")).containsExactly(NhrpSwitch.LISTENS_TO_BFD);
        assertThat(difference("15.0(1)M")).containsExactly(NhrpSwitch.REFRESHES_DIRECTLY, NhrpSwitch.LISTENS_TO_BFD);
        assertThat(difference("12.4(24)T")).containsExactly(NhrpSwitch.ANSWERS_FOR_CLIENTS, NhrpSwitch.REFRESHES_DIRECTLY,
                NhrpSwitch.LISTENS_TO_BFD);
        assertThat(difference("12.4(1)")).containsExactly(NhrpSwitch.ANSWERS_FOR_CLIENTS, NhrpSwitch.BINDS_TEMPORARY_ENTRIES,
                NhrpSwitch.REFRESHES_DIRECTLY, NhrpSwitch.LISTENS_TO_BFD);
    }

    /** BFD of NHRP came with 16.3; 3.x is built from IOS 15. */
    @Test
    void releasesOfIosXeBefore16_3AreThoseOfIos15() {
        assertThat(difference("16.3.1")).isEmpty();
        assertThat(difference("Fuji-16.9.1")).isEmpty();
        assertThat(difference("16.2.1")).containsExactly(NhrpSwitch.LISTENS_TO_BFD);
        assertThat(difference("03.16.05.S")).containsExactly(NhrpSwitch.LISTENS_TO_BFD);
        assertThat(difference("3.4S")).containsExactly(NhrpSwitch.REFRESHES_DIRECTLY, NhrpSwitch.LISTENS_TO_BFD);
    }

    /** A Phase 2 cloud of one release with a second hub. */
    private static final class Phase2Cloud {
        final NhrpLab lab = NhrpLab.protectedCloud();
        final Node hub;
        final Node second;
        final Node s1;
        final Node s2;

        Phase2Cloud(String release) {
            hub = lab.hub(LabOptions.hub().redirect(false).platform(ios(release)));
            second = lab.node("H2", "203.0.113.2", "10.0.0.2", "192.168.2.1/24",
                    LabOptions.hub().redirect(false).platform(ios(release)));
            second.route("192.168.11.0/24", "10.0.0.11");
            second.route("192.168.12.0/24", "10.0.0.12");
            LabOptions spoke = LabOptions.spoke().shortcut(false).platform(ios(release))
                    .servers(NhrpLab.server("10.0.0.1", "203.0.113.1"), NhrpLab.server("10.0.0.2", "203.0.113.2"));
            s1 = lab.spoke(1, spoke);
            s2 = lab.spoke(2, spoke);
            s1.route("192.168.12.0/24", "10.0.0.12");
            s2.route("192.168.11.0/24", "10.0.0.11");
            lab.start();
            lab.runTo(100);
        }
    }

    /** Times of the nominal model: the hub has the request at 100.010, the requester the answer at 100.020. */
    @Test
    @Shows({"RFC2332/5.2.2-server", "NHRP/10-on"})
    void switch10TheHubAnswersForItsClientAndTheRequesterBuildsTheTunnel() {
        Phase2Cloud cloud = new Phase2Cloud("12.4(24)T");
        cloud.s1.data(S1_HOST, S2_HOST);
        cloud.lab.runTo(101);
        cloud.s1.data(S1_HOST, S2_HOST);
        cloud.lab.runTo(102);

        assertThat(cloud.hub.timesOf("Resolution Reply sent")).containsExactly(100.01);
        assertThat(cloud.hub.timesOf("Resolution Request forwarded")).isEmpty();
        assertThat(cloud.s1.timesOf("Resolution Reply received")).containsExactly(100.02);
        assertThat(cloud.s1.sockets.state(cloud.s2.nbmaAddress))
                .isEqualTo(dmvpn.sim.tunnel.CryptoSockets.SocketState.UP);
        assertThat(cloud.s2.delivered).last().isEqualTo("101.010 192.168.12.10");
    }

    @Test
    @Shows({"RFC2332/5.2.1-authoritative", "NHRP/10-off"})
    void switch10WithoutItTheFarSpokeAnswers() {
        Phase2Cloud cloud = new Phase2Cloud("17.12");
        cloud.s1.data(S1_HOST, S2_HOST);
        cloud.lab.runTo(101);

        assertThat(cloud.hub.timesOf("Resolution Reply sent")).isEmpty();
        assertThat(cloud.s2.timesOf("Resolution Reply sent")).containsExactly(100.06);
    }

    /** RFC 2332 section 5.2.5: a server purges what it answered for a client that is gone. */
    @Test
    @Shows("RFC2332/5.2.5-onward")
    void switch10AServerThatAnsweredForAClientPurgesTheAnswerWhenTheClientIsGone() {
        Phase2Cloud cloud = new Phase2Cloud("12.4(24)T");
        cloud.s1.data(S1_HOST, S2_HOST);
        cloud.lab.runTo(200);
        cloud.hub.sockets.lose(cloud.s2.nbmaAddress);
        cloud.lab.runTo(200.1);

        assertThat(Phase3Cloud.sent(cloud.hub, PurgeRequest.class)).hasSize(1);
        assertThat(cloud.s1.events()).anyMatch(event -> event.startsWith("200.010 cache entry removed [purged by its owner"));
    }

    @Test
    @Shows({"NHRP/11-on", "NHRP/11-off"})
    void switch11ATemporaryEntryKeepsToItsServerAndAnIncompleteOneDoesNot() {
        for (String release : List.of("17.12", "12.4(1)")) {
            boolean binds = NhrpBehaviour.of(ios(release)).has(NhrpSwitch.BINDS_TEMPORARY_ENTRIES);
            Phase2Cloud cloud = new Phase2Cloud(release);
            cloud.lab.cut(cloud.s1, cloud.s2);
            cloud.s2.powerOff();
            cloud.hub.sockets.lose(cloud.s2.nbmaAddress);
            cloud.second.sockets.lose(cloud.s2.nbmaAddress);
            cloud.s1.data(S1_HOST, S2_HOST);
            cloud.lab.runTo(110);
            cloud.hub.powerOff();
            cloud.s1.sockets.lose(NhrpLab.HUB_NBMA);

            assertThat(cloud.s1.tunnel.resolver().peek(IpAddress.parse("10.0.0.12"), null)).as(release)
                    .contains(FarEnd.of(binds ? NhrpLab.HUB_NBMA : IpAddress.parse("203.0.113.2")));
            assertThat(cloud.s1.show("show dmvpn")).as(release).contains(binds ? "I2" : "IX");
        }
    }

    private static Phase2Cloud refreshedCloud(String release) {
        Phase2Cloud cloud = new Phase2Cloud(release);
        cloud.s1.data(S1_HOST, S2_HOST);
        cloud.lab.runTo(101);
        cloud.s1.tunnel.sentNhrp.clear();
        cloud.hub.tunnel.sentNhrp.clear();
        cloud.lab.runTo(590);
        cloud.s1.data(S1_HOST, S2_HOST);
        cloud.lab.runTo(591);
        return cloud;
    }

    @Test
    @Shows("NHRP/12-on")
    void switch12TheRefreshGoesThroughTheDirectTunnel() {
        Phase2Cloud cloud = refreshedCloud("17.12");

        assertThat(Phase3Cloud.sent(cloud.s1, ResolutionRequest.class)).hasSize(1);
        assertThat(Phase3Cloud.sent(cloud.hub, ResolutionRequest.class)).isEmpty();
    }

    @Test
    @Shows("NHRP/12-off")
    void switch12TheRefreshGoesByTheServer() {
        Phase2Cloud cloud = refreshedCloud("15.0(1)M");

        assertThat(Phase3Cloud.sent(cloud.s1, ResolutionRequest.class)).hasSize(1);
        assertThat(Phase3Cloud.sent(cloud.hub, ResolutionRequest.class)).hasSize(1);
        assertThat(Phase3Cloud.sent(cloud.s2, ResolutionReply.class)).hasSize(2);
    }
}
