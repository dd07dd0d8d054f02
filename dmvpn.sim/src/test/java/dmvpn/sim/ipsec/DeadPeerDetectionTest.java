package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.packet.IpPacket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code crypto ikev2 dpd T R on-demand|periodic} of Cisco IOS: the peer is dead T + 5 R after its last packet. */
class DeadPeerDetectionTest {

    private final CryptoLab lab = new CryptoLab();
    private LabRouter first;
    private LabRouter second;

    private void connect(IpsecProfile profile) {
        connect(profile, profile);
    }

    private void connect(IpsecProfile firstProfile, IpsecProfile secondProfile) {
        first = lab.router("198.51.100.11", firstProfile);
        second = lab.router("198.51.100.12", secondProfile);
        first.open(second);
        lab.runUntilMillis(1_000);
    }

    private List<String> story(LabRouter router, String containing) {
        return lab.story(router).stream().filter(line -> line.contains(containing)).toList();
    }

    /** RFC 7296 section 2.4: an empty INFORMATIONAL request; last packet at 0.040, so asked at 30.040. */
    @Test
    @Shows({"RFC7296/1.4-empty", "RFC7296/2.4-liveness"})
    void periodicChecksAskAfterTheIntervalOfSilenceAndAgainAfterEachAnswer() {
        connect(Profiles.withDpd(30, 5, false), Profiles.usual());

        lab.runUntilMillis(95_000);

        assertThat(story(first, "DPD")).containsExactly("30040 DPD: peer asked", "30060 DPD: peer answered",
                "60060 DPD: peer asked", "60080 DPD: peer answered", "90080 DPD: peer asked",
                "90100 DPD: peer answered");
        assertThat(lab.ikeMessages()).filteredOn(message -> message.exchange() == IkeExchange.INFORMATIONAL)
                .hasSize(6).allMatch(message -> message.payloads().isEmpty());
    }

    /** With T = 30 and R = 5: 55 s after the last packet. */
    @Test
    @Shows("RFC7296/2.4-dead")
    void aSilentPeerIsDeadAtIntervalPlusFiveRetries() {
        connect(Profiles.withDpd(30, 5, false));
        second.powerOff();

        lab.runUntilMillis(120_000);

        assertThat(story(first, "DPD")).containsExactly("30040 DPD: peer asked", "35040 DPD: peer asked",
                "40040 DPD: peer asked", "45040 DPD: peer asked", "50040 DPD: peer asked", "55040 DPD: peer is dead");
        assertThat(first.socketChanges()).containsExactly("40 up 198.51.100.12",
                "55040 down 198.51.100.12 dead peer detection: no answer");
        assertThat(first.ikeSas()).isEmpty();
        assertThat(first.ipsecSas()).isEmpty();
    }

    /** RFC 7296 section 2.4: a peer that answers nothing takes the IKE SA with it, and what waits behind the question, too. */
    @Test
    void anIkeSaThatIsClosedWhileAQuestionIsUnansweredAnswersNobodyLater() {
        connect(Profiles.withDpd(30, 5, false), Profiles.withDpd(30, 5, true));
        lab.lose(packet -> true);
        lab.runUntilMillis(36_000);
        first.protocol().clear(address -> true);
        lab.runUntilMillis(80_000);

        lab.lose(packet -> false);
        second.sendGre(first);
        lab.runUntilMillis(106_000);

        assertThat(story(second, "DPD")).startsWith("80000 DPD: peer asked").endsWith("105000 DPD: peer is dead");
    }

    /** RFC 7296 section 2.4: ESP packets are a sign of life too, so a busy peer is never asked. */
    @Test
    @Shows("RFC7296/2.4-liveness")
    void packetsOfAnyKindCountAsSignsOfLife() {
        connect(Profiles.withDpd(10, 2, false));

        for (int seconds = 2; seconds <= 100; seconds += 2) {
            lab.runUntilMillis(seconds * 1_000L);
            first.sendGre(second);
            second.sendGre(first);
        }

        assertThat(story(first, "DPD")).isEmpty();
        second.powerOff();
        lab.runUntilMillis(200_000);
        // the last packet arrived at 100.010: 10 + 5 x 2 s later
        assertThat(first.socketChanges().getLast()).startsWith("120010 down");
    }

    /** A broken path while both send each second: the two ends count from their own last packet. */
    @Test
    void theTwoEndsDetectSeparately() {
        connect(Profiles.withDpd(30, 5, false));
        for (int seconds = 100; seconds < 200; seconds++) {
            lab.runUntilMillis(seconds * 1_000L);
            first.sendGre(second);
            lab.runUntilMillis(seconds * 1_000L + 10);
            second.sendGre(first);
        }
        lab.lose(packet -> true);

        lab.runUntilMillis(300_000);

        assertThat(first.socketChanges().getLast()).isEqualTo("254020 down 198.51.100.12 dead peer detection: no answer");
        assertThat(second.socketChanges().getLast()).isEqualTo("254010 down 198.51.100.11 dead peer detection: no answer");
    }

