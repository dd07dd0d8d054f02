package dmvpn.sim.nhrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.nhrp.NhrpLab.Node;
import dmvpn.sim.nhrp.message.NhrpTransaction;
import dmvpn.sim.nhrp.message.RegistrationReply;
import dmvpn.sim.nhrp.message.RegistrationRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registration as a client: RFC 2332 section 5.2.3, with the timing observed on IOS (jitter left out). */
class RegistrationClientTest {

    private static final String SENT = "Registration Request sent";
    private static final String SOCKET = "IPsec socket requested";

    private final NhrpLab lab = NhrpLab.protectedCloud();

    @Test
    @Shows("RFC2332/5.2.3-register")
    void theFirstRegistrationIsSent960MillisecondsAfterTheSocketCameUp() {
        Node hub = lab.hub();
        Node spoke = lab.spoke(1);
        lab.start();
        lab.runTo(2);

        assertThat(spoke.timesOf(SOCKET)).containsExactly(0.0);
        assertThat(spoke.timesOf(SENT)).containsExactly(1.0);
        assertThat(hub.timesOf("cache entry added")).containsExactly(1.01);
        assertThat(hub.timesOf("NHC up")).containsExactly(1.01);
        assertThat(spoke.timesOf("NHS up")).containsExactly(1.02);
    }

    @Test
    void withoutASocketEachTickAsksForOneAndNothingIsTransmitted() {
        lab.hub().powered = false;
        Node spoke = lab.spoke(1);
        lab.start();
        lab.runTo(260);

        assertThat(spoke.timesOf(SOCKET)).containsExactly(0.0, 1.0, 3.0, 7.0, 15.0, 31.0, 63.0, 127.0, 191.0, 255.0);
        assertThat(spoke.timesOf(SENT)).isEmpty();
    }

    @Test
    void aServerThatHasNoSocketSevenSecondsAfterTheFirstTickIsDown() {
        lab.hub().powered = false;
        Node spoke = lab.spoke(1);
        lab.start();
        lab.runTo(100);

        assertThat(spoke.timesOf("NHS down")).containsExactly(7.0);
    }

    @Test
    void aServerThatComesBackIsReachedAtTheNextTick() {
        Node hub = lab.hub();
        hub.powered = false;
        Node spoke = lab.spoke(1);
        lab.start();
        lab.runTo(100);
        hub.powered = true;
        lab.runTo(130);

        assertThat(spoke.timesOf(SENT)).containsExactly(128.0);
        assertThat(spoke.timesOf("NHS up")).containsExactly(128.02);
    }

