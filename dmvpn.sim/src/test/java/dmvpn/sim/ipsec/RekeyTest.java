package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.IpsecProfile;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Lifetimes and rekeying of IKE SAs and child SAs (RFC 7296 sections 1.3.2, 1.3.3, 2.8 and 2.25). */
class RekeyTest {

    private static final int LONG = 86_400;

    private final CryptoLab lab = new CryptoLab();
    private LabRouter spoke;
    private LabRouter hub;

    private void connect(IpsecProfile spokeProfile, IpsecProfile hubProfile) {
        spoke = lab.router("198.51.100.11", spokeProfile);
        hub = lab.router("203.0.113.1", hubProfile);
        spoke.open(hub);
        lab.runUntilMillis(100);
    }

    private void connect(IpsecProfile profile) {
        connect(profile, profile);
    }

    private void exchangePacketsUntil(Duration end, Duration step) {
        for (long nanos = lab.kernel().nowNanos(); nanos <= end.toNanos(); nanos += step.toNanos()) {
            lab.runUntil(Duration.ofNanos(nanos));
            assertThat(spoke.sendGre(hub)).as("outbound at %d ns", nanos).isTrue();
            assertThat(hub.sendGre(spoke)).as("outbound at %d ns", nanos).isTrue();
        }
        lab.runUntil(end.plusSeconds(1));
    }

    /** Cisco IOS: "a new security association is negotiated 30 seconds before the lifetime expires". */
    @Test
    void aChildSaIsRekeyedThirtySecondsBeforeItsLifetimeEnds() {
        connect(Profiles.withLifetimes(LONG, 600, OptionalInt.empty()));
        List<String> before = spoke.ipsecSas().getFirst();

        lab.runUntilMillis(570_029);
        assertThat(spoke.ipsecSas()).containsExactly(sameSpis(spoke, before));
        lab.runUntilMillis(571_000);

        assertThat(lab.story(hub)).contains("570030 CREATE_CHILD_SA request sent");
        assertThat(spoke.ipsecSas()).hasSize(1);
        assertThat(spoke.ipsecSas().getFirst().get(0)).isNotEqualTo(before.get(0));
        assertThat(hub.ipsecSas()).hasSize(1);
    }

    private static List<String> sameSpis(LabRouter router, List<String> before) {
        return router.ipsecSas().stream().filter(row -> row.get(0).equals(before.get(0))).findFirst().orElseThrow();
    }

    /** Make before break: no packet is lost over ten rekeys and the sockets do not flap (RFC 7296 section 2.8). */
    @Test
    @Shows("RFC7296/2.8-make")
    void rekeyingLosesNoPacketAndNoSocketFlaps() {
        connect(Profiles.withLifetimes(1_000, 200, OptionalInt.empty()));

        exchangePacketsUntil(Duration.ofSeconds(2_000), Duration.ofMillis(7));

        long sent = lab.wire().stream().filter(packet -> packet.protocolNumber() == IpPacket.ESP).count();
        assertThat(spoke.received().size() + hub.received().size()).isEqualTo((int) sent);
        assertThat(spoke.socketChanges()).hasSize(1);
        assertThat(hub.socketChanges()).hasSize(1);
        assertThat(spoke.ikeSas()).hasSize(1);
        assertThat(spoke.ipsecSas()).hasSize(1);
        assertThat(hub.ipsecSas()).hasSize(1);
        assertThat(lab.story(hub)).noneMatch(line -> line.contains("dropped"));
    }

