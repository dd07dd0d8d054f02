package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.crypto.PeerAuthentication.PreSharedKeys;
import dmvpn.network.crypto.PeerKey;
import dmvpn.network.crypto.Secret;
import dmvpn.network.crypto.SignatureAlgorithm;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.tunnel.TunnelProtection;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.v1.ModeMismatch;
import dmvpn.sim.ike.v1.message.IsakmpExchange;
import dmvpn.sim.ike.v1.message.IsakmpNotifyType;
import dmvpn.sim.ike.v1.message.IsakmpPayload;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.tunnel.CryptoSockets.SocketState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** IKEv1: RFC 2407, RFC 2408, RFC 2409. */
class IkeVersion1Test {

    private static final int LONG = 86_400;

    private final CryptoLab lab = new CryptoLab();
    private LabRouter spoke;
    private LabRouter hub;

    private void routers(IpsecProfile ofSpoke, IpsecProfile ofHub) {
        spoke = lab.router("198.51.100.11", Profiles.version1(ofSpoke));
        hub = lab.router("203.0.113.1", Profiles.version1(ofHub));
    }

    private void connect(IpsecProfile ofSpoke, IpsecProfile ofHub) {
        routers(ofSpoke, ofHub);
        spoke.open(hub);
        lab.runUntilMillis(1_000);
    }

    private void connect(IpsecProfile profile) {
        connect(profile, profile);
    }

    private List<String> carried() {
        return lab.isakmpMessages().stream()
                .map(message -> message.contents() + (message.isEncrypted() ? " *" : "")).toList();
    }

    private String isakmpState(LabRouter router) {
        return router.table("ISAKMP security associations").getFirst().get(7);
    }


    /** RFC 2409 section 5.4 and 5.5: six messages and three; with 10 ms one way the initiator is up after 80 ms. */
    @Test
    @Shows({"RFC2408/4.5-six", "RFC2408/3.16-vendor", "RFC2409/5.5-three", "RFC3947/3.1-vendor", "RFC3947/3.2-hashes"})
    void mainModeAndQuickModeBringTheSocketUpWithNineMessages() {
        connect(Profiles.usual());

        assertThat(spoke.socketChanges()).containsExactly("80 up 203.0.113.1");
        assertThat(hub.socketChanges()).containsExactly("90 up 198.51.100.11");
        assertThat(carried()).containsExactly(
                "SA VID VID",
                "SA VID VID",
                "KE NONCE NAT-D NAT-D",
                "KE NONCE NAT-D NAT-D",
                "ID HASH N(INITIAL_CONTACT) *",
                "ID HASH *",
                "HASH SA NONCE ID ID *",
                "HASH SA NONCE ID ID *",
                "HASH *");
        assertThat(spoke.sendGre(hub)).isTrue();
        assertThat(hub.sendGre(spoke)).isTrue();
        lab.runUntilMillis(2_000);
        assertThat(hub.received()).hasSize(1);
        assertThat(spoke.received()).hasSize(1);
    }

    /** RFC 2409 section 5.4: three messages, identities in clear. */
    @Test
    @Shows("RFC2408/4.7-three")
    void aggressiveModeHasThreeMessages() {
        connect(Profiles.aggressive(Profiles.usual()), Profiles.usual());

        assertThat(carried()).startsWith(
                "SA KE NONCE ID VID VID",
                "SA KE NONCE ID HASH VID VID NAT-D NAT-D",
                "HASH NAT-D NAT-D N(INITIAL_CONTACT) *",
                "HASH SA NONCE ID ID *");
        assertThat(spoke.socketChanges()).containsExactly("40 up 203.0.113.1");
        assertThat(hub.socketChanges()).containsExactly("50 up 198.51.100.11");
    }

    /** RFC 2409 section 5.1: certificates and signatures instead of the hash. */
    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    @Shows("RFC2409/5.1-signatures")
    void certificatesSignInMainMode(SignatureAlgorithm algorithm) {
        connect(Profiles.withCertificates("CA", algorithm));

        assertThat(carried()).startsWith("SA VID VID", "SA VID VID", "KE NONCE CERTREQ NAT-D NAT-D",
                "KE NONCE CERTREQ NAT-D NAT-D", "ID CERT SIG N(INITIAL_CONTACT) *", "ID CERT SIG *");
        assertThat(spoke.socketChanges()).containsExactly("80 up 203.0.113.1");
    }