    @Test
    @Shows({"RFC2332/5.2.0.1-repetition", "RFC2332/5.2.3-again"})
    void anUnansweredRequestIsRepeatedAfter1And2And4SecondsWithTheSameRequestId() {
        lab.hub(LabOptions.hub().password("another"));
        Node spoke = lab.spoke(1);
        lab.start();
        lab.runTo(140);

        assertThat(spoke.timesOf(SENT)).containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0);
        assertThat(spoke.timesOf("NHS down")).containsExactly(8.0);
        List<Long> ids = spoke.tunnel.sentNhrp.stream().map(packet -> ((NhrpTransaction) packet).requestId()).distinct()
                .toList();
        assertThat(ids).hasSize(1);
    }

    @Test
    @Shows("RFC2332/5.2.0.1-request-id")
    void anAnsweredRegistrationIsRenewedOneIntervalAfterItWasSentWithANewRequestId() {
        lab.hub();
        Node spoke = lab.spoke(1);
        lab.start();
        lab.runTo(700);

        assertThat(spoke.timesOf(SENT)).containsExactly(1.0, 201.0, 401.0, 601.0);
        assertThat(spoke.tunnel.sentNhrp.stream().map(packet -> ((NhrpTransaction) packet).requestId())).doesNotHaveDuplicates();
        assertThat(spoke.timesOf("NHS down")).isEmpty();
    }

    @Test
    void aRegisteredServerThatFallsSilentIsDownSevenSecondsAfterTheFirstUnansweredRequestAndProbedOn() {
        Node hub = lab.hub();
        Node spoke = lab.spoke(1);
        lab.start();
        lab.runTo(300);
        hub.powered = false;
        lab.runTo(800);

        assertThat(spoke.timesOf("NHS down")).containsExactly(408.0);
    }

    @Test
    void theLossOfTheSocketTakesTheServerDownAtOnceAndStartsTheTicksAnew() {
        Node hub = lab.hub();
        Node spoke = lab.spoke(1);
        lab.start();
        lab.runTo(300);
        hub.powerOff();
        lab.runTo(354);
        spoke.sockets.lose(NhrpLab.HUB_NBMA);
        lab.runTo(420);

        assertThat(spoke.timesOf("NHS down")).containsExactly(354.0);
        assertThat(spoke.timesOf(SOCKET)).containsExactly(0.0, 354.0, 355.0, 357.0, 361.0, 369.0, 385.0, 417.0);
        assertThat(spoke.events()).anyMatch(event -> event.startsWith("354.000 NHS down [External"));
    }

    @Test
    void withoutIpsecTheFirstRegistrationIsSentAfterOneSecondAndThenOnTheTicks() {
        NhrpLab clear = NhrpLab.clearCloud();
        clear.hub().powered = false;
        Node spoke = clear.spoke(1);
        clear.start();
        clear.runTo(130);

        assertThat(spoke.timesOf(SENT)).containsExactly(1.0, 3.0, 7.0, 15.0, 31.0, 63.0, 127.0);
        assertThat(spoke.timesOf("NHS down")).containsExactly(7.0);
    }

    @Test
    @Shows("RFC2332/5.2.4-refused")
    void aRefusalCountsAsNoAnswer() {
        lab.hub();
        Node first = lab.node("S1", "198.51.100.11", "10.0.0.11", "192.168.11.1/24", LabOptions.spoke());
        Node second = lab.node("S9", "198.51.100.99", "10.0.0.11", "192.168.19.1/24", LabOptions.spoke());
        first.start();
        lab.runTo(0.5);
        lab.start();
        lab.runTo(40);

        assertThat(second.timesOf("registration refused")).hasSizeGreaterThan(3);
        assertThat(second.timesOf(SENT)).containsExactly(1.5, 2.5, 4.5, 8.5, 16.5, 32.5);
        assertThat(second.timesOf("NHS down")).containsExactly(8.5);
    }

    @Test
    @Shows("RFC2332/6.2.2-moved")
    void aChangedAddressIsRegisteredOnceItsSocketIsUp() {
        lab.hub();
        Node spoke = lab.spoke(1, LabOptions.spoke().unique(false));
        lab.start();
        lab.runTo(1000);
        spoke.tunnel.moveTo("198.51.100.99");
        lab.runTo(1010);

        assertThat(spoke.timesOf(SENT)).endsWith(801.0, 1001.0);
        assertThat(spoke.timesOf("NHS up")).containsExactly(1.02, 1001.02);
    }

    @Test
    @Shows("RFC2332/5.2.3-unique-entry")
    void theRequestSaysWhatIosSays() {
        lab.hub();
        Node spoke = lab.spoke(1);
        lab.start();
        lab.runTo(2);

        RegistrationRequest request = (RegistrationRequest) spoke.tunnel.sentNhrp.get(0);
        assertThat(request.lengthBytes()).as("108 bytes with an 8-character password, observed on IOS").isEqualTo(108);
        assertThat(request.flagNames()).isEqualTo("unique nat");
        assertThat(request.entries().get(0).prefixLength()).isEqualTo(32);
        assertThat(request.entries().get(0).holdingTimeSeconds()).isEqualTo(600);
        assertThat(request.extensions()).extracting(extension -> extension.type()).containsExactly(3, 4, 5, 7, 9);
    }

    @Test
    void stoppingLeavesNoTimer() {
        lab.hub();
        Node spoke = lab.spoke(1);
        spoke.start();
        spoke.nhrp.stop();
        lab.runTo(0.1);

        assertThat(lab.clock.pendingCount()).isZero();
    }

    /** RFC 2332 section 5.2.0.1. */
    @Test
    @Shows("RFC2332/5.2.0.1-match")
    void aReplyThatBelongsToNoRequestIsNotUsed() {
        NhrpLab clear = NhrpLab.clearCloud();
        Node hub = clear.hub();
        Node spoke = clear.spoke(1);
        clear.start();
        clear.runTo(10);
        RegistrationReply reply = (RegistrationReply) hub.tunnel.sentNhrp.get(0);
        spoke.tunnel.deliver(NhrpLab.HUB_NBMA, reply);

        assertThat(spoke.events()).last().asString().contains("registration reply ignored");
        assertThat(spoke.timesOf(SENT)).hasSize(1);
    }
}