    /** RFC 7296 section 2.8: the responder of a rekey sends on the old pair until the new one is proven. */
    @Test
    @Shows("RFC7296/2.8-proven")
    void theResponderOfARekeyKeepsSendingOnTheOldPairUntilTheDeleteComes() {
        connect(Profiles.withLifetimes(LONG, 600, OptionalInt.empty()));
        String oldOutbound = spoke.ipsecSas().getFirst().get(1);

        lab.runUntilMillis(570_045);

        assertThat(spoke.ipsecSas()).hasSize(2);
        assertThat(spoke.ipsecSas()).filteredOn(row -> row.get(7).equals("true")).singleElement()
                .satisfies(row -> assertThat(row.get(1)).isEqualTo(oldOutbound));
        lab.runUntilMillis(570_061);
        assertThat(spoke.ipsecSas()).singleElement().satisfies(row -> assertThat(row.get(1)).isNotEqualTo(oldOutbound));
    }

    /** RFC 7296 section 1.3.2: the child SAs stay as they are under the new IKE SA. */
    @Test
    @Shows("RFC7296/1.3.2-inherit")
    void anIkeSaIsRekeyedAndItsChildSasStay() {
        connect(Profiles.withLifetimes(600, LONG, OptionalInt.empty()));
        String ikeBefore = spoke.ikeSas().getFirst().get(0);
        String childBefore = spoke.ipsecSas().getFirst().get(0);

        lab.runUntilMillis(590_000);

        assertThat(spoke.ikeSas()).singleElement().satisfies(row -> {
            assertThat(row.get(0)).isNotEqualTo(ikeBefore);
            assertThat(row.get(8)).isEqualTo("1");
        });
        assertThat(hub.ikeSas()).hasSize(1);
        assertThat(spoke.ipsecSas()).singleElement().satisfies(row -> assertThat(row.get(0)).isEqualTo(childBefore));
        assertThat(spoke.socketChanges()).hasSize(1);
        exchangePacketsUntil(Duration.ofSeconds(591), Duration.ofMillis(100));
        assertThat(hub.received()).isNotEmpty();
    }

    /** RFC 7296 section 2.8.1: of two successors the one with the lowest nonce goes, and none is left over. */
    @Test
    @Shows("RFC7296/2.8.1-nonce")
    void simultaneousRekeysOfAChildSaLeaveOnePair() {
        connect(Profiles.withLifetimes(LONG, 600, OptionalInt.empty()),
                Profiles.withLifetimes(LONG, 600, OptionalInt.empty()));
        // The second end's timer would see the first end's request; a delay on the wire makes both ask at once.
        lab.delayIke(Duration.ofMillis(25));

        lab.runUntilMillis(575_000);

        assertThat(requests(IkeExchange.CREATE_CHILD_SA)).hasSize(2);
        assertThat(spoke.ipsecSas()).hasSize(1);
        assertThat(hub.ipsecSas()).hasSize(1);
        assertThat(spoke.ipsecSas().getFirst().get(0)).isEqualTo(hub.ipsecSas().getFirst().get(1));
        assertThat(spoke.socketChanges()).hasSize(1);
        assertThat(hub.socketChanges()).hasSize(1);
        assertThat(spoke.sendGre(hub)).isTrue();
        assertThat(hub.sendGre(spoke)).isTrue();
        lab.runUntilMillis(580_000);
        assertThat(spoke.received()).hasSize(1);
        assertThat(hub.received()).hasSize(1);
    }

    /** RFC 7296 section 2.8.2. */
    @Test
    @Shows("RFC7296/2.8.2-nonce")
    void simultaneousRekeysOfAnIkeSaLeaveOneWithTheChild() {
        connect(Profiles.withLifetimes(600, LONG, OptionalInt.empty()));
        lab.delayIke(Duration.ofMillis(25));

        lab.runUntilMillis(575_000);

        assertThat(requests(IkeExchange.CREATE_CHILD_SA)).hasSize(2);
        assertThat(spoke.ikeSas()).singleElement().satisfies(row -> assertThat(row.get(8)).isEqualTo("1"));
        assertThat(hub.ikeSas()).singleElement().satisfies(row -> assertThat(row.get(8)).isEqualTo("1"));
        assertThat(spoke.ikeSas().getFirst().get(0)).isEqualTo(hub.ikeSas().getFirst().get(1));
        assertThat(spoke.socketChanges()).hasSize(1);
    }