    @Test
    void certificatesSignInAggressiveMode() {
        connect(Profiles.aggressive(Profiles.withCertificates("CA", SignatureAlgorithm.RSA)),
                Profiles.withCertificates("CA", SignatureAlgorithm.RSA));

        assertThat(spoke.socketChanges()).containsExactly("40 up 203.0.113.1");
    }

    @Test
    @Shows("RFC2409/5.1-signatures")
    void aCertificateOfAnotherAuthorityIsRefused() {
        connect(Profiles.withCertificates("CA", SignatureAlgorithm.RSA),
                Profiles.withCertificates("OTHER-CA", SignatureAlgorithm.RSA));

        assertThat(lab.story(hub)).contains(
                "50 phase 1 failed (the peer's certificate is of the authority CA, but OTHER-CA is trusted)");
        assertThat(lab.story(spoke)).contains("60 phase 1 failed (the peer refused: AUTHENTICATION_FAILED)");
        assertThat(hub.socketChanges()).isEmpty();
    }

    /** The method of authentication is negotiated like a cipher (RFC 2409 appendix A). */
    @Test
    @Shows("RFC2409/5-attributes")
    void keysAndCertificatesHaveNoCommonPolicy() {
        connect(Profiles.usual(), Profiles.withCertificates("CA", SignatureAlgorithm.RSA));

        assertThat(lab.story(hub)).contains("10 main mode refused (ISAKMP policies differ: authentication method)");
        assertThat(lab.story(spoke)).contains("20 phase 1 failed (the peer refused: NO_PROPOSAL_CHOSEN)");
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.OPENING);
    }

    /** {@code show crypto isakmp sa} stays in MM_NO_STATE (observed on IOL). */
    @Test
    @Shows({"RFC2409/5-attributes", "RFC2409/5.7-clear"})
    void aPolicyThatDiffersIsRefusedAndLeavesNoState() {
        IkeProposal usual = Profiles.IKE;
        connect(Profiles.usual(), Profiles.withIke(new IkeProposal(IkeVersion.IKEV1, usual.encryption(), usual.integrity(),
                usual.pseudoRandomFunction(), 19, usual.lifetime(), Origin.NONE)));

        assertThat(lab.story(hub)).contains("10 main mode refused (ISAKMP policies differ: Diffie-Hellman group)");
        assertThat(spoke.show("show crypto isakmp sa"))
                .contains("203.0.113.1     198.51.100.11   MM_NO_STATE       1001 ACTIVE (deleted)");
        assertThat(spoke.sockets().isKeyExchangeUp(hub.address())).isFalse();
    }

    /**
     * RFC 2409 section 5: the shared secret goes into the keys, so that message 5 cannot be read. Nobody says so; the initiator
     * repeats it in MM_KEY_EXCH until it gives up.
     */
    @Test
    @Shows({"RFC2409/5-keys", "RFC2409/5.4-unreadable"})
    void anotherPreSharedKeyMakesMessage5Unreadable() {
        connect(Profiles.withSecret("wan-psk"), Profiles.withSecret("other-psk"));

        assertThat(isakmpState(spoke)).isEqualTo("MM_KEY_EXCH");
        assertThat(isakmpState(hub)).isEqualTo("MM_KEY_EXCH");
        assertThat(lab.story(hub)).contains(
                "50 main mode message ignored (it cannot be decrypted: the pre-shared keys differ)");
        lab.runUntil(Duration.ofMinutes(2));
        assertThat(lab.story(spoke)).contains("30040 phase 1 failed (no answer after all retransmissions)");
        assertThat(lab.story(hub)).contains("30010 phase 1 failed (the initiator did not go on)");
        assertThat(lab.kernel().pendingCount()).isZero();
    }

    /** In aggressive mode the responder's hash travels in clear, so that the initiator sees at once. */
    @Test
    @Shows("RFC2409/5.4-aggressive")
    void anotherPreSharedKeyIsFoundAtOnceInAggressiveMode() {
        connect(Profiles.aggressive(Profiles.withSecret("wan-psk")), Profiles.withSecret("other-psk"));

        assertThat(lab.story(spoke)).contains("20 phase 1 failed (the pre-shared keys differ)");
        assertThat(lab.isakmpMessages().getLast().notification(IsakmpNotifyType.INVALID_HASH_INFORMATION)).isPresent();
    }

    /** RFC 2409 section 5.4: with main mode the key is found by the peer's address, and without one nothing starts. */
    @Test
    @Shows("RFC2409/5.4-main")
    void withoutAKeyForThePeerNothingStarts() {
        PreSharedKeys forAnother = new PreSharedKeys(Optional.empty(), List.of(new PeerKey("other",
                List.of(IpAddress.parse("192.0.2.1")), new Secret("k", Optional.empty(), Origin.NONE), Origin.NONE)), Origin.NONE);
        connect(Profiles.withAuthentication(forAnother), Profiles.usual());

        assertThat(lab.story(spoke)).containsExactly(
                "0 key exchange not started (there is no pre-shared key for 203.0.113.1)");
        assertThat(lab.isakmpMessages()).isEmpty();
    }

    @Test
    @Shows("RFC2409/5.4-main")
    void aResponderWithoutAKeyForThePeerRefusesThePolicy() {
        PreSharedKeys forAnother = new PreSharedKeys(Optional.empty(), List.of(new PeerKey("other",
                List.of(IpAddress.parse("192.0.2.1")), new Secret("k", Optional.empty(), Origin.NONE), Origin.NONE)), Origin.NONE);
        connect(Profiles.usual(), Profiles.withAuthentication(forAnother));

        assertThat(lab.story(hub)).contains("10 main mode refused (there is no pre-shared key for 198.51.100.11)");
    }

    /** Phase 1 stays: QM_IDLE without a pair, state IPSEC; the next request asks with quick mode alone. */
    @Test
    @Shows("RFC2408/3.14-notify")
    void anotherTransformIsRefusedInQuickMode() {
        connect(Profiles.usual(), Profiles.withEsp(new EspTransform(EncryptionAlgorithm.AES_GCM_256, Optional.empty(),
                EncapsulationMode.TRANSPORT, Origin.NONE)));

        assertThat(lab.story(hub)).contains("70 quick mode failed (ESP transforms differ: encryption)");
        assertThat(lab.story(spoke)).contains("80 quick mode failed (the peer refused: NO_PROPOSAL_CHOSEN)");
        assertThat(isakmpState(spoke)).isEqualTo("QM_IDLE");
        assertThat(spoke.sockets().isKeyExchangeUp(hub.address())).isTrue();
        int before = lab.isakmpMessages().size();
        spoke.open(hub);
        lab.runUntilMillis(2_000);
        assertThat(lab.isakmpMessages().get(before).exchange()).isEqualTo(IsakmpExchange.QUICK_MODE);
    }

    /** The mode is an attribute like others (RFC 2407 section 4.5); current IOS-XE refuses another one. */
    @Test
    @Shows({"IKEv1/2-off", "RFC2407/4.5-mode"})
    void anotherModeIsRefused() {
        connect(Profiles.inTunnelMode(), Profiles.usual());

        assertThat(lab.story(hub)).contains(
                "70 quick mode failed (ESP transforms differ: tunnel mode is proposed, transport mode is set)");
        assertThat(spoke.socketChanges()).isEmpty();
    }

    /** IOSv 15.9 was seen to settle on tunnel mode: the end that is set to transport mode takes it. */
    @Test
    @Shows("IKEv1/2-on")
    void anOlderReleaseInTransportModeTakesTunnelMode() {
        spoke = lab.router("198.51.100.11", Profiles.version1(Profiles.inTunnelMode()));
        IpsecProfile profile = Profiles.version1(Profiles.usual());
        hub = lab.router("203.0.113.1", LabRouter.device("hub", new Platform(Vendor.CISCO_IOS_XE, "15.9", Origin.NONE), profile,
                LabRouter.tunnel(LabRouter.TUNNEL, 1, Optional.of(new TunnelProtection(profile.name(), false, Origin.NONE)),
                        Optional.empty())), 7);
        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(spoke.ipsecSas().getFirst().get(5)).isEqualTo("tunnel");
        assertThat(hub.ipsecSas().getFirst().get(5)).isEqualTo("tunnel");
        assertThat(hub.sendGre(spoke)).isTrue();
        lab.runUntilMillis(2_000);
        assertThat(spoke.received()).hasSize(1);
    }

    /** The numbers stand for the two behaviours, and the release of a platform chooses. */
    @Test
    void modeMismatchesAreNumbered() {
        assertThat(ModeMismatch.of(Platform.DEFAULT).number()).isEqualTo(1);
        assertThat(ModeMismatch.of(new Platform(Vendor.CISCO_IOS_XE, "15.9", Origin.NONE)).number()).isEqualTo(2);
    }

    /** RFC 2409 section 5.5: KE in quick mode; a responder that wants perfect forward secrecy refuses without. */
    @Test
    @Shows("RFC2409/5.5-group")
    void perfectForwardSecrecyIsNegotiatedInTheFirstQuickModeAlready() {
        IpsecProfile with = Profiles.withLifetimes(LONG, 3_600, OptionalInt.of(19));
        connect(with, Profiles.usual());
        assertThat(carried()).contains("HASH SA NONCE KE ID ID *");
        assertThat(spoke.socketChanges()).as("a responder without a group takes any").hasSize(1);
        assertThat(lab.isakmpMessages().get(6).payload(IsakmpPayload.KeyExchange.class))
                .contains(new IsakmpPayload.KeyExchange(64));

        LabRouter demanding = lab.router("203.0.113.9", Profiles.version1(with));
        LabRouter without = lab.router("198.51.100.19", Profiles.version1(Profiles.usual()));
        without.open(demanding);
        lab.runUntilMillis(2_000);
        assertThat(lab.story(demanding)).contains(
                "1070 quick mode failed (ESP transforms differ: perfect forward secrecy group)");
        assertThat(without.socketChanges()).isEmpty();
    }

    /** Cisco: the shorter lifetime is used; RFC 2407 section 4.6.3.1 for quick mode. */
    @Test
    @Shows({"RFC2407/4.5-lifetime", "RFC2407/4.6.3.1-notify"})
    void theShorterLifetimesAreUsedByBoth() {
        connect(Profiles.usual(), Profiles.withLifetimes(LONG, 600, OptionalInt.empty()));

        assertThat(lab.isakmpMessages().get(7).notification(IsakmpNotifyType.RESPONDER_LIFETIME)).isPresent();
        assertThat(spoke.ipsecSas().getFirst().get(10)).isEqualTo("599");
        assertThat(hub.ipsecSas().getFirst().get(10)).isEqualTo("599");
    }

    /** Make before break: the pairs overlap for 30 s, no packet is lost and no socket flaps. */
    @Test
    @Shows("RFC2409/5.5-renewal")
    void pairsAndTheIsakmpSaAreRenewedWithoutLoss() {
        connect(Profiles.withLifetimes(1_000, 200, OptionalInt.empty()));

        for (long millis = 1_000; millis < 2_500_000; millis += 500) {
            lab.runUntilMillis(millis);
            assertThat(spoke.sendGre(hub)).isTrue();
            assertThat(hub.sendGre(spoke)).isTrue();
        }
        lab.runUntilMillis(2_501_000);

        long sent = lab.wire().stream().filter(packet -> packet.protocolNumber() == IpPacket.ESP).count();
        assertThat(spoke.received().size() + hub.received().size()).isEqualTo((int) sent);
        assertThat(spoke.socketChanges()).hasSize(1);
        assertThat(hub.socketChanges()).hasSize(1);
        assertThat(lab.isakmpMessages().stream().filter(message -> message.exchange() == IsakmpExchange.MAIN_MODE))
                .as("phase 1 at 0, 970 and 1940 s").hasSize(18);
        assertThat(spoke.table("ISAKMP security associations")).hasSize(1);
        assertThat(spoke.ipsecSas()).hasSizeLessThanOrEqualTo(2);
    }

    /** Pairs are independent of the ISAKMP SA that negotiated them: they outlive it. */
    @Test
    @Shows("RFC2409/4-pairs")
    void aPairOutlivesItsIsakmpSa() {
        connect(Profiles.withLifetimes(600, LONG, OptionalInt.empty()));
        spoke.powerOff();
        lab.runUntilMillis(700_000);

        assertThat(hub.table("ISAKMP security associations")).isEmpty();
        assertThat(hub.ipsecSas()).hasSize(1);
        assertThat(hub.show("show crypto session")).contains("Session status: UP-NO-IKE");
    }

    /** RFC 3706: with T = 30 and R = 5 a silent peer is dead 55 s after its last packet. */
    @Test
    @Shows({"RFC3706/5.3-ask", "RFC3706/5.5-dead"})
    void deadPeerDetectionAsksWithRUThere() {
        connect(Profiles.withDpd(30, 5, false), Profiles.usual());
        lab.runUntilMillis(31_000);
        assertThat(lab.isakmpMessages().get(9).notification(IsakmpNotifyType.R_U_THERE)).isPresent();
        assertThat(lab.isakmpMessages().get(10).notification(IsakmpNotifyType.R_U_THERE_ACK)).isPresent();
        hub.powerOff();
        lab.runUntilMillis(200_000);

        assertThat(lab.story(spoke)).contains("30080 DPD: peer asked", "30100 DPD: peer answered", "60100 DPD: peer asked",
                "80100 DPD: peer asked", "85100 DPD: peer is dead");
        assertThat(spoke.socketChanges().getLast())
                .isEqualTo("85100 down 203.0.113.1 dead peer detection: no answer");
        assertThat(spoke.table("ISAKMP security associations")).isEmpty();
    }

    /** On demand: asked only with something to send. */
    @Test
    @Shows("RFC3706/5.5-demand")
    void onDemandNobodyIsAskedWithoutTraffic() {
        connect(Profiles.withDpd(30, 5, true), Profiles.usual());
        hub.powerOff();
        lab.runUntilMillis(100_000);
        assertThat(lab.isakmpMessages()).hasSize(9);

        spoke.sendGre(hub);
        lab.runUntilMillis(200_000);

        assertThat(spoke.socketChanges().getLast()).startsWith("125000 down");
    }

    /** RFC 2408 section 3.15: the deletion of pair and ISAKMP SA is told, and nobody answers it. */
    @Test
    @Shows({"RFC2408/3.15-delete", "RFC2408/4.8-one", "RFC2409/5.7-protected"})
    void closingASocketDeletesPairAndIsakmpSaAtBothEnds() {
        connect(Profiles.usual());
        spoke.close(hub);
        lab.runUntilMillis(2_000);

        assertThat(carried().subList(9, 11)).containsExactly("HASH D(IPSEC) *", "HASH D(ISAKMP) *");
        assertThat(hub.socketChanges().getLast()).isEqualTo("1010 down 198.51.100.11 deleted by the peer");
        assertThat(hub.table("ISAKMP security associations")).isEmpty();
        assertThat(spoke.ipsecSas()).isEmpty();
        assertThat(lab.kernel().pendingCount()).isZero();
    }

    /** RFC 2408 section 5.1: what is not answered is sent again after 2, 4 and 8 s, and given up after 30 s. */
    @Test
    @Shows("RFC2408/5.1-again")
    void messagesAreSentAgainAndGivenUpAfter30Seconds() {
        routers(Profiles.usual(), Profiles.usual());
        hub.powerOff();
        spoke.open(hub);
        lab.runUntilMillis(60_000);

        assertThat(lab.story(spoke)).containsExactly("0 main mode message sent", "2000 main mode message sent again",
                "6000 main mode message sent again", "14000 main mode message sent again",
                "30000 phase 1 failed (no answer after all retransmissions)");
    }

    /** Whatever message is lost, the exchange ends well and with one pair. */
    @Test
    @Shows("RFC2408/5.1-duplicate")
    void eachMessageMayBeLostOnce() {
        for (boolean aggressive : new boolean[] {false, true}) {
            for (int lost = 0; lost < (aggressive ? 6 : 9); lost++) {
                CryptoLab own = new CryptoLab();
                IpsecProfile profile = Profiles.version1(Profiles.usual());
                LabRouter first = own.router("198.51.100.11", aggressive ? Profiles.aggressive(profile) : profile);
                LabRouter second = own.router("203.0.113.1", profile);
                int[] count = {0};
                int which = lost;
                own.lose(packet -> count[0]++ == which);
                first.open(second);
                own.runUntilMillis(60_000);

                assertThat(first.ipsecSas()).as("aggressive %s, message %d", aggressive, lost).hasSize(1);
                assertThat(second.ipsecSas()).as("aggressive %s, message %d", aggressive, lost).hasSize(1);
                assertThat(first.ipsecSas().getFirst().get(0)).isEqualTo(second.ipsecSas().getFirst().get(1));
            }
        }
    }

    /** RFC 2408 section 5.1: the repeated message 2 gets message 3 again, also when another quick mode ended since. */
    @Test
    @Shows("RFC2408/5.1-duplicate")
    void aLostLastMessageIsSentAgainAfterAnotherQuickModeOfTheSameIsakmpSa() {
        IpsecProfile profile = Profiles.version1(Profiles.usual());
        LabRouter first = lab.router("198.51.100.21", LabRouter.device("a", profile, 2, false), 21);
        LabRouter second = lab.router("198.51.100.22", LabRouter.device("b", profile, 2, false), 22);
        int[] count = {0};
        lab.lose(packet -> ++count[0] == 9);

        first.sockets("Tunnel100").open(second.address());
        lab.runUntilMillis(1_000);
        assertThat(second.ipsecSas()).isEmpty();
        first.sockets("Tunnel200").open(second.address());
        lab.runUntilMillis(1_500);
        assertThat(second.ipsecSas()).hasSize(1);
        lab.runUntilMillis(60_000);

        assertThat(carried()).hasSize(14).endsWith("HASH SA NONCE ID ID *", "HASH *");
        assertThat(lab.isakmpMessages().get(13)).isEqualTo(lab.isakmpMessages().get(8));
        assertThat(first.ipsecSas()).hasSize(2);
        assertThat(second.ipsecSas()).hasSize(2);
        assertThat(lab.story(first)).noneMatch(event -> event.contains("failed"));
        assertThat(lab.story(second)).noneMatch(event -> event.contains("failed"));
    }

    /** Both ends start at once: two ISAKMP SAs, which is normal between spokes (observed on IOL), and traffic both ways. */
    @Test
    @Shows("RFC2408/2.5.3-cookies")
    void simultaneousStartGivesTwoIsakmpSas() {
        routers(Profiles.usual(), Profiles.usual());
        spoke.open(hub);
        lab.runUntilMillis(4);
        hub.open(spoke);
        lab.runUntilMillis(1_000);

        assertThat(spoke.table("ISAKMP security associations")).hasSize(2);
        assertThat(spoke.socketChanges()).hasSize(1);
        assertThat(spoke.sendGre(hub)).isTrue();
        assertThat(hub.sendGre(spoke)).isTrue();
        lab.runUntilMillis(2_000);
        assertThat(hub.received()).hasSize(1);
        assertThat(spoke.received()).hasSize(1);
    }

    /** RFC 2407 section 4.6.3.3. */
    @Test
    @Shows("RFC2407/4.6.3.3-notify")
    void initialContactReplacesWhatIsLeftOfAnEarlierLife() {
        connect(Profiles.usual());
        spoke.powerOff();
        lab.runUntilMillis(5_000);
        spoke.powerOn();
        spoke.open(hub);
        lab.runUntilMillis(6_000);

        assertThat(hub.table("ISAKMP security associations")).hasSize(1);
        assertThat(hub.ipsecSas()).hasSize(1);
        assertThat(hub.ipsecSas().getFirst().get(0)).isEqualTo(spoke.ipsecSas().getFirst().get(1));
    }

    @Test
    void showCryptoIsakmpSaNamesResponderAndInitiator() {
        connect(Profiles.usual());

        assertThat(hub.show("show crypto isakmp sa")).isEqualTo("""
                IPv4 Crypto ISAKMP SA
                dst             src             state          conn-id status
                203.0.113.1     198.51.100.11   QM_IDLE           1001 ACTIVE

                IPv6 Crypto ISAKMP SA
                """);
        assertThat(spoke.show("show crypto session")).contains(
                "  IKEv1 SA: local 198.51.100.11/500 remote 203.0.113.1/500 Active");
    }

    /** Main mode passes through the states of Cisco's description of the command. */
    @Test
    void statesFollowTheMessages() {
        routers(Profiles.usual(), Profiles.usual());
        spoke.open(hub);

        lab.runUntilMillis(15);
        assertThat(isakmpState(spoke)).isEqualTo("MM_NO_STATE");
        assertThat(isakmpState(hub)).isEqualTo("MM_SA_SETUP");
        lab.runUntilMillis(35);
        assertThat(isakmpState(spoke)).isEqualTo("MM_SA_SETUP");
        assertThat(isakmpState(hub)).isEqualTo("MM_KEY_EXCH");
        lab.runUntilMillis(55);
        assertThat(isakmpState(spoke)).isEqualTo("MM_KEY_EXCH");
        assertThat(isakmpState(hub)).isEqualTo("QM_IDLE");
        lab.runUntilMillis(65);
        assertThat(isakmpState(spoke)).isEqualTo("QM_IDLE");
    }
}
