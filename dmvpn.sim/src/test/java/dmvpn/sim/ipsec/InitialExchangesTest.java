package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.EspTransform;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.crypto.IkeProposal;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.origin.Origin;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.NotifyType;
import dmvpn.sim.testing.RecordedTrace;
import dmvpn.sim.tunnel.CryptoSockets.SocketState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** IKE_SA_INIT and IKE_AUTH (RFC 7296 section 1.2). */
class InitialExchangesTest {

    private final CryptoLab lab = new CryptoLab();

    private LabRouter spoke(IpsecProfile profile) {
        return lab.router("198.51.100.11", profile);
    }

    private LabRouter hub(IpsecProfile profile) {
        return lab.router("203.0.113.1", profile);
    }

    /** RFC 7296 section 1.2: four messages. With 10 ms one way the responder is up after 30 ms, the initiator after 40. */
    @Test
    @Shows("RFC7296/1.2-four")
    void fourMessagesBringTheSocketUpFirstAtTheResponder() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.usual());

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(hub.socketChanges()).containsExactly("30 up 198.51.100.11");
        assertThat(spoke.socketChanges()).containsExactly("40 up 203.0.113.1");
        assertThat(lab.ikeMessages()).extracting(IkePacket::exchange).containsExactly(IkeExchange.IKE_SA_INIT,
                IkeExchange.IKE_SA_INIT, IkeExchange.IKE_AUTH, IkeExchange.IKE_AUTH);
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.UP);
        assertThat(hub.stateTo(spoke)).isEqualTo(SocketState.UP);
    }

    /** RFC 7296 sections 1.2 and 2.23: what each message carries. */
    @Test
    @Shows({"RFC7296/1.2-four", "RFC7296/2.2-count", "RFC7296/2.9-selectors"})
    void messagesCarryWhatTheExchangeNeeds() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.usual());

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(carried()).containsExactly(
                "SA KE Nonce N(NAT_DETECTION_SOURCE_IP) N(NAT_DETECTION_DESTINATION_IP)",
                "SA KE Nonce N(NAT_DETECTION_SOURCE_IP) N(NAT_DETECTION_DESTINATION_IP)",
                "IDi AUTH N(INITIAL_CONTACT) N(USE_TRANSPORT_MODE) SA TSi TSr",
                "IDr AUTH N(USE_TRANSPORT_MODE) SA TSi TSr");
        assertThat(lab.ikeMessages()).extracting(IkePacket::messageId).containsExactly(0L, 0L, 1L, 1L);
        assertThat(lab.ikeMessages()).extracting(IkePacket::isEncrypted).containsExactly(false, false, true, true);
    }

    private List<String> carried() {
        return lab.trace().entries().stream().map(entry -> entry.event())
                .filter(event -> event.message().endsWith(" sent"))
                .map(event -> RecordedTrace.fields(event).getLast().replace("carries=", "")).toList();
    }

    /** The socket tells NHRP only after the answer is on its way, so that nothing overtakes it. */
    @Test
    void theResponderSendsItsAnswerBeforeTheSocketGoesUp() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.usual());

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(lab.story(hub)).containsSubsequence("30 IKE_AUTH response sent", "30 IKE SA up",
                "30 security associations installed", "30 socket is UP");
    }

    static List<IkeProposal> otherProposals() {
        IkeProposal usual = Profiles.IKE;
        return List.of(
                new IkeProposal(IkeVersion.IKEV2, EncryptionAlgorithm.AES_CBC_128, usual.integrity(),
                        usual.pseudoRandomFunction(), 14, usual.lifetime(), Origin.NONE),
                new IkeProposal(IkeVersion.IKEV2, usual.encryption(), Optional.of(HashAlgorithm.SHA512),
                        usual.pseudoRandomFunction(), 14, usual.lifetime(), Origin.NONE),
                new IkeProposal(IkeVersion.IKEV2, usual.encryption(), usual.integrity(), HashAlgorithm.SHA384, 14,
                        usual.lifetime(), Origin.NONE),
                new IkeProposal(IkeVersion.IKEV2, usual.encryption(), usual.integrity(),
                        usual.pseudoRandomFunction(), 19, usual.lifetime(), Origin.NONE));
    }

    /** RFC 7296 sections 2.7 and 3.10.1. */
    @ParameterizedTest
    @MethodSource("otherProposals")
    @Shows({"RFC7296/2.7-none", "RFC7296/2.21.1-unprotected"})
    void proposalsThatDifferInAnythingAreRefusedWithNoProposalChosen(IkeProposal other) {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.withIke(other));

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(lab.ikeMessages()).hasSize(2);
        assertThat(lab.ikeMessages().get(1).notification(NotifyType.NO_PROPOSAL_CHOSEN)).isPresent();
        assertThat(lab.story(spoke)).contains(
                "20 IKE SA negotiation failed (the peer refused: NO_PROPOSAL_CHOSEN)");
        assertThat(lab.story(hub)).anyMatch(line -> line.startsWith("10 IKE_SA_INIT request refused (IKE proposals differ"));
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.OPENING);
        assertThat(spoke.sockets().isKeyExchangeUp(hub.address())).isFalse();
        assertThat(hub.ikeSas()).isEmpty();
    }

    /** The lifetime is local and not negotiated (RFC 7296 section 2.8). */
    @Test
    @Shows("RFC7296/2.8-local")
    void lifetimesNeedNotAgree() {
        LabRouter spoke = spoke(Profiles.usual());
        IkeProposal shorter = new IkeProposal(IkeVersion.IKEV2, Profiles.IKE.encryption(), Profiles.IKE.integrity(),
                Profiles.IKE.pseudoRandomFunction(), 14, Duration.ofSeconds(600), Origin.NONE);
        LabRouter hub = hub(Profiles.withIke(shorter));

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.UP);
    }

    /** RFC 7296 section 2.15 and 2.21.2; {@code show dmvpn} stays in state IKE. */
    @Test
    @Shows({"RFC7296/2.15-proof", "RFC7296/2.21.2-responder"})
    void anotherPreSharedKeyFailsInAuthenticationAndEachRequestTriesAgain() {
        LabRouter spoke = spoke(Profiles.withSecret("wan-psk"));
        LabRouter hub = hub(Profiles.withSecret("other-psk"));

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(lab.story(spoke)).contains(
                "40 IKE SA negotiation failed (the peer refused: AUTHENTICATION_FAILED)");
        assertThat(lab.story(hub)).contains(
                "30 IKE SA negotiation failed (the pre-shared key differs from the initiator's)");
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.OPENING);
        assertThat(spoke.sockets().isKeyExchangeUp(hub.address())).isFalse();
        assertThat(hub.socketChanges()).isEmpty();

        spoke.open(hub);
        lab.runUntilMillis(2_000);
        assertThat(lab.ikeMessages()).hasSize(8);
        lab.runUntil(Duration.ofMinutes(2));
        assertThat(hub.ikeSas()).isEmpty();
        assertThat(lab.kernel().pendingCount()).isZero();
    }

    /** RFC 7296 sections 1.2 and 2.21.2: the IKE SA is created although the child SA is not; state IPSEC. */
    @Test
    @Shows({"RFC7296/1.2-no-child", "RFC7296/2.7-none"})
    void anotherTransformLeavesTheIkeSaWithoutChild() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.withEsp(new EspTransform(EncryptionAlgorithm.AES_GCM_256, Optional.empty(),
                EncapsulationMode.TRANSPORT, Origin.NONE)));

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.OPENING);
        assertThat(spoke.sockets().isKeyExchangeUp(hub.address())).isTrue();
        assertThat(lab.story(spoke)).contains("40 IKE SA up",
                "40 child SA negotiation failed (the peer refused: NO_PROPOSAL_CHOSEN)");
        assertThat(lab.story(hub)).contains("30 child SA negotiation failed (ESP transforms differ: encryption)");
        assertThat(spoke.ipsecSas()).isEmpty();
        assertThat(spoke.sendGre(hub)).isFalse();
    }

    /** The next request of NHRP asks on the IKE SA that exists (RFC 7296 section 1.3.1). */
    @Test
    @Shows("RFC7296/1.3.1-create")
    void afterAFailedChildTheNextRequestAsksWithCreateChildSa() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.withEsp(new EspTransform(EncryptionAlgorithm.AES_GCM_256, Optional.empty(),
                EncapsulationMode.TRANSPORT, Origin.NONE)));
        spoke.open(hub);
        lab.runUntilMillis(1_000);

        spoke.open(hub);
        lab.runUntilMillis(2_000);

        assertThat(lab.ikeMessages()).hasSize(6);
        assertThat(lab.ikeMessages().get(4).exchange()).isEqualTo(IkeExchange.CREATE_CHILD_SA);
        assertThat(lab.ikeMessages().get(4).messageId()).isEqualTo(2);
        assertThat(lab.ikeMessages().get(5).notification(NotifyType.NO_PROPOSAL_CHOSEN)).isPresent();
    }

    /** RFC 7296 section 1.3.1: transport mode needs USE_TRANSPORT_MODE of both ends, otherwise tunnel mode results. */
    @Test
    @Shows("RFC7296/1.3.1-transport")
    void oneEndInTunnelModePutsBothInTunnelMode() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.inTunnelMode());

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(spoke.ipsecSas().getFirst().get(5)).isEqualTo("tunnel");
        assertThat(hub.ipsecSas().getFirst().get(5)).isEqualTo("tunnel");
        assertThat(spoke.sendGre(hub)).isTrue();
        lab.runUntilMillis(2_000);
        assertThat(hub.received()).hasSize(1);
    }

    /** RFC 7296 section 2.9: tunnel protection asks for GRE between the two hosts. */
    @Test
    @Shows("RFC7296/2.9-selectors")
    void trafficSelectorsAreGreBetweenTheTwoHosts() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.usual());

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        IkePayload.TsInitiator initiator =
                lab.ikeMessages().get(2).payload(IkePayload.TsInitiator.class).orElseThrow();
        assertThat(initiator.selectors()).singleElement().satisfies(selector -> {
            assertThat(selector.protocolNumber()).isEqualTo(47);
            assertThat(selector.startAddress()).isEqualTo(spoke.address());
            assertThat(selector.endAddress()).isEqualTo(spoke.address());
        });
    }

    /** RFC 7296 section 2.4: exponential waits; given up 30 s after the first transmission. */
    @Test
    @Shows("RFC7296/2.1-again")
    void requestsAreSentAgainAfter2And4And8SecondsAndGivenUpAfter30() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.usual());
        hub.powerOff();

        spoke.open(hub);
        lab.runUntilMillis(60_000);

        assertThat(lab.story(spoke)).containsExactly("0 IKE_SA_INIT request sent",
                "2000 IKE_SA_INIT request sent again", "6000 IKE_SA_INIT request sent again",
                "14000 IKE_SA_INIT request sent again",
                "30000 IKE SA negotiation failed (no answer after all retransmissions)");
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.OPENING);
        assertThat(lab.kernel().pendingCount()).isZero();
    }

    /** NHRP's ticks ask again and again; while an attempt is under way that changes nothing. */
    @Test
    void askingWhileAnAttemptIsUnderWayDoesNothing() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.usual());
        hub.powerOff();

        for (long second : new long[] {0, 1, 3, 7, 15, 31}) {
            lab.runUntilMillis(second * 1_000);
            spoke.open(hub);
        }
        lab.runUntilMillis(32_000);

        assertThat(lab.ikeMessages()).hasSize(5);
        assertThat(lab.ikeMessages().get(4).initiatorSpi()).isNotEqualTo(lab.ikeMessages().get(0).initiatorSpi());
    }

    /** RFC 7296 section 2.1: a request that comes again gets the same answer again, and creates nothing twice. */
    @Test
    @Shows("RFC7296/2.1-answer")
    void lostAnswersAreRepeatedForRepeatedRequests() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.usual());
        lab.lose(packet -> packet.source().equals(hub.address()) && lab.kernel().nowNanos() < 2_000_000_000L);

        spoke.open(hub);
        lab.runUntilMillis(5_000);

        assertThat(lab.ikeMessages().get(1)).isEqualTo(lab.ikeMessages().get(3));
        assertThat(spoke.socketChanges()).containsExactly("2040 up 203.0.113.1");
        assertThat(hub.ikeSas()).hasSize(1);
        assertThat(hub.ipsecSas()).hasSize(1);
    }

    /** A responder does not wait for ever for an initiator that goes away. */
    @Test
    void halfOpenIkeSasAreForgottenAfter30Seconds() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.usual());
        spoke.open(hub);
        lab.runUntilMillis(15);
        spoke.powerOff();

        lab.runUntilMillis(30_009);
        assertThat(hub.ikeSas()).hasSize(1);
        lab.runUntilMillis(30_010);

        assertThat(hub.ikeSas()).isEmpty();
        assertThat(lab.story(hub)).last().isEqualTo("30010 IKE SA negotiation failed (the initiator did not go on)");
    }

    /** Both spokes get a reason to start at once: two IKE SAs and two pairs, one socket change, one choice. */
    @Test
    void simultaneousStartGivesTwoIkeSasAndBothEndsSendOnTheSamePair() {
        LabRouter first = spoke(Profiles.usual());
        LabRouter second = hub(Profiles.usual());

        first.open(second);
        lab.runUntilMillis(4);
        second.open(first);
        lab.runUntil(Duration.ofMinutes(5));

        assertThat(first.socketChanges()).containsExactly("34 up 203.0.113.1");
        assertThat(second.socketChanges()).containsExactly("30 up 198.51.100.11");
        assertThat(first.ikeSas()).hasSize(2);
        assertThat(second.ikeSas()).hasSize(2);
        String outboundOfFirst = outboundSpi(first);
        assertThat(second.ipsecSas()).filteredOn(row -> row.get(0).equals(outboundOfFirst)).singleElement()
                .satisfies(row -> assertThat(row.get(7)).isEqualTo("true"));
        assertThat(first.sendGre(second)).isTrue();
        assertThat(second.sendGre(first)).isTrue();
        lab.runUntil(Duration.ofMinutes(6));
        assertThat(first.received()).hasSize(1);
        assertThat(second.received()).hasSize(1);
    }

    private static String outboundSpi(LabRouter router) {
        return router.ipsecSas().stream().filter(row -> row.get(7).equals("true")).findFirst().orElseThrow().get(1);
    }

    /** RFC 7296 section 2.4: after a restart the peer's old security associations go at once, without a flap. */
    @Test
    @Shows("RFC7296/2.4-initial-contact")
    void initialContactReplacesTheSecurityAssociationsOfAnEarlierLife() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = hub(Profiles.usual());
        spoke.open(hub);
        lab.runUntilMillis(1_000);
        spoke.powerOff();
        lab.runUntilMillis(5_000);
        spoke.powerOn();

        spoke.open(hub);
        lab.runUntilMillis(6_000);

        assertThat(hub.ikeSas()).hasSize(1);
        assertThat(hub.ipsecSas()).hasSize(1);
        assertThat(hub.socketChanges()).containsExactly("30 up 198.51.100.11");
        assertThat(lab.story(hub)).contains("5030 IKE SA down (the peer started anew (INITIAL_CONTACT))");
    }

    /** Without any protected tunnel a router does not hear IKE: its peer gets no answer and stays in state IKE. */
    @Test
    void aRouterWithoutProtectionDoesNotAnswer() {
        LabRouter spoke = spoke(Profiles.usual());
        LabRouter hub = lab.router("203.0.113.1", LabRouter.device("hub", Profiles.usual(), 0, false), 7);

        spoke.open(hub);
        lab.runUntilMillis(60_000);

        assertThat(lab.ikeMessages()).hasSize(4).noneMatch(IkePacket::response);
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.OPENING);
        assertThat(hub.protocol().showCommands()).isEmpty();
    }

    /** RFC 7296 section 2.5: each version hears what is of it; a router with the other version does not answer. */
    @Test
    @Shows("RFC7296/2.5-version")
    void aPeerWithIkeVersion1IsNotAnswered() {
        LabRouter spoke = spoke(Profiles.version1(Profiles.usual()));
        LabRouter hub = hub(Profiles.usual());

        spoke.open(hub);
        lab.runUntilMillis(60_000);

        assertThat(lab.story(hub)).contains(
                "10 main mode message ignored (no tunnel that is protected with IKEv1 has this address)");
        assertThat(spoke.stateTo(hub)).isEqualTo(SocketState.OPENING);
    }
}