    private List<IkePacket> requests(IkeExchange exchange) {
        return lab.ikeMessages().stream().filter(message -> message.exchange() == exchange && !message.response())
                .toList();
    }

    /** RFC 7296 section 1.3.1: with PFS the rekey brings a new Diffie-Hellman exchange; the first child SA has none. */
    @Test
    @Shows({"RFC7296/1.3.1-group", "RFC7296/1.3.3-notify"})
    void perfectForwardSecrecyAddsAKeyExchangeToTheRekey() {
        connect(Profiles.withLifetimes(LONG, 600, OptionalInt.of(19)));

        lab.runUntilMillis(580_000);

        IkePacket auth = requests(IkeExchange.IKE_AUTH).getFirst();
        IkePacket rekey = requests(IkeExchange.CREATE_CHILD_SA).getFirst();
        assertThat(auth.payload(IkePayload.KeyExchange.class)).isEmpty();
        assertThat(rekey.payload(IkePayload.KeyExchange.class)).contains(new IkePayload.KeyExchange(19));
        assertThat(rekey.notification(NotifyType.REKEY_SA)).isPresent();
        assertThat(spoke.ipsecSas()).hasSize(1);
    }

    /** PFS at one end shows only when the first lifetime ends: the rekey is refused and the socket goes down. */
    @Test
    void perfectForwardSecrecyAtOneEndOnlyEndsTheSocketWithTheFirstLifetime() {
        connect(Profiles.withLifetimes(LONG, 600, OptionalInt.of(14)),
                Profiles.withLifetimes(LONG, 600, OptionalInt.empty()));

        lab.runUntilMillis(610_000);

        assertThat(lab.story(spoke)).contains("570040 child SA rekey failed (ESP transforms differ: perfect forward"
                + " secrecy group)");
        assertThat(hub.socketChanges()).containsExactly("30 up 198.51.100.11",
                "600030 down 198.51.100.11 lifetime expired");
        assertThat(spoke.socketChanges()).containsExactly("40 up 203.0.113.1",
                "600040 down 203.0.113.1 deleted by the peer");
    }

    /** RFC 7296 section 2.4: a request without any answer means that the IKE SA has failed; nothing of it is left. */
    @Test
    @Shows("RFC7296/2.4-dead")
    void aRekeyWithoutAnswerEndsTheIkeSa() {
        connect(Profiles.withLifetimes(LONG, 600, OptionalInt.empty()));
        spoke.powerOff();

        lab.runUntilMillis(700_000);

        assertThat(hub.socketChanges()).containsExactly("30 up 198.51.100.11",
                "600030 down 198.51.100.11 lifetime expired");
        assertThat(hub.ikeSas()).isEmpty();
        assertThat(lab.kernel().pendingCount()).isZero();
    }

    /** RFC 7296 section 2.1: what is lost in a rekey is sent again, and no pair is left over. */
    @Test
    void aRekeyWhoseAnswerIsLostLeavesOnePair() {
        connect(Profiles.withLifetimes(LONG, 600, OptionalInt.empty()));
        boolean[] lost = {false};
        lab.lose(packet -> {
            boolean isFirstAnswer = !lost[0] && packet.content() instanceof UdpDatagram datagram
                    && datagram.content() instanceof IkePacket message && message.response()
                    && message.exchange() == IkeExchange.CREATE_CHILD_SA;
            lost[0] |= isFirstAnswer;
            return isFirstAnswer;
        });

        lab.runUntilMillis(580_000);

        assertThat(lost[0]).isTrue();
        assertThat(spoke.ipsecSas()).hasSize(1);
        assertThat(hub.ipsecSas()).hasSize(1);
        assertThat(spoke.ipsecSas().getFirst().get(0)).isEqualTo(hub.ipsecSas().getFirst().get(1));
    }
}