    /** On demand: nothing is asked without something to send, however long the silence. */
    @Test
    void onDemandChecksAskNobodyWithoutTraffic() {
        connect(Profiles.withDpd(30, 5, true));
        second.powerOff();

        lab.runUntilMillis(1_000_000);

        assertThat(story(first, "DPD")).isEmpty();
        assertThat(first.socketChanges()).hasSize(1);
    }

    /**
     * On demand, echoes each second, path cut at 200: the side that keeps sending asks at its first send at least 30 s
     * after the last packet (230.000) and gives up 25 s later; the other only when it has something to send again.
     */
    @Test
    void onDemandChecksStartWithTheFirstPacketAfterTheSilence() {
        connect(Profiles.withDpd(30, 5, true));
        for (int seconds = 100; seconds < 200; seconds++) {
            echo(seconds * 1_000L);
        }
        lab.lose(packet -> true);
        for (int seconds = 200; seconds < 255; seconds++) {
            lab.runUntilMillis(seconds * 1_000L);
            first.sendGre(second);
        }
        lab.runUntilMillis(255_020);
        second.sendGre(first);
        lab.runUntilMillis(400_000);

        assertThat(story(first, "DPD")).filteredOn(line -> Integer.parseInt(line.split(" ")[0]) > 200_000)
                .first().isEqualTo("230000 DPD: peer asked");
        assertThat(first.socketChanges().getLast()).startsWith("255000 down");
        assertThat(second.socketChanges().getLast()).startsWith("280020 down");
    }

    private void echo(long millis) {
        lab.runUntilMillis(millis);
        first.sendGre(second);
        lab.runUntilMillis(millis + 10);
        second.sendGre(first);
    }

    /** One tie rule for both kinds: a silence of exactly T is long enough. */
    @Test
    void onDemandAskAtExactlyTheIntervalOfSilence() {
        connect(Profiles.withDpd(30, 5, true));

        lab.runUntilMillis(30_039);
        first.sendGre(second);
        lab.lose(packet -> true);
        assertThat(story(first, "DPD")).isEmpty();
        lab.runUntilMillis(30_040);
        first.sendGre(second);

        assertThat(story(first, "DPD")).containsExactly("30040 DPD: peer asked");
    }

    /** A router that lost its memory does not know the old SPIs; the other end's checks find out. */
    @Test
    void afterAPowerCyclePacketsAreDroppedUntilTheOtherEndDetectsIt() {
        connect(Profiles.withDpd(30, 5, false), Profiles.usual());
        second.powerOff();
        lab.runUntilMillis(5_000);
        second.powerOn();

        assertThat(first.sendGre(second)).isTrue();
        lab.runUntilMillis(55_039);
        assertThat(second.received()).isEmpty();
        assertThat(lab.story(second)).contains("5010 packet dropped (invalid SPI: no security association has it)",
                "30050 INFORMATIONAL request ignored (no IKE SA has these SPIs)");
        lab.runUntilMillis(55_040);

        assertThat(first.socketChanges().getLast()).startsWith("55040 down");
        first.open(second);
        lab.runUntilMillis(56_000);
        assertThat(first.sendGre(second)).isTrue();
        lab.runUntilMillis(57_000);
        assertThat(second.received()).hasSize(1);
    }

    /** A single lost question is not a dead peer. */
    @Test
    void anAnswerToALaterQuestionEndsTheRound() {
        connect(Profiles.withDpd(30, 5, false), Profiles.usual());
        lab.lose(packet -> lab.kernel().nowNanos() < 41_000_000_000L);

        lab.runUntilMillis(80_000);

        assertThat(story(first, "DPD")).containsExactly("30040 DPD: peer asked", "35040 DPD: peer asked",
                "40040 DPD: peer asked", "45040 DPD: peer asked", "45060 DPD: peer answered", "75060 DPD: peer asked",
                "75080 DPD: peer answered");
        assertThat(first.socketChanges()).hasSize(1);
    }

    /** Without dead peer detection nobody asks, and the socket stays up over a dead path. */
    @Test
    void withoutDetectionTheSocketStaysUp() {
        connect(Profiles.usual());
        lab.lose(packet -> true);
        for (int seconds = 2; seconds < 600; seconds++) {
            lab.runUntilMillis(seconds * 1_000L);
            assertThat(first.sendGre(second)).isTrue();
        }

        assertThat(first.socketChanges()).hasSize(1);
        assertThat(lab.wire()).filteredOn(packet -> packet.protocolNumber() == IpPacket.UDP).hasSize(4);
    }
}
